// Where the marks of separators on one line stand in a text, and which of them are glued: `std::vector`, `fe80::1` and
// `12::30` are no cards, but whoever comes from "Spaced Repetition" writes `Capital of France::Paris`.
import type { CardOptions } from '../options.ts';

export interface InlineMark {
  readonly mark: string;
  readonly bothWays: boolean;
}

/** The longest first, as `:::` holds `::`. */
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

/** The end of the colons around a mark if letters or digits touch them on both sides, else null. Other marks never are. */
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

/** The places of a mark in a text, in order; without those that are glued unless `glued`. */
export function* placesOf(mark: string, text: string, glued: boolean): Generator<number, void, undefined> {
  for (let at = text.indexOf(mark); at >= 0;) {
    const skipped = glued ? null : gluedEnd(text, at, mark);
    if (skipped === null) yield at;
    at = text.indexOf(mark, skipped ?? at + mark.length);
  }
}

/** Whether a text holds such a mark; one that is glued counts if `glued`. */
export function holdsInlineMark(options: CardOptions, text: string, glued: boolean): boolean {
  return inlineMarks(options).some(({ mark }) => placesOf(mark, text, glued).next().done !== true);
}
