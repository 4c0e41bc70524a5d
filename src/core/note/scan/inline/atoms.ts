// Wikilinks, embeds, math and code: the atomic parts of a text. The rules are those of the syntax in `note/parse`.

const wikilink = /\[\[(?=[ \t]*[^ \t|\]\r\n])([^|\]\r\n]+)(?:\|(?=[ \t]*[^ \t\]\r\n])[^\]\r\n]+)?\]\]/y;
const wikilinkStop = /[\]\r\n]/g;
const barLink = /\[\[\|[^[\]\t\r\n]*\]\]/y;
const embed = /!\[\[[^[\]\t\r\n](?:[^\]\t\r\n]|\](?!\]))*\]\]/y;

function sizeAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The size of the `[[|a]]` at `at`, or 0. */
export function barLinkSize(text: string, at: number): number {
  return text.charAt(at + 2) === '|' ? sizeAt(barLink, text, at) : 0;
}

/** The size of the `![[a]]` at `at`, or 0. */
export function embedSize(text: string, at: number): number {
  return text.charAt(at + 2) === '[' ? sizeAt(embed, text, at) : 0;
}

/** The first character from `from` that no wikilink contains. */
export function wikilinkEnd(text: string, from: number): number {
  wikilinkStop.lastIndex = from;
  return wikilinkStop.exec(text)?.index ?? text.length;
}

export interface FoundWikilink {
  readonly target: string;
  readonly size: number;
}

export function wikilinkOf(text: string, at: number): FoundWikilink | null {
  wikilink.lastIndex = at;
  const [whole = '', target = ''] = wikilink.exec(text) ?? [];
  return whole === '' ? null : { target, size: whole.length };
}

/** The end of `$x$` by the rules of `parse/math.ts`, or -1 if the dollar is text. */
export function mathEnd(text: string, at: number): number {
  if (/[ \t\r\n$]/.test(text.charAt(at + 1))) return -1;
  let isEscaped = false;
  for (let index = at + 1; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '$' && !isEscaped) {
      if (/[ \t\r\n]/.test(text.charAt(index - 1))) return -1;
      return /\d/.test(text.charAt(index + 1)) ? -1 : index + 1;
    }
    // A line ending between a backslash and a dollar changes nothing.
    if (char !== '\n' && char !== '\r') isEscaped = char === '\\' && !isEscaped;
  }
  return -1;
}

/** Strips the one space or line ending of padding at both ends of code or math. */
export function unpadded(inside: string): string {
  if (!/^[ \r\n]/.test(inside) || !/[ \n]$/.test(inside) || !/[^ \r\n]/.test(inside)) return inside;
  return inside.replace(/^(?:\r?\n| )/, '').replace(/(?:\r?\n| )$/, '');
}
