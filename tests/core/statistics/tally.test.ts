import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardHistory } from '../../../src/core/history/event.ts';
import { memoryModel } from '../../../src/core/schedule/fsrs.ts';
import { predictedRetention, noRecall, retention, type Recall } from '../../../src/core/statistics/recall.ts';
import { tally, type Tally, type TallyOptions } from '../../../src/core/statistics/tally.ts';
import { runs } from '../../random.ts';
import { anyHistory, day, historyOf, noon, today } from '../schedule/histories.ts';
import { finish } from '../training/cards.ts';

const model = memoryModel(null, 0.9);
const place = { deck: 'ml', source: 'callout' };

const options = { model, today, from: 0 };

function tallyOf(histories: readonly CardHistory[], more: Partial<TallyOptions> = {}): Tally {
  const lives = histories.map(({ reviews, memory }) => ({ reviews, memory, place, isCurrent: true }));
  return finish(tally(lives, { ...options, ...more }));
}

const minute = 60_000;

describe('the tally', () => {
  test('counts a first answer as new, one on the same day as a step, and later ones by how long ago the last was', () => {
    const { days } = tallyOf([
      historyOf([
        [1, noon],
        [3, noon + 10 * minute],
        [3, noon + 5 * day],
        [3, noon + 40 * day],
      ]),
    ]);
    const kinds = [0, 5, 40].map((later) => days.get(today + later)?.kinds);
    expect(kinds).toEqual([
      { new: 1, step: 1, young: 0, mature: 0 },
      { new: 0, step: 0, young: 1, mature: 0 },
      { new: 0, step: 0, young: 0, mature: 1 },
    ]);
  });

  test('takes retention only from answers on a later day', () => {
    const { period } = tallyOf([
      historyOf([
        [1, noon],
        [1, noon + minute],
        [3, noon + 3 * day],
        [1, noon + 9 * day],
      ]),
    ]);
    expect([period.answers, period.asked, retention(period)]).toEqual([4, 2, 0.5]);
  });

  test('predicts an answer by the chance that FSRS gave it', () => {
    const { period } = tallyOf([
      historyOf([
        [3, noon],
        [3, noon + 4 * day],
      ]),
    ]);
    const first = model.after(null, 0, 3);
    expect(period.predicted).toBeCloseTo(model.retrievability(first.stability, 4), 6);
  });

  test('begins an imported memory where it was learned', () => {
    const memory = { key: 'k', s: 10, d: 5, y: today - 10, due: today };
    const { period, days } = tallyOf([historyOf([[3, noon]], { memory })]);
    expect([period.asked, days.get(today)?.kinds.young]).toEqual([1, 1]);
    expect(period.predicted).toBeCloseTo(0.9, 4);
  });

  test('counts hours by the clock of the device that answered', () => {
    const history = historyOf([[3, noon]]);
    const inTokyo = { ...history, reviews: history.reviews.map((one) => ({ ...one, z: 9 * 60 })) };
    expect(tallyOf([inTokyo]).hours.findIndex(({ answers }) => answers > 0)).toBe(21);
  });

  test('keeps days from before the period, and nothing else about them', () => {
    const { days, period, buttons } = tallyOf(
      [
        historyOf([
          [4, noon - 50 * day],
          [3, noon],
        ]),
      ],
      { from: today - 29 },
    );
    expect([days.size, period.answers, buttons.new[3], buttons.mature[2]]).toEqual([2, 1, 0, 1]);
  });

  test('counts at most five minutes for an answer', () => {
    const history = historyOf([[3, noon]]);
    const away = { ...history, reviews: history.reviews.map((one) => ({ ...one, d: 9_000_000 })) };
    expect(tallyOf([away]).period.ms).toBe(300_000);
  });

  test('has the same sum by day, button, hour, deck and source', () => {
    const sum = (all: Iterable<Recall>): number =>
      [...all].reduce((total, { answers }) => total + answers, 0);
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 8 }), (histories) => {
        const found = tallyOf(histories);
        const count = histories.reduce((total, { reviews }) => total + reviews.length, 0);
        const pressed = Object.values(found.buttons).flat();
        expect([
          found.period.answers,
          sum(found.days.values()),
          sum(found.hours),
          sum(found.decks.values()),
          sum(found.sources.values()),
          pressed.reduce((total, each) => total + each, 0),
        ]).toEqual([count, count, count, count, count, count]);
        const asked = found.intervals.reduce((total, bin) => total + bin.asked, 0);
        expect(asked).toBe(found.period.asked);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('counts a card that is gone for no deck and no source', () => {
    const { reviews, memory } = historyOf([[3, noon]]);
    const { period, decks, sources } = finish(
      tally([{ reviews, memory, place: null, isCurrent: false }], options),
    );
    expect([period.answers, decks.size, sources.size]).toEqual([1, 0, 0]);
  });

  test('counts hours before 1970 from midnight, too', () => {
    const [review] = historyOf([[3, noon]]).reviews;
    const old = review ? [{ ...review, t: -3_600_000, z: 0 }] : [];
    const { hours } = finish(
      tally([{ reviews: old, memory: null, place, isCurrent: true }], { ...options, from: -1 }),
    );
    expect(hours.findIndex(({ answers }) => answers > 0)).toBe(23);
  });

  test('pauses after some thousand reviews', () => {
    const { reviews, memory } = historyOf(
      Array.from({ length: 2500 }, (_, nth) => [3, noon + nth * day] as const),
    );
    expect(tally([{ reviews, memory, place, isCurrent: true }], options).next()).toEqual({
      done: false,
      value: 2500,
    });
  });

  test('has no retention if nothing was asked', () => {
    expect([retention(noRecall()), predictedRetention(noRecall())]).toEqual([null, null]);
    expect(predictedRetention({ ...noRecall(), asked: 4, predicted: 3 })).toBe(0.75);
  });
});
