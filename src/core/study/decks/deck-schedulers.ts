// Schedulers by deck: a preset may have a different retention or steps, and siblings need different days. To the rest
// of the program they are one scheduler that looks up the card.
import { createScheduler, type Scheduler } from '../../schedule/scheduler.ts';
import type { ScheduleOptions } from '../../schedule/schedule.ts';
import { createSpread, type LoadAt, type SiblingPlace } from '../../schedule/spread.ts';
import { scheduleOf, type DeckPreset } from './presets.ts';
import type { StudyCard } from '../study-card.ts';

export interface DeckSchedulersOptions {
  readonly schedule: ScheduleOptions;
  readonly presets: readonly DeckPreset[];
  readonly siblingsApart: boolean;
  /** null if days are not balanced. */
  readonly load: LoadAt | null;
  /** All cards of a card's note, requested when it is first scheduled; empty if it is in no note. */
  readonly noteWith?: (card: string) => readonly PlacedCard[];
  /** Where a card was when its schedule was kept, if it was. */
  readonly keptPlace?: (card: string) => Place | null;
}

export type PlacedCard = Pick<StudyCard, 'id' | 'deck' | 'group'>;

/** What the schedule of a card depends on, besides its history. */
export interface Place extends SiblingPlace {
  readonly deck: string;
}

/** Of a card in no note. */
export const nowhere: Place = { deck: '', rank: 0, of: 1 };

export class DeckSchedulers {
  readonly #options: DeckSchedulersOptions;
  readonly #places = new Map<string, Place>();
  readonly #byDeck = new Map<string, Scheduler>();
  readonly #byOptions = new Map<ScheduleOptions, Scheduler>();
  readonly #base: Scheduler;
  /** For any card. */
  readonly scheduler: Scheduler;

  constructor(options: DeckSchedulersOptions) {
    this.#options = options;
    this.#base = this.#create(options.schedule);
    this.#byOptions.set(options.schedule, this.#base);
    const of = (card: string): Scheduler => this.#ofDeck(this.#placeOf(card)?.deck);
    this.scheduler = {
      ...this.#base,
      replay: (history) => of(history.id).replay(history),
      step: (schedule, answer) => of(schedule.card).step(schedule, answer),
      next: (schedule, moment) => of(schedule.card).next(schedule, moment),
      intervals: (history, tell) => of(history.id).intervals(history, tell),
    };
  }

  /** Sets where the cards of a note are. Returns those whose scheduling changed. */
  place(cards: readonly PlacedCard[]): readonly string[] {
    const { siblingsApart } = this.#options;
    const groups = new Map<string, string[]>();
    for (const { id, group } of cards) {
      if (group === null || !siblingsApart) continue;
      const ids = groups.get(group);
      if (ids) ids.push(id);
      else groups.set(group, [id]);
    }
    for (const ids of groups.values()) ids.sort();
    const moved: string[] = [];
    for (const { id, deck, group } of cards) {
      const ids = (group === null ? undefined : groups.get(group)) ?? [id];
      const before = this.#known(id) ?? nowhere;
      const after: Place = { deck, rank: ids.indexOf(id), of: ids.length };
      this.#places.set(id, after);
      const isMoved = before.rank !== after.rank || before.of !== after.of;
      if (isMoved || this.#ofDeck(before.deck) !== this.#ofDeck(deck)) moved.push(id);
    }
    return moved;
  }

  /** For the cards of a note that was never studied: if any of them was looked up, places them again. */
  moved(cards: readonly PlacedCard[]): void {
    if (cards.some(({ id }) => this.knows(id))) this.place(cards);
  }

  /** Whether any card was looked up or placed. */
  get hasPlaces(): boolean {
    return this.#places.size > 0;
  }

  /** Whether this card was. */
  knows(card: string): boolean {
    return this.#places.has(card);
  }

  /** `""` if the card is in no note. */
  deckOf(card: string): string {
    return this.#placeOf(card)?.deck ?? '';
  }

  /** The place a card was scheduled with. */
  placeOf(card: string): Place {
    return this.#known(card) ?? nowhere;
  }

  /** Cards that turned out to be in no note. */
  displace(cards: Iterable<string>): void {
    for (const id of cards) this.#places.set(id, nowhere);
  }

  #known(card: string): Place | undefined {
    return this.#places.get(card) ?? this.#options.keptPlace?.(card) ?? undefined;
  }

  #placeOf(card: string): Place | undefined {
    const known = this.#known(card);
    if (known) return known;
    const cards = this.#options.noteWith?.(card) ?? [];
    if (cards.length > 0) this.place(cards);
    return this.#places.get(card);
  }

  #ofDeck(deck: string | undefined): Scheduler {
    if (deck === undefined || this.#options.presets.length === 0) return this.#base;
    let scheduler = this.#byDeck.get(deck);
    if (!scheduler) {
      const options = scheduleOf(this.#options.schedule, this.#options.presets, deck);
      scheduler = this.#byOptions.get(options) ?? this.#create(options);
      this.#byDeck.set(deck, scheduler);
    }
    return scheduler;
  }

  #create(options: ScheduleOptions): Scheduler {
    const siblings = (card: string): SiblingPlace | null => {
      const place = this.#placeOf(card);
      return place && place.of > 1 ? place : null;
    };
    return createScheduler(options, createSpread(options, this.#options.load, siblings));
  }
}
