// The histories of all cards; those from a packed log are built on demand.
import type { CardHistory } from '../event.ts';
import type { PackedLog } from './packed-log.ts';

export class LazyHistories implements ReadonlyMap<string, CardHistory> {
  readonly #packed: PackedLog | null;
  readonly #make: (id: string) => CardHistory | null;
  /** Null for a packed one that was deleted. */
  readonly #made = new Map<string, CardHistory | null>();
  #size: number;

  /** @param make builds the history of a packed card */
  constructor(packed: PackedLog | null, make: (id: string) => CardHistory | null) {
    this.#packed = packed;
    this.#make = make;
    this.#size = packed?.cardCount ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  has(id: string): boolean {
    const made = this.#made.get(id);
    return made === undefined ? this.#packed?.hasCard(id) === true : made !== null;
  }

  get(id: string): CardHistory | undefined {
    const made = this.#made.get(id);
    if (made !== undefined) return made ?? undefined;
    if (!this.#packed?.hasCard(id)) return undefined;
    const history = this.#make(id);
    this.#made.set(id, history);
    return history ?? undefined;
  }

  /** Whether it was asked for or changed. */
  isMade(id: string): boolean {
    return this.#made.has(id);
  }

  set(id: string, history: CardHistory): void {
    if (!this.has(id)) this.#size += 1;
    this.#made.set(id, history);
  }

  /** Whether there was one. */
  delete(id: string): boolean {
    if (!this.has(id)) return false;
    this.#size -= 1;
    if (this.#packed?.hasCard(id)) this.#made.set(id, null);
    else this.#made.delete(id);
    return true;
  }

  *keys(): MapIterator<string> {
    for (const id of this.#packed?.cardIds() ?? []) if (this.#made.get(id) !== null) yield id;
    for (const [id, made] of this.#made) if (made !== null && !this.#packed?.hasCard(id)) yield id;
  }

  *entries(): MapIterator<[string, CardHistory]> {
    for (const id of this.keys()) {
      const history = this.get(id);
      if (history) yield [id, history];
    }
  }

  *values(): MapIterator<CardHistory> {
    for (const [, history] of this.entries()) yield history;
  }

  [Symbol.iterator](): MapIterator<[string, CardHistory]> {
    return this.entries();
  }

  forEach(run: (history: CardHistory, id: string, map: ReadonlyMap<string, CardHistory>) => void): void {
    for (const [id, history] of this) run(history, id, this);
  }
}
