// The import of a deck: shows the notes that would be created, and creates them on a yes. A package of Anki has a part
// of its own.
import { Modal, Setting, type TextComponent } from 'obsidian';
import { nameControls } from '../parts/name-controls.ts';
import { cardPrompt } from '../../app/cards/card-prompt.ts';
import { importSteps, type AnkiImport, type DeckProgress } from '../../core/import/anki-import.ts';
import { isPackageName } from '../../core/import/anki/open-package.ts';
import type { NewFile } from '../../core/import/deck-writer.ts';
import { lineText } from '../../core/note/plain-text.ts';
import { decodeText } from '../../app/transfer/text-file.ts';
import type { Desk } from '../shell/desk.ts';
import type { PackageChoices } from '../../app/transfer/package-plan.ts';
import { inSlices } from '../../app/work/slices.ts';
import { drawButtons } from './modal-buttons.ts';
import { createNew, takenPaths, tidyPath } from './new-file.ts';
import { PackagePart } from './package-part.ts';

const packageFolder = 'Anki';
const shownCards = 5;
/** Any more problems are counted, not drawn. */
const shownProblems = 100;

function inFolder(result: AnkiImport, folder: string): AnkiImport {
  const files = result.files.map((file) => ({
    ...file,
    path: folder === '' ? file.path : `${folder}/${file.path}`,
  }));
  return { ...result, files };
}

