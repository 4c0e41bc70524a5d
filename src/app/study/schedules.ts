// The schedules of all histories; those saved between starts are unpacked on demand.
import type { PackedSchedules } from '../../core/schedule/packed-schedules.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';

export class Schedules {
  readonly packed: PackedSchedules | null;
  /** Null for a packed one that is no longer valid. */
  readonly #planned = new Map<string, Schedule | null>();
  readonly #plannedRows = new Set<number>();
  /** See `positioned`; of those planned. */
  readonly #positioned = new Set<string>();

  constructor(packed: PackedSchedules | null) {
    this.packed = packed;
  }

  /** Whether the packed schedule of a row is still valid. */
  isPacked(row: number): boolean {
    return this.packed?.isAt(row) === true && !this.#plannedRows.has(row);
  }

  has(id: string): boolean {
    const planned = this.#planned.get(id);
    return planned === undefined ? this.packed?.has(id) === true : planned !== null;
  }

  get(id: string): Schedule | undefined {
    const planned = this.#planned.get(id);
    return planned === undefined ? this.packed?.get(id) : (planned ?? undefined);
  }

  set(id: string, schedule: Schedule): void {
    this.#put(id, schedule);
  }

  delete(id: string): void {
    if (this.packed?.has(id)) this.#put(id, null);
    else this.#planned.delete(id);
    this.#positioned.delete(id);
  }

  #put(id: string, schedule: Schedule | null): void {
    this.#planned.set(id, schedule);
    if (schedule?.state === 'new' && schedule.position !== 0) this.#positioned.add(id);
    else this.#positioned.delete(id);
    if (this.packed) this.#plannedRows.add(this.packed.row(id));
  }

  *ids(): Generator<string> {
    for (const id of this.packed?.ids() ?? []) if (!this.#planned.has(id)) yield id;
    for (const [id, planned] of this.#planned) if (planned) yield id;
  }

  *all(): Generator<Schedule> {
    for (const id of this.ids()) {
      const schedule = this.get(id);
      if (schedule) yield schedule;
    }
  }

  /** New cards that a person has moved among the new ones. */
  *positioned(): Generator<string> {
    for (const id of this.packed?.positioned() ?? []) if (!this.#planned.has(id)) yield id;
    yield* this.#positioned;
  }

  /** Those of cards answered on a study day for the first time or when due. */
  *answeredOn(day: number): Generator<Schedule> {
    for (const schedule of this.packed?.answeredOn(day) ?? [])
      if (!this.#planned.has(schedule.card)) yield schedule;
    for (const planned of this.#planned.values())
      if (planned && (planned.introducedOn === day || planned.reviewedOn === day)) yield planned;
  }
}
