// Asks for one value: a number of days, or a name.
import { Modal, Setting } from 'obsidian';
import type { Desk } from '../shell/desk.ts';

export interface Asked {
  readonly title: string;
  readonly label: string;
  readonly type: 'text' | 'number';
  readonly value: string;
  /** The largest number, or the most characters. */
  readonly most: number;
}

export class InputModal extends Modal {
  readonly #desk: Desk;
  readonly #asked: Asked;
  readonly #given: (value: string) => void;

  /** @param given called with what the browser holds valid, trimmed */
  constructor(desk: Desk, asked: Asked, given: (value: string) => void) {
    super(desk.app);
    this.#desk = desk;
    this.#asked = asked;
    this.#given = given;
  }

  override onOpen(): void {
    const { title, label, type, value, most } = this.#asked;
    this.setTitle(title);
    const form = this.contentEl.createEl('form');
    new Setting(form).setName(label).addText(({ inputEl }) => {
      Object.assign(inputEl, { type, required: true, min: 0, max: most, value, maxLength: most });
      inputEl.setAttr('aria-label', label);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.close();
        this.#given(inputEl.value.trim());
      });
    });
    const buttons = form.createDiv('modal-button-container');
    buttons.createEl('button', {
      cls: 'mod-cta',
      text: this.#desk.locale.statistics.parameters.apply,
      attr: { type: 'submit' },
    });
    form.find('input')?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
