// Bins of days, each identified by its start.

/** For days between two answers. */
export const intervalBins: readonly number[] = [1, 2, 4, 8, 15, 31, 91, 181, 366];

/** For stability. */
export const stabilityBins: readonly number[] = [0, 1, 3, 7, 14, 30, 60, 120, 240, 365, 730];

/** The last bin that starts at or before the value; the first for anything before all bins. */
export function binOf(bins: readonly number[], value: number): number {
  let bin = 0;
  while (value >= (bins[bin + 1] ?? Infinity)) bin += 1;
  return bin;
}
