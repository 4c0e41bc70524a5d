// Runs of `*`, `_` and `==`: whether they can open or close, by the flanking rules of CommonMark as micromark has them.

import { isWideMark } from '../wide-marks.ts';

export interface Delimiter {
  readonly sign: string;
  readonly at: number;
  readonly size: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const blank = /\s/;
const punctuation = /[\p{P}\p{S}]/u;
/** Next to one of these, `*` and `_` may always open or close; gfm adds the tilde, we the equals sign. */
const attention = '*_=~';

/** 1 for a blank or an end, 2 for punctuation, 0 for anything else. */
function classOf(char: string): 0 | 1 | 2 {
  if (char === '' || blank.test(char)) return 1;
  return punctuation.test(char) ? 2 : 0;
}

function classBesideHighlight(char: string): 0 | 1 | 2 {
  return char !== '' && isWideMark(char.charCodeAt(0)) ? 0 : classOf(char);
}

/** Reads the run at `at`; null for one of three or more, which can be several at once. */
export function readDelimiter(text: string, at: number, end: number): Delimiter | null {
  const sign = text.charAt(at);
  let after = at;
  while (after < end && text.charAt(after) === sign) after += 1;
  const size = after - at;
  if (sign === '=' && size !== 2) return { sign, at, size, opens: false, closes: false };
  if (size > 2) return null;
  const previous = at > 0 ? text.charAt(at - 1) : '';
  const next = after < end ? text.charAt(after) : '';
  const isMark = sign !== '=';
  const [before, behind] = isMark
    ? [classOf(previous), classOf(next)]
    : [classBesideHighlight(previous), classBesideHighlight(next)];
  const open =
    behind === 0 || (behind === 2 && before !== 0) || (isMark && next !== '' && attention.includes(next));
  const close =
    before === 0 ||
    (before === 2 && behind !== 0) ||
    (isMark && previous !== '' && attention.includes(previous));
  if (sign !== '_') return { sign, at, size, opens: open, closes: close };
  return {
    sign,
    at,
    size,
    opens: open && (before !== 0 || !close),
    closes: close && (behind !== 0 || !open),
  };
}
