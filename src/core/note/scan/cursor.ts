// A place in a line, counted in columns: a tab reaches to the next multiple of four, and a container may take only a
// part of it.
import { space, tab } from './codes.ts';

export class Cursor {
  /** The character that comes next. */
  at = 0;
  end = 0;
  /** The first character from `at` that is no blank, or `end`. */
  first = 0;
  /** Columns of blanks before `first`. */
  indent = 0;
  private column = 0;
  /** Columns left of a tab that was taken in part. */
  private spare = 0;

  constructor(private readonly text: string) {}

  startLine(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.column = 0;
    this.spare = 0;
    this.look();
  }

  get isBlank(): boolean {
    return this.first === this.end;
  }

  /** Takes up to `max` columns of blanks; how many it took. */
  take(max: number): number {
    let taken = 0;
    while (taken < max) {
      if (this.spare > 0) this.spare -= 1;
      else if (this.at === this.end) break;
      else {
        const code = this.text.charCodeAt(this.at);
        if (code === tab) this.spare = 3 - (this.column & 3);
        else if (code !== space) break;
        this.at += 1;
      }
      this.column += 1;
      taken += 1;
    }
    // The blanks end where they did: to look again at each container of a line would be quadratic.
    this.indent -= taken;
    return taken;
  }

  /** Goes past the blanks and `length` characters that are none. */
  pass(length: number): void {
    this.column += this.indent + length;
    this.at = this.first + length;
    this.spare = 0;
    this.look();
  }

  private look(): void {
    let { at } = this;
    let indent = 0;
    for (; at < this.end; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === space) indent += 1;
      else if (code === tab) indent += 4 - ((this.column + indent) & 3);
      else break;
    }
    this.first = at;
    this.indent = indent;
  }
}
