// The card under the keyboard cursor as asked and answered, beside the list or below it.
import { Component } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { Redraw } from '../parts/redraw.ts';
import { CardFace } from '../review/card/card-face.ts';

/** ms; whoever holds an arrow down passes cards that nobody reads. */
const drawAfter = 80;
const storageKey = 'note-flashcards-no-preview';

export class CardPane extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  #wanted: string | null = null;
  #face: CardFace | null = null;
  #isOn: boolean;
  readonly #redraw = new Redraw(drawAfter, () => this.#draw());

  constructor(desk: Desk, parent: HTMLElement) {
    super();
    this.#desk = desk;
    this.#isOn = desk.app.loadLocalStorage(storageKey) === null;
    this.#el = parent.createDiv({
      cls: 'nf-cards-pane',
      attr: { role: 'region', 'aria-label': desk.locale.cardList.preview, tabindex: 0 },
    });
    this.#el.hide();
    this.register(() => this.#redraw.close());
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(): void {
    this.#isOn = !this.#isOn;
    this.#desk.app.saveLocalStorage(storageKey, this.#isOn ? null : 'true');
    this.show(this.#wanted);
  }

  /** @param id null for none */
  show(id: string | null): void {
    this.#wanted = id;
    const isShown = this.#isOn && id !== null;
    this.#el.toggle(isShown);
    if (isShown) this.#redraw.soon();
  }

  #draw(): void {
    const tracked = this.#wanted === null ? null : this.#desk.flashcards.card(this.#wanted);
    const face = this.#face;
    if (tracked && face?.tracked.id === tracked.id && !face.differsFrom(tracked)) return;
    if (face) this.removeChild(face);
    this.#face = null;
    if (!tracked) return;
    this.#face = this.addChild(
      new CardFace(this.#desk, tracked, this.#el, { leave: () => undefined, showRest: () => undefined }),
    );
    void this.#face.show({ parts: 0, whole: true, collapsed: false });
    this.#el.scrollTop = 0;
  }
}
