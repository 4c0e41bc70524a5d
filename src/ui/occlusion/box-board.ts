// A picture with boxes to draw, choose, move and resize, by mouse, finger and pen. Keys are up to the editor.
import { insidePicture, type PictureBox, type Shares } from '../../core/picture/box.ts';
import { between, movedBy, resizedBy } from '../../core/picture/edit-boxes.ts';
import { elementOf } from '../parts/event-element.ts';
import type { NotePicture } from './note-pictures.ts';

export interface BoardWords {
  readonly help: string;
  readonly tooSmall: string;
  readonly missing: (name: string) => string;
}

export interface BoardActions {
  /** The picture is shown; its size in pixels. */
  readonly loaded: (width: number, height: number) => void;
  readonly drawn: (shares: Shares) => void;
  readonly changed: (id: string, shares: Shares) => void;
  /** Other boxes are chosen. */
  readonly selected: () => void;
}

/** Pixels; less is a tap. */
const leastDrag = 4;

export class BoxBoard {
  readonly #el: HTMLElement;
  readonly #status: HTMLElement;
  readonly #words: BoardWords;
  readonly #actions: BoardActions;
  readonly #selected = new Set<string>();
  readonly #els = new Map<string, HTMLElement>();
  #boxes: readonly PictureBox[] = [];
  /** The box that had the focus last, unless the picture had it since. */
  #last: string | null = null;

  constructor(parent: HTMLElement, { src, name }: NotePicture, words: BoardWords, actions: BoardActions) {
    this.#words = words;
    this.#actions = actions;
    this.#el = parent.createDiv({
      cls: 'nf-board',
      attr: { tabindex: 0, role: 'group', 'aria-label': name },
    });
    this.#status = parent.createDiv({ cls: 'nf-hint', attr: { role: 'status' } });
    const image = this.#el.createEl('img', { attr: { alt: name, draggable: 'false' } });
    image.addEventListener('load', () => {
      // An SVG may have no size of its own.
      actions.loaded(
        image.naturalWidth || image.clientWidth || 1,
        image.naturalHeight || image.clientHeight || 1,
      );
    });
    image.addEventListener('error', () => this.#status.setText(words.missing(name)));
    image.src = src;
    this.#el.addEventListener('pointerdown', (event) => this.#down(event));
    this.#el.addEventListener('focusin', (event) => {
      this.#last = elementOf(event)?.getAttr('data-box') ?? null;
      actions.selected();
    });
    this.#el.addEventListener('keydown', (event) => {
      const id = this.#last;
      if (event.key !== ' ' || id === null) return;
      event.preventDefault();
      this.#toggle(id);
    });
  }

  get isFocused(): boolean {
    return this.#el.contains(this.#el.doc.activeElement);
  }

  /** The chosen boxes; if the one that had the focus last is not among them, that one alone. */
  get targets(): ReadonlySet<string> {
    const id = this.#last;
    return new Set(id === null || this.#selected.has(id) ? this.#selected : [id]);
  }

  /** A chosen box, or the picture. */
  focus(): void {
    const [id] = this.targets;
    (this.#els.get(id ?? '') ?? this.#el).focus();
  }

  select(id: string): void {
    this.#selected.clear();
    this.#toggle(id);
    this.#els.get(id)?.focus();
  }

  show(boxes: readonly PictureBox[], nameOf: (id: string) => string): void {
    this.#boxes = boxes;
    const ids = new Set(boxes.map(({ id }) => id));
    for (const [id, el] of this.#els) {
      if (ids.has(id)) continue;
      el.remove();
      this.#els.delete(id);
      this.#selected.delete(id);
      if (this.#last === id) this.#last = null;
    }
    for (const { id, shares, group } of boxes) {
      let el = this.#els.get(id);
      if (!el) {
        const attr = { role: 'button', tabindex: 0, 'data-box': id };
        el = this.#el.createDiv({ cls: 'nf-box', attr });
        el.createSpan();
        el.createDiv('nf-box-corner');
        this.#els.set(id, el);
      }
      place(el, shares);
      const name = nameOf(id);
      el.setAttr('aria-label', name);
      el.setAttr('aria-pressed', String(this.#selected.has(id)));
      el.toggleClass('is-grouped', group !== null);
      el.firstElementChild?.setText(name);
    }
  }

  #toggle(id: string): void {
    if (this.#selected.delete(id)) this.#last = null;
    else this.#selected.add(id);
    this.#actions.selected();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#status.empty();
    const target = elementOf(event);
    const id = target?.closest('.nf-box')?.getAttr('data-box') ?? null;
    const box = this.#boxes.find((one) => one.id === id);
    const start = this.#at(event);
    const by = target?.hasClass('nf-box-corner') === true ? resizedBy : movedBy;
    const ghost = box ? null : this.#el.createDiv('nf-box');
    let shares: Shares | null = null;
    const move = (moved: PointerEvent): void => {
      const now = this.#at(moved);
      const far = Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY);
      if (!shares && far < leastDrag) return;
      const [dx, dy] = [now[0] - start[0], now[1] - start[1]];
      shares = box ? by(box.shares, dx, dy) : between(...start, ...now);
      const el = ghost ?? this.#els.get(id ?? '');
      if (el) place(el, shares);
    };
    const end = (): void => {
      for (const [kind, run] of listeners) this.#el.removeEventListener(kind, run);
      ghost?.remove();
      if (box && shares) this.#actions.changed(box.id, shares);
      else if (box) this.#tap(box.id, event);
      else if (shares) this.#drawn(shares);
      else {
        this.#selected.clear();
        this.#el.focus();
        this.#actions.selected();
      }
    };
    const listeners = [
      ['pointermove', move],
      ['pointerup', end],
      ['pointercancel', end],
    ] as const;
    for (const [kind, run] of listeners) this.#el.addEventListener(kind, run);
    this.#el.setPointerCapture(event.pointerId);
    if (box) this.#els.get(box.id)?.focus();
  }

  #drawn(shares: Shares): void {
    const inside = insidePicture(shares);
    if (inside) this.#actions.drawn(inside);
    else this.#status.setText(this.#words.tooSmall);
  }

  /** A finger has no Shift key: each tap adds a box to the chosen ones. */
  #tap(id: string, { shiftKey, pointerType }: PointerEvent): void {
    if (shiftKey || pointerType === 'touch') this.#toggle(id);
    else this.select(id);
  }

  #at({ clientX, clientY }: PointerEvent): readonly [x: number, y: number] {
    const { left, top, width, height } = this.#el.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  }
}

function place(el: HTMLElement, [x, y, width, height]: Shares): void {
  const percent = (share: number): string => `${String(share * 100)}%`;
  el.setCssStyles({ left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
}
