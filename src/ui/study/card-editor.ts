// Edits a card in place: the text of its block as the note has it, in a pane or in a window of its own.
import { Component, Modal } from 'obsidian';
import {
  findDraft,
  keepDraft,
  readDrafts,
  type Draft,
  type DraftPlace,
} from '../../core/card/edit/drafts.ts';
import type { Desk } from '../shell/desk.ts';
import { ask } from '../parts/confirm.ts';
import { readBlock, saveBlock, type NoteBlock } from './note-block.ts';

/** Where what is typed waits if its pane, or the app, is closed: on this device only. */
const draftKey = 'note-flashcards-drafts';

export class CardEditor extends Component {
  readonly #desk: Desk;
  readonly #id: string;
  readonly #el: HTMLElement;
  readonly #areaEl: HTMLTextAreaElement;
  readonly #saveEl: HTMLButtonElement;
  readonly #copyEl: HTMLButtonElement;
  readonly #saidEl: HTMLElement;
  readonly #done: (isSaved: boolean) => void;
  #block: NoteBlock | null = null;
  /** The text in the note, as the text area has it. */
  #shown = '';
  /** Where the draft is kept. */
  #place: DraftPlace | null = null;
  /** Whether it began from another text than the note has now: it may be copied, not saved. */
  #isStale = false;
  /** While it is saved, and while a question is open. */
  #isBusy = false;
  #isLeft = false;

  /** @param done called once it is to be closed */
  constructor(desk: Desk, parent: HTMLElement, id: string, done: (isSaved: boolean) => void) {
    super();
    const { editor } = desk.locale.main;
    const { save, cancel } = desk.locale.data;
    this.#desk = desk;
    this.#id = id;
    this.#done = done;
    this.#el = parent.createDiv('nf-editor');
    this.#areaEl = this.#el.createEl('textarea', {
      attr: { 'aria-label': editor.label, dir: 'auto', spellcheck: true, rows: 12, disabled: true },
    });
    this.#saidEl = this.#el.createDiv({ cls: 'nf-editor-said', attr: { role: 'status' } });
    const buttons = this.#el.createDiv('modal-button-container');
    const button = (text: string, run: () => unknown): HTMLButtonElement => {
      const el = buttons.createEl('button', { text, attr: { type: 'button' } });
      el.addEventListener('click', () => void run());
      return el;
    };
    this.#saveEl = button(save, () => this.#save());
    this.#saveEl.addClass('mod-cta');
    this.#saveEl.disabled = true;
    this.#copyEl = button(editor.copy, () => this.#copy());
    this.#copyEl.hide();
    button(cancel, () => this.close());
    this.#areaEl.addEventListener('input', () => this.#typed());
    this.#el.addEventListener('keydown', (event) => this.#pressed(event));
    void this.#read();
  }

  override onunload(): void {
    this.#el.remove();
  }

  get hasChanges(): boolean {
    return this.#areaEl.value !== this.#shown;
  }

  focus(): void {
    this.#areaEl.focus();
  }

  /** Asks first if there are changes. */
  async close(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const isWanted = !this.hasChanges || (await ask(this.#desk.app, this.#desk.locale.main.editor.discard));
    this.#isBusy = false;
    if (isWanted) this.#leave(false);
    else this.#areaEl.focus();
  }

  #leave(isSaved: boolean): void {
    // The app may tell of one Escape twice.
    if (this.#isLeft) return;
    this.#isLeft = true;
    this.#keep(null);
    this.#done(isSaved);
  }

  async #read(): Promise<void> {
    try {
      this.#block = await readBlock(this.#desk, this.#id);
    } catch (error) {
      this.#say(this.#desk.locale.failed(error));
      return;
    }
    if (!this.#block) {
      this.#say(this.#desk.locale.main.editor.gone);
      return;
    }
    const { file, blocks, read } = this.#block;
    this.#areaEl.value = read.text.slice(read.start, read.end);
    this.#shown = this.#areaEl.value;
    this.#areaEl.disabled = false;
    this.#areaEl.focus();
    this.#areaEl.setSelectionRange(0, 0);
    const here = { id: this.#id, note: file.path, block: this.#shown };
    const { flashcards, locale } = this.#desk;
    const draft = findDraft(this.#drafts, { ...here, blocks }, (id) => flashcards.card(id) !== null);
    this.#place = draft ?? here;
    if (!draft) return;
    this.#areaEl.value = draft.typed;
    this.#isStale = this.hasChanges && draft.block !== this.#shown;
    this.#typed();
    const { changed, kept } = locale.main.editor;
    if (this.hasChanges) this.#say(this.#isStale ? `${changed} ${kept}` : kept);
  }

  #typed(): void {
    // Without any text there is no card; the note itself is the place to delete one.
    this.#saveEl.disabled = this.#isStale || !this.hasChanges || this.#areaEl.value.trim() === '';
    this.#keep(this.hasChanges ? this.#areaEl.value : null);
  }

  get #drafts(): readonly Draft[] {
    return readDrafts(this.#desk.app.loadLocalStorage(draftKey));
  }

  #keep(typed: string | null): void {
    if (!this.#place) return;
    const drafts = keepDraft(this.#drafts, this.#place, typed);
    this.#desk.app.saveLocalStorage(draftKey, drafts.length > 0 ? drafts : null);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSave && event.key !== 'Escape') {
      // Letters are keys of the review behind it.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!isSave) void this.close();
    else if (!this.hasChanges) this.#leave(false);
    else if (!this.#saveEl.disabled) void this.#save();
  }

  async #save(): Promise<void> {
    if (!this.#block || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const saved = await saveBlock(this.#desk, this.#block, this.#areaEl.value);
      if (saved !== 'saved') {
        const { editor } = this.#desk.locale.main;
        this.#say(`${editor[saved]} ${editor.kept}`);
        return;
      }
      this.#shown = this.#areaEl.value;
      this.#leave(true);
    } catch (error) {
      this.#say(this.#desk.locale.failed(error));
    } finally {
      this.#isBusy = false;
    }
  }

  async #copy(): Promise<void> {
    await this.#el.win.navigator.clipboard.writeText(this.#areaEl.value);
    this.#saidEl.setText(this.#desk.locale.main.editor.copied);
  }

  /** What went wrong; the typed text stays, to be copied. */
  #say(text: string): void {
    this.#saidEl.setText(text);
    this.#copyEl.toggle(this.#areaEl.value !== '');
  }
}

export class EditorModal extends Modal {
  readonly #desk: Desk;
  readonly #id: string;
  readonly #closed: (isSaved: boolean) => void;
  #editor: CardEditor | null = null;
  #isSaved = false;

  constructor(desk: Desk, id: string, closed: (isSaved: boolean) => void) {
    super(desk.app);
    this.#desk = desk;
    this.#id = id;
    this.#closed = closed;
  }

  override onOpen(): void {
    this.setTitle(this.#desk.locale.main.editor.label);
    this.modalEl.addClass('nf-editor-modal');
    this.#editor = new CardEditor(this.#desk, this.contentEl, this.#id, (isSaved) => {
      this.#isSaved = isSaved;
      super.close();
    });
    this.#editor.load();
  }

  /** Escape, the cross and a click beside the window ask first, too. */
  override close(): void {
    if (this.#editor?.hasChanges) void this.#editor.close();
    else super.close();
  }

  override onClose(): void {
    this.#editor?.unload();
    this.#editor = null;
    this.contentEl.empty();
    this.#closed(this.#isSaved);
  }
}
