// Searches all cards; the card list and the study picker run the same queries.
import { needsOf, type Query } from '../../core/query/query.ts';
import type { Flashcards } from '../flashcards.ts';
import type { Sort } from './card-order.ts';
import type { CardRow, NoteFacts } from './card-row.ts';
import { CardTable } from './card-table.ts';
import { SearchedTexts } from './searched-texts.ts';

export type SearchedCards = Pick<Flashcards, 'linker' | 'texts' | 'study' | 'links' | 'history'>;

export interface SearchOptions {
  /** Null for vault order. */
  readonly sort: Sort | null;
  /** Whether to search answers too; if so, all notes are read once. */
  readonly withAnswers: boolean;
}

export class CardSearch {
  readonly table: CardTable;
  readonly #texts: SearchedTexts;
  /** Checking for changes walks all cards: 30 ms at 100,000, too slow for every keystroke. */
  #isStale = true;

  constructor(cards: SearchedCards, facts: NoteFacts) {
    this.#texts = new SearchedTexts({
      notes: () => cards.linker.notes,
      read: (path) => cards.texts.ofNote(path),
      linksFrom: (path) => cards.links.from(path),
      hasMissing: (path) => facts.hasMissing(path),
    });
    this.table = new CardTable({
      notes: () => cards.linker.notes,
      study: () => cards.study,
      known: this.#texts,
      facts,
      history: (id) => cards.history.cards.get(id),
    });
  }

  /** Cards or schedules may have changed; call this whenever the app reports a change. */
  changed(): void {
    this.#isStale = true;
  }

  /**
   * The cards that match a query, as of the last call to `changed`.
   * @param pause called periodically; resolves to whether to continue
   * @returns null if stopped
   */
  async find(
    query: Query,
    { sort, withAnswers }: SearchOptions,
    pause: () => Promise<boolean>,
  ): Promise<readonly CardRow[] | null> {
    if (this.#isStale) this.table.refresh();
    this.#isStale = false;
    const { answers, links } = needsOf(query);
    if (!(await this.#texts.load({ answers: answers || withAnswers, links }, pause))) return null;
    const finding = this.table.find(query, sort);
    for (;;) {
      const step = finding.next();
      if (step.done === true) return step.value;
      if (!(await pause())) return null;
    }
  }
  /** Precomputes the texts that a word search needs, so that the first search is not slow. */
  async prepare(pause: () => Promise<boolean>): Promise<void> {
    const preparing = this.table.prepare();
    while (preparing.next().done !== true) if (!(await pause())) return;
  }
}
