// What an Anki collection's review log becomes, row by row; that it is the same whoever imports it, how often and in
// which order; and that it leads to the memory that fsrs-rs computes from the same rows.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardHistory, HistoryEvent } from '../../../../../src/core/history/event.ts';
import { drain } from '../../../../../src/core/history/drain.ts';
import { Fold } from '../../../../../src/core/history/fold.ts';
import { encodeLine, type LogLine, parseLine } from '../../../../../src/core/history/log-format.ts';
import { sequenceOf } from '../../../../../src/core/history/order.ts';
import type { AnkiCollection, AnkiReview } from '../../../../../src/core/import/anki/collection.ts';
import { knownOf } from '../../../../../src/core/import/anki/history/known-package.ts';
import {
  knownNothing,
  packageHistory,
  type PackageHistory,
} from '../../../../../src/core/import/anki/history/package-history.ts';
import {
  isPackageDevice,
  packageCardId,
} from '../../../../../src/core/import/anki/history/package-device.ts';
import { defaultParameters } from '../../../../../src/core/schedule/fsrs.ts';
import { scheduleDefaults } from '../../../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../../../src/core/schedule/scheduler.ts';
import { memoryFromSm2 } from '../../../../../src/core/schedule/sm2.ts';
import { runs } from '../../../../random.ts';
import { stateOf } from '../../../history/events.ts';
import { BindingMemoryState, FSRSBinding } from '../../../schedule/fsrs-rs.ts';
import { card, collection, createdAt, day, looksOf, noon, now, row, someCollection } from './collections.ts';

const numRuns = runs(3000, 150);
const scheduler = createScheduler(scheduleDefaults);
const firstDay = Math.floor(noon / day);

interface Lines extends PackageHistory {
  readonly lines: readonly LogLine[];
}

function historyOf(from: AnkiCollection, fold?: Fold, at = now): Lines {
  const known = fold ? knownOf(fold.events()) : knownNothing;
  const look = (id: string) => fold?.cards.get(id)?.snapshot ?? null;
  const lines: LogLine[] = [];
  const take = (event: HistoryEvent): void => void lines.push({ event, text: JSON.stringify(event) });
  const history = drain(packageHistory(from, { looks: looksOf(from.cards), now: at, known, look, take }));
  return { ...history, lines };
}

function foldOf(...lines: readonly (readonly LogLine[])[]): Fold {
  const fold = new Fold();
  fold.add(lines.flat());
  return fold;
}

/** The history of a collection's only card. */
function single(rows: readonly AnkiReview[], changes: Parameters<typeof card>[1] = {}): CardHistory {
  const { device, lines } = historyOf(collection([card(1, { type: 2, due: 50, ...changes })], rows));
  const history = foldOf(lines).cards.get(packageCardId(device.name, 1));
  if (!history) throw new Error('no history');
  return history;
}

const gradesOf = ({ reviews }: CardHistory): number[] => reviews.map(({ g }) => g);
const learn = { type: 0, interval: -600, factor: 0 };

