// What remains of a range once the more specific cards have claimed their parts.
import { codeAt } from '../../text/code-at.ts';
import { afterSpace, beforeSpace } from '../../note/blanks.ts';
import { firstAfter } from '../../note/sorted-spans.ts';
import type { Run, Span } from '../../note/span.ts';

/** The parts of `range` not covered by a claim. Claims are sorted and disjoint. */
export function subtract(range: Span, claims: readonly Span[]): Span[] {
  const parts: Span[] = [];
  addRest(parts, range, claims);
  return parts;
}

/** The run without claimed parts. */
export function subtractFromRun(run: Run, claims: readonly Span[]): Run {
  if (claims.length === 0) return run;
  const parts: Span[] = [];
  for (const span of run) addRest(parts, span, claims);
  return parts;
}

function addRest(parts: Span[], range: Span, claims: readonly Span[]): void {
  let at = range.start;
  for (let index = firstAfter(claims, at); index < claims.length; index += 1) {
    const claim = claims[index];
    if (!claim || claim.start >= range.end) break;
    if (claim.start > at) parts.push({ start: at, end: claim.start });
    at = Math.max(at, claim.end);
  }
  if (at < range.end) parts.push({ start: at, end: range.end });
}

/** The span without leading blank lines and trailing whitespace; the first line keeps its indentation. */
function trimmed(masked: string, span: Span): Span | null {
  const first = afterSpace(masked, span.start, span.end);
  if (first === span.end) return null;
  let { start } = span;
  for (let at = start; at < first; at += 1) if (codeAt(masked, at) === 10) start = at + 1;
  return { start, end: beforeSpace(masked, first, span.end) };
}

/** Answer pieces of a range: its unclaimed parts, without hidden text; one run each. */
export function pieces(masked: string, range: Span, claims: readonly Span[], hidden: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (const part of subtract(range, claims)) {
    const kept = trimmed(masked, part);
    const run = kept ? subtract(kept, hidden) : [];
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

/** End of the line that contains `at`, including its line break. */
export function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Start of the line that contains `at`. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** A range of a run's text, as a run of the note: `from` and `to` are offsets into the run's own text. */
export function subRun(run: Run, from: number, to: number): Run {
  const out: Span[] = [];
  let at = 0;
  for (const span of run) {
    const length = span.end - span.start;
    const start = span.start + Math.max(0, from - at);
    const end = span.start + Math.min(length, to - at);
    if (start < end) out.push({ start, end });
    at += length;
  }
  return out;
}

/** Returns the end of a sticky pattern's match at `at`, or `at` if nothing matches. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? at + found[0].length : at;
}
