// How well the app keeps histories, compared with the linker it uses: the app sees the same edits, but when closed it
// knows the earlier cards only from the log.
import { followInApp, ways, type Way } from './app-trial.ts';
import type { Random } from './random.ts';
import { addScores, asInApp, noScore, type Score } from './score.ts';
import { judgeLinks, type Trial, type Wrong } from './trial.ts';

export interface AppScore {
  readonly score: Score;
  /** Of the cards the linker keeps, those the app keeps too. */
  readonly asked: number;
  readonly kept: number;
  readonly wrongs: readonly Wrong[];
}

export const noAppScore: AppScore = { score: noScore, asked: 0, kept: 0, wrongs: [] };

export function addAppScores(a: AppScore, b: AppScore): AppScore {
  return {
    score: addScores(a.score, b.score),
    asked: a.asked + b.asked,
    kept: a.kept + b.kept,
    wrongs: [...a.wrongs, ...b.wrongs],
  };
}

/** Every card known, or a third of them. */
const shares = [1, 0.33];

export async function measureApp(
  trials: readonly Trial[],
  random: Random,
): Promise<ReadonlyMap<Way, AppScore>> {
  const scores = new Map<Way, AppScore>();
  for (const trial of trials) {
    const linker = asInApp(trial.before, trial.after, trial.pathsAfter);
    for (const way of ways) {
      const { links, known } = await followInApp(trial, way, random.pick(shares), random);
      const asked = [...trial.touched].filter((card) => known.has(card));
      const { score, wrongs } = judgeLinks(trial, links, asked);
      const right = asked.filter((card) => linker.has(card) && linker.get(card) === trial.truth.get(card));
      const kept = right.filter((card) => links.get(card) === trial.truth.get(card));
      const sum = scores.get(way) ?? noAppScore;
      scores.set(way, addAppScores(sum, { score, asked: right.length, kept: kept.length, wrongs }));
    }
  }
  return scores;
}
