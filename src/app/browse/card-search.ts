// Searches all cards; the card list and the study picker run the same queries.
import { everything, needsOf, type Query } from '../../core/query/query.ts';
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
  /** Receives the first of all rows, once, while the others are still being listed. */
  readonly first?: (rows: readonly CardRow[]) => void;
}

export class CardSearch {
  readonly table: CardTable;
  readonly #texts: SearchedTexts;
  /** Counts changes; looking for them walks all cards: 30 ms at 100,000, too slow for every keystroke. */
  #changes = 0;
  /** Changes that the table knows. */
  #known = -1;

  constructor(cards: SearchedCards, facts: NoteFacts) {
    this.#texts = new SearchedTexts({
      notes: () => cards.linker.lists(),
      read: (path) => cards.texts.ofNote(path),
      linksFrom: (path) => cards.links.from(path),
      hasMissing: (path) => facts.hasMissing(path),
    });
    this.table = new CardTable({
      notes: () => cards.linker.lists(),
      study: () => cards.study,
      known: this.#texts,
      facts,
      history: (id) => cards.history.cards.get(id),
    });
  }

  /** Cards or schedules may have changed; call this whenever the app reports a change. */
  changed(): void {
    this.#changes += 1;
  }

  /**
   * The cards that match a query, as of the last call to `changed`.
   * @param pause called periodically; resolves to whether to continue
   * @returns null if stopped
   */
  async find(
    query: Query,
    { sort, withAnswers, first }: SearchOptions,
    pause: () => Promise<boolean>,
  ): Promise<readonly CardRow[] | null> {
    if (this.#known !== this.#changes) {
      const changes = this.#changes;
      const isAll = query === everything && sort === null;
      const refreshing = this.table.refresh((rows) => {
        if (isAll) first?.(rows);
      });
      if (!(await finished(refreshing, pause))) return null;
      this.#known = changes;
    }
    const { answers, links } = needsOf(query);
    if (!(await this.#texts.load({ answers: answers || withAnswers, links }, pause))) return null;
    return (await finished(this.table.find(query, sort), pause))?.value ?? null;
  }

  /** Precomputes the texts that a word search needs, so that the first search is not slow. */
  async prepare(pause: () => Promise<boolean>): Promise<void> {
    await finished(this.table.prepare(), pause);
  }
}

/** The result of work in steps; null if `pause` said to stop. */
async function finished<T>(
  work: Generator<unknown, T>,
  pause: () => Promise<boolean>,
): Promise<{ readonly value: T } | null> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step;
    if (!(await pause())) return null;
  }
}
