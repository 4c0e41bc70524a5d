// Ranges of a text.
/** A half-open range of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans that follow each other directly when shown, such as the lines of a callout without their `>`. */
export type Run = readonly Span[];

/** The text of one run. */
export function sliceRun(text: string, run: Run): string {
  const [first] = run;
  if (first && run.length === 1) return text.slice(first.start, first.end);
  let out = '';
  for (const span of run) out += text.slice(span.start, span.end);
  return out;
}

/** The text of runs; a blank line stands between two, so that what was cut out never merges its neighbours. */
export function sliceRuns(text: string, runs: readonly Run[]): string {
  const [first] = runs;
  if (first && runs.length === 1) return sliceRun(text, first);
  return runs.map((run) => sliceRun(text, run)).join('\n\n');
}
