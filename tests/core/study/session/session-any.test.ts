// Any actions in any order: what must hold of every session.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '../../../../src/core/history/event.ts';
import type { Effect } from '../../../../src/core/study/session/action.ts';
import type { Session } from '../../../../src/core/study/session/session-state.ts';
import { lanes } from '../../../../src/core/study/study-card.ts';
import {
  answered,
  day,
  easy,
  newCards,
  learning,
  marked,
  minute,
  noon,
  sessionOf,
  stepAndPlan,
  type Deed,
} from '../cards.ts';
import { runs } from '../../../random.ts';

const versions = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => [
  newCards(id),
  easy(id, 9),
  easy(id, 1),
  learning(id, 4),
  easy(id, 9, { line: 7, note: 'moved.md' }),
  marked(easy(id, 8), { suspended: true }),
  answered(id, [
    [4, noon - 8 * day],
    [1, noon],
  ]),
]);
const version = fc.constantFrom(...versions);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const queue = fc.uniqueArray(version, { selector: (card) => card.id, maxLength: 5 }).map((cards) => ({
  learning: cards
    .filter(({ schedule }) => schedule.dueAt !== null)
    .sort((a, b) => (a.schedule.dueAt ?? 0) - (b.schedule.dueAt ?? 0)),
  due: cards.filter(({ schedule }) => schedule.state === 'review'),
  new: cards.filter(({ schedule }) => schedule.state === 'new'),
}));

const deed: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom<Grade>(1, 2, 3, 4)
      .map((grade): readonly Deed[] => [{ kind: 'reveal' }, { kind: 'grade', grade }]),
  },
  { weight: 3, arbitrary: fc.constant<readonly Deed[]>([{ kind: 'undo' }]) },
  { weight: 2, arbitrary: fc.constant<readonly Deed[]>([{ kind: 'redo' }]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('bury', 'suspend', 'reset', 'skip', 'tick', 'reveal')
      .map((kind): readonly Deed[] => [{ kind }]),
  },
  fc.constantFrom<Grade>(1, 3).map((grade): readonly Deed[] => [{ kind: 'grade', grade }]),
  fc.nat(7).map((flag): readonly Deed[] => [{ kind: 'flag', flag }]),
  version.map((card): readonly Deed[] => [{ kind: 'changed', card }]),
  version.map((card): readonly Deed[] => [{ kind: 'planned', card }]),
  version.map((card): readonly Deed[] => [{ kind: 'show', card }]),
  id.map((gone): readonly Deed[] => [{ kind: 'gone', id: gone }]),
  queue.map((next): readonly Deed[] => [{ kind: 'queue', queue: next }]),
);

interface Moment {
  readonly before: Session;
  readonly deed: Deed;
  readonly now: number;
  readonly after: Session;
  readonly effects: readonly Effect[];
}

/** Every moment of a session in which up to 30 things happen, minutes or half a day apart. */
const life: fc.Arbitrary<readonly Moment[]> = fc
  .tuple(queue, fc.array(fc.tuple(deed, fc.constantFrom(1, 1, 1, 7, 600)), { maxLength: 30 }), fc.boolean())
  .map(([start, deeds, practice]) => {
    let session = sessionOf(start, { practice });
    let now = noon;
    const moments: Moment[] = [];
    for (const [actions, minutes] of deeds) {
      now += minutes * minute;
      for (const each of actions) {
        const { session: after, effects } = stepAndPlan(session, { ...each, now, zone: 0 });
        moments.push({ before: session, deed: each, now, after, effects });
        session = after;
      }
    }
    return moments;
  });

const numRuns = runs(2_000, 100);
const everywhere = ({ current, queue: held }: Session) => [
  ...(current === null ? [] : [current.card.id]),
  ...lanes.flatMap((lane) => held[lane].map((card) => card.id)),
];

/** Holds a statement against every moment of many sessions. */
function always(holds: (moment: Moment) => void): void {
  fc.assert(
    fc.property(life, (moments) => moments.forEach(holds)),
    { numRuns },
  );
}

describe('in any session', () => {
  test('a card is in one place only', () => {
    always(({ after }) => {
      const all = everywhere(after);
      expect(all).toHaveLength(new Set(all).size);
    });
  });

  test('a review is recorded for the card on screen, one per grade', () => {
    always(({ before, deed: each, effects }) => {
      const reviews = effects.filter(({ kind }) => kind === 'review');
      const counts = each.kind === 'grade' && before.current?.revealed === true && !before.practice;
      expect(reviews).toHaveLength(counts ? 1 : 0);
      if (counts) expect(reviews[0]).toMatchObject({ card: before.current?.card });
    });
  });

  test('a grade removes its card from the screen or shows its question again', () => {
    always(({ before, deed: each, after }) => {
      if (each.kind !== 'grade' || before.current?.revealed !== true) return;
      expect(after.current?.revealed ?? false).toBe(false);
    });
  });

  test('an undo names something recorded and not undone yet, a redo something undone', () => {
    fc.assert(
      fc.property(life, (moments) => {
        const open = new Set<number>();
        for (const { effects } of moments) {
          for (const effect of effects) {
            if (effect.kind === 'review' || effect.kind === 'mark') open.add(effect.ticket);
            if (effect.kind === 'undo') expect(open.delete(effect.ticket)).toBe(true);
            if (effect.kind === 'redo') expect(open.has(effect.ticket)).toBe(false);
            if (effect.kind === 'redo') open.add(effect.ticket);
          }
        }
      }),
      { numRuns },
    );
  });

  test('answers are counted once each', () => {
    always(({ after }) => {
      expect(after.stats.answers).toBe(after.done.filter(({ kind }) => kind === 'grade').length);
    });
  });

  test('no learning card waits behind one that comes much later', () => {
    always(({ after, now }) => {
      const minutes = after.queue.learning.map(({ schedule }) => schedule.dueAt ?? 0);
      const soon = now + after.rules.learnAheadMinutes * minute;
      const late = minutes.filter((at) => at > soon);
      expect(minutes.slice(minutes.length - late.length)).toEqual([...late].sort((a, b) => a - b));
    });
  });

  test('a card that has left the vault is not shown', () => {
    always(({ deed: each, after }) => {
      if (each.kind === 'gone') expect(everywhere(after)).not.toContain(each.id);
    });
  });

  test('the screen is empty only when nothing may be shown', () => {
    always(({ after, deed: each }) => {
      if (after.current === null && each.kind !== 'reveal')
        expect([after.queue.due, after.queue.new]).toEqual([[], []]);
    });
  });
});
