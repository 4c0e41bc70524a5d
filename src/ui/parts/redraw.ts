// Draws a screen again a moment after something changed, and gives the focus back to what had it.

/** One draw for all changes of a moment. */
export class Redraw {
  readonly #ms: number;
  readonly #draw: () => void;
  #timer = 0;

  /** @param ms between the first change and the draw */
  constructor(ms: number, draw: () => void) {
    this.#ms = ms;
    this.#draw = draw;
  }

  /** Further changes don't move the draw: those of a vault being read would postpone it forever. */
  soon(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      this.#draw();
    }, this.#ms);
  }

  close(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
  }
}

/** Resolves when what has changed is drawn, so that long work comes after it; of a hidden window nothing is drawn. */
export function drawn({ win }: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    win.setTimeout(resolve, 100);
    win.requestAnimationFrame(() => win.setTimeout(resolve, 0));
  });
}

/** Replaces elements in `el`, and moves the focus from the old one with a `data-key` to the new one with that key. */
export function replaceFocused(el: HTMLElement, draw: () => void): void {
  const active = el.doc.activeElement;
  const key = active?.instanceOf(HTMLElement) && el.contains(active) ? active.dataset['key'] : undefined;
  draw();
  if (key !== undefined) el.find(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
