// What there is to study: the pool of cards with their schedules, the limits of the day, and the sessions over them.
import type { CardHistory } from '../core/history/event.ts';
import { createScheduler, type Scheduler } from '../core/schedule/scheduler.ts';
import type { Schedule, ScheduleOptions } from '../core/schedule/schedule.ts';
import { studyDay } from '../core/schedule/study-day.ts';
import { deckTree, type DeckNode } from '../core/study/deck-tree.ts';
import { DayTally } from '../core/study/limits.ts';
import type { StudyOptions } from '../core/study/options.ts';
import { StudyPool } from '../core/study/pool.ts';
import { Queues } from '../core/study/queue.ts';
import type { Scope, StudyRequest } from '../core/study/scope.ts';
import type { Counts, Moment, Queue, StudyCard } from '../core/study/study-card.ts';
import { waitingOf } from '../core/study/untouched-note.ts';
import type { Clock } from './ports.ts';
import type { TrackedCard } from './living.ts';

export interface StudySettings {
  readonly schedule: ScheduleOptions;
  readonly study: StudyOptions;
}

/** What the study asks of the log and the vault. */
export interface StudyHost {
  readonly clock: Clock;
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
  /** The note in which a card stands. */
  noteOf(id: string): string | undefined;
  /** Paths of the notes that a note links to. */
  linksFrom(path: string): readonly string[];
}

export class Study {
  readonly #host: StudyHost;
  readonly #settings: StudySettings;
  readonly scheduler: Scheduler;
  readonly #pool: StudyPool;
  readonly #queues: Queues;
  /** Schedules of all histories, those without a card too: they count for the limits of the day. */
  readonly #schedules = new Map<string, Schedule>();
  #tally: DayTally;

  constructor(host: StudyHost, settings: StudySettings) {
    this.#host = host;
    this.#settings = settings;
    this.scheduler = createScheduler(settings.schedule);
    const today = this.#today();
    const { siblingsApart, newOrder } = settings.study;
    this.#pool = new StudyPool({
      scheduler: this.scheduler,
      siblingsApart,
      today,
      noteOf: (id) => host.noteOf(id),
    });
    this.#queues = new Queues(this.#pool, newOrder);
    for (const history of host.histories()) this.#schedules.set(history.id, this.scheduler.replay(history));
    this.#tally = new DayTally(today, this.#schedules.values());
  }

  get options(): StudyOptions {
    return this.#settings.study;
  }

  get today(): number {
    this.#turnDay();
    return this.#pool.today;
  }

  moment(): Moment {
    const now = this.#host.clock.now();
    return { now, zone: this.#host.clock.zone(now) };
  }

  schedule(id: string): Schedule {
    return this.#schedules.get(id) ?? this.scheduler.fresh(id);
  }

  card(id: string): StudyCard | null {
    return this.#pool.card(id);
  }

  /** The cards of a note as they are now; null where it is no longer watched. */
  setNote(path: string, cards: readonly TrackedCard[] | null): void {
    if (!cards) this.#pool.removeNote(path);
    else if (cards.some(({ id }) => this.#schedules.has(id)))
      this.#pool.setNote(
        path,
        cards.map((one) => studyCard(one, this.schedule(one.id))),
        this.#host.linksFrom(path),
      );
    else this.#setUntouched(path, cards);
  }

  /** What the host knows of the links of a note may have changed. */
  linksChanged(path: string): void {
    this.#pool.setLinks(path, this.#host.linksFrom(path));
  }

  /** Plans a card anew from its history. */
  replan(id: string): void {
    const history = this.#host.history(id);
    const before = this.#schedules.get(id) ?? null;
    const after = history ? this.scheduler.replay(history) : null;
    if (after) this.#schedules.set(id, after);
    else this.#schedules.delete(id);
    this.#tally.put(before, after);
    this.#pool.setSchedule(after ?? this.scheduler.fresh(id));
  }

  queue(request: StudyRequest): Queue {
    this.#turnDay();
    return this.#queues.queue(request, this.#tally.left(this.options));
  }

  /** What a scope has beyond today. */
  rest(scope: Scope): Queue {
    this.#turnDay();
    return this.#queues.rest(scope, this.#tally.left(this.options));
  }

  counts(scope: Scope): Counts {
    this.#turnDay();
    return this.#queues.counts(scope, this.#tally.left(this.options));
  }

  /** What waits in each deck, without the limits of the day. */
  decks(): DeckNode {
    this.#turnDay();
    return deckTree(this.#pool.decks);
  }

  /** Due cards today (with the overdue ones) and on the days after it. */
  forecast(days: number): readonly number[] {
    this.#turnDay();
    return this.#pool.forecast(days);
  }

  #setUntouched(path: string, cards: readonly TrackedCard[]): void {
    this.#pool.setUntouched(path, {
      deck: cards[0]?.card.deck ?? '',
      waiting: waitingOf(
        cards.map(({ card }) => card),
        this.#pool.siblingsApart,
      ),
      cards: () => cards.map((one) => studyCard(one, this.scheduler.fresh(one.id))),
      links: () => this.#host.linksFrom(path),
    });
  }

  #today(): number {
    const { now, zone } = this.moment();
    return studyDay(now, zone, this.#settings.schedule.rolloverHour);
  }

  #turnDay(): void {
    const today = this.#today();
    if (today === this.#pool.today) return;
    this.#pool.setToday(today);
    this.#tally = new DayTally(today, this.#schedules.values());
  }
}

function studyCard({ id, card: { note, deck, group, line } }: TrackedCard, schedule: Schedule): StudyCard {
  return { id, note, deck, group, line, schedule };
}