describe('each row is what it was', () => {
  test('an answer is a review, at its time, on the day of the collection', () => {
    const rows = [row(noon + 1, 1, { ...learn, ease: 2, time: 7000 }), row(noon + 15.9 * 3_600_000, 1)];
    const { reviews } = single(rows);
    expect(reviews.map(({ t, g, d, z, y }) => ({ t, g, d, z, y }))).toEqual([
      { t: noon + 1, g: 2, d: 7000, z: 60, y: firstDay },
      // 3:54 in the night belongs to the day before.
      { t: noon + 15.9 * 3_600_000, g: 3, d: 4000, z: 60, y: firstDay },
    ]);
  });

  test('an early answer in a filtered deck counts; a preview, a rescheduling and a row without an answer do not', () => {
    const rows = [
      row(noon, 1, learn),
      row(noon + day, 1, { type: 3, ease: 4 }),
      row(noon + 2 * day, 1, { type: 3, ease: 1, factor: 0 }),
      row(noon + 3 * day, 1, { type: 5, ease: 0 }),
      row(noon + 4 * day, 1, { type: 1, ease: 7 }),
    ];
    expect(gradesOf(single(rows))).toEqual([3, 4]);
    expect(historyOf(collection([card(1)], rows)).left).toEqual({
      gone: 0,
      left: 0,
      wrongTime: 0,
      previews: 1,
    });
  });

  test('a due date that was set counts until the next answer', () => {
    const set = row(noon + day, 1, { type: 4, ease: 0, interval: 30 });
    const { device, lines } = historyOf(
      collection([card(1, { type: 2, due: 31 })], [row(noon, 1, learn), set]),
    );
    const id = packageCardId(device.name, 1);
    expect(lines.flatMap(({ event }) => (event.k === 'x' && event.w === 'due' ? [event.v] : []))).toEqual([
      firstDay + 31,
      firstDay + 31,
    ]);
    expect(foldOf(lines).cards.get(id)?.dueOn).toBe(firstDay + 31);
  });

  test.each([
    ['forgetting', [row(noon + 2 * day, 1, { type: 4, ease: 0, interval: 0, factor: 0 })]],
    ['learning again', []],
  ])('%s begins anew, and the answers before remain in the statistics', (_, between) => {
    const rows = [
      row(noon, 1, learn),
      row(noon + day, 1),
      ...between,
      row(noon + 3 * day, 1, { ...learn, ease: 1 }),
    ];
    const history = single(rows);
    expect(gradesOf(history)).toEqual([1]);
    expect(history.introducedBefore).toBe(firstDay);
    expect([...foldOf(historyOf(collection([card(1)], rows)).lines).reviews()]).toHaveLength(3);
  });

  test('a card that is new has no schedule, though a version of Anki left no row of it', () => {
    expect(single([row(noon, 1, learn), row(noon + day, 1)], { type: 0, due: 7 })).toMatchObject({
      reviews: [],
      memory: null,
      position: 7,
    });
  });

  test('a log whose beginning is missing starts from what its first answer led to', () => {
    const rows = [row(noon, 1, { interval: 20, factor: 2200 }), row(noon + 20 * day, 1)];
    const history = single(rows);
    const expected = memoryFromSm2(20, 2.2);
    expect(history.memory).toMatchObject({ s: expected?.stability, d: expected?.difficulty, y: firstDay });
    expect(gradesOf(history)).toEqual([3]);
  });

  test('a log of FSRS whose beginning is missing starts with the difficulty in its first row', () => {
    expect(single([row(noon, 1, { interval: 20, factor: 600 })]).memory?.d).toBeCloseTo(5.5, 10);
  });
});

describe('a card without a log', () => {
  test('has the memory of FSRS', () => {
    const memory = { stability: 12.5, difficulty: 6.25 };
    expect(single([], { memory, interval: 10, reps: 9, lapses: 2 }).memory).toMatchObject({
      s: 12.5,
      d: 6.25,
      y: firstDay + 40,
      due: firstDay + 50,
      reps: 9,
      lapses: 2,
    });
  });

  test('has one converted from interval and ease', () => {
    const expected = memoryFromSm2(10, 1.9);
    expect(single([], { interval: 10, factor: 1900 }).memory).toMatchObject({
      s: expected?.stability,
      d: expected?.difficulty,
    });
  });

  test('is new if Anki was still teaching it', () => {
    expect(single([], { type: 1, queue: 1, due: noon / 1000 })).toMatchObject({ reviews: [], memory: null });
  });
});

describe('the state of a card', () => {
  test.each([
    ['suspended', { queue: -1 }, { suspended: true }],
    ['buried', { queue: -2 }, { buriedUntil: firstDay }],
    ['buried by hand', { queue: -3 }, { buriedUntil: firstDay }],
    ['flagged', { flag: 4 }, { flag: 4 }],
    ['new at a position', { type: 0, due: 12 }, { position: 12 }],
    ['new in a filtered deck', { type: 0, due: -5, homeDeckId: 2, homeDue: 12 }, { position: 12 }],
    ['due', {}, { dueOn: firstDay + 50 }],
    ['due in a filtered deck', { due: -7, homeDeckId: 2, homeDue: 50 }, { dueOn: firstDay + 50 }],
    ['learned later today', { type: 1, queue: 1, due: noon / 1000 + 600 }, { dueOn: firstDay }],
    ['learned on another day', { type: 3, queue: 3, due: 2 }, { dueOn: firstDay + 2 }],
  ])('%s', (_, changes, expected) => {
    const rows = 'type' in changes && changes.type === 0 ? [] : [row(noon, 1, learn)];
    expect(single(rows, changes)).toMatchObject(expected);
  });
});

