// Runs of `*`, `_`, `~` and `==`: whether they can open or close, by CommonMark's flanking rules as micromark
// implements them.

import { codeAt } from '../../../text/code-at.ts';
import { isWideMark } from '../../wide-marks.ts';

export type Sign = '*' | '_' | '~' | '=';

export interface Delimiter {
  readonly sign: Sign;
  readonly size: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const blank = /\s/;
const punctuation = /[\p{P}\p{S}]/u;
/** Next to one of these, `*` and `_` may always open or close. */
const attention = '=~';

/** 1 for whitespace or either end, 2 for punctuation, 0 for anything else. */
function classOf(char: string): 0 | 1 | 2 {
  const code = char.charCodeAt(0);
  if ((code > 96 && code < 123) || (code > 64 && code < 91)) return 0;
  if (char === '' || blank.test(char)) return 1;
  return punctuation.test(char) ? 2 : 0;
}

function classBesideHighlight(char: string): 0 | 1 | 2 {
  return char !== '' && isWideMark(char.charCodeAt(0)) ? 0 : classOf(char);
}

/** How many times the character at `at` repeats. */
export function runSize(text: string, at: number): number {
  const sign = codeAt(text, at);
  let after = at + 1;
  while (after < text.length && codeAt(text, after) === sign) after += 1;
  return after - at;
}

/** Reads the run of `size` characters at `at`. */
export function readDelimiter(text: string, at: number, sign: Sign, size: number): Delimiter {
  const previous = at > 0 ? text.charAt(at - 1) : '';
  const next = text.charAt(at + size);
  const before = sign === '=' ? classBesideHighlight(previous) : classOf(previous);
  const behind = sign === '=' ? classBesideHighlight(next) : classOf(next);
  let opens = behind === 0 || (behind === 2 && before !== 0);
  let closes = before === 0 || (before === 2 && behind !== 0);
  if (sign === '=' || sign === '~') return { sign, size, opens, closes };
  opens ||= next !== '' && attention.includes(next);
  closes ||= previous !== '' && attention.includes(previous);
  if (sign === '*') return { sign, size, opens, closes };
  return {
    sign,
    size,
    opens: opens && (before !== 0 || !closes),
    closes: closes && (behind !== 0 || !opens),
  };
}
