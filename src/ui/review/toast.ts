// What just happened in a review: a line at the screen edge that screen readers announce and that goes away on its own.
import { Component } from 'obsidian';

/** ms */
const brief = 2000;
/** ms; a problem takes longer to read. */
const long = 8000;

export interface Said {
  /** Offers to undo it. */
  readonly undo?: () => void;
  readonly isProblem?: boolean;
}

export class Toast extends Component {
  readonly #el: HTMLElement;
  readonly #textEl: HTMLElement;
  readonly #undoName: string;
  #timer = 0;

  constructor(parent: HTMLElement, undoName: string) {
    super();
    this.#undoName = undoName;
    this.#el = parent.createDiv('nf-said');
    this.#textEl = this.#el.createSpan({
      cls: 'nf-said-text',
      attr: { role: 'status', 'aria-live': 'polite' },
    });
    this.register(() => window.clearTimeout(this.#timer));
  }

  say(text: string, { undo, isProblem = false }: Said = {}): void {
    this.#clear();
    this.#textEl.setText(text);
    this.#el.addClass('is-shown');
    if (undo) {
      const button = this.#el.createEl('button', {
        cls: 'nf-said-undo',
        text: this.#undoName,
        // The key and the toolbar button undo too, and a tab stop that disappears after two seconds helps nobody.
        attr: { type: 'button', tabindex: -1 },
      });
      button.addEventListener('click', undo);
    }
    this.#timer = window.setTimeout(() => this.#clear(), isProblem ? long : brief);
  }

  #clear(): void {
    window.clearTimeout(this.#timer);
    this.#el.removeClass('is-shown');
    this.#textEl.empty();
    this.#el.find('.nf-said-undo')?.remove();
  }
}
