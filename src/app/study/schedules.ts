// The schedules of all histories; those saved between starts are unpacked on demand.
import type { PackedSchedules } from '../../core/schedule/packed-schedules.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';

export class Schedules {
  readonly #packed: PackedSchedules | null;
  /** Null for a packed one that is no longer valid. */
  readonly #planned: Map<string, Schedule | null>;

  constructor(packed: PackedSchedules | null, planned: ReadonlyMap<string, Schedule | null> = new Map()) {
    this.#packed = packed;
    this.#planned = new Map(planned);
  }

  /** The current schedules, unaffected by later planning. */
  copy(): Schedules {
    return new Schedules(this.#packed, this.#planned);
  }

  has(id: string): boolean {
    const planned = this.#planned.get(id);
    return planned === undefined ? this.#packed?.has(id) === true : planned !== null;
  }

  get(id: string): Schedule | undefined {
    const planned = this.#planned.get(id);
    return planned === undefined ? this.#packed?.get(id) : (planned ?? undefined);
  }

  set(id: string, schedule: Schedule): void {
    this.#planned.set(id, schedule);
  }

  delete(id: string): void {
    if (this.#packed?.has(id)) this.#planned.set(id, null);
    else this.#planned.delete(id);
  }

  *ids(): Generator<string> {
    for (const id of this.#packed?.ids() ?? []) if (!this.#planned.has(id)) yield id;
    for (const [id, planned] of this.#planned) if (planned) yield id;
  }

  *all(): Generator<Schedule> {
    for (const id of this.ids()) {
      const schedule = this.get(id);
      if (schedule) yield schedule;
    }
  }

  /** Those of cards answered on a study day for the first time or when due. */
  *answeredOn(day: number): Generator<Schedule> {
    for (const schedule of this.#packed?.answeredOn(day) ?? [])
      if (!this.#planned.has(schedule.card)) yield schedule;
    for (const planned of this.#planned.values())
      if (planned && (planned.introducedOn === day || planned.reviewedOn === day)) yield planned;
  }
}
