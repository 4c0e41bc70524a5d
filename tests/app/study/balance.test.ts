// The plan of every card, whatever the order in which the log came.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Study, type StudySettings } from '../../../src/app/study/study.ts';
import type { CardHistory, Grade } from '../../../src/core/history/event.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, parseLine, type LogLine } from '../../../src/core/history/log-format.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { day, noon, review, today } from '../../core/schedule/histories.ts';
import { runs } from '../../random.ts';

const numRuns = runs(500, 30);
const cardIds = ['a', 'b', 'c', 'd', 'e', 'f'];

function study(fold: Fold, settings: StudySettings = defaultSettings): Study {
  return Study.of(
    {
      clock: { now: () => noon + 60 * day, zone: () => 0 },
      history: (id) => fold.cards.get(id),
      histories: (): Iterable<CardHistory> => fold.cards.values(),
      historyIds: (): Iterable<string> => fold.cards.keys(),
      noteOf: () => undefined,
      linksFrom: () => [],
      isMissing: () => false,
    },
    settings,
  );
}

const line = (event: Parameters<typeof encodeEvent>[0]): LogLine => {
  const parsed = parseLine(encodeEvent(event));
  if (typeof parsed === 'string' || 'message' in parsed) throw new Error('the line is wrong');
  return parsed;
};

const anyLog = fc
  .array(
    fc.record({
      card: fc.constantFrom(...cardIds),
      on: fc.integer({ min: 0, max: 59 }),
      g: fc.constantFrom<Grade>(1, 2, 3, 3, 4, 4),
      undone: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((answers) =>
    answers.flatMap(({ card, on, g, undone }, nth): LogLine[] => {
      const answer = { ...review(g, noon + on * day + nth, card, nth + 1), i: `dev.${nth * 2 + 1}` };
      const undo = { k: 'u', i: `dev.${nth * 2 + 2}`, t: answer.t + 1, e: answer.i } as const;
      return undone ? [line(answer), line(undo)] : [line(answer)];
    }),
  );

const plans = (found: Study) => cardIds.map((id) => found.schedule(id));

test('any order and grouping of the events gives the same plans', () => {
  const keys = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 });
  fc.assert(
    fc.property(anyLog, keys, fc.integer({ min: 1, max: 9 }), (lines, order, size) => {
      const whole = new Fold();
      whole.add(lines);
      const shuffled = lines
        .map((one, at) => ({ one, key: order[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const fold = new Fold();
      const live = study(fold);
      for (let at = 0; at < shuffled.length; at += size) live.replan(fold.add(shuffled.slice(at, at + size)));
      expect(plans(live)).toEqual(plans(study(whole)));
    }),
    { numRuns },
  );
});

test("today's answers move no other card", () => {
  fc.assert(
    fc.property(anyLog, fc.constantFrom(...cardIds), (lines, card) => {
      const fold = new Fold();
      fold.add(lines);
      const live = study(fold);
      const before = plans(live);
      const changed = live.replan(fold.add([line({ ...review(3, noon + 60 * day, card), i: 'dev.999' })]));
      const others = cardIds.filter((id) => id !== card);
      expect([...changed]).toEqual([card]);
      expect(others.map((id) => live.schedule(id))).toEqual(others.map((id) => before[cardIds.indexOf(id)]));
    }),
    { numRuns },
  );
});

test('memory is the same with and without balancing', () => {
  fc.assert(
    fc.property(anyLog, (lines) => {
      const fold = new Fold();
      fold.add(lines);
      const plain = { ...defaultSettings, schedule: { ...defaultSettings.schedule, balance: false } };
      const memories = (found: Study) =>
        plans(found).map(({ memory, reps, state }) => ({ memory, reps, state }));
      expect(memories(study(fold))).toEqual(memories(study(fold, plain)));
    }),
    { numRuns },
  );
});

test('a vacation shows nothing, and what came due follows after it', () => {
  const fold = new Fold();
  fold.add([line(review(4, noon + 50 * day, 'a'))]);
  const date = (on: number) => new Date((today + on) * day).toISOString().slice(0, 10);
  const away = {
    ...defaultSettings,
    study: { ...defaultSettings.study, vacations: [{ from: date(55), to: date(63) }] },
  };
  const live = study(fold, away);
  expect(live.vacation).toEqual({ from: today + 55, to: today + 63 });
  expect(live.queue({ scope: { kind: 'all' } })).toEqual({ learning: [], due: [], new: [] });
  expect(live.schedule('a').dueDay).toBeGreaterThan(today + 63);
});
