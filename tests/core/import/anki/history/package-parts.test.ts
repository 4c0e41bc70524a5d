// Packages of parts of one collection, as people export deck by deck: whatever the order, each card has what it has
// when the whole is imported at once.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drain } from '../../../../../src/core/history/drain.ts';
import type { HistoryEvent } from '../../../../../src/core/history/event.ts';
import { Fold } from '../../../../../src/core/history/fold.ts';
import type { AnkiCollection } from '../../../../../src/core/import/anki/collection.ts';
import { knownOf } from '../../../../../src/core/import/anki/history/known-package.ts';
import { packageHistory } from '../../../../../src/core/import/anki/history/package-history.ts';
import { runs } from '../../../../random.ts';
import { looksOf, now, someCollection } from './collections.ts';

function importInto(fold: Fold, from: AnkiCollection): void {
  const events: HistoryEvent[] = [];
  const known = knownOf(fold.events());
  const look = (id: string) => fold.cards.get(id)?.snapshot ?? null;
  const take = (event: HistoryEvent): void => void events.push(event);
  drain(packageHistory(from, { looks: looksOf(from.cards), now, known, look, take }));
  fold.add(events.map((event) => ({ event, text: JSON.stringify(event) })));
}

/** A note that every part has, changed last: all parts were used last at one time. */
const last = { id: 1, guid: 'last', noteTypeId: 1, modifiedAt: Math.floor(now / 1000), tags: [], fields: [] };

function partOf(from: AnkiCollection, isIn: (id: number) => boolean): AnkiCollection {
  return {
    ...from,
    cards: from.cards.filter(({ id }) => isIn(id)),
    reviews: from.reviews.filter(({ cardId }) => isIn(cardId)),
  };
}

const factsOf = ({ cards }: Fold): unknown =>
  [...cards.values()]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, snapshot, reviews }) => [id, snapshot, reviews.map(({ i }) => i)]);

test('deck by deck, in any order, each card of the collection has its look and its reviews', () => {
  fc.assert(
    fc.property(someCollection, fc.nat({ max: 3 }), (some, kind) => {
      const from = { ...some, notes: [last] };
      // Each part has cards of the same ranks.
      const isFirst = (id: number): boolean =>
        (from.cards.findIndex((one) => one.id === id) + kind) % 2 === 0;
      const parts = [partOf(from, isFirst), partOf(from, (id) => !isFirst(id))];
      const whole = new Fold();
      importInto(whole, from);
      for (const order of [parts, [...parts].reverse(), [...parts, from], [...parts, ...parts]]) {
        const fold = new Fold();
        for (const part of order) importInto(fold, part);
        expect(factsOf(fold)).toEqual(factsOf(whole));
      }
    }),
    { numRuns: runs(1000, 100) },
  );
});
