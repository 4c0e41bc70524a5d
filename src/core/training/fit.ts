// Measures how well parameters predict answers: log loss, and the root mean square error over bins of similar answers, as
// fsrs-rs and Anki show them.
import { Walk } from './gradient.ts';
import type { TrainingCard } from './training-card.ts';
import { at } from './number-at.ts';

export interface Fit {
  /** Mean of −ln(probability of the actual outcome). */
  readonly logLoss: number;
  /** 0–1. */
  readonly rmse: number;
  /** Number of answers predicted. */
  readonly answers: number;
}

interface Bin {
  chance: number;
  known: number;
  count: number;
}

const margin = 1e-7;

/** Cards per slice. */
const slice = 200;

/** Predicts each answer a day or more after the previous one, from a moment (ms since 1970) on. Yields in slices. */
export function* measureFit(
  cards: readonly TrainingCard[],
  parameters: readonly number[],
  from = -Infinity,
): Generator<number, Fit> {
  const walk = new Walk(Float64Array.from(parameters));
  const bins = new Map<string, Bin>();
  let loss = 0;
  let answers = 0;
  for (const [nth, card] of cards.entries()) {
    if (nth % slice === slice - 1) yield nth / cards.length;
    walk.forward(card);
    let lapses = 0;
    let days = 0;
    card.gaps.forEach((gap, index) => {
      const isKnown = at(card.grades, index) > 1;
      if (gap > 0) {
        days += 1;
        if (at(card.times, index) >= from) {
          const chance = walk.recall(index);
          const p = Math.min(Math.max(chance, margin), 1 - margin);
          loss -= Math.log(isKnown ? p : 1 - p);
          answers += 1;
          put(bins, binOf(gap, days + 1, lapses), chance, isKnown);
        }
        if (!isKnown) lapses += 1;
      }
    });
  }
  let squares = 0;
  for (const { chance, known, count } of bins.values()) squares += (chance - known) ** 2 / count;
  const mean = (sum: number): number => (answers === 0 ? 0 : sum / answers);
  return { logLoss: mean(loss), rmse: Math.sqrt(mean(squares)), answers };
}

function put(bins: Map<string, Bin>, name: string, chance: number, isKnown: boolean): void {
  const bin = bins.get(name) ?? { chance: 0, known: 0, count: 0 };
  bin.chance += chance;
  bin.known += isKnown ? 1 : 0;
  bin.count += 1;
  bins.set(name, bin);
}

/** Answers are similar in days since the last, number of earlier answers, and lapses; bins widen as these grow. */
function binOf(gap: number, nth: number, lapses: number): string {
  const step = (value: number, scale: number, base: number): number =>
    Math.round(scale * base ** Math.floor(Math.log(value) / Math.log(base)) * 100) / 100;
  const lapse = lapses === 0 ? 0 : Math.round(step(lapses, 1.65, 1.73));
  return `${String(step(gap, 2.48, 3.62))} ${String(Math.round(step(nth, 1.99, 1.89)))} ${String(lapse)}`;
}
