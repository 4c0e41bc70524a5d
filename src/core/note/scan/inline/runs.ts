// Positions of backtick or dollar runs, so that finding the end of code and math takes no search from each.

export class Runs {
  readonly #text: string;
  readonly #sign: string;
  #places: Map<number, number[]> | null = null;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** The position of the next run of exactly `size` characters from `from`, or -1. Call in text order. */
  next(size: number, from: number): number {
    this.#places ??= this.#find();
    const places = this.#places.get(size);
    while (places && (places.at(-1) ?? Infinity) < from) places.pop();
    return places?.at(-1) ?? -1;
  }

  /** Positions by size, last to first. */
  #find(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    const text = this.#text;
    const sign = this.#sign;
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at)) {
      let after = at + 1;
      while (text.charAt(after) === sign) after += 1;
      const places = found.get(after - at);
      if (places) places.push(at);
      else found.set(after - at, [at]);
      at = after;
    }
    for (const places of found.values()) places.reverse();
    return found;
  }
}
