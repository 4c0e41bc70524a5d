// Offers to tag a note; writes the tag on a yes and nothing else.
import { Modal, type TFile } from 'obsidian';
import { noteTitle } from '../core/card/extract.ts';
import type { Desk } from './desk.ts';
import { words } from './strings.ts';

export class TagNoteModal extends Modal {
  readonly #file: TFile;
  readonly #tag: string;
  readonly #decided: (yes: boolean) => void;
  #isYes = false;

  constructor(desk: Pick<Desk, 'app'>, file: TFile, tag: string, decided: (yes: boolean) => void) {
    super(desk.app);
    this.#file = file;
    this.#tag = tag;
    this.#decided = decided;
  }

  override onOpen(): void {
    const { title, text, yes, no } = words.tagNote;
    this.setTitle(title);
    this.contentEl.createEl('p', { text: text(noteTitle(this.#file.path), this.#tag) });
    const buttons = this.contentEl.createDiv('modal-button-container');
    const yesButton = buttons.createEl('button', { cls: 'mod-cta', text: yes });
    yesButton.addEventListener('click', () => {
      this.#isYes = true;
      this.close();
    });
    buttons.createEl('button', { text: no }).addEventListener('click', () => this.close());
    yesButton.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.#decided(this.#isYes);
  }
}

/** Adds the tag to the properties of a note, in whatever form the tags there have. */
export async function addTag({ app }: Pick<Desk, 'app'>, file: TFile, tag: string): Promise<void> {
  await app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
    const key = ['tags', 'Tags', 'tag', 'Tag'].find((name) => name in properties) ?? 'tags';
    const value = properties[key];
    if (Array.isArray(value)) properties[key] = [...(value as unknown[]), tag];
    else if (typeof value === 'string' && value.trim() !== '')
      properties[key] = [...value.split(/[,\s]+/).filter(Boolean), tag];
    else properties[key] = [tag];
  });
}
