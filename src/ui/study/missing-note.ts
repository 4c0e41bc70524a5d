// A note that cards link to and that does not exist: its name, how many link to it, and a button that creates it, or opens
// the note of that name in another folder.
import type { MissingNote } from '../../app/browse/missing-notes.ts';
import { pageName } from '../../core/note/wikilink.ts';
import type { Desk } from '../shell/desk.ts';

export function drawMissingNote(row: HTMLElement, desk: Desk, missing: MissingNote): void {
  const { target, cards, from, elsewhere } = missing;
  const { sidebar, review } = desk.locale.main;
  row.setAttr('data-target', target);
  const text = row.createDiv('nf-missing-note');
  text.createDiv({ cls: 'nf-row-text', text: pageName(target), attr: { dir: 'auto' } });
  const hints = [sidebar.mentions(cards), ...(elsewhere === null ? [] : [sidebar.elsewhere(elsewhere)])];
  text.createDiv({ cls: 'nf-row-hint', text: hints.join(' · '), attr: { dir: 'auto' } });
  const label = elsewhere === null ? sidebar.createNote : review.openNote;
  const button = row.createEl('button', {
    text: label,
    attr: { type: 'button', 'data-key': `create ${target}` },
  });
  button.setAttr('aria-label', `${label}: ${pageName(target)}`);
  button.addEventListener('click', () => {
    void (elsewhere === null ? desk.createNote(target, from) : desk.openLine(elsewhere, 1, 'beside'));
  });
}
