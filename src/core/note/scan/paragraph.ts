// Collects the lines of a paragraph while a note is scanned.
import { codeAt } from '../../text/code-at.ts';
import { bracketLeft } from './codes.ts';
import type { Span } from '../span.ts';
import { delimiterCells, headCells } from './table.ts';

/** A paragraph, built line by line. */
export class Paragraph {
  start = 0;
  end = 0;
  /** The start of its last line, which may turn out to be a table's header row. */
  lastStart = 0;
  /** Whether the last line lacks its container's marker. */
  isLastLazy = false;
  /** Whether the last line is indented like code; such a line can't be a table's header row. */
  #isLastDeep = false;
  /** The end without the last line. */
  #endBefore = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  open(start: number, end: number): void {
    this.start = start;
    this.#endBefore = start;
    this.#setLast(start, end, false, false);
  }

  add(start: number, end: number, isLazy: boolean, isDeep: boolean): void {
    this.#endBefore = this.end;
    this.#setLast(start, end, isLazy, isDeep);
  }

  #setLast(start: number, end: number, isLazy: boolean, isDeep: boolean): void {
    this.lastStart = start;
    this.end = end;
    this.isLastLazy = isLazy;
    this.#isLastDeep = isDeep;
  }

  /** Whether a line makes the last one a table's header row. */
  isHeadOf(at: number, end: number): boolean {
    const cells = delimiterCells(this.#text, at, end);
    return cells > 0 && !this.#isLastDeep && headCells(this.#text, this.lastStart, this.end) === cells;
  }

  /** The lines before the last one, or null if there are none. */
  beforeLast(): Span | null {
    return this.#endBefore > this.start ? { start: this.start, end: this.#endBefore } : null;
  }

  /** Whether it may contain link definitions, which only remark reads. */
  mayDefine(): boolean {
    const { start, end } = this;
    const text = this.#text;
    if (codeAt(text, start) !== bracketLeft || codeAt(text, start + 1) === bracketLeft) return false;
    return text.slice(start, end).includes(']:');
  }
}
