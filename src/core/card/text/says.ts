// Whether a question says anything once tags, comments, block ids and markup are taken away.

const opensPlainly = /^[A-Za-z]+(?:[\s,:?]|$)/;
/** A picture, code and a formula say something by themselves. */
const shows =
  /!\[\[\s*[^\s\]]|!\[[^\]]*\]\(\s*[^\s)]|`[^`\s]|\$[^$\s]|<(?:img|audio|video|iframe|svg|object|embed)\b/i;
/** What is only in the text for programs, and what is left of a link is its name. */
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
/** No blank, no sign that only the machine sees, and no sign of Markdown, unless it is escaped. */
const text = /[^\s\p{C}*_~=`#^|<>[\]()!$\\:;+-]|\\[!-/:-@[-`{-~]/u;

/** @param markdown one piece of inline Markdown, its comments masked */
export function says(markdown: string): boolean {
  if (opensPlainly.test(markdown)) return true;
  if (shows.test(markdown)) return true;
  let rest = markdown;
  for (const [pattern, kept] of silent) rest = rest.replace(pattern, kept);
  return text.test(rest);
}
