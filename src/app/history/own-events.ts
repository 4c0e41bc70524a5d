// What this device wrote, which undo walks from the end: no further than it has to.
import type { HistoryEvent } from '../../core/history/event.ts';
import type { Fold } from '../../core/history/fold.ts';
import { deviceOf, sequenceOf } from '../../core/history/order.ts';

export class OwnEvents {
  readonly #fold: Fold;
  readonly #device: string;
  /** In order; null while they are those that the fold has of the device. */
  #events: HistoryEvent[] | null;

  /** @param isNew whether the device has written nothing yet, though the fold may have events of its name */
  constructor(fold: Fold, device: string, isNew: boolean) {
    this.#fold = fold;
    this.#device = device;
    this.#events = isNew ? [] : null;
  }

  /** The last first. */
  *backwards(): Generator<HistoryEvent> {
    const events = this.#fold.isPacked ? this.#events : this.#list();
    if (!events) {
      yield* this.#fold.backwards(this.#device);
      return;
    }
    for (let at = events.length - 1; at >= 0; at -= 1) {
      const event = events[at];
      if (event) yield event;
    }
  }

  /** The last one of an id. */
  last(id: string): HistoryEvent | undefined {
    if (this.#events) return this.#events.filter(({ i }) => i === id).at(-1);
    return deviceOf(id) === this.#device ? this.#fold.eventsOf(id).at(-1) : undefined;
  }

  /** Call it before the fold has them. */
  wrote(events: readonly HistoryEvent[]): void {
    if (!this.#events && events.some(({ i }) => deviceOf(i) !== this.#device)) this.#list();
    this.#events?.push(...events);
  }

  /** From now on the device has another name; what others write under this one is not its own. */
  becomesNew(): void {
    this.#list();
  }

  /** Events of the device's name came from a file. Call it before the fold has them. */
  came(events: readonly HistoryEvent[], device: string): void {
    const known = this.#list();
    // Before a clone was noticed, this session had another id, whose sequences were higher.
    const former = known.filter((event) => deviceOf(event.i) !== device);
    this.#events = [...former, ...[...known.slice(former.length), ...events].sort(bySequence)];
  }

  #list(): HistoryEvent[] {
    return (this.#events ??= [...this.#fold.backwards(this.#device)].reverse());
  }
}

const bySequence = (a: HistoryEvent, b: HistoryEvent): number => sequenceOf(a.i) - sequenceOf(b.i);
