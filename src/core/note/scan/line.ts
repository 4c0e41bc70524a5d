// What can be read from a single line alone. All functions read `text` from `at`, the first non-blank character, to
// `end`, the end of the line; none looks at another line.
import { codeAt } from '../../text/code-at.ts';
import {
  asterisk,
  backtick,
  bracketRound,
  dash,
  dot,
  equals,
  hash,
  nine,
  one,
  plus,
  space,
  tab,
  tilde,
  underscore,
  zero,
} from './codes.ts';

export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

/** The first non-blank character from `at`, or `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(codeAt(text, at))) at += 1;
  return at;
}

/** The end of the line without trailing whitespace; at least `from`. */
export function trimEnd(text: string, from: number, end: number): number {
  while (end > from && isBlank(codeAt(text, end - 1))) end -= 1;
  return end;
}

/** The first character from `at` that is not `code`, or `end`. */
function runEnd(text: string, at: number, end: number, code: number): number {
  while (at < end && codeAt(text, at) === code) at += 1;
  return at;
}

/** The level of an ATX heading, or 0. */
export function headingDepth(text: string, at: number, end: number): number {
  const after = runEnd(text, at, end, hash);
  const depth = after - at;
  return depth > 0 && depth < 7 && (after === end || isBlank(codeAt(text, after))) ? depth : 0;
}

/** The end of an ATX heading's text, without trailing whitespace and a closing `#` sequence. */
export function headingTextEnd(text: string, from: number, end: number): number {
  const last = trimEnd(text, from, end);
  let at = last;
  while (at > from && codeAt(text, at - 1) === hash) at -= 1;
  if (at === last) return last;
  return at === from || isBlank(codeAt(text, at - 1)) ? trimEnd(text, from, at) : last;
}

/** Where the line fails to be a thematic break, or -1 if it is one. No start before that point is one either. */
export function ruleFailure(text: string, at: number, end: number): number {
  const sign = codeAt(text, at);
  if (sign !== asterisk && sign !== dash && sign !== underscore) return at;
  let count = 0;
  for (; at < end; at += 1) {
    const code = codeAt(text, at);
    if (code === sign) count += 1;
    else if (!isBlank(code)) return at;
  }
  return count >= 3 ? -1 : end;
}

/** 1 or 2 for a setext underline of that level, or 0. */
export function underlineDepth(text: string, at: number, end: number): 0 | 1 | 2 {
  const sign = codeAt(text, at);
  if (sign !== equals && sign !== dash) return 0;
  if (skipBlanks(text, runEnd(text, at, end, sign), end) < end) return 0;
  return sign === equals ? 1 : 2;
}

/** How many characters open a fence, or 0. */
export function fenceSize(text: string, at: number, end: number): number {
  const sign = codeAt(text, at);
  if (sign !== backtick && sign !== tilde) return 0;
  const after = runEnd(text, at, end, sign);
  if (after - at < 3) return 0;
  if (sign === backtick) {
    for (let index = after; index < end; index += 1) if (codeAt(text, index) === backtick) return 0;
  }
  return after - at;
}

/** Whether the line closes a fence of `size` times `sign`. */
export function closesFence(text: string, at: number, end: number, sign: number, size: number): boolean {
  const after = runEnd(text, at, end, sign);
  return after - at >= size && skipBlanks(text, after, end) === end;
}

/** The length of a list marker (`-`, `12.`) without trailing whitespace, or 0. A thematic break may look like one. */
export function markerLength(text: string, at: number, end: number): number {
  const code = codeAt(text, at);
  let after = at;
  if (code === asterisk || code === plus || code === dash) after += 1;
  else {
    while (after < end && after - at < 10 && isDigit(codeAt(text, after))) after += 1;
    const sign = codeAt(text, after);
    if (after === at || after - at > 9 || after >= end || (sign !== dot && sign !== bracketRound)) return 0;
    after += 1;
  }
  return after < end && !isBlank(codeAt(text, after)) ? 0 : after - at;
}

/** Whether a list marker can't interrupt a paragraph: it is a number other than 1, or nothing follows it. */
export function mayBeRefused(text: string, at: number, end: number): boolean {
  const length = markerLength(text, at, end);
  if (length === 0) return false;
  const opens = length === 1 || (length === 2 && codeAt(text, at) === one);
  return !opens || skipBlanks(text, at + length, end) === end;
}
