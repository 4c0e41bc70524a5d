// Runs the core's parameter training and simulator on the current vault data, in slices.
import type { Settings } from '../../core/settings.ts';
import { answeringOf } from '../../core/simulation/answering.ts';
import { seededDraw } from '../../core/simulation/chance.ts';
import { simulate, type KnownCard, type Simulated } from '../../core/simulation/simulate.ts';
import {
  optimizeParameters,
  type NotOptimized,
  type OptimizedParameters,
} from '../../core/training/optimize-parameters.ts';
import { trainingCards } from '../../core/training/training-card.ts';
import { inSlices, type SliceHost } from '../work/slices.ts';
import type { StatisticsSource } from './statistics.ts';

/** Arbitrary, but fixed: the same history gives the same parameters on every device. */
const seed = 2023;

export interface Work {
  readonly isOff: () => boolean;
  /** 0–1. */
  readonly progress: (share: number) => void;
}

/** Optimizes the parameters and compares them with those in use; saves nothing. null if canceled. */
export function optimize(
  { history, settings }: StatisticsSource,
  host: SliceHost,
  { isOff, progress }: Work,
): Promise<OptimizedParameters | NotOptimized | null> {
  const { weights: parameters, relearningSteps } = settings.schedule;
  const work = optimizeParameters(trainingCards(history.cards.values()), {
    parameters,
    relearningSteps: relearningSteps.length,
    draw: seededDraw(seed),
  });
  return inSlices(work, host, isOff, progress);
}

/** The settings with other parameters; null for the FSRS defaults. */
export function withParameters(settings: Settings, parameters: readonly number[] | null): Settings {
  // FSRS parameters have four decimals everywhere, and users can copy that many.
  const rounded = parameters && parameters.map((parameter) => Math.round(parameter * 10_000) / 10_000);
  return { ...settings, schedule: { ...settings.schedule, weights: rounded } };
}

/** Simulates `days` days for each desired retention (0–1). null if canceled. */
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
  const { weights: parameters, relearningSteps, maximumInterval } = settings.schedule;
  const input = {
    known,
    new: newCards,
    newPerDay: settings.study.newPerDay,
    days,
    parameters,
    relearningSteps: relearningSteps.length,
    maximumInterval,
    answering: answeringOf(history.cards.values()),
    draws: () => seededDraw(seed),
  };
  return inSlices(simulate(input, retentions), host, isOff, progress);
}
