// Open quotes, lists and footnotes, and which of them each line continues or opens. Follows micromark's document
// construct step by step, quirks included (CommonMark leaves some of them open).
import { codeAt } from '../../text/code-at.ts';
import { bracketLeft, caret, greater } from './codes.ts';
import { Cursor } from './cursor.ts';
import { markerLength, mayBeRefused, ruleFailure } from './line.ts';

/** `definition`: a footnote's. */
export type ContainerKind = 'quote' | 'list' | 'definition';

interface Container {
  readonly kind: ContainerKind;
  /** A list's character: bullet, `.` or `)`. */
  readonly sign: number;
  /** Columns of indentation that keep a line in the list item. */
  size: number;
  /** A list item that begins with a blank line ends at the next one. */
  startsBlank: boolean;
  isOver: boolean;
}

/** Nobody nests deeper; micromark takes minutes for a line of 10,000 `>`. The rest is text. */
const maxDepth = 100;

const footnoteLabel = /\[\^[^[\]\\\s]{1,300}\]:/y;

export class Containers {
  readonly cursor: Cursor;
  readonly stack: Container[] = [];
  /** How many of the open containers the line continues. */
  continued = 0;
  /** Whether the line has passed a marker. */
  hasPrefix = false;
  /** Whether an item of an already open list began on this line. */
  hasNewItem = false;
  readonly #text: string;
  #ruleSign = 0;
  #notRuleBefore = 0;

  constructor(text: string) {
    this.#text = text;
    this.cursor = new Cursor(text);
  }

  /** Consumes the markers of open containers. */
  startLine(start: number, end: number): void {
    const { cursor, stack } = this;
    cursor.startLine(start, end);
    this.continued = 0;
    this.hasPrefix = false;
    this.hasNewItem = false;
    while (this.continued < stack.length) {
      const container = stack[this.continued];
      if (!container || !this.#goOn(container)) break;
      this.continued += 1;
      if (this.hasNewItem) {
        stack.length = this.continued;
        break;
      }
    }
  }

  #goOn(container: Container): boolean {
    const { cursor } = this;
    if (container.kind === 'quote') return this.#takeQuoteMarker();
    if (container.kind === 'definition') {
      if (cursor.isBlank) return true;
      if (cursor.indent < 4) return false;
      cursor.take(4);
      return true;
    }
    if (cursor.isBlank) {
      container.isOver ||= container.startsBlank;
      cursor.take(container.size);
      return true;
    }
    const isOver = container.isOver;
    container.isOver = false;
    container.startsBlank = false;
    if (!isOver && cursor.indent >= container.size) {
      cursor.take(container.size);
      return true;
    }
    this.hasNewItem = this.#takeItem(container, false);
    return this.hasNewItem;
  }

  /** Opens the container that begins here inside the first `depth`, if any. `interrupts`: it would end a paragraph. */
  open(depth: number, interrupts: boolean): Container | null {
    const { cursor, stack } = this;
    const text = this.#text;
    if (cursor.isBlank || cursor.indent > 3 || depth >= maxDepth) return null;
    const code = codeAt(text, cursor.first);
    if (code > caret || (code > greater && code < bracketLeft)) return null;
    let container: Container | null = null;
    if (code === greater) {
      this.#takeQuoteMarker();
      container = { kind: 'quote', sign: 0, size: 0, startsBlank: false, isOver: false };
    } else if (code === bracketLeft) {
      container = this.#openFootnote();
    } else {
      const length = markerLength(text, cursor.first, cursor.end);
      if (length === 0) return null;
      const sign = codeAt(text, cursor.first + length - 1);
      const list: Container = { kind: 'list', sign, size: 0, startsBlank: false, isOver: false };
      if (this.#takeItem(list, interrupts)) container = list;
    }
    if (container) {
      stack.length = depth;
      stack.push(container);
    }
    return container;
  }

  #takeQuoteMarker(): boolean {
    const { cursor } = this;
    const text = this.#text;
    if (cursor.isBlank || cursor.indent > 3 || codeAt(text, cursor.first) !== greater) return false;
    cursor.pass(1);
    cursor.take(1);
    this.hasPrefix = true;
    return true;
  }

  #openFootnote(): Container | null {
    const { cursor } = this;
    const text = this.#text;
    if (codeAt(text, cursor.first + 1) !== caret) return null;
    footnoteLabel.lastIndex = cursor.first;
    const label = footnoteLabel.exec(text)?.[0];
    if (label === undefined) return null;
    cursor.pass(label.length);
    cursor.take(Infinity);
    this.hasPrefix = true;
    return { kind: 'definition', sign: 0, size: 0, startsBlank: false, isOver: false };
  }

  /** Consumes a marker of the list and the whitespace after it. */
  #takeItem(list: Container, interrupts: boolean): boolean {
    const { cursor } = this;
    const text = this.#text;
    const { first, end, indent } = cursor;
    if (indent > 3) return false;
    const length = markerLength(text, first, end);
    if (length === 0 || codeAt(text, first + length - 1) !== list.sign) return false;
    if (length === 1 && this.#isRule(first, end)) return false;
    if (interrupts && mayBeRefused(text, first, end)) return false;
    cursor.pass(length);
    if (cursor.isBlank) {
      list.startsBlank = true;
      list.size = indent + length + 1;
      this.hasPrefix = true;
      return true;
    }
    list.startsBlank = false;
    list.size = indent + length + cursor.take(cursor.indent < 5 ? 4 : 1);
    this.hasPrefix = true;
    return true;
  }

  /** Remembers where it failed: a line of 100,000 `- ` would be read that often. */
  #isRule(at: number, end: number): boolean {
    const sign = codeAt(this.#text, at);
    if (sign === this.#ruleSign && at < this.#notRuleBefore) return false;
    const failure = ruleFailure(this.#text, at, end);
    this.#ruleSign = sign;
    this.#notRuleBefore = failure;
    return failure < 0;
  }
}
