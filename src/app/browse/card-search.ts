// Searching among all cards: the list of cards and the choice of what to study ask the same queries.
import { needsOf, type Query } from '../../core/query/query.ts';
import type { Flashcards } from '../flashcards.ts';
import type { Sort } from './card-order.ts';
import type { CardRow } from './card-row.ts';
import { CardTable } from './card-table.ts';
import { SearchedTexts } from './searched-texts.ts';

export type SearchedCards = Pick<Flashcards, 'linker' | 'texts' | 'study' | 'links'>;

export interface SearchOptions {
  /** Null for the order of the vault. */
  readonly sort: Sort | null;
  /** Whether words are looked for in answers too; then all notes are read once. */
  readonly withAnswers: boolean;
}

export class CardSearch {
  readonly table: CardTable;
  readonly #texts: SearchedTexts;
  /** Looking for what has changed walks all cards: 30 ms at 100,000, too much for each key that is pressed. */
  #isStale = true;

  /** @param hasMissing whether a note links to pages that are not there */
  constructor(cards: SearchedCards, hasMissing: (path: string) => boolean) {
    this.#texts = new SearchedTexts({
      notes: () => cards.linker.notes,
      read: (path) => cards.texts.ofNote(path),
      linksFrom: (path) => cards.links.from(path),
      hasMissing,
    });
    this.table = new CardTable({
      notes: () => cards.linker.notes,
      study: () => cards.study,
      known: this.#texts,
    });
  }

  /** Cards or schedules may be other ones; to be told whenever the app tells of a change. */
  changed(): void {
    this.#isStale = true;
  }

  /**
   * The cards that a query finds, as they were when `changed` was called last.
   * @param pause called now and then; what it resolves to says whether to go on
   * @returns null where it was not to go on
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
  /** Works out ahead what a search for words looks at; the first of them would take it otherwise. */
  async prepare(pause: () => Promise<boolean>): Promise<void> {
    const preparing = this.table.prepare();
    while (preparing.next().done !== true) if (!(await pause())) return;
  }
}
