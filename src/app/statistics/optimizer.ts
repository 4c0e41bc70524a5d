// Own weights and the simulator over the vault: what the core works out, in slices and from what is there now.
import type { Settings } from '../../core/settings.ts';
import { answeringOf } from '../../core/simulation/answering.ts';
import { seededDraw } from '../../core/simulation/chance.ts';
import { simulate, type KnownCard, type Simulated } from '../../core/simulation/simulate.ts';
import { learnOwnWeights, type NoWeights, type OwnWeights } from '../../core/training/own-weights.ts';
import { trainingCards } from '../../core/training/training-card.ts';
import { inSlices, type SliceHost } from '../work/slices.ts';
import type { StatisticsSource } from './statistics.ts';

/** Any number: the same history gives the same weights on every device. */
const seed = 2023;

export interface Work {
  readonly isOff: () => boolean;
  /** 0–1. */
  readonly progress: (share: number) => void;
}

/** Learns weights and holds them against those in use; saves nothing. null when it was called off. */
export function learnWeights(
  { history, settings }: StatisticsSource,
  host: SliceHost,
  { isOff, progress }: Work,
): Promise<OwnWeights | NoWeights | null> {
  const { weights, relearningSteps } = settings.schedule;
  const work = learnOwnWeights(trainingCards(history.cards.values()), {
    weights,
    relearningSteps: relearningSteps.length,
    draw: seededDraw(seed),
  });
  return inSlices(work, host, isOff, progress);
}

/** The settings with other weights; null for those that FSRS comes with. */
export function withWeights(settings: Settings, weights: readonly number[] | null): Settings {
  // Four digits are what FSRS weights are given with everywhere, and what a person can copy.
  const rounded = weights && weights.map((weight) => Math.round(weight * 10_000) / 10_000);
  return { ...settings, schedule: { ...settings.schedule, weights: rounded } };
}

/** Plays `days` days through for each desired retention (0–1). null when it was called off. */
export function simulateRetentions(
  { history, settings, study, linker: linker }: StatisticsSource,
  host: SliceHost,
  retentions: readonly number[],
  days: number,
  { isOff, progress }: Work,
): Promise<readonly Simulated[] | null> {
  const { today } = study;
  const known: KnownCard[] = [];
  let newCards = 0;
  for (const cards of linker.notes.values())
    for (const { id } of cards) {
      const { suspended, state, memory, lastDay, dueDay } = study.schedule(id);
      if (suspended) continue;
      if (state === 'new') newCards += 1;
      else if (memory !== null && lastDay !== null && dueDay !== null)
        known.push({ memory, last: lastDay - today, due: dueDay - today });
    }
  const { weights, relearningSteps, maximumInterval } = settings.schedule;
  const input = {
    known,
    new: newCards,
    newPerDay: settings.study.newPerDay,
    days,
    weights,
    relearningSteps: relearningSteps.length,
    maximumInterval,
    answering: answeringOf(history.cards.values()),
    draws: () => seededDraw(seed),
  };
  return inSlices(simulate(input, retentions), host, isOff, progress);
}
