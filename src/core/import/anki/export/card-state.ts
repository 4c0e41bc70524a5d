// A schedule as Anki stores it with a card.
import type { Schedule } from '../../../schedule/schedule.ts';
import type { AnkiCard } from '../collection.ts';

export interface StateOptions {
  /** Study days: today, and the one on which the collection begins. */
  readonly today: number;
  readonly firstDay: number;
  /** Among new cards. */
  readonly position: number;
  /** Listed but not asked: Anki has it suspended. */
  readonly isAside: boolean;
}

type State = Pick<
  AnkiCard,
  'type' | 'queue' | 'due' | 'interval' | 'factor' | 'reps' | 'lapses' | 'flag' | 'memory'
>;

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const;

export function ankiState(schedule: Schedule, { today, firstDay, position, isAside }: StateOptions): State {
  const { state, dueAt, dueDay, interval, reps, lapses, flag, memory, suspended, buriedUntil } = schedule;
  const type = types[state];
  const days = (dueDay ?? firstDay) - firstDay;
  // A step that waits for a day has a queue of its own.
  const lane = state === 'new' || state === 'review' ? type : dueAt === null ? 3 : 1;
  const isBuried = buriedUntil !== null && buriedUntil >= today;
  return {
    type,
    queue: suspended || isAside ? -1 : isBuried ? -3 : lane,
    due: state === 'new' ? position : dueAt === null || lane === 2 ? days : Math.floor(dueAt / 1000),
    interval: state === 'review' ? Math.max(1, interval) : state === 'relearning' ? 1 : 0,
    factor: state === 'new' ? 0 : 2500,
    reps,
    lapses,
    flag,
    memory,
  };
}
