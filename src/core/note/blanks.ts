// Whitespace as `\s` and `trim` define it, tested by code unit: slicing and trimming copies took a tenth of a read.
import { codeAt } from '../text/code-at.ts';

/** Whether the UTF-16 code unit is whitespace or a line ending. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code > 8 && code < 14);
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

/** Whether the UTF-16 code unit is a letter from A to z: a line that begins with one opens no block but a paragraph. */
export function isPlainLetter(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}

/** The first non-whitespace position from `from`, or `to`. */
export function afterSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(codeAt(text, at))) at += 1;
  return at;
}

/** The end of the text before `to`, trimmed; at least `from`. */
export function beforeSpace(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(codeAt(text, at - 1))) at -= 1;
  return at;
}
