// Which cards of a note have a mark beside them: those that are seen at one place of it.
import type { Flashcards } from '../../app/flashcards.ts';
import type { Source } from '../../core/card/card.ts';

export interface MarkedCard {
  readonly id: string;
  /** 0-based. */
  readonly line: number;
  readonly source: Source;
  /** Markdown of the question. */
  readonly question: string;
}

const marked = new Set<Source>(['heading', 'callout', 'lead-in']);

/** In the order of their lines; the second direction of a card has none. */
export function markedCards({ linker }: Pick<Flashcards, 'linker'>, path: string): readonly MarkedCard[] {
  const found = new Map<number, MarkedCard>();
  for (const { id, card } of linker.notes.get(path) ?? []) {
    const line = card.line - 1;
    if (marked.has(card.source) && !found.has(line))
      found.set(line, { id, line, source: card.source, question: card.question });
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}
