// The card under the keyboard cursor as asked and answered, beside the list or below it, and its text to edit.
import { Component, setIcon } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { Redraw } from '../parts/redraw.ts';
import { CardFace } from '../review/card/card-face.ts';
import { editBoxesOf } from '../occlusion/open-editor.ts';
import { CardEditor } from '../study/card-editor.ts';

/** ms; whoever holds an arrow down passes cards that nobody reads. */
const drawAfter = 80;
const storageKey = 'note-flashcards-no-preview';

export class CardPane extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #editEl: HTMLButtonElement;
  readonly #edited: (isSaved: boolean) => void;
  #wanted: string | null = null;
  #face: CardFace | null = null;
  #editing: { readonly id: string; readonly editor: CardEditor } | null = null;
  #isOn: boolean;
  readonly #redraw = new Redraw(drawAfter, () => this.#draw());

  /** @param edited called when the text of a card is no longer edited */
  constructor(desk: Desk, parent: HTMLElement, edited: (isSaved: boolean) => void) {
    super();
    this.#desk = desk;
    this.#edited = edited;
    this.#isOn = desk.app.loadLocalStorage(storageKey) === null;
    this.#el = parent.createDiv({
      cls: 'nf-cards-pane',
      attr: { role: 'region', 'aria-label': desk.locale.cardList.preview, tabindex: 0 },
    });
    const { rewrite } = desk.locale.main.actions;
    const label = desk.locale.cardList.keyHint(rewrite, 'E');
    this.#editEl = this.#el.createEl('button', {
      cls: 'clickable-icon nf-pane-edit',
      attr: { type: 'button', 'aria-label': label },
    });
    setIcon(this.#editEl, 'pencil-line');
    this.#editEl.addEventListener('click', () => {
      if (this.#face) this.edit(this.#face.tracked.id);
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
    const isShown = this.#editing !== null || (this.#isOn && id !== null);
    this.#el.toggle(isShown);
    if (isShown) this.#redraw.soon();
  }

  /** Shows the text of a card to edit. Another with unsaved changes stays until they are saved or given up. */
  edit(id: string): void {
    // Its text is a picture in a note; what is edited are the boxes on it.
    if (this.#desk.flashcards.card(id)?.card.source === 'occlusion') {
      void editBoxesOf(this.#desk, id);
      return;
    }
    if (this.#editing?.editor.hasChanges) {
      this.#editing.editor.focus();
      return;
    }
    this.#stopEditing();
    this.#el.show();
    this.#drawFace(id);
    const editor = new CardEditor(this.#desk, this.#el, id, (isSaved) => {
      this.#stopEditing();
      this.show(this.#wanted);
      this.#edited(isSaved);
    });
    this.#editing = { id, editor: this.addChild(editor) };
    this.#el.addClass('is-editing');
  }

  #stopEditing(): void {
    if (!this.#editing) return;
    this.removeChild(this.#editing.editor);
    this.#editing = null;
    this.#el.removeClass('is-editing');
  }

  #draw(): void {
    if (this.#editing) {
      if (this.#editing.editor.hasChanges || this.#wanted === this.#editing.id) return;
      this.#stopEditing();
      this.#el.toggle(this.#isOn && this.#wanted !== null);
    }
    this.#drawFace(this.#wanted);
  }

  #drawFace(id: string | null): void {
    const tracked = id === null ? null : this.#desk.flashcards.card(id);
    const face = this.#face;
    if (tracked && face?.tracked.id === tracked.id && !face.differsFrom(tracked)) return;
    if (face) this.removeChild(face);
    this.#face = null;
    this.#editEl.toggle(tracked !== null);
    if (!tracked) return;
    this.#face = this.addChild(
      new CardFace(this.#desk, tracked, this.#el, {
        leave: () => undefined,
        showRest: () => undefined,
        typed: null,
      }),
    );
    void this.#face.show({ parts: 0, whole: true, collapsed: false });
    this.#el.scrollTop = 0;
  }
}
