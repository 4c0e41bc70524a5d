// Marks in a section of the reading view. They are beside its text, and take no room in it.
import type { MarkdownSectionInformation } from 'obsidian';
import { plainText } from '../../core/note/plain-text.ts';
import type { Desk } from '../shell/desk.ts';
import { createMark } from './draw-mark.ts';
import type { MarkedCard } from './marked-cards.ts';

const places: Readonly<Record<string, string>> = {
  heading: 'h1, h2, h3, h4, h5, h6',
  callout: '.callout-title',
  'lead-in': 'strong',
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where a card is in its section; null if that shows something else, as while the note is being edited. */
function placeOf(el: HTMLElement, { source, question }: MarkedCard): HTMLElement | null {
  const found = el.findAll(places[source] ?? '');
  if (source === 'callout') return found[0] ?? null;
  const words = tidy(plainText(question));
  return found.find((one) => tidy(one.textContent).startsWith(words)) ?? null;
}

/** The first card from a line on. */
function firstFrom(cards: readonly MarkedCard[], line: number): number {
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cards[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param cards of the note, by line */
export function drawMarks(
  desk: Desk,
  el: HTMLElement,
  { lineStart, lineEnd }: MarkdownSectionInformation,
  cards: readonly MarkedCard[],
): void {
  for (let at = firstFrom(cards, lineStart); ; at += 1) {
    const card = cards[at];
    if (!card || card.line > lineEnd) break;
    const place = placeOf(el, card);
    if (!place) continue;
    el.addClass('nf-memory-part');
    const mark = createMark(desk, card.id);
    if (card.source === 'lead-in') place.before(mark);
    else place.append(mark);
  }
}

export function dropMarks(el: HTMLElement): void {
  if (!el.hasClass('nf-memory-part')) return;
  el.removeClass('nf-memory-part');
  for (const mark of el.findAll('.nf-memory')) mark.remove();
}
