// One search for all code blocks: each would hold a row for every card of the vault. It lives as long as a block does.
import { CardSearch } from '../../app/browse/card-search.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import type { Query } from '../../core/query/query.ts';
import { makePause } from '../../app/work/slices.ts';
import { noteFacts } from '../parts/note-facts.ts';
import type { Desk } from '../shell/desk.ts';

export class SharedSearch {
  #search: CardSearch | null = null;
  #users = 0;
  #forget = (): void => undefined;
  /** One after the other: they share their rows. */
  #last: Promise<unknown> = Promise.resolve();

  /** Returns a function that leaves it. */
  join({ app, flashcards }: Desk): () => void {
    if (this.#users === 0) {
      const search = new CardSearch(flashcards, noteFacts(app));
      this.#search = search;
      this.#forget = flashcards.onChange(() => search.changed());
    }
    this.#users += 1;
    return () => {
      this.#users -= 1;
      if (this.#users > 0) return;
      this.#forget();
      this.#search = null;
    };
  }

  /** Cards by due date; null if `goOn` says to stop. */
  find({ slices }: Desk, query: Query, goOn: () => boolean): Promise<readonly CardRow[] | null> {
    const sort = { column: 'due', descending: false } as const;
    const run = async (): Promise<readonly CardRow[] | null> =>
      (goOn() && (await this.#search?.find(query, { sort, withAnswers: false }, makePause(slices, goOn)))) ||
      null;
    const found = this.#last.then(run);
    this.#last = found.catch(() => undefined);
    return found;
  }
}
