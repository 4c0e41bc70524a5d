// How many cards were answered today in each deck, while cards are answered and move to other decks.
import { DayTally, type RemainingLimits } from '../../core/study/decks/limits.ts';
import type { DeckPreset } from '../../core/study/decks/presets.ts';
import type { StudyOptions } from '../../core/study/options.ts';
import type { Schedules } from './schedules.ts';

export class AnsweredToday {
  readonly #schedules: Schedules;
  readonly #presets: readonly DeckPreset[];
  readonly #deckBefore: (id: string) => string;
  /** Of existing cards, where it is not as before. */
  readonly #decks = new Map<string, string>();
  #tally: DayTally;

  /** @param deckBefore a card's deck as long as its schedule is as packed; `""` otherwise */
  constructor(schedules: Schedules, presets: readonly DeckPreset[], deckBefore: (id: string) => string) {
    this.#schedules = schedules;
    this.#presets = presets;
    this.#deckBefore = deckBefore;
    this.#tally = new DayTally(-Infinity);
  }

  get reviewed(): number {
    return this.#tally.reviewed;
  }

  left(options: Pick<StudyOptions, 'newPerDay' | 'reviewsPerDay'>): RemainingLimits {
    return this.#tally.left(options);
  }

  /** Counts everything again, for a study day. */
  count(day: number): void {
    this.#tally = new DayTally(day, [], this.#presets);
    for (const schedule of this.#schedules.answeredOn(day))
      this.#tally.put(null, schedule, this.#deckOf(schedule.card));
  }

  /** Runs `plan`, which may change the card's schedule. */
  replan(id: string, plan: () => void): void {
    // From then on, nobody knows the deck before.
    if (!this.#decks.has(id)) this.#decks.set(id, this.#deckOf(id));
    const before = this.#schedules.get(id) ?? null;
    plan();
    this.#tally.put(before, this.#schedules.get(id) ?? null, this.#deckOf(id));
  }

  /** A card may move to another deck with its own limits. */
  setDeck(id: string, deck: string): void {
    const before = this.#deckOf(id);
    if (before === deck) return;
    const schedule = this.#schedules.get(id);
    if (schedule) {
      this.#tally.put(schedule, null, before);
      this.#tally.put(null, schedule, deck);
    }
    this.#decks.set(id, deck);
  }

  #deckOf(id: string): string {
    return this.#decks.get(id) ?? this.#deckBefore(id);
  }
}
