// Looking up places among spans that are sorted and disjoint, by halving: a note may hold tens of thousands of them.
import type { Span } from './span.ts';

/** The index of the first span that ends after `at`, or how many there are. */
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

/** The span that holds the place. */
export function spanAt<Kind extends Span>(spans: readonly Kind[], at: number): Kind | undefined {
  const span = spans[firstAfter(spans, at)];
  return span && span.start <= at ? span : undefined;
}

/** The same places as spans that are sorted and disjoint. */
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
