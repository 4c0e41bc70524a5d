// A result as text, to read and copy.
import { Modal, type App } from 'obsidian';

export class TextModal extends Modal {
  readonly #text: string;

  constructor(app: App, title: string, text: string) {
    super(app);
    this.setTitle(title);
    this.#text = text;
  }

  override onOpen(): void {
    this.contentEl.createEl('pre', { cls: 'nf-plain', text: this.#text, attr: { tabindex: 0 } });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
