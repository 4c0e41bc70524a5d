// Simulates the costs and benefits of a desired retention: a year of reviews for each value, card by card, with seeded
// randomness. A model, not a promise; it ignores limits on reviews, siblings, fuzz and days off.
import type { Grade } from '../history/event.ts';
import { memoryModel, type Memory, type MemoryModel } from '../schedule/fsrs.ts';

/** How often a button is pressed, 0–1. */
export interface Share {
  readonly grade: Grade;
  readonly share: number;
}

/** How a user answers; shares add up to 1. */
export interface Answering {
  /** For a new card's first answer. */
  readonly first: readonly Share[];
  /** For a known answer: no again. */
  readonly known: readonly Share[];
}

/** Average shares over the collections fsrs-rs was fitted on, for users with few answers of their own. */
export const usualAnswering: Answering = {
  first: [
    { grade: 1, share: 0.24 },
    { grade: 2, share: 0.09 },
    { grade: 3, share: 0.5 },
    { grade: 4, share: 0.17 },
  ],
  known: [
    { grade: 2, share: 0.22 },
    { grade: 3, share: 0.63 },
    { grade: 4, share: 0.15 },
  ],
};

/** A card that has already been learned. */
export interface KnownCard {
  readonly memory: Memory;
  /** Days from today, negative for the past: its last review and when it is due. */
  readonly last: number;
  readonly due: number;
}

export interface SimulationInput {
  readonly known: readonly KnownCard[];
  /** Cards that were never answered. */
  readonly new: number;
  readonly newPerDay: number;
  readonly days: number;
  readonly parameters: readonly number[] | null;
  readonly relearningSteps: number;
  readonly maximumInterval: number;
  readonly answering: Answering;
  /** Numbers in [0, 1) from a seed; every retention gets the same ones. */
  readonly draws: (retention: number) => () => number;
}

export interface Simulated {
  /** 0.7–0.99. */
  readonly retention: number;
  /** Answers per day; a card answered again on the same day counts again. */
  readonly reviews: readonly number[];
  /** Cards known at the end of each week: the sum of their probabilities of recall. */
  readonly known: readonly number[];
}

/** Cards simulated; if there are more, one represents several. A year of 2,000 cards takes about 0.1 s. */
const mostCards = 2000;

interface Player {
  memory: Memory;
  last: number;
}

/** Yields the share done (0–1). */
export function* simulate(
  input: SimulationInput,
  retentions: readonly number[],
): Generator<number, readonly Simulated[]> {
  const results: Simulated[] = [];
  for (const [nth, retention] of retentions.entries()) {
    for (const work = play(input, retention); ;) {
      const { done, value } = work.next();
      if (done) {
        results.push(value);
        break;
      }
      yield (nth + value) / retentions.length;
    }
  }
  return results;
}

function* play(input: SimulationInput, retention: number): Generator<number, Simulated> {
  const { days, parameters, relearningSteps, maximumInterval } = input;
  const draw = input.draws(retention);
  const model = memoryModel(parameters, retention);
  const arriving = Math.min(input.new, input.newPerDay * days);
  const scale = Math.max(1, (input.known.length + arriving) / mostCards);
  const byDay = Array.from({ length: days }, (): Player[] => []);
  const players: Player[] = [];
  const enter = (player: Player, due: number): void => {
    players.push(player);
    byDay[Math.max(0, due)]?.push(player);
  };
  let next = 0;
  for (const [nth, { memory, last, due }] of input.known.entries()) {
    if (nth < Math.floor(next)) continue;
    enter({ memory, last }, due);
    next += scale;
  }
  const reviews: number[] = [];
  const known: number[] = [];
  let owed = 0;
  let left = arriving;
  for (const [day, due] of byDay.entries()) {
    let answers = 0;
    const plan = (player: Player): void => {
      player.last = day;
      const wait = Math.min(
        Math.max(1, Math.round(model.interval(player.memory.stability))),
        maximumInterval,
      );
      byDay[day + wait]?.push(player);
    };
    for (const player of due) {
      const elapsed = day - player.last;
      const isKnown = draw() < model.retrievability(player.memory.stability, elapsed);
      const grade: Grade = isKnown ? pick(input.answering.known, draw) : 1;
      player.memory = model.after(player.memory, elapsed, grade);
      answers += 1 + (grade === 1 ? relearn(player, model, relearningSteps) : 0);
      plan(player);
    }
    const begun = Math.min(input.newPerDay, left);
    left -= begun;
    owed += begun / scale;
    for (; owed >= 1; owed -= 1) {
      const grade = pick(input.answering.first, draw);
      const player = { memory: model.after(null, 0, grade), last: day };
      answers += 1 + (grade < 3 ? relearn(player, model, 1) : 0);
      players.push(player);
      plan(player);
    }
    reviews.push(answers * scale);
    // Computed each day, this alone took four fifths of the time.
    if (day % 7 === 6) known.push(sumOfChances(players, model, day) * scale);
    byDay[day] = [];
    yield day / days;
  }
  return { retention, reviews, known };
}

/** A forgotten card is shown again that day until it is known. Returns the number of answers. */
function relearn(player: Player, model: MemoryModel, steps: number): number {
  const times = Math.max(1, steps);
  for (let step = 0; step < times; step += 1) player.memory = model.after(player.memory, 0, 3);
  return times;
}

function sumOfChances(players: readonly Player[], model: MemoryModel, day: number): number {
  let sum = 0;
  for (const { memory, last } of players) sum += model.retrievability(memory.stability, day - last);
  return sum;
}

/** Picks a grade by its share; the last one if rounding leaves a remainder. */
function pick(shares: readonly Share[], draw: () => number): Grade {
  let left = draw();
  let picked: Grade = 1;
  for (const { grade, share } of shares) {
    picked = grade;
    left -= share;
    if (left < 0) break;
  }
  return picked;
}
