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

/** In no file name of Obsidian's, or an address or a template's mark rather than a name. */
const notInName = /[\\:*"<>|]|\{\{/;

/** Whether a link target, without `#…`, names a page, or one that can be created. */
export function isPage(target: string): boolean {
  const name = target.trim();
  if (fileEnding.test(name) || notInName.test(name)) return false;
  const parts = name.replace(/^\//, '').split('/');
  const isName = (part: string): boolean => part.trim() !== '' && !part.startsWith('.');
  return parts.every((part, at) => isName(part) || (at < parts.length - 1 && /^\.\.?$/.test(part)));
}
