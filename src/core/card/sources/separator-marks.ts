// Finds inline separator marks in a text, and which of them are glued: `std::vector`, `fe80::1` and `12::30`
// are no cards, but users coming from "Spaced Repetition" write `Capital of France::Paris`.
import type { CardOptions } from '../options.ts';

export interface InlineMark {
  readonly mark: string;
  readonly bothWays: boolean;
}

/** Longest first, as `:::` contains `::`. */
export function inlineMarks({ separators }: Pick<CardOptions, 'separators'>): readonly InlineMark[] {
  const { inline, inlineBoth } = separators;
  return [
    { mark: inlineBoth, bothWays: true },
    { mark: inline, bothWays: false },
  ]
    .filter(({ mark }) => mark !== '')
    .sort((a, b) => b.mark.length - a.mark.length);
}

const onlyColons = /^:+$/;
const wordBefore = /[\p{L}\p{M}\p{N}_]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}_]/u;

/** End of the colons around a mark if letters or digits touch both sides, else null. Other marks are never glued. */
function gluedEnd(text: string, at: number, mark: string): number | null {
  if (!onlyColons.test(mark)) return null;
  let start = at;
  while (text.charAt(start - 1) === ':') start -= 1;
  let end = at + mark.length;
  while (text.charAt(end) === ':') end += 1;
  const isGlued =
    wordBefore.test(text.slice(Math.max(0, start - 2), start)) && wordAfter.test(text.slice(end, end + 2));
  return isGlued ? end : null;
}

/** The positions of a mark in a text, in order; excludes glued ones unless `glued`. */
export function* placesOf(mark: string, text: string, glued: boolean): Generator<number, void, undefined> {
  for (let at = text.indexOf(mark); at >= 0;) {
    const skipped = glued ? null : gluedEnd(text, at, mark);
    if (skipped === null) yield at;
    at = text.indexOf(mark, skipped ?? at + mark.length);
  }
}

/** Whether a text contains such a mark; a glued one counts if `glued`. */
export function holdsInlineMark({ separators }: CardOptions, text: string, glued: boolean): boolean {
  const holds = (mark: string): boolean =>
    mark !== '' && text.includes(mark) && placesOf(mark, text, glued).next().done !== true;
  return holds(separators.inline) || holds(separators.inlineBoth);
}
