// Asks the user one question before anything is written to the vault.
import { Modal, type App } from 'obsidian';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What a yes leads to. */
  readonly preview?: string;
  readonly yes: string;
  readonly no: string;
}

class QuestionModal extends Modal {
  readonly #question: Question;
  readonly #decided: (isYes: boolean) => void;
  #isYes = false;

  constructor(app: App, question: Question, decided: (isYes: boolean) => void) {
    super(app);
    this.#question = question;
    this.#decided = decided;
  }

  override onOpen(): void {
    const { title, text, preview, yes, no } = this.#question;
    this.setTitle(title);
    this.contentEl.createEl('p', { text });
    if (preview !== undefined) this.contentEl.createEl('p', { text: preview, attr: { dir: 'auto' } });
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

/** Resolves to true only on a yes; closing the modal means no. */
export function ask(app: App, question: Question): Promise<boolean> {
  return new Promise((decided) => new QuestionModal(app, question, decided).open());
}
