// A seeded random source, so that every measurement can be repeated.
import { seededDraw } from '../../src/core/simulation/chance.ts';

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** An integer, 0 ≤ x < limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(values: readonly T[]): T;
  pickOr<T>(values: readonly T[], none: T): T;
  shuffle<T>(values: readonly T[]): T[];
}

export function seededRandom(seed: number): Random {
  const next = seededDraw(seed);
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
