// The buttons at the bottom of a modal.

export interface ModalButton {
  readonly text: string;
  /** The modal's main action; it gets the focus. */
  readonly isYes?: boolean;
  readonly run: () => unknown;
}

export function drawButtons(el: HTMLElement, buttons: readonly ModalButton[]): void {
  const row = el.createDiv('modal-button-container');
  for (const { text, isYes = false, run } of buttons) {
    const button = row.createEl('button', { cls: isYes ? 'mod-cta' : '', text, attr: { type: 'button' } });
    button.addEventListener('click', () => void run());
    if (isYes) button.focus();
  }
}
