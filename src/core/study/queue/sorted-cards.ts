// Cards sorted by a number, kept sorted while single cards come and go.
import type { Scheduler } from '../../schedule/scheduler.ts';
import type { StudyCard } from '../study-card.ts';

/** The number a card is sorted by, lowest first, then by id. It must not change while a card is in the list. */
export type Key = (card: StudyCard) => number;

interface Place {
  readonly card: StudyCard;
  readonly key: number;
}

function byKey(a: Place, b: Place): number {
  return a.key - b.key || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0);
}

/**
 * The probability of recall on a study day: the card most likely forgotten comes first. It depends on days, not
 * minutes, so it is valid all day.
 */
export function byNeed(scheduler: Scheduler, day: number): Key {
  return ({ schedule }) => scheduler.retrievability(schedule, day);
}

export function sortedBy(cards: readonly StudyCard[], key: Key): readonly StudyCard[] {
  return places(cards, key).map(({ card }) => card);
}

function places(cards: readonly StudyCard[], key: Key): Place[] {
  return cards.map((card) => ({ card, key: key(card) })).sort(byKey);
}

export class SortedCards {
  readonly #key: Key;
  readonly #cards = new Map<string, StudyCard>();
  /** null until requested: thousands of cards are sorted once rather than inserted one by one. */
  #sorted: Place[] | null = null;

  constructor(key: Key) {
    this.#key = key;
  }

  get size(): number {
    return this.#cards.size;
  }

  add(card: StudyCard): void {
    const old = this.#cards.get(card.id);
    if (old !== undefined) this.delete(old);
    this.#cards.set(card.id, card);
    if (this.#sorted === null) return;
    const place = { card, key: this.#key(card) };
    this.#sorted.splice(indexOf(this.#sorted, place), 0, place);
  }

  /** Another version of the card stays: it may have moved to another note before it left this one. */
  delete(card: StudyCard): void {
    if (this.#cards.get(card.id) !== card) return;
    this.#cards.delete(card.id);
    this.#sorted?.splice(indexOf(this.#sorted, { card, key: this.#key(card) }), 1);
  }

  /** The cards that `wanted` accepts, at most `count`. */
  first(count: number, wanted: (card: StudyCard) => boolean): readonly StudyCard[] {
    this.#sorted ??= places([...this.#cards.values()], this.#key);
    const found: StudyCard[] = [];
    for (const { card } of this.#sorted) {
      if (found.length >= count) break;
      if (wanted(card)) found.push(card);
    }
    return found;
  }
}

/** The position of a card, or where it would be inserted. */
function indexOf(sorted: readonly Place[], place: Place): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && byKey(there, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
