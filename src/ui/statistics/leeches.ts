// Cards that keep failing, each with a link to its place in the note.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import type { Desk } from '../shell/desk.ts';

/** Any more belong in the card list. */
const most = 8;

export function drawLeeches(el: HTMLElement, desk: Desk, { standing }: Statistics): void {
  const { leeches } = desk.locale.statistics;
  const box = el.createDiv({ cls: 'nf-figure nf-figure-table', attr: { 'data-figure': 'leeches' } });
  box.createDiv({ cls: 'nf-figure-title', text: leeches.title });
  box.createDiv({ cls: 'nf-hint', text: standing.leeches.length === 0 ? leeches.none : leeches.about });
  const list = box.createEl('ul', { cls: 'nf-leeches' });
  for (const { card: id, lapses } of standing.leeches.slice(0, most)) {
    const found = desk.flashcards.card(id)?.card;
    if (!found) continue;
    const button = list.createEl('li').createEl('button', { cls: 'nf-leech', attr: { type: 'button' } });
    button.createSpan({ text: cardLine(found) });
    button.createSpan({ cls: 'nf-hint', text: leeches.lapses(lapses) });
    button.addEventListener('click', () => void desk.openLine(found.note, found.line, 'beside'));
  }
}
