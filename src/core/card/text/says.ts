// Checks whether a question says anything once tags, comments, block ids and markup are removed.

/** A word or number before anything else: none of the patterns below can take its first character. */
const opensWithWord = /^[*_=~]*[\p{L}\p{N}]/u;
/** Images, code and formulas say something by themselves. */
const shows =
  /!\[\[\s*[^\s\]]|!\[[^\]]*\]\(\s*[^\s)]|`[^`\s]|\$[^$\s]|<(?:img|audio|video|iframe|svg|object|embed)\b/i;
/** Text meant only for programs; of a link, its name remains. */
const silent: readonly (readonly [RegExp, string])[] = [
  [/<%[^<>]{0,300}>/g, ' '],
  [/\{\{(?:title|date|time)\b[^{}]*\}\}/gi, ' '],
  [/<\/?[a-z][^<>]*>/gi, ' '],
  [/&(?:nbsp|[a-z]*sp|zwnj|zwj|shy|#\d{1,6}|#x[0-9a-f]{1,5});/gi, ' '],
  [/\[\^[^\]\n]*\]/g, ' '],
  [/\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1'],
  [/(^|[\s*_~=([])#[^\s#*_~=)\]]+/g, '$1'],
  [/(^|\s)\^[A-Za-z0-9-]+\s*$/g, '$1'],
];
/** No whitespace, no invisible character, and no Markdown character unless escaped. */
const text = /[^\s\p{C}*_~=`#^|<>[\]()!$\\:;+-]|\\[!-/:-@[-`{-~]/u;

/** @param markdown one piece of inline Markdown, with comments masked */
export function says(markdown: string): boolean {
  if (opensWithWord.test(markdown) || shows.test(markdown)) return true;
  let rest = markdown;
  for (const [pattern, kept] of silent) rest = rest.replace(pattern, kept);
  return text.test(rest);
}
