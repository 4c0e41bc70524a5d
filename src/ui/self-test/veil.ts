// Covers parts of a rendered section. What is written there keeps its elements and its place: a class hides them, and
// texts that are covered in part get an element around them; `lift` takes all of it away again.
import { noText } from '../../core/card/cover/find-shown.ts';

const whole = 'img, svg, video, audio, canvas, iframe, input, hr, .math, .internal-embed';
const blocks = 'ul, ol, dl, pre, table, blockquote, div, section, details, hr';
/** What is in these is covered instead, with the button where its text begins. */
const frames = 'p, li, tr, td, th, thead, tbody, dt, dd, h1, h2, h3, h4, h5, h6';
/** What opens, folds and names a callout. */
const controls = '.callout-title, .list-bullet, .list-collapse-indicator, .heading-collapse-indicator';

interface Extent {
  readonly start: number;
  readonly end: number;
}

function hide(el: HTMLElement, isHidden: boolean): void {
  el.toggleClass('nf-veil', isHidden);
  el.setAttr('aria-hidden', isHidden ? 'true' : null);
}

export class Veils {
  readonly #el: HTMLElement;
  readonly #undo: (() => void)[] = [];
  readonly #extents = new Map<Node, Extent>();
  readonly #covered = new Map<string, HTMLElement[]>();
  /** All that is shown in the section. */
  text = '';

  constructor(el: HTMLElement) {
    this.#el = el;
    this.read();
  }

  /** Reads the section again, after it was covered in part. */
  read(): void {
    this.text = '';
    this.#extents.clear();
    this.#measure(this.#el);
  }

  extentOf(node: Node): Extent {
    return this.#extents.get(node) ?? { start: 0, end: this.text.length };
  }

  /** The end of the list item around an offset; null if there is none. */
  itemEnd(at: number): number | null {
    let found: number | null = null;
    for (const item of this.#el.findAll('li')) {
      const { start, end } = this.extentOf(item);
      if (start <= at && at <= end) found = end;
    }
    return found;
  }

  /** Covers what is shown from one offset to another. */
  cover(id: string, start: number, end: number): void {
    if (start >= end) return;
    this.#coverIn(this.#el, id, { start, end });
    // Texts were cut.
    this.read();
  }

  /** Covers the contents of an element. */
  coverInside(id: string, el: HTMLElement): void {
    this.#wrap(id, [...el.childNodes]);
    this.read();
  }

  coverElement(id: string, el: HTMLElement): void {
    this.#covered.set(id, [...(this.#covered.get(id) ?? []), el]);
    el.setAttr('data-nf-test', id);
    this.#undo.push(() => {
      hide(el, false);
      el.setAttr('data-nf-test', null);
    });
  }

  get ids(): Iterable<string> {
    return this.#covered.keys();
  }

  first(id: string): HTMLElement | null {
    return this.#covered.get(id)?.[0] ?? null;
  }

  /** Hides or shows what one cover covers. */
  set(id: string, isHidden: boolean): void {
    for (const el of this.#covered.get(id) ?? []) hide(el, isHidden);
  }

  /** Takes everything away. */
  lift(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo.length = 0;
  }

  #measure(node: Node): void {
    const start = this.text.length;
    if (node.instanceOf(HTMLElement) && node !== this.#el && node.matches(whole)) this.text += noText;
    else if (node.nodeType === 3) this.text += node.textContent ?? '';
    else if (node.instanceOf(SVGElement)) this.text += noText;
    else for (const child of node.childNodes) this.#measure(child);
    this.#extents.set(node, { start, end: this.text.length });
  }

  #coverIn(parent: Node, id: string, range: Extent): void {
    let inline: Node[] = [];
    const close = (): void => {
      if (inline.some((node) => node.nodeType !== 3 || node.textContent?.trim() !== ''))
        this.#wrap(id, inline);
      inline = [];
    };
    for (const child of [...parent.childNodes]) {
      const { start, end } = this.extentOf(child);
      const isElement = child.instanceOf(HTMLElement);
      if (end <= range.start || start >= range.end || (isElement && child.matches(controls))) close();
      else if (start < range.start || end > range.end || (isElement && child.matches(frames))) {
        if (child.nodeType !== 3) {
          close();
          this.#coverIn(child, id, range);
        } else {
          if (start < range.start) close();
          inline.push(this.#cut(child as Text, start, range));
          if (end > range.end) close();
        }
      } else if (isElement && child.matches(blocks)) {
        close();
        this.coverElement(id, child);
      } else inline.push(child);
    }
    close();
  }

  /** The part of a text that is in the range, as a node of its own. */
  #cut(node: Text, start: number, range: Extent): Text {
    const from = Math.max(0, range.start - start);
    const to = range.end - start;
    if (to < node.length) node.splitText(to);
    return from > 0 ? node.splitText(from) : node;
  }

  #wrap(id: string, nodes: readonly Node[]): void {
    const [first] = nodes;
    const parent = first?.parentNode;
    if (!first || !parent) return;
    const around = createSpan();
    parent.insertBefore(around, first);
    around.append(...nodes);
    this.#undo.push(() => {
      around.replaceWith(...around.childNodes);
      parent.normalize();
    });
    this.coverElement(id, around);
  }
}
