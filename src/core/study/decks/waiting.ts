// What comes up today of the cards that wait: the one rule by which every screen counts.
import type { Counts } from '../study-card.ts';
import { addTo, allowanceOf, within, type Allowance, type RemainingLimits } from './limits.ts';

export interface Allowances {
  readonly new: Allowance;
  readonly reviews: Allowance;
}

export function allowancesOf(left: RemainingLimits): Allowances {
  return { new: allowanceOf(left, 'new'), reviews: allowanceOf(left, 'reviews') };
}

/** Cards of some decks, by the nearest limit of each. */
export class Waiting {
  readonly #left: Allowances;
  #learning = 0;
  readonly #due = new Map<string, number>();
  readonly #new = new Map<string, number>();

  constructor(left: Allowances) {
    this.#left = left;
  }

  add(deck: string, { learning, due, new: newCards }: Counts): void {
    this.#learning += learning;
    addTo(this.#due, this.#left.reviews.of(deck)[0], due);
    addTo(this.#new, this.#left.new.of(deck)[0], newCards);
  }

  addAll(other: Waiting): void {
    this.#learning += other.#learning;
    for (const [limit, count] of other.#due) addTo(this.#due, limit, count);
    for (const [limit, count] of other.#new) addTo(this.#new, limit, count);
  }

  /** As many as the limits let through; learning cards have none. */
  counts(): Counts {
    return {
      learning: this.#learning,
      due: within(this.#due, this.#left.reviews),
      new: within(this.#new, this.#left.new),
    };
  }
}
