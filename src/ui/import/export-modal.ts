// The export for Anki: asks what, how and where, and creates the file on a yes.
import { Modal, Setting, type TextComponent } from 'obsidian';
import { nameControls } from '../parts/name-controls.ts';
import { noteFacts } from '../parts/note-facts.ts';
import { makePause } from '../../app/work/slices.ts';
import { CardSearch } from '../../app/browse/card-search.ts';
import { cardsIn, exportedCards, packCards } from '../../app/transfer/card-export.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { ankiLines, csvLines } from '../../core/import/anki-export.ts';
import { writePackage } from '../../core/import/anki/write-package.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { Scope } from '../../core/study/scope.ts';
import { queryProblemText } from '../card-list/query-problem.ts';
import type { Desk } from '../shell/desk.ts';
import type { Locale } from '../locale.ts';
import { drawButtons } from './modal-buttons.ts';
import { createNew, createWhole, takenPaths, tidyPath } from './new-file.ts';

type Format = keyof Locale['import']['exporting']['formats'];
const endings: Readonly<Record<Format, string>> = { apkg: '.apkg', anki: '.txt', csv: '.csv' };

/** What to tell of a finished export, and a list below it. */
interface Done {
  readonly told: readonly string[];
  readonly listed: readonly string[];
}

