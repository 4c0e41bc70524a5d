// Computes when events count. A clock that ran ahead and was then corrected leaves events that seem to come after
// what a person did later. So an event's effective time is the minimum of its own time and those of all later events
// (by sequence) of its device, and likewise its study day. This needs neither the current time nor the order in which
// logs arrive.
//
// Where a cloned device used sequence numbers twice, earlier lines count with earlier ones: a restored backup that
// goes on for a while under its old id is not moved to the days of the install before it.
import type { HistoryEvent } from './event.ts';
import { compareEvents, deviceOf, sequenceOf } from './order.ts';

interface Entry {
  readonly event: HistoryEvent;
  readonly sequence: number;
  /** The minimum time and study day from here on. */
  t: number;
  y: number;
}

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;

class DeviceTimes {
  /** Sorted by sequence. */
  #entries: Entry[] = [];
  #fresh = 0;
  #isSorted = true;
  #hasTwins = false;

  add(event: HistoryEvent): void {
    const entry = { event, sequence: sequenceOf(event.i), t: Infinity, y: Infinity };
    const last = this.#entries.at(-1);
    if (last && last.sequence === entry.sequence) this.#hasTwins = true;
    else if (last && last.sequence > entry.sequence) this.#isSorted = false;
    this.#entries.push(entry);
    this.#fresh += 1;
  }

  /** Events after a time, last first. */
  *after(t: number): Generator<HistoryEvent> {
    for (let at = this.#entries.length - 1; at >= 0; at -= 1) {
      const entry = this.#entries[at];
      if (entry && entry.t > t) yield entry.event;
      else if (!this.#hasTwins) return;
    }
  }

  /** Entries that are new, or whose minimum time or day dropped. */
  *settle(): Generator<Entry> {
    const entries = this.#entries;
    if (!this.#isSorted || this.#hasTwins) {
      entries.sort((a, b) => a.sequence - b.sequence || compareEvents(a.event, b.event));
      this.#hasTwins = entries.some(({ sequence }, at) => sequence === entries[at - 1]?.sequence);
      this.#fresh = entries.length;
      this.#isSorted = true;
    }
    if (this.#hasTwins) yield* this.#settleTwins();
    else yield* this.#settleFresh();
    this.#fresh = 0;
  }

  /** Walks back from the end until nothing drops: with a correct clock, an event only checks the one before it. */
  *#settleFresh(): Generator<Entry> {
    const entries = this.#entries;
    const known = entries.length - this.#fresh;
    let [t, y] = [Infinity, Infinity];
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const entry = entries[at];
      if (!entry) return;
      t = Math.min(t, entry.event.t);
      y = Math.min(y, ownDay(entry.event));
      if (at < known && entry.t <= t && entry.y <= y) return;
      if (at >= known || entry.t !== t || entry.y !== y) {
        [entry.t, entry.y] = [t, y];
        yield entry;
      }
    }
  }

  *#settleTwins(): Generator<Entry> {
    const entries = this.#entries;
    /** The minimum from here on, by a line's rank among its twins. */
    const least: { t: number; y: number }[] = [];
    for (let end = entries.length; end > 0;) {
      const sequence = entries[end - 1]?.sequence;
      let start = end;
      while (start > 0 && entries[start - 1]?.sequence === sequence) start -= 1;
      for (const [rank, entry] of entries.slice(start, end).entries()) {
        const later = (least[rank] ??= { t: Infinity, y: Infinity });
        later.t = Math.min(later.t, entry.event.t);
        later.y = Math.min(later.y, ownDay(entry.event));
        if (entry.t === later.t && entry.y === later.y) continue;
        [entry.t, entry.y] = [later.t, later.y];
        yield entry;
      }
      end = start;
    }
  }
}

export class EffectiveTimes {
  readonly #devices = new Map<string, DeviceTimes>();
  readonly #waiting = new Set<DeviceTimes>();
  /** Maps events whose effective time differs from their own to their effective version. */
  readonly #bent = new Map<HistoryEvent, HistoryEvent>();

  add(event: HistoryEvent): void {
    const name = deviceOf(event.i);
    let device = this.#devices.get(name);
    if (!device) this.#devices.set(name, (device = new DeviceTimes()));
    device.add(event);
    this.#waiting.add(device);
  }

  /** Call after all are added. Returns the events whose effective time changed. */
  settle(): readonly HistoryEvent[] {
    const changed: HistoryEvent[] = [];
    for (const device of this.#waiting) {
      for (const { event, t, y } of device.settle()) {
        const before = this.#bent.get(event) ?? event;
        const now = bend(event, t, y);
        if (now.t === before.t && ownDay(now) === ownDay(before)) continue;
        if (now === event) this.#bent.delete(event);
        else this.#bent.set(event, now);
        changed.push(event);
      }
    }
    this.#waiting.clear();
    return changed;
  }

  /** Events, as written, whose effective time is after `t`; looks at no others. */
  *after(t: number): Generator<HistoryEvent> {
    for (const device of this.#devices.values()) yield* device.after(t);
  }

  /** The event with its effective time and study day; the same object as long as these don't change. */
  of<E extends HistoryEvent>(event: E): E {
    return this.#bent.size === 0 ? event : ((this.#bent.get(event) as E | undefined) ?? event);
  }
}

/** Infinity if the event has none. */
function ownDay(event: HistoryEvent): number {
  return event.k === 'r' ? event.y : Infinity;
}

function bend(event: HistoryEvent, t: number, y: number): HistoryEvent {
  if (event.k !== 'r') return t === event.t ? event : { ...event, t };
  // Later events may have no study day, but none is after the calendar day at that time.
  const bound = t === event.t ? y : Math.min(y, Math.floor((t + event.z * minute) / day));
  return t === event.t && bound === event.y ? event : { ...event, t, y: bound };
}
