// Anki collections made up for tests: cards and rows of the review log, without notes.
import fc from 'fast-check';
import type { CardSnapshot } from '../../../../../src/core/history/event.ts';
import type { AnkiCard, AnkiCollection, AnkiReview } from '../../../../../src/core/import/anki/collection.ts';

/** 4:00 on 2019-05-06, one hour east of Greenwich. */
export const createdAt = Date.UTC(2019, 4, 6, 3) / 1000;
export const day = 86_400_000;
/** 12:00 there, on the collection's day 0. */
export const noon = createdAt * 1000 + 8 * 3_600_000;
export const now = Date.UTC(2026, 10, 2, 12);

export function card(id: number, changes: Partial<AnkiCard> = {}): AnkiCard {
  return {
    id,
    noteId: id,
    deckId: 1,
    ordinal: 0,
    modifiedAt: Math.floor(noon / 1000),
    type: 0,
    queue: 0,
    due: 0,
    interval: 0,
    factor: 0,
    reps: 0,
    lapses: 0,
    homeDeckId: 0,
    homeDue: 0,
    flag: 0,
    memory: null,
    ...changes,
  };
}

export function row(id: number, cardId: number, changes: Partial<AnkiReview> = {}): AnkiReview {
  return { id, cardId, ease: 3, interval: 1, lastInterval: 0, factor: 2500, time: 4000, type: 1, ...changes };
}

export function collection(
  cards: readonly AnkiCard[],
  reviews: readonly AnkiReview[],
  changes: Partial<AnkiCollection> = {},
): AnkiCollection {
  return {
    createdAt,
    rollover: 4,
    minutesWest: -60,
    fsrs: false,
    decks: [{ id: 1, name: 'Deck', filtered: false }],
    noteTypes: [],
    notes: [],
    cards,
    reviews,
    ...changes,
  };
}

function lookOf(id: number): CardSnapshot {
  return {
    path: 'Deck.md',
    source: 'heading',
    headings: [`Question ${id}`],
    question: `Question ${id}`,
    ordinal: 0,
    questionHash: `q${id}`,
    answerHash: `a${id}`,
    sketch: '',
  };
}

export const looksOf = (cards: readonly AnkiCard[]): ReadonlyMap<number, CardSnapshot> =>
  new Map(cards.map(({ id }) => [id, lookOf(id)]));

/** One row as Anki writes it, some time after the one before. */
const step = fc.record({
  gap: fc.oneof(fc.integer({ min: 1, max: day }), fc.integer({ min: day, max: 90 * day })),
  kind: fc.constantFrom(
    'learn',
    'learn',
    'review',
    'review',
    'review',
    'relearn',
    'early',
    'cram',
    'forget',
    'set',
    'moved',
  ),
  ease: fc.integer({ min: 1, max: 4 }),
  interval: fc.integer({ min: 1, max: 400 }),
  factor: fc.integer({ min: 1300, max: 3000 }),
  time: fc.integer({ min: 0, max: 90_000 }),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function rowOf(id: number, cardId: number, { kind, ease, interval, factor, time }: Step): AnkiReview {
  const answer = { ease, interval, factor, time };
  const byHand = { ease: 0, interval, factor, time: 0 };
  return row(
    id,
    cardId,
    {
      learn: { ...answer, interval: -600, factor: 0, type: 0 },
      review: { ...answer, type: 1 },
      relearn: { ...answer, interval: -600, type: 2 },
      early: { ...answer, type: 3 },
      cram: { ...answer, factor: 0, type: 3 },
      forget: { ...byHand, interval: 0, factor: 0, type: 4 },
      set: { ...byHand, type: 4 },
      moved: { ...byHand, type: 5 },
    }[kind],
  );
}

const cardEnd = fc.record({
  type: fc.constantFrom(0, 1, 2, 2, 2, 3),
  queue: fc.constantFrom(-3, -2, -1, 0, 1, 2),
  due: fc.integer({ min: -20, max: 4000 }),
  interval: fc.integer({ min: 0, max: 500 }),
  factor: fc.constantFrom(0, 1300, 2500),
  flag: fc.integer({ min: 0, max: 7 }),
  memory: fc.option(
    fc.record({
      stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    }),
  ),
  modified: fc.integer({ min: 0, max: 100 }),
});

/** Cards with their rows; ids are unique, and rows of different cards mixed. */
export const someCollection = fc
  .array(
    fc.record({
      begin: fc.integer({ min: 0, max: 500 * day }),
      steps: fc.array(step, { maxLength: 12 }),
      end: cardEnd,
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((lives) => {
    const reviews: AnkiReview[] = [];
    const cards = lives.map(({ begin, steps, end: { modified, ...end } }, nth) => {
      const id = noon + nth;
      let at = noon + 1000 + begin * 3;
      for (const one of steps) {
        at += one.gap + 8;
        reviews.push(rowOf(Math.ceil(at / 8) * 8 + nth, id, one));
      }
      const modifiedAt = Math.max(Math.floor(noon / 1000), Math.floor(at / 1000) + modified);
      return card(id, { ...end, type: steps.length === 0 && end.type === 1 ? 0 : end.type, modifiedAt });
    });
    return collection(
      cards,
      reviews.sort((a, b) => a.id - b.id),
    );
  });
