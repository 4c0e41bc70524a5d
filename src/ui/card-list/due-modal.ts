// Asks for the day that cards are to be due on, in days from today.
import { Modal, Setting } from 'obsidian';
import type { Desk } from '../shell/desk.ts';

/** Days; as the longest interval. */
const furthest = 36_500;

export class DueModal extends Modal {
  readonly #desk: Desk;
  readonly #chosen: (days: number) => void;

  constructor(desk: Desk, chosen: (days: number) => void) {
    super(desk.app);
    this.#desk = desk;
    this.#chosen = chosen;
  }

  override onOpen(): void {
    const { actions, dueIn } = this.#desk.locale.cardList;
    this.setTitle(actions.due);
    const form = this.contentEl.createEl('form');
    new Setting(form).setName(dueIn).addText(({ inputEl }) => {
      Object.assign(inputEl, { type: 'number', min: 0, max: furthest, required: true, value: 0 });
      inputEl.setAttr('aria-label', dueIn);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.close();
        this.#chosen(Math.round(inputEl.valueAsNumber));
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
