// What a person is told at the end of a session.
import { learningAt } from '../study-card.ts';
import type { Session } from './session-state.ts';

export interface Summary {
  readonly answers: number;
  /** Different cards that were answered. */
  readonly cards: number;
  /** Share (0–1) of answers that were again; null without an answer. */
  readonly againRate: number | null;
  /** ms */
  readonly time: number;
  /** Cards still in a learning step, and when (ms since 1970) the first of them comes; null without one. */
  readonly learning: number;
  readonly nextAt: number | null;
  /** Cards due on the next study day. */
  readonly tomorrow: number;
}

/** @param forecast due cards today and on the days after; see `StudyPool.forecast` */
export function summarize({ stats, done, queue }: Session, forecast: readonly number[]): Summary {
  const answered = new Set(done.filter(({ kind }) => kind === 'grade').map(({ card }) => card.id));
  const [next] = queue.learning;
  return {
    answers: stats.answers,
    cards: answered.size,
    againRate: stats.answers === 0 ? null : stats.again / stats.answers,
    time: stats.time,
    learning: queue.learning.length,
    nextAt: next === undefined ? null : learningAt(next),
    tomorrow: forecast[1] ?? 0,
  };
}
