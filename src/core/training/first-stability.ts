// Fits the stability after a first answer, one for each grade: determined before everything else from the first wait of
// each card. The method is that of fsrs-rs.
import { defaultParameters } from '../schedule/fsrs.ts';
import { firstGap, type TrainingCard } from './training-card.ts';
import { longestFirst, shortest } from './parameters.ts';
import { at } from './number-at.ts';

interface Wait {
  readonly days: number;
  readonly count: number;
  readonly known: number;
}

/** For grades 1–4 as the first answer: the number of cards, and the stability in days that fits them best. */
export interface FirstGrade {
  readonly count: number;
  readonly stability: number;
}

/** By grade; omits grades that are never a first answer. Yields between grades. */
export function* fitFirstStability(
  cards: readonly TrainingCard[],
): Generator<number, Map<number, FirstGrade>> {
  const byGrade = new Map<number, Map<number, Wait>>();
  let tests = 0;
  let known = 0;
  for (const card of cards) {
    const grade = at(card.grades, 0);
    const gap = firstGap(card);
    card.gaps.forEach((days, index) => {
      if (days === 0) return;
      tests += 1;
      if (at(card.grades, index) > 1) known += 1;
    });
    if (gap === null) continue;
    const waits = byGrade.get(grade) ?? new Map<number, Wait>();
    const isKnown = at(card.grades, card.gaps.indexOf(gap)) > 1;
    const before = waits.get(gap) ?? { days: gap, count: 0, known: 0 };
    waits.set(gap, { days: gap, count: before.count + 1, known: before.known + (isKnown ? 1 : 0) });
    byGrade.set(grade, waits);
  }
  const recall = tests === 0 ? 0 : known / tests;
  const found = new Map<number, FirstGrade>();
  for (const [grade, waits] of byGrade) {
    const list = [...waits.values()];
    const count = list.reduce((sum, wait) => sum + wait.count, 0);
    found.set(grade, { count, stability: bestStability(list, recall, at(defaultParameters, grade - 1)) });
    yield 0;
  }
  return found;
}

const decay = -at(defaultParameters, 20);
const factor = 0.9 ** (1 / decay) - 1;

/** Days. Log loss with one extra card of average recall at each wait, and a small pull toward the default. */
function bestStability(waits: readonly Wait[], recall: number, usual: number): number {
  const loss = (stability: number): number =>
    waits.reduce(
      (sum, { days, count, known }) => {
        const chance = (1 + (days / stability) * factor) ** decay;
        const share = (known + recall) / (count + 1);
        return sum - count * (share * Math.log(chance) + (1 - share) * Math.log(1 - chance));
      },
      Math.abs(stability - usual) / 16,
    );
  let low = shortest;
  let high = longestFirst;
  // Each iteration narrows the range by a third: after 50, 2e-7 days are left.
  for (let turn = 0; turn < 50; turn += 1) {
    const third = (high - low) / 3;
    if (loss(low + third) < loss(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

/** Weights of the geometric means used to fill in a missing grade from its neighbors. */
const hardShare = 0.41;
const goodShare = 0.54;

/**
 * Four stabilities in days that don't decrease from grade to grade; if two are in the wrong order, the one with more
 * cards wins. Missing grades are filled in. Null if there is no grade at all.
 */
export function smoothFirstStability(found: ReadonlyMap<number, FirstGrade>): readonly number[] | null {
  const values = new Map([...found].map(([grade, { stability }]) => [grade, stability] as const));
  const count = (grade: number): number => found.get(grade)?.count ?? 0;
  for (const [low, high] of [
    [1, 2],
    [2, 3],
    [3, 4],
    [1, 3],
    [2, 4],
    [1, 4],
  ] as const) {
    const [lower, higher] = [values.get(low), values.get(high)];
    if (lower === undefined || higher === undefined || lower <= higher) continue;
    if (count(low) > count(high)) values.set(high, lower);
    else values.set(low, higher);
  }
  if (values.size === 0) return null;
  const [only] = values;
  if (values.size === 1 && only) {
    const times = only[1] / (defaultParameters[only[0] - 1] ?? 1);
    return defaultParameters.slice(0, 4).map((usual) => clampFirst(usual * times));
  }
  return fillIn([1, 2, 3, 4].map((grade) => values.get(grade))).map(clampFirst);
}

const clampFirst = (days: number): number => Math.min(Math.max(days, shortest), longestFirst);

/** ln hard lies between again and good, ln good between hard and easy, at fixed fractions of the distance. */
function fillIn(known: readonly (number | undefined)[]): number[] {
  let [again, hard, good, easy] = known.map((days) => (days === undefined ? undefined : Math.log(days)));
  if (hard === undefined && good === undefined && again !== undefined && easy !== undefined) {
    const whole = hardShare + goodShare - hardShare * goodShare;
    hard = (again * hardShare + easy * (whole - hardShare)) / whole;
    good = (again * (whole - goodShare) + easy * goodShare) / whole;
  }
  if (hard === undefined && again !== undefined && good !== undefined)
    hard = again * hardShare + good * (1 - hardShare);
  if (hard === undefined && good !== undefined && easy !== undefined)
    hard = (good - easy * goodShare) / (1 - goodShare);
  if (good === undefined && hard !== undefined && easy !== undefined)
    good = hard * (1 - goodShare) + easy * goodShare;
  if (good === undefined && again !== undefined && hard !== undefined)
    good = (hard - again * hardShare) / (1 - hardShare);
  if (hard === undefined || good === undefined) throw new Error('fewer than two stabilities are known');
  again ??= (hard - good * (1 - hardShare)) / hardShare;
  easy ??= (good - hard * (1 - goodShare)) / goodShare;
  return [again, hard, good, easy].map(Math.exp);
}
