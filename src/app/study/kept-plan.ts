// The schedules planned from the logs at an earlier start with the same options, saved beside the folded logs.
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

/** Increment when a column's meaning changes. */
const shape = 1;

export interface KeptPlan {
  readonly schedules: PackedSchedules;
  /** Null if days are not balanced. */
  readonly loads: PackedLoads | null;
  /** Cards whose history has changed since. */
  readonly changed: ReadonlySet<string>;
}

/** Distinguishes plans with other options or from other lines. */
const nameOf = (stamp: number, options: ScheduleOptions): string => JSON.stringify([stamp, options]);

/** Null if nothing is saved or the plan differs. @param changed cards whose history has changed since */
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

/** Yields the number of schedules done. */
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
