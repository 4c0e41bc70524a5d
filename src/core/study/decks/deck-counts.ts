// Counts the cards waiting in each deck, updated as cards come and go.
import { lanes, type Counts, type Lane, type Queue } from '../study-card.ts';

const noCounts: Counts = { learning: 0, due: 0, new: 0 };

export class DeckCounts {
  readonly #decks = new Map<string, Record<Lane, number>>();

  /** Per deck, excluding child decks. A deck that lost all its cards stays, with zeros. */
  get decks(): ReadonlyMap<string, Counts> {
    return this.#decks;
  }

  add(cards: Queue): void {
    this.#change(cards, 1);
  }

  remove(cards: Queue): void {
    this.#change(cards, -1);
  }

  /** Adds cards that need not be loaded; -1 as `sign` removes them. */
  count(deck: string, counts: Counts, sign: 1 | -1): void {
    for (const lane of lanes) if (counts[lane] > 0) this.#of(deck)[lane] += sign * counts[lane];
  }

  #change(cards: Queue, sign: 1 | -1): void {
    for (const lane of lanes) {
      for (const { deck } of cards[lane]) {
        this.#of(deck)[lane] += sign;
      }
    }
  }

  #of(deck: string): Record<Lane, number> {
    let counts = this.#decks.get(deck);
    if (counts === undefined) this.#decks.set(deck, (counts = { ...noCounts }));
    return counts;
  }
}
