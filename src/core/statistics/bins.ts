// Bins of days, each named by where it begins.

/** Of the days between two answers. */
export const intervalBins: readonly number[] = [1, 2, 4, 8, 15, 31, 91, 181, 366];

/** Of stability. */
export const stabilityBins: readonly number[] = [0, 1, 3, 7, 14, 30, 60, 120, 240, 365, 730];

/** The last bin that begins at the value or before it; the first for what lies before all. */
export function binOf(bins: readonly number[], value: number): number {
  let bin = 0;
  while (value >= (bins[bin + 1] ?? Infinity)) bin += 1;
  return bin;
}
