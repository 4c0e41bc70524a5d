// The import of schedules: reads them, shows what it found, and imports it on a yes.
import { Modal } from 'obsidian';
import { srDifferences } from '../../core/import/sr-settings.ts';
import type { SrFound } from '../../core/import/sr-match.ts';
import type { SrTaken } from '../../app/transfer/sr-import.ts';
import type { CardOptions } from '../../core/card/options.ts';
import { noteTitle } from '../../core/card/extract.ts';
import type { Desk } from '../shell/desk.ts';
import { VirtualList } from '../parts/virtual-list.ts';
import { foundRows, rowKey, type FoundRow } from './note-counts.ts';
import { drawButtons, type ModalButton } from './modal-buttons.ts';

import { readOldSettings, withTheirs } from './old-settings.ts';

export class SchedulesModal extends Modal {
  readonly #desk: Desk;
  #list: VirtualList<FoundRow> | null = null;
  #isClosed = false;
  /** Actions this modal has written: more than one if an import was stopped and resumed. */
  #imports = 0;

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
  }

  override onOpen(): void {
    this.modalEl.addClass('nf-import');
    this.setTitle(this.#desk.locale.import.schedules.title);
    void this.#read();
  }

  override onClose(): void {
    this.#isClosed = true;
    this.#clear();
  }

  #clear(): void {
    this.#list?.unload();
    this.#list = null;
    this.contentEl.empty();
  }

  async #read(): Promise<void> {
    const { schedules: said } = this.#desk.locale.import;
    this.#clear();
    const line = this.contentEl.createEl('p', { text: said.start, attr: { role: 'status' } });
    try {
      const found = await this.#desk.schedules.find({
        progress: ({ done, of }) => line.setText(said.reading(done, of)),
        isCancelled: () => this.#isClosed,
      });
      if (found && !this.#isClosed) await this.#show(found);
    } catch (error) {
      line.setText(this.#desk.locale.failed(error));
    }
  }

  async #show(found: SrFound): Promise<void> {
    const { schedules: said } = this.#desk.locale.import;
    const { plan, outdated } = await this.#desk.schedules.plan(found);
    if (this.#isClosed) return;
    this.#clear();
    const matched = found.matched.length - outdated.length;
    const unmatched = [...found.unmatched, ...outdated];
    if (found.schedules + unmatched.length === 0) {
      this.contentEl.createEl('p', { text: said.none });
    } else {
      this.contentEl.createEl('p', { text: said.intro });
      this.#drawFacts([
        [found.cards, said.facts.cards(found.notes)],
        [found.schedules, said.facts.schedules],
        [matched, said.facts.matched],
        [unmatched.length, said.facts.unmatched],
      ]);
      if (plan.known > 0) this.contentEl.createEl('p', { text: said.known(plan.known) });
      if (plan.reviewed > 0) this.contentEl.createEl('p', { text: said.reviewed(plan.reviewed) });
    }
    const differs = this.contentEl.createDiv('nf-import-differs');
    if (unmatched.length + matched > 0) this.#drawList({ ...found, unmatched });
    const buttons: ModalButton[] = [];
    if (plan.imported > 0)
      buttons.push({ text: said.yes(plan.imported), isYes: true, run: () => this.#import(found) });
    buttons.push({
      text: plan.imported > 0 ? said.no : this.#desk.locale.import.close,
      run: () => this.close(),
    });
    drawButtons(this.contentEl, buttons);
    void this.#drawDifferences(differs);
  }

  #drawFacts(facts: readonly (readonly [number, string])[]): void {
    const list = this.contentEl.createEl('ul', { cls: 'nf-import-facts' });
    for (const [count, text] of facts) {
      const item = list.createEl('li');
      item.createEl('strong', { text: this.#desk.locale.format.number(count) });
      item.appendText(` ${text}`);
    }
  }

  #drawList(found: SrFound): void {
    const scrollEl = this.contentEl.createDiv({ cls: 'nf-import-list', attr: { tabindex: 0 } });
    this.#list = new VirtualList({
      scrollEl,
      listEl: scrollEl.createDiv(),
      height: 52,
      key: rowKey,
      draw: (row, el) => this.#drawRow(row, el),
    });
    this.#list.load();
    this.#list.setRows(foundRows(found));
  }

  #drawRow(row: FoundRow, el: HTMLElement): void {
    const { schedules: said } = this.#desk.locale.import;
    if (row.kind === 'note') {
      el.addClass('nf-import-note');
      this.#drawJump(el, noteTitle(row.note), said.note(row.matched, row.unmatched), row.note, 1);
    } else {
      const { note, line, reason } = row.unmatched;
      el.addClass('nf-import-unmatched');
      this.#drawJump(el, this.#desk.locale.say(reason), said.line(line), note, line);
    }
  }

  #drawJump(el: HTMLElement, text: string, hint: string, note: string, line: number): void {
    const button = el.createEl('button', { cls: 'nf-row-main', attr: { type: 'button', title: note } });
    button.createDiv({ cls: 'nf-import-text', text, attr: { dir: 'auto' } });
    button.createDiv({ cls: 'nf-row-hint', text: hint });
    button.addEventListener('click', () => {
      this.close();
      void this.#desk.openLine(note, line, 'here');
    });
  }

  /** If the old plugin made cards from other texts, its schedules match no card until we do too. */
  async #drawDifferences(el: HTMLElement): Promise<void> {
    const { schedules: said } = this.#desk.locale.import;
    const { settings } = this.#desk.flashcards;
    const theirs = await readOldSettings(this.app, settings.cards);
    const differences = theirs ? srDifferences(theirs, settings.cards) : [];
    if (!theirs || differences.length === 0 || this.#isClosed) return;
    el.createEl('p', { text: said.differs(differences.join(', ')) });
    const button = el.createEl('button', { text: said.useTheirs, attr: { type: 'button' } });
    button.addEventListener('click', () => void this.#use(withTheirs(settings.cards, theirs)));
  }

  async #use(cards: CardOptions): Promise<void> {
    try {
      await this.#desk.useSettings({ ...this.#desk.flashcards.settings, cards });
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
      return;
    }
    if (!this.#isClosed) await this.#read();
  }

  async #import(found: SrFound): Promise<void> {
    const { schedules: said } = this.#desk.locale.import;
    this.#clear();
    const line = this.contentEl.createEl('p', { text: said.importStart, attr: { role: 'status' } });
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
    };
    drawButtons(this.contentEl, [{ text: said.stop, run: stop }]);
    try {
      const taken = await this.#desk.schedules.run(found, {
        progress: ({ done, of }) => line.setText(said.importing(done, of)),
        isCancelled: () => isStopped || this.#isClosed,
      });
      if (taken.imported > 0) this.#imports += 1;
      if (!this.#isClosed) this.#showTaken(found, taken);
      else if (taken.isStopped) this.#desk.tell(said.stopped(taken.imported));
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
    }
  }

  #showTaken(found: SrFound, { imported, isStopped }: SrTaken): void {
    const { close, schedules: said } = this.#desk.locale.import;
    this.#clear();
    const text = isStopped ? said.stopped(imported) : said.done(imported);
    this.contentEl.createEl('p', { text, attr: { role: 'status' } });
    const goOn: ModalButton = { text: said.goOn, isYes: true, run: () => this.#import(found) };
    drawButtons(this.contentEl, [
      ...(isStopped ? [goOn] : []),
      { text: close, isYes: !isStopped, run: () => this.close() },
      ...(this.#imports > 0 ? [{ text: said.undo, run: () => this.#undo() }] : []),
    ]);
  }

  #undo(): void {
    for (; this.#imports > 0; this.#imports -= 1) this.#desk.undo();
    this.close();
  }
}
