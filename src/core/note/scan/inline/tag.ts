// What `<` opens within text: an HTML tag, or an address between `<` and `>`.

/** Longer tags are left to remark. */
const longest = 2000;
const closingTag = /^<\/[A-Za-z][A-Za-z\d-]*[ \t\r\n]*>/;
const openingTag =
  /^<[A-Za-z][A-Za-z\d-]*(?:[ \t\r\n]+[A-Za-z_:][\w.:-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*'|[^ \t\r\n"'<=>`][^ \t\r\n"'<=>`/]*))?)*[ \t\r\n]*\/?>/;
const address = /^<[A-Za-z][A-Za-z\d+.-]{1,31}:(?:[^ <>\p{Cc}]|[\u0080-\u009F])*>/u;
const mailAddress = /^<[^\s<>@]*@[^\s<>]*>/;

export type PointedKind = 'html' | 'address';

export interface Pointed {
  readonly kind: PointedKind;
  readonly size: number;
}

/** What opens at `at`; null for a literal character, 'unsure' if only remark can tell. */
export function readPointed(text: string, at: number): Pointed | null | 'unsure' {
  const next = text.charAt(at + 1);
  if (next === '!' || next === '?') return 'unsure';
  if (next !== '/' && !/[\w.!#$%&'*+=^`{|}~-]/.test(next)) return null;
  const window = text.slice(at, at + longest);
  if (!window.includes('>')) return window.length < longest ? null : 'unsure';
  const found = address.exec(window);
  if (found) return { kind: 'address', size: found[0].length };
  if (mailAddress.test(window)) return 'unsure';
  const size = (closingTag.exec(window) ?? openingTag.exec(window))?.[0].length;
  if (size !== undefined) return { kind: 'html', size };
  return window.length < longest ? null : 'unsure';
}
