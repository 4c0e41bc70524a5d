// The current state of the vault's cards: states, strength, what is due when, and which keep failing.
import type { Schedule } from '../schedule/schedule.ts';
import { binOf, stabilityBins } from './bins.ts';
import { matureDays, type Place } from './tally.ts';

export interface StandingCard {
  readonly schedule: Schedule;
  readonly place: Place;
}

export type Stage = 'new' | 'learning' | 'young' | 'mature' | 'suspended';

export const stages: readonly Stage[] = ['new', 'learning', 'young', 'mature', 'suspended'];

/** Cards in a deck or from a source. */
export interface Group {
  cards: number;
  /** Of those, how many were ever answered. */
  learned: number;
  /** Sum of their probabilities of recall today. */
  known: number;
  /** Sum of their ln(stability in days): its mean is an average that a few old cards don't pull up. */
  logStability: number;
}

export interface Standing {
  readonly all: Group;
  readonly stages: Readonly<Record<Stage, number>>;
  /** By bin; see bins.ts. */
  readonly stability: readonly number[];
  /** Ten bins: difficulty from 1 up to 2, and so on; 10 counts in the last. */
  readonly difficulty: readonly number[];
  /** Cards by chance of recall today, in 20 bins of 5%; 1 counts in the last. */
  readonly retrievability: readonly number[];
  /** Cards by the study day of their first review; imported ones have none. */
  readonly added: ReadonlyMap<number, number>;
  /** Due today, including overdue, and on each of the following days. */
  readonly due: readonly number[];
  /** Ids, most lapses first. */
  readonly leeches: readonly Schedule[];
  readonly decks: ReadonlyMap<string, Group>;
  readonly sources: ReadonlyMap<string, Group>;
}

export interface StandingOptions {
  /** Study day. */
  readonly today: number;
  /** Days the forecast covers, including today. */
  readonly days: number;
  /** Probability of recall (0–1) of a card on a study day. */
  readonly retrievability: (schedule: Schedule, day: number) => number;
}

/** Cards per slice. */
const slice = 2000;

/** Yields the number of cards processed so far. */
export function* standing(
  cards: Iterable<StandingCard>,
  { today, days, retrievability }: StandingOptions,
): Generator<number, Standing> {
  const all = noGroup();
  const counts: Record<Stage, number> = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  const stability = stabilityBins.map(() => 0);
  const difficulty = new Array<number>(10).fill(0);
  const chances = new Array<number>(20).fill(0);
  const added = new Map<number, number>();
  const due = new Array<number>(days).fill(0);
  const leeches: Schedule[] = [];
  const decks = new Map<string, Group>();
  const sources = new Map<string, Group>();
  let done = 0;
  for (const { schedule, place } of cards) {
    done += 1;
    if (done % slice === 0) yield done;
    counts[stageOf(schedule)] += 1;
    const { memory, dueDay, suspended, introducedOn } = schedule;
    if (introducedOn !== null) added.set(introducedOn, (added.get(introducedOn) ?? 0) + 1);
    const chance = memory === null ? null : retrievability(schedule, today);
    for (const group of [all, groupIn(decks, place.deck), groupIn(sources, place.source)]) {
      group.cards += 1;
      if (memory === null || chance === null) continue;
      group.learned += 1;
      group.known += chance;
      group.logStability += Math.log(memory.stability);
    }
    if (schedule.leech) leeches.push(schedule);
    if (memory === null || chance === null) continue;
    count(chances, Math.min(19, Math.floor(chance * 20)));
    count(stability, binOf(stabilityBins, memory.stability));
    count(difficulty, Math.min(9, Math.floor(memory.difficulty) - 1));
    if (dueDay !== null && !suspended) count(due, Math.max(0, dueDay - today));
  }
  leeches.sort((a, b) => b.lapses - a.lapses);
  return {
    all,
    stages: counts,
    stability,
    difficulty,
    retrievability: chances,
    added,
    due,
    leeches,
    decks,
    sources,
  };
}

function noGroup(): Group {
  return { cards: 0, learned: 0, known: 0, logStability: 0 };
}

function groupIn(groups: Map<string, Group>, name: string): Group {
  let group = groups.get(name);
  if (group === undefined) {
    group = noGroup();
    groups.set(name, group);
  }
  return group;
}

function count(counts: number[], index: number): void {
  const before = counts[index];
  if (before !== undefined) counts[index] = before + 1;
}

function stageOf({ suspended, state, interval }: Schedule): Stage {
  if (suspended) return 'suspended';
  if (state === 'new') return 'new';
  if (state !== 'review') return 'learning';
  return interval < matureDays ? 'young' : 'mature';
}