export class ExportModal extends Modal {
  readonly #desk: Desk;
  readonly #scopes: readonly (readonly [name: string, scope: Scope])[];
  readonly #search: CardSearch;
  #scope: Scope = { kind: 'all' };
  /** Cards of the scope that the search finds. */
  #cards: readonly string[] = [];
  #typed = '';
  #format: Format = 'apkg';
  #root = 'Obsidian';
  #path: string;
  #yes: HTMLButtonElement | null = null;
  #problem: HTMLElement | null = null;
  #isClosed = false;

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
    this.#scopes = scopesOf(desk);
    this.#search = new CardSearch(desk.flashcards, noteFacts(desk.app));
    this.#path = this.#freePath();
  }

  override onOpen(): void {
    const { cardList, import: words } = this.#desk.locale;
    const { exporting: said } = words;
    this.modalEl.addClass('nf-import');
    this.setTitle(said.title);
    new Setting(this.contentEl).setName(said.scope).addDropdown((dropdown) => {
      for (const [index, [name]] of this.#scopes.entries()) dropdown.addOption(String(index), name);
      dropdown.onChange((index) => {
        this.#scope = this.#scopes[Number(index)]?.[1] ?? { kind: 'all' };
        void this.#find();
      });
    });
    new Setting(this.contentEl).setName(cardList.search).addText((text) =>
      text.onChange((value) => {
        this.#typed = value;
        void this.#find();
      }),
    );
    let path: TextComponent | null = null;
    new Setting(this.contentEl)
      .setName(said.format)
      .setDesc(said.formatDesc)
      .addDropdown((dropdown) =>
        dropdown.addOptions({ ...said.formats }).onChange((format) => {
          this.#format = format as Format;
          root.settingEl.toggle(this.#format !== 'csv');
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
      { text: words.cancel, run: () => this.close() },
    ]);
    this.#yes = this.contentEl.querySelector('button.mod-cta');
    void this.#find();
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

  /** Looks for the cards of the scope, and those of them that the search finds. */
  async #find(): Promise<void> {
    const [typed, scope] = [this.#typed, this.#scope];
    this.#cards = [];
    const all = cardsIn(this.#desk.flashcards, scope);
    const { query } = parseQuery(typed);
    if (typed.trim() === '') this.#cards = all;
    else if (query) {
      this.#refresh();
      const isLatest = (): boolean => !this.#isClosed && this.#typed === typed && this.#scope === scope;
      const pause = makePause(this.#desk.slices, isLatest);
      const rows = await this.#search.find(query, { sort: null, withAnswers: false }, pause);
      if (!rows) return;
      const found = new Set(rows.map(({ id }) => id));
      this.#cards = all.filter((id) => found.has(id));
    }
    this.#refresh();
  }

  /** Why the export cannot be created, or null. */
  #check(): string | null {
    const { locale } = this.#desk;
    const { exporting: said } = locale.import;
    const path = tidyPath(this.#path);
    const { problem } = parseQuery(this.#typed);
    if (problem) return queryProblemText(locale, problem);
    if (this.#cards.length === 0) return said.noCards;
    if (path === null || path === '') return said.badPath;
    return takenPaths(this.#desk.app).has(path.toLowerCase()) ? said.exists(path) : null;
  }

  #refresh(): void {
    const problem = this.#check();
    this.#problem?.setText(problem ?? '');
    if (!this.#yes) return;
    this.#yes.setText(this.#desk.locale.import.exporting.yes(this.#cards.length));
    this.#yes.disabled = problem !== null;
  }

  async #export(): Promise<void> {
    const path = tidyPath(this.#path) ?? '';
    const scope: Scope = { kind: 'search', cards: new Set(this.#cards) };
    if (this.#yes) this.#yes.disabled = true;
    try {
      const write = this.#format === 'apkg' ? this.#writePackage : this.#writeLines;
      const done = await write.call(this, path, scope);
      if (!done) return;
      const [told = '', ...more] = done.told;
      if (more.length > 0) {
        this.#showDone(done);
        return;
      }
      this.#desk.tell(told);
      this.close();
    } catch (error) {
      if (this.#yes) this.#yes.disabled = false;
      this.#problem?.setText(this.#desk.locale.failed(error));
    }
  }

  async #writeLines(path: string, scope: Scope): Promise<Done | null> {
    const { exporting: said } = this.#desk.locale.import;
    const media = new Set<string>();
    const lines = this.#format === 'csv' ? csvLines : ankiLines(media, this.#root || undefined);
    const texts = [lines.head];
    const goesOn = makePause(this.#desk.slices, () => !this.#isClosed);
    for await (const card of exportedCards(this.#desk.flashcards, scope)) {
      texts.push(lines.line(card));
      if (!(await goesOn())) return null;
    }
    await createNew(this.#desk.app, path, texts.join(''));
    const told = [said.done(texts.length - 1, path), ...(media.size > 0 ? [said.media(media.size)] : [])];
    return { told, listed: [...media].sort() };
  }

  async #writePackage(path: string, scope: Scope): Promise<Done | null> {
    const { app, flashcards, locale, slices } = this.#desk;
    const { exporting: said } = locale.import;
    const pause = makePause(slices, () => !this.#isClosed);
    const request = {
      scope,
      facts: noteFacts(app),
      root: this.#root || 'Obsidian',
      vault: app.vault.getName(),
    };
    // Half of the work is to read the notes.
    const progress = (from: number) => (share: number) =>
      this.#problem?.setText(locale.format.percent(from + share / 2));
    const packed = await packCards(flashcards, request, { pause, progress: progress(0) });
    if (!packed) return null;
    const { collection, missing } = packed;
    const media = [...packed.media].map(([name, from]) => ({
      name,
      read: async () => new Uint8Array(await app.vault.adapter.readBinary(from)),
    }));
    const written = await createWhole(app, path, (sink) =>
      writePackage(collection, media, sink, { pause, progress: progress(0.5) }),
    );
    if (!written) return null;
    const listed = [
      ...missing.map(({ note, line, target }) => `${note}:${String(line)} ${target}`),
      ...written.leftOut.map((name) => packed.media.get(name) ?? name),
    ];
    const told = [said.done(collection.cards.length, path), said.learning];
    return { told: listed.length > 0 ? [...told, said.missing(listed.length)] : told, listed };
  }

  #showDone({ told, listed }: Done): void {
    this.#yes = null;
    this.#problem = null;
    this.contentEl.empty();
    for (const text of told) this.contentEl.createEl('p', { text });
    if (listed.length > 0)
      this.contentEl.createEl('pre', { cls: 'nf-plain', text: listed.join('\n'), attr: { tabindex: 0 } });
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
