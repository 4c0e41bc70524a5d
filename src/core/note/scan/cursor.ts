// A position in a line, counted in columns: a tab reaches to the next multiple of four, and a container may consume
// only part of it.
import { codeAt } from '../../text/code-at.ts';
import { space, tab } from './codes.ts';

export class Cursor {
  readonly #text: string;
  /** The next character. */
  at = 0;
  end = 0;
  /** The first non-blank character from `at`, or `end`. */
  first = 0;
  /** Columns of whitespace before `first`. */
  indent = 0;
  #column = 0;
  /** Columns left of a partly consumed tab. */
  #spare = 0;

  constructor(text: string) {
    this.#text = text;
  }

  startLine(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.#column = 0;
    this.#spare = 0;
    this.#look();
  }

  get isBlank(): boolean {
    return this.first === this.end;
  }

  /** Consumes up to `max` columns of whitespace and returns how many. */
  take(max: number): number {
    let taken = 0;
    while (taken < max) {
      if (this.#spare > 0) this.#spare -= 1;
      else if (this.at === this.end) break;
      else {
        const code = codeAt(this.#text, this.at);
        if (code === tab) this.#spare = 3 - (this.#column & 3);
        else if (code !== space) break;
        this.at += 1;
      }
      this.#column += 1;
      taken += 1;
    }
    // The whitespace still ends at the same place: rescanning at each container of a line would be quadratic.
    this.indent -= taken;
    return taken;
  }

  /** Moves past the whitespace and `length` non-blank characters. */
  pass(length: number): void {
    this.#column += this.indent + length;
    this.at = this.first + length;
    this.#spare = 0;
    this.#look();
  }

  #look(): void {
    let { at } = this;
    let indent = 0;
    for (; at < this.end; at += 1) {
      const code = codeAt(this.#text, at);
      if (code === space) indent += 1;
      else if (code === tab) indent += 4 - ((this.#column + indent) & 3);
      else break;
    }
    this.first = at;
    this.indent = indent;
  }
}
