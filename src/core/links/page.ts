// Decides whether a link's target is a page or another kind of file. A page may have a dot in its name (`Node.js`), so
// files are recognized by the extensions Obsidian opens, and those of common documents.

const fileEnding = new RegExp(
  `\\.(?:${[
    'pdf|canvas|base',
    'avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp',
    '3gp|flac|m4a|mkv|mov|mp[34]|og[agv]|opus|wav|webm',
    'docx?|odp|ods|odt|pptx?|rtf|xlsx?',
    'csv|djvu|epub|html?|json|tsv|txt|xml|zip',
  ].join('|')})$`,
  'i',
);

/** Whether a link target, without `#…`, is the name of a page. */
export function isPage(target: string): boolean {
  return target !== '' && !fileEnding.test(target.trim());
}
