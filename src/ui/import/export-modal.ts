// The export for Anki: asks what, how and where, and creates the file on a yes.
import { Modal, Setting, type TextComponent } from 'obsidian';
import { nameControls } from '../parts/name-controls.ts';
import { makePause } from '../../app/work/slices.ts';
import { countCards, exportedCards } from '../../app/transfer/card-export.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { ankiLines, csvLines } from '../../core/import/anki-export.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { Scope } from '../../core/study/scope.ts';
import type { Desk } from '../shell/desk.ts';
import type { Locale } from '../locale.ts';
import { drawButtons } from './modal-buttons.ts';
import { createNew, takenPaths, tidyPath } from './new-file.ts';

type Format = keyof Locale['import']['exporting']['formats'];
const endings: Readonly<Record<Format, string>> = { anki: '.txt', csv: '.csv' };

export class ExportModal extends Modal {
  readonly #desk: Desk;
  readonly #scopes: readonly (readonly [name: string, scope: Scope])[];
  #scope: Scope = { kind: 'all' };
  #format: Format = 'anki';
  #root = 'Obsidian';
  #path: string;
  #yes: HTMLButtonElement | null = null;
  #problem: HTMLElement | null = null;
  #isClosed = false;

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
    this.#scopes = scopesOf(desk);
    this.#path = this.#freePath();
  }

  override onOpen(): void {
    const { exporting: said } = this.#desk.locale.import;
    this.modalEl.addClass('nf-import');
    this.setTitle(said.title);
    new Setting(this.contentEl).setName(said.scope).addDropdown((dropdown) => {
      for (const [index, [name]] of this.#scopes.entries()) dropdown.addOption(String(index), name);
      dropdown.onChange((index) => {
        this.#scope = this.#scopes[Number(index)]?.[1] ?? { kind: 'all' };
        this.#refresh();
      });
    });
    let path: TextComponent | null = null;
    new Setting(this.contentEl)
      .setName(said.format)
      .setDesc(said.formatDesc)
      .addDropdown((dropdown) =>
        dropdown.addOptions({ ...said.formats }).onChange((format) => {
          this.#format = format === 'csv' ? 'csv' : 'anki';
          root.settingEl.toggle(this.#format === 'anki');
          this.#path = this.#freePath();
          path?.setValue(this.#path);
          this.#refresh();
        }),
      );
    const root = new Setting(this.contentEl)
      .setName(said.root)
      .setDesc(said.rootDesc)
      .addText((text) => text.setValue(this.#root).onChange((value) => (this.#root = value.trim())));
    new Setting(this.contentEl)
      .setName(said.path)
      .setDesc(said.pathDesc)
      .addText((text) => {
        path = text;
        text.setValue(this.#path).onChange((value) => {
          this.#path = value;
          this.#refresh();
        });
      });
    nameControls(this.contentEl);
    this.#problem = this.contentEl.createEl('p', { cls: 'nf-import-problem', attr: { role: 'status' } });
    drawButtons(this.contentEl, [
      { text: said.yes(0), isYes: true, run: () => this.#export() },
      { text: this.#desk.locale.import.cancel, run: () => this.close() },
    ]);
    this.#yes = this.contentEl.querySelector('button.mod-cta');
    this.#refresh();
  }

  override onClose(): void {
    this.#isClosed = true;
    this.contentEl.empty();
  }

  /** An unused file name in the root of the vault. */
  #freePath(): string {
    const taken = takenPaths(this.#desk.app);
    const ending = endings[this.#format];
    for (let nth = 1; ; nth += 1) {
      const path = `Flashcards export${nth === 1 ? '' : ` ${String(nth)}`}${ending}`;
      if (!taken.has(path.toLowerCase())) return path;
    }
  }

  /** Why the export cannot be created, or null. */
  #check(count: number): string | null {
    const { exporting: said } = this.#desk.locale.import;
    const path = tidyPath(this.#path);
    if (count === 0) return said.noCards;
    if (path === null || path === '') return said.badPath;
    return takenPaths(this.#desk.app).has(path.toLowerCase()) ? said.exists(path) : null;
  }

  #refresh(): void {
    const count = countCards(this.#desk.flashcards, this.#scope);
    const problem = this.#check(count);
    this.#problem?.setText(problem ?? '');
    if (!this.#yes) return;
    this.#yes.setText(this.#desk.locale.import.exporting.yes(count));
    this.#yes.disabled = problem !== null;
  }

  async #export(): Promise<void> {
    const { exporting: said } = this.#desk.locale.import;
    const path = tidyPath(this.#path) ?? '';
    const format = this.#format;
    const media = new Set<string>();
    const lines = format === 'csv' ? csvLines : ankiLines(media, this.#root === '' ? undefined : this.#root);
    const texts = [lines.head];
    if (this.#yes) this.#yes.disabled = true;
    const goesOn = makePause(this.#desk.slices, () => !this.#isClosed);
    try {
      for await (const card of exportedCards(this.#desk.flashcards, this.#scope)) {
        texts.push(lines.line(card));
        if (!(await goesOn())) return;
      }
      await createNew(this.#desk.app, path, texts.join(''));
    } catch (error) {
      if (this.#yes) this.#yes.disabled = false;
      this.#problem?.setText(this.#desk.locale.failed(error));
      return;
    }
    const done = said.done(texts.length - 1, path);
    this.#desk.tell(done);
    if (media.size === 0) this.close();
    else this.#showMedia(done, [...media].sort());
  }

  #showMedia(done: string, media: readonly string[]): void {
    this.#yes = null;
    this.#problem = null;
    this.contentEl.empty();
    this.contentEl.createEl('p', { text: done });
    this.contentEl.createEl('p', { text: this.#desk.locale.import.exporting.media(media.length) });
    this.contentEl.createEl('pre', { cls: 'nf-plain', text: media.join('\n'), attr: { tabindex: 0 } });
    drawButtons(this.contentEl, [
      { text: this.#desk.locale.import.close, isYes: true, run: () => this.close() },
    ]);
  }
}

function scopesOf({ app, flashcards: cards, locale }: Desk): readonly (readonly [string, Scope])[] {
  const { exporting: said } = locale.import;
  const scopes: [string, Scope][] = [[said.everything, { kind: 'all' }]];
  const note = app.workspace.getActiveFile()?.path;
  if (note !== undefined && cards.note(note))
    scopes.push([said.noteScope(noteTitle(note)), { kind: 'note', note }]);
  const addDeck = ({ deck, children }: DeckNode): void => {
    if (deck !== '') scopes.push([said.deckScope(deck), { kind: 'deck', deck }]);
    children.forEach(addDeck);
  };
  addDeck(cards.study.decks());
  return scopes;
}
