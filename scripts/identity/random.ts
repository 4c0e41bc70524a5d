// A seeded source of chance, so that every measurement can be made again.

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, 0 ≤ x < limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(values: readonly T[]): T;
  pickOr<T>(values: readonly T[], none: T): T;
  shuffle<T>(values: readonly T[]): T[];
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('Nothing to pick from.');
    return value;
  };
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick,
    pickOr: (values, none) => (values.length === 0 ? none : pick(values)),
    shuffle: (values) => {
      const out = [...values];
      for (let last = out.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const [a, b] = [out[last], out[other]];
        if (a !== undefined && b !== undefined) [out[last], out[other]] = [b, a];
      }
      return out;
    },
  };
}