export class DeckModal extends Modal {
  readonly #desk: Desk;
  #deck: { readonly name: string; readonly text: string } | null = null;
  #folder = '';
  #mediaFolder = '';
  #package: PackagePart | null = null;
  #tag: string;
  #read: AnkiImport | null = null;
  /** Incremented by each read: an older one stops. */
  #reading = 0;
  #progressEl: HTMLElement | null = null;
  #preview: HTMLElement | null = null;

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
    this.#tag = desk.flashcards.settings.cards.tags[0] ?? '';
  }

  override onOpen(): void {
    const { deck: said } = this.#desk.locale.import;
    this.modalEl.addClass('nf-import');
    this.setTitle(said.title);
    const file = new Setting(this.contentEl).setName(said.file).setDesc(said.fileDesc);
    const input = file.controlEl.createEl('input', {
      type: 'file',
      attr: { accept: '.apkg,.colpkg,.txt,.csv,.tsv,text/plain,text/csv', 'aria-label': said.file },
    });
    const folders: TextComponent[] = [];
    new Setting(this.contentEl)
      .setName(said.folder)
      .setDesc(said.folderDesc)
      .addText((text) => {
        folders.push(text);
        text.onChange((folder) => {
          this.#folder = folder;
          this.#draw();
        });
      });
    const media = new Setting(this.contentEl)
      .setName(this.#desk.locale.import.package.mediaFolder)
      .addText((text) => {
        folders.push(text);
        text.onChange((folder) => {
          this.#mediaFolder = folder;
          this.#draw();
        });
      });
    media.settingEl.hide();
    input.addEventListener('change', () => {
      const [chosen] = input.files ?? [];
      const isOne = chosen !== undefined && isPackageName(chosen.name);
      media.settingEl.toggle(isOne);
      // In a folder of its own, unless the user has said otherwise.
      if (isOne && this.#folder === '' && this.#mediaFolder === '') {
        [this.#folder, this.#mediaFolder] = [packageFolder, `${packageFolder}/media`];
        folders[0]?.setValue(this.#folder);
        folders[1]?.setValue(this.#mediaFolder);
      }
      void this.#readFile(chosen);
    });
    const { tags } = this.#desk.flashcards.settings.cards;
    if (tags.length > 1)
      new Setting(this.contentEl).setName(said.tag).addDropdown((dropdown) => {
        for (const tag of tags) dropdown.addOption(tag, tag);
        dropdown.onChange((tag) => {
          this.#tag = tag;
          if (this.#package) this.#package.change();
          else void this.#readDeck();
        });
      });
    nameControls(this.contentEl);
    this.#preview = this.contentEl.createDiv('nf-import-preview');
    this.#draw();
  }

  override onClose(): void {
    this.#reading += 1;
    this.#package?.close();
    this.contentEl.empty();
  }

  async #readFile(file: File | undefined): Promise<void> {
    if (!file) return;
    this.#reading += 1;
    this.#package?.close();
    this.#package = null;
    if (isPackageName(file.name) && this.#preview) {
      this.#deck = null;
      this.#read = null;
      this.#package = new PackagePart({
        desk: this.#desk,
        el: this.#preview,
        choices: () => this.#choices(),
        close: () => this.close(),
      });
      await this.#package.open(file);
      return;
    }
    try {
      this.#deck = { name: file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())) };
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
      return;
    }
    await this.#readDeck();
  }

  #choices(): PackageChoices | null {
    const [folder, mediaFolder] = [tidyPath(this.#folder), tidyPath(this.#mediaFolder)];
    const { cards: cardOptions } = this.#desk.flashcards.settings;
    return folder === null || mediaFolder === null
      ? null
      : { folder, mediaFolder, tag: this.#tag, cardOptions };
  }

  /** In slices, since each card of the deck is read back to check that it is the same. */
  async #readDeck(): Promise<void> {
    if (!this.#deck) return;
    this.#read = null;
    this.#draw();
    const reading = (this.#reading += 1);
    const { name, text } = this.#deck;
    const { cards: options } = this.#desk.flashcards.settings;
    const deck = { path: name, content: text, folder: '', tag: this.#tag, options, isWhole: false };
    const read = await inSlices(
      importSteps(deck),
      this.#desk.slices,
      () => reading !== this.#reading,
      (progress) => this.#showProgress(progress),
    );
    if (!read) return;
    this.#read = read;
    this.#draw();
  }

  #showProgress({ done, of }: DeckProgress): void {
    if (of === 0) return;
    // In steps of a hundred rows, since screen readers announce it too.
    const text = this.#desk.locale.import.deck.reading(done - (done % 100), of);
    if (this.#progressEl?.getText() !== text) this.#progressEl?.setText(text);
  }

  #draw(): void {
    if (this.#package) {
      this.#package.change();
      return;
    }
    const { deck: said } = this.#desk.locale.import;
    const el = this.#preview;
    if (!el) return;
    el.empty();
    const folder = tidyPath(this.#folder);
    if (folder === null) el.createEl('p', { cls: 'nf-import-problem', text: said.badFolder });
    const result = folder === null ? null : this.#read;
    this.#progressEl =
      this.#deck && !this.#read ? el.createEl('p', { text: said.start, attr: { role: 'status' } }) : null;
    const files = result ? this.#drawResult(el, inFolder(result, folder ?? '')) : [];
    drawButtons(el, [
      ...(files.length > 0
        ? [{ text: said.yes(files.length), isYes: true, run: () => this.#create(files) }]
        : []),
      { text: this.#desk.locale.import.cancel, run: () => this.close() },
    ]);
  }

  /** Returns the new files. */
  #drawResult(el: HTMLElement, { files, cards, read, problems }: AnkiImport): readonly NewFile[] {
    const { deck: said } = this.#desk.locale.import;
    const taken = takenPaths(this.#desk.app);
    const isTaken = ({ path }: NewFile): boolean => taken.has(path.toLowerCase());
    if (files.length === 0) el.createEl('p', { text: said.nothing });
    else {
      el.createEl('p', { text: said.found(cards, files.length) });
      const list = el.createEl('ul', { cls: 'nf-import-files' });
      for (const file of files) {
        const item = list.createEl('li', { text: file.path, attr: { dir: 'auto' } });
        if (isTaken(file)) item.createDiv({ cls: 'nf-row-hint', text: said.exists });
      }
      el.createEl('p', { text: said.first });
      const first = el.createEl('ul', { cls: 'nf-import-files' });
      for (const card of read.slice(0, shownCards)) {
        const asked = cardPrompt({ ...card, nth: null, repeats: false }, this.#desk.locale.app.prompt);
        const item = first.createEl('li', { text: asked, attr: { dir: 'auto' } });
        item.createDiv({ cls: 'nf-row-hint', text: lineText(card.answer), attr: { dir: 'auto' } });
      }
    }
    if (problems.length > 0) {
      const details = el.createEl('details', { cls: 'nf-details' });
      details.createEl('summary', { text: said.problems(problems.length) });
      const list = details.createEl('ul', { cls: 'nf-import-files' });
      for (const { path, line, message } of problems.slice(0, shownProblems))
        list.createEl('li', { text: `${path}:${String(line)}  ${this.#desk.locale.say(message)}` });
      const more = problems.length - shownProblems;
      if (more > 0) list.createEl('li', { text: this.#desk.locale.tidy.more(more) });
    }
    return files.filter((file) => !isTaken(file));
  }

  async #create(files: readonly NewFile[]): Promise<void> {
    let created = 0;
    try {
      for (const { path, text } of files) {
        await createNew(this.#desk.app, path, text);
        created += 1;
      }
      this.close();
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
      this.#draw();
    }
    if (created > 0) this.#desk.tell(this.#desk.locale.import.deck.done(created));
  }
}
