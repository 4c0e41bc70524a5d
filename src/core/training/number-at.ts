// Weights, waits and sums by number.

/** 0 beyond the end, which only an empty list comes to; the compiler knows no lengths. */
export const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;
