// The vault's statistics: past answers and the current state of the cards. Computed on demand, in slices.
import { remembered } from '../../core/text/remembered.ts';
import { isUnderDeck } from '../../core/study/decks/deck-names.ts';
import type { ReviewEvent } from '../../core/history/event.ts';
import { memoryModel } from '../../core/schedule/fsrs.ts';
import type { Settings } from '../../core/settings.ts';
import { standing, type Standing, type StandingCard } from '../../core/statistics/standing.ts';
import { tally, type Life, type Place, type Tally } from '../../core/statistics/tally.ts';
import type { History } from '../history/history.ts';
import { inSlices, type SliceHost } from '../work/slices.ts';
import type { Study } from '../study/study.ts';
import type { CardLinker } from '../cards/card-linker.ts';

export interface StatisticsRequest {
  /** A deck including its subdecks; null for all. */
  readonly deck: string | null;
  /** Study days the period looks back, including today; null for all. */
  readonly back: number | null;
  /** Study days the forecast looks ahead, including today. */
  readonly ahead: number;
}

export interface Statistics {
  readonly request: StatisticsRequest;
  readonly today: number;
  /** Desired retention, 0–1. */
  readonly desired: number;
  readonly tally: Tally;
  readonly standing: Standing;
}

/** The part of the app that statistics read. */
export interface StatisticsSource {
  readonly history: Pick<History, 'cards' | 'reviews' | 'canonical'>;
  readonly linker: Pick<CardLinker, 'find' | 'notes'>;
  readonly study: Pick<Study, 'today' | 'schedule' | 'scheduler' | 'isAside' | 'deckName'>;
  readonly settings: Settings;
}

/** null if canceled. */
export async function readStatistics(
  app: StatisticsSource,
  host: SliceHost,
  request: StatisticsRequest,
  isOff: () => boolean = () => false,
): Promise<Statistics | null> {
  const { study, settings } = app;
  const { today } = study;
  const { weights: parameters, desiredRetention } = settings.schedule;
  const model = memoryModel(parameters, desiredRetention);
  const { count, first } = extentOf(app);
  const from = request.back === null ? first : today - request.back + 1;
  const lives = livesOf(app, request.deck, count);
  const tallied = await inSlices(tally(lives, { model, today, from }), host, isOff);
  if (tallied === null) return null;
  const { scheduler } = study;
  const stands = await inSlices(
    standing(cardsOf(app, request.deck), {
      today,
      days: request.ahead,
      retrievability: (schedule, day) => scheduler.retrievability(schedule, day),
    }),
    host,
    isOff,
  );
  return stands && { request, today, desired: desiredRetention, tally: tallied, standing: stands };
}

/** Where cards of a deck are counted, under the deck's one name; undefined for others. */
function placesIn(
  { study }: StatisticsSource,
  wanted: string | null,
): (card: Place | null) => Place | null | undefined {
  const isIn = remembered((deck) => wanted === null || isUnderDeck(deck, wanted));
  return (card) => {
    if (card === null) return wanted === null ? null : undefined;
    return isIn(card.deck) ? { deck: study.deckName(card.deck), source: card.source } : undefined;
  };
}

function* cardsOf(app: StatisticsSource, deck: string | null): Generator<StandingCard> {
  const { linker, study } = app;
  const placeOf = placesIn(app, deck);
  for (const cards of linker.notes.values())
    for (const one of cards) {
      const place = placeOf(one.card);
      if (place && !study.isAside(one)) yield { schedule: study.schedule(one.id), place };
    }
}

/** How many reviews there are, and the first study day with one; today if there is none. */
function extentOf({ history, study }: StatisticsSource): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = study.today;
  for (const { y } of history.reviews()) {
    count += 1;
    if (y < first) first = y;
  }
  return { count, first };
}

function* livesOf(app: StatisticsSource, deck: string | null, count: number): Generator<Life> {
  const { history, linker, study } = app;
  const placeOf = placesIn(app, deck);
  let counted = 0;
  for (const { id, reviews, memory } of history.cards.values()) {
    counted += reviews.length;
    const found = linker.find(id);
    const place = placeOf(found?.card ?? null);
    const isCurrent = found !== null && !study.isAside(found);
    if (place !== undefined) yield { reviews, memory, place, isCurrent };
  }
  if (count > counted) yield* beforeResets(app, deck);
}

/** Card lives up to their last reset; answers from before it still count. */
function* beforeResets(app: StatisticsSource, deck: string | null): Generator<Life> {
  const { history, linker } = app;
  const placeOf = placesIn(app, deck);
  const counted = new Set<ReviewEvent>();
  for (const { reviews } of history.cards.values()) for (const review of reviews) counted.add(review);
  const lives = new Map<string, ReviewEvent[]>();
  for (const review of history.reviews()) {
    if (counted.has(review)) continue;
    const id = history.canonical(review.c);
    lives.set(id, [...(lives.get(id) ?? []), review]);
  }
  for (const [id, reviews] of lives) {
    const place = placeOf(linker.find(id)?.card ?? null);
    reviews.sort((a, b) => a.t - b.t);
    if (place !== undefined) yield { reviews, memory: null, place, isCurrent: false };
  }
}
