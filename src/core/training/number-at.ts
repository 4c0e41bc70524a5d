// Parameters, waits and sums by index.

/** 0 beyond the end, which only happens with an empty list; the compiler doesn't know lengths. */
export const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;
