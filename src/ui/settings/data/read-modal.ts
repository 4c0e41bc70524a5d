// Reads a file that the user picks, says what it would do, and does it on a yes.
import { Modal, Setting } from 'obsidian';
import type { Desk } from '../../shell/desk.ts';
import { drawButtons } from '../../import/modal-buttons.ts';

/** What a file would do. */
export interface Offer {
  readonly sentences: readonly string[];
  /** Null if there is nothing to do. */
  readonly yes: { readonly text: string; run(): Promise<void> } | null;
}

export interface ReadModalOptions {
  readonly title: string;
  /** As in a file input. */
  readonly accept: string;
  read(text: string): Promise<Offer>;
}

export class ReadModal extends Modal {
  readonly #desk: Desk;
  readonly #options: ReadModalOptions;

  constructor(desk: Desk, options: ReadModalOptions) {
    super(desk.app);
    this.#desk = desk;
    this.#options = options;
  }

  override onOpen(): void {
    const { data: dataWords } = this.#desk.locale;
    const { title, accept } = this.#options;
    this.modalEl.addClass('nf-import');
    this.setTitle(title);
    const file = new Setting(this.contentEl).setName(dataWords.file);
    const input = file.controlEl.createEl('input', {
      type: 'file',
      attr: { accept, 'aria-label': dataWords.file },
    });
    const offer = this.contentEl.createDiv({ cls: 'nf-offer', attr: { role: 'status' } });
    input.addEventListener('change', () => void this.#read(offer, input.files?.[0]));
    this.#draw(offer, { sentences: [], yes: null });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  async #read(el: HTMLElement, file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      this.#draw(el, await this.#options.read(await file.text()));
    } catch (error) {
      this.#draw(el, { sentences: [this.#desk.locale.failed(error)], yes: null });
    }
  }

  #draw(el: HTMLElement, { sentences, yes }: Offer): void {
    el.empty();
    for (const sentence of sentences) el.createEl('p', { text: sentence });
    const run = async (): Promise<void> => {
      try {
        await yes?.run();
        this.close();
      } catch (error) {
        this.#desk.tell(this.#desk.locale.failed(error));
      }
    };
    drawButtons(el, [
      ...(yes ? [{ text: yes.text, isYes: true, run }] : []),
      { text: this.#desk.locale.data.cancel, run: () => this.close() },
    ]);
  }
}
