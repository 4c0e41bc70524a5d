// A text that counts how many of its characters were looked at.

export class CountedText extends String {
  #steps = 0;

  get steps(): number {
    return this.#steps;
  }

  /** For what takes a string and calls its methods only. Patterns see the plain text; they are not counted. */
  asText(): string {
    return this as unknown as string;
  }

  override charCodeAt(at: number): number {
    this.#steps += 1;
    return super.charCodeAt(at);
  }

  override charAt(at: number): string {
    this.#steps += 1;
    return super.charAt(at);
  }

  override slice(start?: number, end?: number): string {
    const piece = super.slice(start, end);
    this.#steps += piece.length + 1;
    return piece;
  }

  override indexOf(sign: string, from = 0): number {
    const found = super.indexOf(sign, from);
    this.#steps += (found < 0 ? this.length : found) - from + 1;
    return found;
  }

  override lastIndexOf(sign: string, from = this.length): number {
    const found = super.lastIndexOf(sign, from);
    this.#steps += from - Math.max(found, 0) + 1;
    return found;
  }

  override startsWith(sign: string, at?: number): boolean {
    this.#steps += sign.length;
    return super.startsWith(sign, at);
  }
}
