// The cards of a kept plan that are still as they were planned, and where they were.
import type { PackedSchedules } from '../../core/schedule/packed-schedules.ts';
import type { Place } from '../../core/study/decks/deck-schedulers.ts';
import type { LinkedNote } from '../cards/kept/linked-note.ts';
import type { KeptPlan } from './kept-plan.ts';
import type { Schedules } from './schedules.ts';

export class KeptCards {
  readonly #plan: KeptPlan;
  readonly #schedules: Schedules;
  /** 1 for rows of cards that are in a note as they were then. */
  readonly #linked: Uint8Array;

  constructor(plan: KeptPlan, schedules: Schedules) {
    this.#plan = plan;
    this.#schedules = schedules;
    this.#linked = new Uint8Array(plan.schedules.rows);
  }

  /** Null for a card that was planned again. */
  placeOf(id: string): Place | null {
    const row = this.#plan.schedules.row(id);
    return this.#schedules.isPacked(row) ? this.#plan.places.at(row) : null;
  }

  /** The schedules of a note's cards; null if any was planned again. */
  take({ rows }: LinkedNote): PackedSchedules | null {
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? -1;
      if (row >= 0 && !this.#schedules.isPacked(row)) return null;
    }
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? -1;
      if (row >= 0) this.#linked[row] = 1;
    }
    return this.#plan.schedules;
  }

  /** Cards that were in a note then, and that nobody has taken or placed since. */
  *gone(isPlaced: (id: string) => boolean): Generator<string> {
    for (let row = 0; row < this.#linked.length; row += 1) {
      if (this.#linked[row] === 1 || !this.#plan.places.isPlaced(row) || !this.#schedules.isPacked(row))
        continue;
      const id = this.#plan.schedules.at(row).card;
      if (!isPlaced(id)) yield id;
    }
  }
}