describe('rows that come along with nothing', () => {
  test('are counted', () => {
    const rows = [
      row(5, 1, learn),
      row(noon, 1, learn),
      row(noon + 1, 9),
      row(noon + 2, 2),
      row(now + 400 * day, 1),
    ];
    const from = collection([card(1), card(2)], rows);
    const looks = looksOf([card(1)]);
    const { left, reviews } = drain(
      packageHistory(from, { looks, now, known: knownNothing, look: () => null, take: () => undefined }),
    );
    expect(left).toEqual({ gone: 1, left: 1, wrongTime: 2, previews: 0 });
    expect(reviews).toBe(1);
  });
});

describe('the zone', () => {
  const zoneOf = (hour: number, minutesWest: number | null): number =>
    historyOf(collection([card(1)], [], { createdAt: createdAt + (hour - 3) * 3600, minutesWest })).device
      .zone;

  test.each([
    ['of the creation, if no other is known', 3, null, 60],
    ['of the creation, in summer, too', 3, -120, 60],
    ['of the creation, west of Greenwich', 12, 480, -480],
    ['of the creation, in New Zealand', 15, null, 780],
    ['of the creation, east of all others', 14, -840, 840],
    ['of the last use, if that is elsewhere', 3, 480, -480],
  ])('is the one %s', (_, hour, minutesWest, zone) => {
    expect(zoneOf(hour, minutesWest)).toBe(zone);
  });
});

