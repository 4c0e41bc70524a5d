// A text that counts how many of its characters were looked at.

export class CountedText extends String {
  #steps = 0;

  /**
   * The steps of a reader that takes a string and calls its methods only. Patterns see the plain text; they are not
   * counted. Character codes are counted at the prototype, where `codeAt` takes their method from.
   */
  stepsOf(read: (text: string) => unknown): number {
    const plain = Object.getOwnPropertyDescriptor(String.prototype, 'charCodeAt');
    if (!plain) throw new Error('no such method');
    const codeAt = plain.value as (at: number) => number;
    const look = (): void => void (this.#steps += 1);
    function counted(this: unknown, at: number): number {
      if (this instanceof CountedText) look();
      return codeAt.call(this, at);
    }
    Object.defineProperty(String.prototype, 'charCodeAt', { ...plain, value: counted });
    try {
      read(this as unknown as string);
    } finally {
      Object.defineProperty(String.prototype, 'charCodeAt', plain);
    }
    return this.#steps;
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
