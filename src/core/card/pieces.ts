// What remains of a range when the more specific cards have taken theirs.
import type { Run, Span } from '../note/span.ts';

/** The parts of `range` that no claim covers. Claims are sorted. */
export function subtract(range: Span, claims: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let at = range.start;
  for (const claim of claims) {
    if (claim.start >= range.end) break;
    if (claim.end <= at) continue;
    if (claim.start > at) parts.push({ start: at, end: claim.start });
    at = Math.max(at, claim.end);
  }
  if (at < range.end) parts.push({ start: at, end: range.end });
  return parts;
}

/** The span without blank lines at its start and blanks at its end; the first line keeps its indentation. */
export function trimmed(masked: string, span: Span): Span | null {
  const inside = masked.slice(span.start, span.end);
  const first = inside.search(/\S/);
  if (first < 0) return null;
  const lineStart = inside.lastIndexOf('\n', first) + 1;
  return { start: span.start + lineStart, end: span.start + inside.trimEnd().length };
}

/** Answer pieces of a range: what no claim covers, without hidden text; one run each. */
export function pieces(masked: string, range: Span, claims: readonly Span[], hidden: readonly Span[]): Run[] {
  return subtract(range, claims).flatMap((part) => {
    const kept = trimmed(masked, part);
    const run = kept ? subtract(kept, hidden) : [];
    return run.length > 0 ? [run] : [];
  });
}

/** Where the line ends that holds `at`, its line end included. */
export function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where the line begins that holds `at`. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** A range of what a run says, as a run of the note: `from` and `to` count in the run's own text. */
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
