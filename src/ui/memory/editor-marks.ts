// Marks in an editor with live preview: a layer over its margin, as CodeMirror draws its cursors. Places follow what
// is typed; they are looked up again once the note was read again.
import type { Desk } from '../shell/desk.ts';
import { createMark } from './draw-mark.ts';
import { livePath, type EditorPlugin, type EditorView, type ViewUpdate } from './editor-types.ts';
import type { MarkedCard } from './marked-cards.ts';

interface Placed {
  readonly id: string;
  readonly at: number;
}

interface Seen {
  readonly id: string;
  readonly top: number;
  readonly left: number;
}

/** px between text and mark, and for the mark. */
const room = 40;

export interface EditorMarksHost {
  readonly desk: Desk;
  /** Cards to mark, by line; none while marks are off. */
  cards(path: string): readonly MarkedCard[];
  /** Reports a change of marks or cards. */
  onChange(listener: () => void): () => void;
}

export class EditorMarks implements EditorPlugin {
  readonly #host: EditorMarksHost;
  readonly #view: EditorView;
  readonly #layer: HTMLElement;
  readonly #marks = new Map<string, HTMLElement>();
  readonly #forget: () => void;
  #placed: readonly Placed[] = [];

  constructor(host: EditorMarksHost, view: EditorView) {
    this.#host = host;
    this.#view = view;
    this.#layer = view.scrollDOM.createDiv('nf-memory-layer');
    this.#forget = host.onChange(() => this.#place());
    this.#place();
  }

  update({ docChanged, geometryChanged, viewportChanged, changes }: ViewUpdate): void {
    if (this.#placed.length === 0) return;
    if (docChanged) this.#placed = this.#placed.map(({ id, at }) => ({ id, at: changes.mapPos(at, 1) }));
    if (docChanged || geometryChanged || viewportChanged) this.#measure();
  }

  destroy(): void {
    this.#forget();
    this.#layer.remove();
  }

  /** Looks the cards up; one whose line has another text by now waits until its note is read again. */
  #place(): void {
    const path = livePath(this.#view);
    const { doc } = this.#view.state;
    const cards = path === null ? [] : this.#host.cards(path);
    this.#placed = cards.flatMap(({ id, line, source, question }) => {
      if (line >= doc.lines) return [];
      const { from, text } = doc.line(line + 1);
      const isHere = source === 'callout' ? /^\s*>/.test(text) : text.includes(question.split('\n')[0] ?? '');
      return isHere ? [{ id, at: from }] : [];
    });
    for (const mark of this.#marks.values()) mark.remove();
    this.#marks.clear();
    // An editor that is not shown may keep what waits to be measured, and all that it holds.
    if (this.#placed.length > 0) this.#measure();
  }

  #measure(): void {
    this.#view.requestMeasure({ key: this, read: () => this.#seen(), write: (seen) => this.#write(seen) });
  }

  #seen(): readonly Seen[] {
    const { viewport, scrollDOM, contentDOM, documentTop } = this.#view;
    const placed = this.#placed.filter(({ at }) => viewport.from <= at && at <= viewport.to);
    if (placed.length === 0) return [];
    const around = scrollDOM.getBoundingClientRect();
    const text = contentDOM.getBoundingClientRect();
    const isRight = getComputedStyle(contentDOM).direction === 'rtl';
    const place = isRight
      ? Math.max(around.left, text.left - room)
      : Math.min(text.right, around.right - room);
    return placed.map(({ id, at }) => {
      const { top } = this.#view.lineBlockAt(at);
      return {
        id,
        top: top + documentTop - around.top + scrollDOM.scrollTop,
        left: place - around.left + scrollDOM.scrollLeft,
      };
    });
  }

  #write(seen: readonly Seen[]): void {
    const gone = new Set(this.#marks.keys());
    for (const { id, top, left } of seen) {
      gone.delete(id);
      let mark = this.#marks.get(id);
      if (!mark) {
        mark = createMark(this.#host.desk, id);
        this.#layer.append(mark);
        this.#marks.set(id, mark);
      }
      mark.setCssStyles({ transform: `translate(${String(left)}px, ${String(top)}px)` });
    }
    for (const id of gone) {
      this.#marks.get(id)?.remove();
      this.#marks.delete(id);
    }
  }
}
