// Anki's ids are numbers, in the look of ms since 1970; ours are hashes, so they are hashed again.
import { seededFraction } from '../../../schedule/fuzz.ts';

const half = (id: string, nth: number): number => Math.floor(seededFraction(id, nth) * 2 ** 20);

/**
 * Numbers ids of one table: the same on every export, unless two ids meet in one number, as one vault in a hundred has
 * them at 100,000 cards. All lie between 2001 and 2019, since Anki's check of a collection mends those of the future.
 */
export class Numbers {
  readonly #byId = new Map<string, number>();
  readonly #taken = new Set<number>();

  of(id: string): number {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    let number = 1_000_000_000_000 + Math.floor(half(id, 1) / 2) * 2 ** 20 + half(id, 2);
    while (this.#taken.has(number)) number += 1;
    this.#byId.set(id, number);
    this.#taken.add(number);
    return number;
  }
}