describe('in any collection', () => {
  const check = (hold: (from: AnkiCollection) => void): void => {
    fc.assert(fc.property(someCollection, hold), { numRuns });
  };

  test('each line is an event of a device that is none, at its own time, and has its own number', () => {
    check((from) => {
      const { device, lines } = historyOf(from);
      expect(isPackageDevice(device.name)).toBe(true);
      for (const line of lines) expect(parseLine(encodeLine(line))).toEqual(line);
      expect(new Set(lines.map(({ event }) => event.i)).size).toBe(lines.length);
      const inOrder = lines.map(({ event }) => event).sort((a, b) => sequenceOf(a.i) - sequenceOf(b.i));
      const daysOf = (event: HistoryEvent): number[] => (event.k === 'r' ? [event.y] : []);
      expect(inOrder.map(({ t }) => t)).toEqual([...inOrder.map(({ t }) => t)].sort((a, b) => a - b));
      expect(inOrder.flatMap(daysOf)).toEqual([...inOrder.flatMap(daysOf)].sort((a, b) => a - b));
    });
  });

  test('two devices write the same lines, whenever and in whatever order they read it', () => {
    check((from) => {
      const shuffled = { ...from, cards: [...from.cards].reverse(), reviews: [...from.reviews].reverse() };
      const texts = ({ lines }: Lines): string[] => lines.map(({ text }) => text);
      expect(texts(historyOf(shuffled, undefined, now + 99 * day))).toEqual(texts(historyOf(from)));
    });
  });

  test('twice is once', () => {
    check((from) => {
      expect(historyOf(from, foldOf(historyOf(from).lines)).lines).toEqual([]);
    });
  });

  test('what a person does after it stays, if Anki has changed nothing since', () => {
    check((from) => {
      const fold = foldOf(historyOf(from).lines);
      const ids = [...fold.cards.keys()];
      fold.add(
        ids.flatMap((c, nth) =>
          ['suspended', 'flag'].map((w, field): LogLine => {
            const event: HistoryEvent = {
              i: `desk.${nth * 2 + field}`,
              t: now,
              k: 'x',
              c,
              w,
              v: w === 'flag' ? 1 : false,
            };
            return { event, text: JSON.stringify(event) };
          }),
        ),
      );
      const before = stateOf(fold);
      fold.add(historyOf(from, fold).lines);
      expect(stateOf(fold)).toEqual(before);
    });
  });

  test('a later state adds what is new, in any order of arrival', () => {
    fc.assert(
      fc.property(someCollection, fc.double({ min: 0, max: 1, noNaN: true }), (from, share) => {
        const last = from.reviews.at(Math.floor(share * from.reviews.length))?.id ?? Infinity;
        const began = from.cards.map((one) => {
          const rows = from.reviews.filter(({ cardId, id }) => cardId === one.id && id < last);
          const end = rows.at(-1);
          return rows.length === from.reviews.filter(({ cardId }) => cardId === one.id).length
            ? one
            : card(one.id, {
                type: end ? 2 : 0,
                due: 3,
                flag: 2,
                queue: -1,
                modifiedAt: Math.floor((end?.id ?? noon) / 1000),
              });
        });
        const earlier = { ...from, cards: began, reviews: from.reviews.filter(({ id }) => id < last) };
        const first = historyOf(earlier).lines;
        const fold = foldOf(first);
        const second = historyOf(from, fold).lines;
        fold.add(second);
        expect(historyOf(from, fold).lines).toEqual([]);
        expect(stateOf(foldOf([...second].reverse(), first))).toEqual(stateOf(fold));
        const direct = foldOf(historyOf(from).lines);
        const whole = [...fold.reviews()].map(({ i }) => i).sort();
        expect(whole).toEqual([...direct.reviews()].map(({ i }) => i).sort());
        for (const [id, { suspended, flag, position, reviews }] of direct.cards) {
          const card = fold.cards.get(id);
          expect(card).toMatchObject({ suspended, flag });
          if (position !== undefined) expect(card?.position).toBe(position);
          if (reviews.length > 0) expect(card?.reviews).toEqual(reviews);
        }
      }),
      { numRuns },
    );
  });

  test('undone as one, nothing is left; undoing that brings all back', () => {
    check((from) => {
      const { lines, batch } = historyOf(from);
      const fold = foldOf(lines);
      const before = stateOf(fold);
      const undo = (i: string, e: string): LogLine => {
        const event: HistoryEvent = { i, t: now, k: 'u', e };
        return { event, text: JSON.stringify(event) };
      };
      fold.add([undo('desk.1', batch)]);
      expect([...fold.cards]).toEqual([]);
      fold.add([undo('desk.2', 'desk.1')]);
      expect(stateOf(fold)).toEqual(before);
    });
  });

  test('each card that Anki scheduled is due on Anki’s day', () => {
    check((from) => {
      const { device, lines } = historyOf(from);
      const { cards } = foldOf(lines);
      for (const { id, type, due } of from.cards) {
        const history = cards.get(packageCardId(device.name, id));
        if (!history || type < 2) continue;
        expect(scheduler.replay(history).dueDay).toBe(firstDay + due);
      }
    });
  });

  test('a replay gives the memory of fsrs-rs for the same log', () => {
    const model = new FSRSBinding([...defaultParameters]);
    const dayOf = ({ id }: AnkiReview): number => Math.floor((id - 3 * 3_600_000) / day);
    /** As Anki selects the rows: from the last “forget”, or from where it was last learned from the beginning. */
    const counting = (rows: readonly AnkiReview[]): readonly AnkiReview[] => {
      let begin = 0;
      const graded = (one: AnkiReview): boolean =>
        one.ease > 0 && one.type < 4 && !(one.type === 3 && one.factor === 0);
      let before: AnkiReview | null = null;
      for (const [at, one] of rows.entries()) {
        if (one.type === 4 && one.factor === 0) [begin, before] = [at + 1, null];
        else if (graded(one)) {
          if (one.type === 0 && before !== null && before.type !== 0) begin = at;
          before = one;
        }
      }
      return rows.slice(begin).filter(graded);
    };
    let compared = 0;
    check((from) => {
      const { device, lines } = historyOf(from);
      const { cards } = foldOf(lines);
      for (const { id, type } of from.cards) {
        const history = cards.get(packageCardId(device.name, id));
        const rows = counting(from.reviews.filter(({ cardId }) => cardId === id));
        const [first] = rows;
        if (!history || !first || type === 0) continue;
        let rest = rows;
        let memory: InstanceType<typeof BindingMemoryState> | null = null;
        if (first.type !== 0) {
          rest = rows.slice(1);
          const { stability, difficulty } = model.memoryStateFromSM2(
            (first.factor || 2500) / 1000,
            Math.max(1, first.interval),
            0.9,
          );
          memory = new BindingMemoryState(stability, difficulty);
        }
        let last = dayOf(first);
        for (const one of rest) {
          const states = model.nextStates(memory, 0.9, dayOf(one) - last);
          ({ memory } = [states.again, states.hard, states.good, states.easy][one.ease - 1] ?? states.again);
          last = dayOf(one);
        }
        const ours = scheduler.replay(history).memory;
        const expected = memory?.stability ?? NaN;
        compared += 1;
        expect(Math.abs((ours?.stability ?? NaN) - expected) / expected).toBeLessThan(1e-3);
      }
    });
    expect(compared).toBeGreaterThan(numRuns / 4);
  });
});
