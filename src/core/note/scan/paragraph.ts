// Collects the lines of a paragraph while a note is scanned.
import { bracketLeft } from './codes.ts';
import type { Span } from '../span.ts';
import { delimiterCells, headCells } from './table.ts';

/** A paragraph as its lines come in. */
export class Paragraph {
  start = 0;
  end = 0;
  /** Where its last line begins, which may turn out to be the head of a table. */
  lastStart = 0;
  /** Whether the last line is without the marker of its container. */
  isLastLazy = false;
  /** Whether the last line is indented like code; such a line is no head of a table. */
  private isLastDeep = false;
  /** Where it ends without its last line. */
  private endBefore = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  open(start: number, end: number): void {
    this.start = start;
    this.endBefore = start;
    this.setLast(start, end, false, false);
  }

  add(start: number, end: number, isLazy: boolean, isDeep: boolean): void {
    this.endBefore = this.end;
    this.setLast(start, end, isLazy, isDeep);
  }

  private setLast(start: number, end: number, isLazy: boolean, isDeep: boolean): void {
    this.lastStart = start;
    this.end = end;
    this.isLastLazy = isLazy;
    this.isLastDeep = isDeep;
  }

  /** Whether a line makes the last one the head of a table. */
  isHeadOf(at: number, end: number): boolean {
    const cells = delimiterCells(this.text, at, end);
    return cells > 0 && !this.isLastDeep && headCells(this.text, this.lastStart, this.end) === cells;
  }

  /** The lines before the last one, or null where there are none. */
  beforeLast(): Span | null {
    return this.endBefore > this.start ? { start: this.start, end: this.endBefore } : null;
  }

  /** Whether link definitions may stand in it, which only remark reads. */
  mayDefine(): boolean {
    const { text, start, end } = this;
    if (text.charCodeAt(start) !== bracketLeft || text.charCodeAt(start + 1) === bracketLeft) return false;
    return text.slice(start, end).includes(']:');
  }
}
