// The vault's statistics: past answers and the current state of the cards. Computed on demand, in slices.
import { remembered } from '../../core/text/remembered.ts';
import { isUnderDeck } from '../../core/study/decks/deck-names.ts';
import type { ReviewEvent } from '../../core/history/event.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
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
  /** Only these cards; all if it is missing. */
  readonly cards?: ReadonlySet<string>;
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
  isOff?: () => boolean,
): Promise<Statistics | null> {
  const { today } = app.study;
  const tallied = await readTally(app, host, request, isOff);
  const stands = tallied && (await readStanding(app, host, request, isOff));
  const desired = app.settings.schedule.desiredRetention;
  return stands && { request, today, desired, tally: tallied, standing: stands };
}

type Canceled = (() => boolean) | undefined;

/** Past answers alone; null if canceled. */
export function readTally(
  app: StatisticsSource,
  host: SliceHost,
  { back, ...wanted }: Omit<StatisticsRequest, 'ahead'>,
  isOff: Canceled,
): Promise<Tally | null> {
  const { study, settings } = app;
  const { today } = study;
  const { weights: parameters, desiredRetention } = settings.schedule;
  const model = memoryModel(parameters, desiredRetention);
  const { count, first } = extentOf(app);
  const from = back === null ? first : today - back + 1;
  return inSlices(tally(livesOf(app, wanted, count), { model, today, from }), host, isOff ?? never);
}

/** The cards of today alone; null if canceled. */
export function readStanding(
  app: StatisticsSource,
  host: SliceHost,
  { ahead, ...wanted }: Omit<StatisticsRequest, 'back'>,
  isOff: Canceled,
): Promise<Standing | null> {
  const { scheduler, today } = app.study;
  const options = {
    today,
    days: ahead,
    retrievability: (schedule: Schedule, day: number) => scheduler.retrievability(schedule, day),
  };
  return inSlices(standing(cardsOf(app, wanted), options), host, isOff ?? never);
}

const never = (): boolean => false;

type Wanted = Pick<StatisticsRequest, 'deck' | 'cards'>;

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

function* cardsOf(app: StatisticsSource, { deck, cards: only }: Wanted): Generator<StandingCard> {
  const { linker, study } = app;
  const placeOf = placesIn(app, deck);
  for (const cards of linker.notes.values())
    for (const one of cards) {
      const place = placeOf(one.card);
      if (place && only?.has(one.id) !== false && !study.isAside(one))
        yield { schedule: study.schedule(one.id), place };
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

function* livesOf(app: StatisticsSource, wanted: Wanted, count: number): Generator<Life> {
  const { history, linker, study } = app;
  const placeOf = placesIn(app, wanted.deck);
  let counted = 0;
  for (const { id, reviews, memory } of history.cards.values()) {
    counted += reviews.length;
    if (wanted.cards?.has(id) === false) continue;
    const found = linker.find(id);
    const place = placeOf(found?.card ?? null);
    const isCurrent = found !== null && !study.isAside(found);
    if (place !== undefined) yield { reviews, memory, place, isCurrent };
  }
  if (count > counted) yield* beforeResets(app, wanted);
}

/** Card lives up to their last reset; answers from before it still count. */
function* beforeResets(app: StatisticsSource, wanted: Wanted): Generator<Life> {
  const { history, linker } = app;
  const placeOf = placesIn(app, wanted.deck);
  const counted = new Set<ReviewEvent>();
  for (const { reviews } of history.cards.values()) for (const review of reviews) counted.add(review);
  const lives = new Map<string, ReviewEvent[]>();
  for (const review of history.reviews()) {
    if (counted.has(review)) continue;
    const id = history.canonical(review.c);
    if (wanted.cards?.has(id) === false) continue;
    lives.set(id, [...(lives.get(id) ?? []), review]);
  }
  for (const [id, reviews] of lives) {
    const place = placeOf(linker.find(id)?.card ?? null);
    reviews.sort((a, b) => a.t - b.t);
    if (place !== undefined) yield { reviews, memory: null, place, isCurrent: false };
  }
}
