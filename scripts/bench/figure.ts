// A figure measured several times: its median, and the spread of the runs.

export interface Figure {
  /** ms */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** The value below which `share` (0–1) of the values lie. Throws on an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
  if (value === undefined) throw new Error('no values to take a quantile of');
  return value;
}

export function figureOf(times: readonly number[]): Figure {
  return {
    median: quantile(times, 0.5),
    least: Math.min(...times),
    most: Math.max(...times),
    runs: times.length,
  };
}

/** ms of one run. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Runs something `count` times, but only once if it takes longer than `patience` ms. */
export async function measure(run: () => unknown, count: number, patience = 20_000): Promise<Figure> {
  const times: number[] = [];
  while (times.length < count) {
    times.push(await timed(run));
    if ((times[0] ?? 0) > patience) break;
  }
  return figureOf(times);
}

/** `12.3 ms (11.9–14.0)` */
export function formatFigure({ median, least, most, runs }: Figure): string {
  const digits = most < 10 ? 2 : most < 100 ? 1 : 0;
  const spread = runs > 1 ? ` (${least.toFixed(digits)}–${most.toFixed(digits)})` : ' (once)';
  return `${median.toFixed(digits)} ms${spread}`;
}
