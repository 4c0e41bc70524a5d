// Text ranges.
/** A half-open text range in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans shown back to back, such as the lines of a callout without their `>`. */
export type Run = readonly Span[];

/** The text of one run. */
export function sliceRun(text: string, run: Run): string {
  const [first] = run;
  if (first && run.length === 1) return text.slice(first.start, first.end);
  let out = '';
  for (const span of run) out += text.slice(span.start, span.end);
  return out;
}

/** The text of several runs, joined by blank lines so that cuts never merge neighboring text. */
export function sliceRuns(text: string, runs: readonly Run[]): string {
  const [first] = runs;
  if (first && runs.length === 1) return sliceRun(text, first);
  return runs.map((run) => sliceRun(text, run)).join('\n\n');
}
