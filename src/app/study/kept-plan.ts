// The schedules planned from the logs at an earlier start with the same options, saved beside the folded logs, with
// what else the next start need not find out: where each card was, and which card each history belongs to.
import { linkColumns } from '../cards/kept/kept-links.ts';
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
import type { Schedule, ScheduleOptions } from '../../core/schedule/schedule.ts';
import type { Place } from '../../core/study/decks/deck-schedulers.ts';
import { PackedPlaces, placeColumns, PlacePacker } from '../../core/study/decks/packed-places.ts';
import { deckPresets, type DeckOptions } from '../../core/study/decks/named-presets.ts';
import type { StudyOptions } from '../../core/study/options.ts';
import type { KeptHistory } from '../history/kept-history.ts';

/** Increment when a column's meaning changes. */
const shape = 5;

/** What a plan depends on besides the log. */
export interface PlanSettings {
  readonly schedule: ScheduleOptions;
  readonly study: Pick<StudyOptions, 'siblingsApart'>;
  readonly decks: DeckOptions;
}

export interface KeptPlan {
  readonly schedules: PackedSchedules;
  readonly places: PackedPlaces;
  /** See `KeptLinks`. */
  readonly links: readonly Column[];
  /** Null if days are not balanced. */
  readonly loads: PackedLoads | null;
  /** Cards whose history has changed since. */
  readonly changed: ReadonlySet<string>;
}

/** Distinguishes plans with other options or from other lines. */
const nameOf = (stamp: number, { schedule, study, decks }: PlanSettings): string =>
  JSON.stringify([stamp, schedule, study.siblingsApart, deckPresets(decks)]);

/** Null if nothing is saved or the plan differs. @param changed cards whose history has changed since */
export function readPlan(
  kept: Pick<KeptHistory, 'packed' | 'stamp' | 'plan'>,
  changed: ReadonlySet<string>,
  settings: PlanSettings,
): KeptPlan | null {
  const columns = kept.plan && readColumns(shape, kept.plan);
  const [name, ...rest] = columns ?? [];
  if (!name || textsOf(name)[0] !== nameOf(kept.stamp, settings)) return null;
  const { packed } = kept;
  const take = (count: number): readonly Column[] => rest.splice(0, count);
  const schedules = new PackedSchedules(packed.names, take(scheduleColumns));
  const places = new PackedPlaces(take(placeColumns));
  const links = take(linkColumns);
  const loads = rest.length === 0 ? null : new PackedLoads(packed.names, rest, cardsOf(packed));
  return { schedules, places, links, loads, changed };
}

function cardsOf(packed: KeptHistory['packed']): PackedLoads['cards'] {
  let fold: Fold | null = null;
  const history = (id: string) => (fold ??= new Fold(packed)).cards.get(id);
  return { ids: () => packed.cardIds(), history };
}

export interface PlanParts {
  readonly settings: PlanSettings;
  readonly schedules: Iterable<Schedule>;
  readonly loads: DayLoads | null;
  readonly placeOf: (card: string) => Place;
}

/** Yields the number of schedules done. @param links columns of `packingLinks` */
export function* packingPlan(
  { names, stamp }: { readonly names: NameRows; readonly stamp: number },
  { settings, schedules, loads, placeOf }: PlanParts,
  links: readonly Column[],
): Generator<number, Uint8Array, undefined> {
  const places = new PlacePacker(names);
  const placed = function* (): Generator<Schedule> {
    for (const schedule of schedules) {
      places.put(schedule.card, placeOf(schedule.card));
      yield schedule;
    }
  };
  const columns = yield* packingSchedules(names, placed());
  return writeColumns(shape, [
    textColumn([nameOf(stamp, settings)]),
    ...columns,
    ...places.columns(),
    ...links,
    ...(loads?.packed(names) ?? []),
  ]);
}
