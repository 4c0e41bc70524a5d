// Binary search over sorted, disjoint spans: a note may have tens of thousands of them.
import type { Span } from './span.ts';

/** The index of the first span that ends after `at`, or the number of spans. */
export function firstAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span that contains the position. */
export function spanAt<Kind extends Span>(spans: readonly Kind[], at: number): Kind | undefined {
  const span = spans[firstAfter(spans, at)];
  return span && span.start <= at ? span : undefined;
}

/** The same ranges as sorted, disjoint spans. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  let last: Span | undefined;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (last && span.start < last.end) {
      if (span.end <= last.end) continue;
      last = { start: last.start, end: span.end };
      out[out.length - 1] = last;
    } else {
      last = span;
      out.push(span);
    }
  }
  return out;
}
