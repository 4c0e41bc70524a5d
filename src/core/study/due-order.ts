// Due cards in the order of their need: the lowest chance of recall first. Days, not minutes, decide the chance, so
// the order holds for a study day and a changed card only moves itself.
import type { Scheduler } from '../schedule/scheduler.ts';
import type { StudyCard } from './study-card.ts';

interface Place {
  readonly card: StudyCard;
  readonly recall: number;
}

function byRecall(a: Place, b: Place): number {
  return a.recall - b.recall || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0);
}

export class DueOrder {
  readonly #scheduler: Scheduler;
  readonly #day: number;
  readonly #places = new Map<string, Place>();
  /** null until somebody asks: thousands of cards are sorted once rather than put in one by one. */
  #sorted: Place[] | null = null;

  constructor(scheduler: Scheduler, day: number) {
    this.#scheduler = scheduler;
    this.#day = day;
  }

  add(card: StudyCard): void {
    const old = this.#places.get(card.id);
    if (old !== undefined) this.delete(old.card);
    const place = { card, recall: this.#scheduler.retrievability(card.schedule, this.#day) };
    this.#places.set(card.id, place);
    this.#sorted?.splice(this.#indexOf(place), 0, place);
  }

  /** Another version of the card stays: it may have moved to another note before it left this one. */
  delete(card: StudyCard): void {
    const place = this.#places.get(card.id);
    if (place?.card !== card) return;
    this.#places.delete(card.id);
    this.#sorted?.splice(this.#indexOf(place), 1);
  }

  /** The cards that `wanted` lets through, at most `count`. */
  first(count: number, wanted: (card: StudyCard) => boolean): readonly StudyCard[] {
    this.#sorted ??= [...this.#places.values()].sort(byRecall);
    const found: StudyCard[] = [];
    for (const { card } of this.#sorted) {
      if (found.length >= count) break;
      if (wanted(card)) found.push(card);
    }
    return found;
  }

  #indexOf(place: Place): number {
    const sorted = this.#sorted ?? [];
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle];
      if (there !== undefined && byRecall(there, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Sorts a few cards the same way. */
export function byNeed(cards: readonly StudyCard[], scheduler: Scheduler, day: number): readonly StudyCard[] {
  return cards
    .map((card) => ({ card, recall: scheduler.retrievability(card.schedule, day) }))
    .sort(byRecall)
    .map(({ card }) => card);
}
