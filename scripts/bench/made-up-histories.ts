// Made-up histories: a person whose memory follows FSRS with custom parameters answers cards for years. The same seed
// produces the same histories. For tests and measurements; their figures say nothing about how real people remember.
import type { CardHistory, Grade, ReviewEvent } from '../../src/core/history/event.ts';
import { defaultParameters, memoryModel, type Memory } from '../../src/core/schedule/fsrs.ts';
import { seededRandom, type Random } from '../identity/random.ts';

const dayMs = 86_400_000;

export interface MadeUpOptions {
  /** In total. */
  readonly reviews: number;
  /** Study day of the first review. */
  readonly firstDay: number;
  /** Period over which new cards are introduced. */
  readonly days: number;
  readonly seed?: number;
  /** Weights of the person's memory; they differ from the defaults, so that there is something to learn. */
  readonly parameters?: readonly number[];
}

/** Weights of a person who forgets faster after a lapse, and learns more slowly, than FSRS assumes. */
const personParameters: readonly number[] = defaultParameters.map((parameter, index) => {
  const factors: Readonly<Record<number, number>> = {
    0: 2,
    1: 1.5,
    2: 2.2,
    3: 1.4,
    6: 1.2,
    8: 0.8,
    11: 0.7,
    20: 1.4,
  };
  return parameter * (factors[index] ?? 1);
});

export function madeUpHistories(options: MadeUpOptions): CardHistory[] {
  const { reviews, firstDay, days, seed = 1, parameters = personParameters } = options;
  const random = seededRandom(seed);
  const memory = memoryModel(parameters, 0.9);
  // Scheduled with the defaults, as for someone who has not trained yet.
  const plan = memoryModel(null, 0.9);
  const cards: CardHistory[] = [];
  for (let done = 0; done < reviews;) {
    const id = `card${cards.length}`;
    const answers = lifeOf({
      id,
      random,
      memory,
      plan,
      from: firstDay + random.below(days),
      until: firstDay + days,
    });
    const kept = answers.slice(0, reviews - done);
    done += kept.length;
    cards.push({
      id,
      reviews: kept,
      memory: null,
      snapshot: null,
      suspended: false,
      ask: false,
      buriedUntil: null,
      flag: 0,
      seenAt: 0,
    });
  }
  return cards;
}

interface Life {
  readonly id: string;
  readonly random: Random;
  readonly memory: ReturnType<typeof memoryModel>;
  readonly plan: ReturnType<typeof memoryModel>;
  readonly from: number;
  readonly until: number;
}

function lifeOf({ id, random, memory, plan, from, until }: Life): ReviewEvent[] {
  const answers: ReviewEvent[] = [];
  let real: Memory | null = null;
  let planned: Memory | null = null;
  let day = from;
  let last = from;
  while (day <= until && answers.length < 60) {
    const chance = real === null ? 0.6 : memory.retrievability(real.stability, day - last);
    let grade: Grade = random.chance(chance) ? random.pick([2, 3, 3, 3, 3, 4] as const) : 1;
    const hour = 8 + random.below(14);
    for (let step = 0; step < 4; step += 1) {
      const at = day * dayMs + hour * 3_600_000 + step * 600_000;
      answers.push({
        i: `made.${answers.length}`,
        t: at,
        k: 'r',
        c: id,
        g: grade,
        d: 2000 + random.below(20_000),
        z: 0,
        y: day,
      });
      real = memory.after(real, step === 0 ? day - last : 0, grade);
      planned = plan.after(planned, step === 0 ? day - last : 0, grade);
      if (grade !== 1) break;
      grade = random.chance(0.8) ? 3 : 1;
    }
    last = day;
    const interval = plan.interval(planned?.stability ?? 1);
    day += Math.max(1, Math.round(interval * (0.8 + 0.4 * random.next())));
  }
  return answers;
}
