// Notes whose lines carry hidden marks. Edits move marks along with lines, so which card became which is known by
// construction: a card is its question's line, or its note for a title.
import type { Card } from '../../src/core/card/card.ts';
import { cardsOf } from '../cli/link.ts';

export interface MarkedLine {
  readonly mark: string;
  readonly text: string;
}

export interface MarkedNote {
  readonly mark: string;
  readonly path: string;
  readonly lines: readonly MarkedLine[];
  readonly crlf: boolean;
}

export type MarkedVault = readonly MarkedNote[];

/** Issues marks; one per measurement, so that marks of different vaults never collide. */
export interface Marker {
  (): string;
}

export function startMarker(): Marker {
  let count = 0;
  return () => `m${count++}`;
}

function markLines(text: string, marker: Marker): MarkedLine[] {
  return text.split('\n').map((line) => ({ mark: marker(), text: line }));
}

export function markNote(path: string, text: string, marker: Marker): MarkedNote {
  return { mark: marker(), path, lines: markLines(text.replace(/\r\n?/g, '\n'), marker), crlf: false };
}

export function renderNote({ lines, crlf }: MarkedNote): string {
  return lines.map(({ text }) => text).join(crlf ? '\r\n' : '\n');
}

export interface MarkedCard {
  readonly card: Card;
  readonly mark: string;
}

/** Extraction is the slow part, and most notes of a batch are read more than once. */
export type CardCache = Map<string, Card[]>;

export function markCards(vault: MarkedVault, cache: CardCache): MarkedCard[] {
  return vault.flatMap((note) => {
    const text = renderNote(note);
    const key = `${note.path}\n${text}`;
    const cards = cache.get(key) ?? cardsOf({ [note.path]: text });
    cache.set(key, cards);
    const seen = new Map<string, number>();
    return cards.map((card) => {
      const line = note.lines[card.line - 1]?.mark ?? 'none';
      const mark = card.source === 'title' ? note.mark : line;
      const nth = seen.get(mark) ?? 0;
      seen.set(mark, nth + 1);
      return { card, mark: `${mark}/${nth}` };
    });
  });
}
