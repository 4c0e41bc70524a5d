// Chance that a seed repeats.

/** Gives a whole number below another. */
export type Roll = (below: number) => number;

/** mulberry32. */
export function dice(seed: number): Roll {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pick<T>(list: readonly T[], roll: Roll): T | undefined {
  return list[roll(list.length)];
}
