// Offers once to import the schedules found when the notes were first read.
import { Notice } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { SchedulesModal } from './schedules-modal.ts';

export function offerImport(desk: Desk): void {
  const { import: importWords } = desk.locale;
  const text = createFragment();
  text.createDiv({ text: importWords.offer.text });
  const notice = new Notice(text, 0);
  const buttons = notice.messageEl.createDiv('nf-offer');
  const add = (name: string, cls: string, run: () => void): void => {
    const button = buttons.createEl('button', { cls, text: name, attr: { type: 'button' } });
    button.addEventListener('click', () => {
      notice.hide();
      run();
    });
  };
  add(importWords.offer.yes, 'mod-cta', () => new SchedulesModal(desk).open());
  add(importWords.offer.no, '', () => undefined);
}
