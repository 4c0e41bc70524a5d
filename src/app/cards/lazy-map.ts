// A map whose values are created on demand.
export class LazyMap<Key, Kept, Made> implements ReadonlyMap<Key, Made> {
  readonly #kept: ReadonlyMap<Key, Kept>;
  readonly #make: (key: Key, kept: Kept) => Made;

  /** @param make returns the value of a key; may put it into `kept` */
  constructor(kept: ReadonlyMap<Key, Kept>, make: (key: Key, kept: Kept) => Made) {
    this.#kept = kept;
    this.#make = make;
  }

  get size(): number {
    return this.#kept.size;
  }

  has(key: Key): boolean {
    return this.#kept.has(key);
  }

  get(key: Key): Made | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined ? undefined : this.#make(key, kept);
  }

  keys(): MapIterator<Key> {
    return this.#kept.keys();
  }

  *entries(): MapIterator<[Key, Made]> {
    for (const [key, kept] of this.#kept) yield [key, this.#make(key, kept)];
  }

  *values(): MapIterator<Made> {
    for (const [, made] of this.entries()) yield made;
  }

  [Symbol.iterator](): MapIterator<[Key, Made]> {
    return this.entries();
  }

  forEach(run: (made: Made, key: Key, map: ReadonlyMap<Key, Made>) => void): void {
    for (const [key, made] of this) run(made, key, this);
  }
}
