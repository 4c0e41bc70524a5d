// What was planned from the logs at an earlier start, with the same options: kept beside what they folded to.
import { Fold } from '../../core/history/fold.ts';
import {
  type Column,
  readColumns,
  textColumn,
  textsOf,
  writeColumns,
} from '../../core/history/packed/columns.ts';
import type { NameRows } from '../../core/history/packed/name-rows.ts';
import type { DayLoads } from '../../core/schedule/day-loads.ts';
import { PackedLoads } from '../../core/schedule/packed-loads.ts';
import { packingSchedules, PackedSchedules, scheduleColumns } from '../../core/schedule/packed-schedules.ts';
import type { ScheduleOptions } from '../../core/schedule/schedule.ts';
import type { KeptHistory } from '../history/kept-history.ts';
import type { Schedules } from './schedules.ts';

/** Count it up when a column gets another meaning. */
const shape = 1;

export interface KeptPlan {
  readonly schedules: PackedSchedules;
  /** Null where days are not balanced. */
  readonly loads: PackedLoads | null;
  /** Cards whose history is another since. */
  readonly changed: ReadonlySet<string>;
}

/** Tells plans with other options, or from other lines, apart. */
const nameOf = (stamp: number, options: ScheduleOptions): string => JSON.stringify([stamp, options]);

/** Null where nothing is kept, or it was planned otherwise. @param changed cards whose history is another since */
export function readPlan(
  kept: Pick<KeptHistory, 'packed' | 'stamp' | 'plan'>,
  changed: ReadonlySet<string>,
  options: ScheduleOptions,
): KeptPlan | null {
  const columns = kept.plan && readColumns(shape, kept.plan);
  const [name, ...rest] = columns ?? [];
  if (!name || textsOf(name)[0] !== nameOf(kept.stamp, options)) return null;
  const { packed } = kept;
  const loads: readonly Column[] = rest.slice(scheduleColumns);
  let fold: Fold | null = null;
  const history = (id: string) => (fold ??= new Fold(packed)).cards.get(id);
  return {
    schedules: new PackedSchedules(packed.names, rest),
    loads:
      loads.length === 0
        ? null
        : new PackedLoads(packed.names, loads, { ids: () => packed.cardIds(), history }),
    changed,
  };
}

/** Yields how many schedules are done. */
export function* packingPlan(
  { names, stamp }: { readonly names: NameRows; readonly stamp: number },
  options: ScheduleOptions,
  schedules: Schedules,
  loads: DayLoads | null,
): Generator<number, Uint8Array, undefined> {
  const name = textColumn([nameOf(stamp, options)]);
  const columns = yield* packingSchedules(names, schedules.all());
  return writeColumns(shape, [name, ...columns, ...(loads?.packed(names) ?? [])]);
}
