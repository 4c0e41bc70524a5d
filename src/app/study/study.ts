// What there is to study: the pool of cards with their schedules, the daily limits, and the sessions on top of them.
import { drain } from '../../core/history/drain.ts';
import type { CardHistory } from '../../core/history/event.ts';
import { DayLoads } from '../../core/schedule/day-loads.ts';
import type { Column } from '../../core/history/packed/columns.ts';
import type { NameRows } from '../../core/history/packed/name-rows.ts';
import { createScheduler, type Scheduler } from '../../core/schedule/scheduler.ts';
import type { Schedule, ScheduleOptions } from '../../core/schedule/schedule.ts';
import { studyDay } from '../../core/schedule/study-day.ts';
import { DeckSchedulers, type Place } from '../../core/study/decks/deck-schedulers.ts';
import { deckTree, type DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { RemainingLimits } from '../../core/study/decks/limits.ts';
import type { StudyOptions } from '../../core/study/options.ts';
import { deckPresets, type DeckOptions } from '../../core/study/decks/named-presets.ts';
import { studyOf, type DeckPreset } from '../../core/study/decks/presets.ts';
import { StudyPool } from '../../core/study/queue/pool.ts';
import { remembered } from '../../core/text/remembered.ts';
import { Queues } from '../../core/study/queue/queue.ts';
import type { Scope, StudyRequest } from '../../core/study/scope.ts';
import {
  isAside,
  type Counts,
  type Moment,
  type Queue,
  type StudyCard,
} from '../../core/study/study-card.ts';
import { untouched, waitingOf, type NewCounts } from '../../core/study/queue/unopened-note.ts';
import { vacationOn, postponed, readVacations, type VacationDays } from '../../core/study/vacation.ts';
import type { LinkedNote } from '../cards/kept/linked-note.ts';
import type { IndexedCard, IndexedNote } from '../index/indexed-note.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { Clock } from '../ports.ts';
import { AnsweredToday } from './answered-today.ts';
import { KeptCards } from './kept-cards.ts';
import { type KeptPlan, packingPlan } from './kept-plan.ts';
import { linkedCards } from './linked-cards.ts';
import { newCountsOf } from './new-counts.ts';
import { Schedules } from './schedules.ts';

export interface StudySettings {
  readonly schedule: ScheduleOptions;
  readonly study: StudyOptions;
  readonly decks: DeckOptions;
}

/** What the study needs from the log and the vault. */
export interface StudyHost {
  readonly clock: Clock;
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
  historyIds(): Iterable<string>;
  /** The note that a card is in. */
  noteOf(id: string): string | undefined;
  /** Paths of the notes that a note links to. */
  linksFrom(path: string): readonly string[];
  /** Whether an embed in a note is unresolved. */
  isMissing(target: string, note: string): boolean;
}

/** Due cards are a backlog from this many days' reviews on. */
const backlogDays = 2;

export class Study {
  readonly #host: StudyHost;
  readonly #settings: StudySettings;
  readonly #presets: readonly DeckPreset[];
  readonly #vacations: readonly VacationDays[];
  readonly #loads: DayLoads | null;
  readonly #schedulers: DeckSchedulers;
  readonly #pool: StudyPool;
  readonly #queues: Queues;
  /** As set by the deck's preset. */
  readonly optionsOf = remembered((deck) => studyOf(this.options, this.#presets, deck));
  /** Schedules of all histories, including those without a card, since they count toward the daily limits. */
  readonly #schedules: Schedules;
  readonly #answered: AnsweredToday;
  /** New cards that a person has moved among the new ones. */
  readonly positioned = (): Iterable<string> => this.#schedules.positioned();
  /** What an earlier start planned, if it still holds. */
  readonly kept: KeptCards | null;

  private constructor(
    host: StudyHost,
    settings: StudySettings,
    loads: DayLoads | null,
    kept: KeptPlan | null,
  ) {
    this.#host = host;
    this.#schedules = new Schedules(kept?.schedules ?? null);
    this.kept = kept && new KeptCards(kept, this.#schedules);
    this.#settings = settings;
    const { schedule, study, decks } = settings;
    const { siblingsApart } = study;
    this.#presets = deckPresets(decks);
    this.#vacations = readVacations(study.vacations);
    this.#loads = loads;
    this.#schedulers = new DeckSchedulers({
      schedule,
      presets: this.#presets,
      siblingsApart,
      load: loads && loads.from,
      noteWith: (id) => this.#pool.notes.get(host.noteOf(id) ?? '')?.cards ?? [],
      keptPlace: (id) => this.kept?.placeOf(id) ?? null,
    });
    const today = this.dayOf(host.clock.now());
    this.#pool = new StudyPool({
      scheduler: this.scheduler,
      siblingsApart,
      today,
      noteOf: (id) => host.noteOf(id),
      positioned: this.positioned,
    });
    this.#queues = new Queues(this.#pool, (deck) => this.optionsOf(deck));
    this.#answered = new AnsweredToday(
      this.#schedules,
      this.#presets,
      (id) => this.kept?.placeOf(id)?.deck ?? '',
    );
    this.#answered.count(today);
  }

  /** Plans every card from its history. */
  static of(host: StudyHost, settings: StudySettings): Study {
    return drain(Study.making(host, settings));
  }

  /**
   * The same in steps; yields the amount done.
   * @param kept an earlier plan; if given, plans only what has changed since
   */
  static *making(
    host: StudyHost,
    settings: StudySettings,
    kept: KeptPlan | null = null,
  ): Generator<number, Study, undefined> {
    const { fuzz, balance } = settings.schedule;
    const common = createScheduler(settings.schedule);
    const isBalanced = fuzz && balance;
    const plan = isBalanced && !kept?.loads ? null : kept;
    let loads: DayLoads | null = null;
    if (isBalanced)
      loads = plan?.loads
        ? DayLoads.restored(common, plan.loads)
        : yield* DayLoads.making(common, host.histories());
    const study = new Study(host, settings, loads, plan);
    let done = 0;
    const changed = plan && study.#changedWith(plan.changed);
    // They are planned as in no note, like all others without a kept plan.
    if (changed) for (const id of changed) study.#schedules.delete(id);
    for (const id of changed ?? host.historyIds()) {
      study.#plan(id);
      yield (done += 1);
    }
    study.#answered.count(study.#pool.today);
    return study;
  }

  /** Plans of all current histories, for a later start. @param links columns of `packingLinks` */
  packing(names: NameRows, stamp: number, links: readonly Column[]): ReturnType<typeof packingPlan> {
    const placeOf = (id: string): Place => this.#schedulers.placeOf(id);
    const parts = { settings: this.#settings, loads: this.#loads, schedules: this.#schedules.all(), placeOf };
    return packingPlan({ names, stamp }, parts, links);
  }

  /** For any card, whatever its deck. */
  get scheduler(): Scheduler {
    return this.#schedulers.scheduler;
  }

  get options(): StudyOptions {
    return this.#settings.study;
  }

  /** Today's vacation, if any. */
  get vacation(): VacationDays | null {
    return vacationOn(this.#vacations, this.today);
  }

  get today(): number {
    this.#turnDay();
    return this.#pool.today;
  }

  /** The study day of an instant, in ms since 1970. */
  dayOf(at: number): number {
    return studyDay(at, this.#host.clock.zone(at), this.#settings.schedule.rolloverHour);
  }

  moment(): Moment {
    const now = this.#host.clock.now();
    return { now, zone: this.#host.clock.zone(now) };
  }

  /** A card's schedule from the log; undefined for a card without a history. */
  known(id: string): Schedule | undefined {
    return this.#schedules.get(id);
  }

  /** As shown: cards due during a vacation are due after it. */
  schedule(id: string): Schedule {
    return this.#shown(this.#schedules.get(id) ?? this.scheduler.newSchedule(id));
  }

  #shown(schedule: Schedule): Schedule {
    return postponed(schedule, this.#vacations, this.#pool.today);
  }

  card(id: string): StudyCard | null {
    return this.#pool.card(id);
  }

  /** A note's current cards; null if it is no longer watched. */
  setNote(path: string, cards: readonly TrackedCard[] | null): void {
    if (!cards) {
      this.#pool.removeNote(path);
      return;
    }
    const places = cards.map(({ id, card: { deck, group } }) => ({ id, deck, group }));
    if (!cards.some(({ id }) => this.#schedules.has(id))) {
      this.#schedulers.moved(places);
      const waiting = this.#waitingOf(cards.map(({ card }) => card));
      this.#setUntouched(path, cards[0]?.card.deck ?? '', waiting, () => cards);
      return;
    }
    for (const id of this.#schedulers.place(places)) this.#replan(id);
    for (const { id, deck } of places) this.#answered.setDeck(id, deck);
    this.#pool.setNote(
      path,
      cards.map((one) => this.#studyCard(one, this.schedule(one.id))),
      this.#host.linksFrom(path),
    );
  }

  /** A note whose cards are as an earlier start linked them; they are loaded when somebody asks for one. */
  setLinked(path: string, linked: LinkedNote): void {
    const schedules = this.kept?.take(linked);
    if (!schedules) {
      this.setNote(path, linked.cards);
      return;
    }
    const cards = linkedCards(linked, {
      schedules,
      siblingsApart: this.#pool.siblingsApart,
      newSchedule: (id) => this.scheduler.newSchedule(id),
      shown: this.#vacations.length > 0 ? (schedule) => this.#shown(schedule) : null,
      isSetAside: (card) => this.#isSetAside(card),
    });
    this.#pool.setUnopened(path, { ...cards, links: () => this.#host.linksFrom(path) });
  }

  /** All notes are there: cards that are in none any more are planned so. */
  placedAll(): void {
    const gone = [...(this.kept?.gone((id) => this.#schedulers.knows(id)) ?? [])];
    this.#schedulers.displace(gone);
    for (const id of gone) this.#replan(id);
  }

  /** A note with no reviewed cards; they are loaded when the queue reaches them. */
  setUnlisted(path: string, note: IndexedNote, cards: () => readonly TrackedCard[]): void {
    if (this.#schedulers.hasPlaces && note.someId((id) => this.#schedulers.knows(id))) {
      this.setNote(path, cards());
      return;
    }
    const waiting = newCountsOf(note, this.#pool.siblingsApart, (card) => this.#isSetAside(card));
    this.#setUntouched(path, note.count > 0 ? note.deck : '', waiting, cards);
  }

  #waitingOf(cards: readonly IndexedCard[]): NewCounts {
    const asked = cards.filter((card) => !this.#isSetAside(card));
    return waitingOf(asked, this.#pool.siblingsApart);
  }

  /** Whether a card is listed but not asked. */
  isAside({ id, card }: TrackedCard): boolean {
    return isAside({ aside: this.#isSetAside(card), schedule: this.schedule(id) });
  }

  /** By the rules alone, regardless of reviews. */
  #isSetAside({ aside, deck, note }: Pick<IndexedCard, 'aside' | 'deck' | 'note'>): boolean {
    if (aside === false || this.optionsOf(deck).asides === 'asked') return false;
    return aside === true || aside.every((target) => this.#host.isMissing(target, note));
  }

  #studyCard({ id, card }: TrackedCard, schedule: Schedule): StudyCard {
    const { note, deck, group, line, rank } = card;
    return { id, note, deck, group, line, rank, aside: this.#isSetAside(card), schedule };
  }

  /** What the host knows of a note's links may have changed; returns whether it has. */
  linksChanged(path: string): boolean {
    return this.#pool.setLinks(path, this.#host.linksFrom(path));
  }

  /**
   * Replans cards from their histories; returns them and those whose day depends on theirs. The latter wait if it
   * `goesOn`, or each part of a long import would replan them all.
   */
  replan(ids: Iterable<string>, goesOn = false): ReadonlySet<string> {
    const changed = this.#changedWith(ids, goesOn);
    for (const id of changed) this.#replan(id);
    this.#pool.setSchedules([...changed].map((id) => this.schedule(id)));
    return changed;
  }

  queue(request: StudyRequest): Queue {
    this.#turnDay();
    return this.#queues.queue(request, this.#left());
  }

  /** What a scope has beyond today. */
  rest(scope: Scope): Queue {
    this.#turnDay();
    return this.#queues.rest(scope, this.#left());
  }

  /** How many cards a review of the request would bring now. */
  counts(request: StudyRequest): Counts {
    this.#turnDay();
    return this.#queues.counts(request, this.#left());
  }

  /** How many cards of all or of a deck wait until tomorrow only because a sibling comes up, or came up, today. */
  siblings(scope: Scope): number {
    this.#turnDay();
    return this.#queues.siblings(scope, this.#left());
  }

  /** The cards that a review of everything would bring today, except new ones. */
  due(): ReadonlySet<string> {
    const { learning, due } = this.queue({ scope: { kind: 'all' } });
    return new Set([...learning, ...due].map(({ id }) => id));
  }

  /** A deck as it is shown: names that differ only in case are one. */
  readonly deckName = (deck: string): string => this.#pool.names.shown(deck);

  /** What comes up in each deck today. */
  decks(): DeckNode {
    this.#turnDay();
    return deckTree(this.#pool.decks, this.#left(), this.#pool.names);
  }

  /** Cards that come up today, except new ones, and those due on the days after; what today leaves comes tomorrow. */
  forecast(days: number): readonly number[] {
    const { learning, due } = this.counts({ scope: { kind: 'all' } });
    const [waiting = 0, next = 0, ...later] = this.#pool.forecast(days);
    return [due + learning, next + waiting - due - learning, ...later].slice(0, days);
  }

  #setUntouched(path: string, deck: string, waiting: NewCounts, cards: () => readonly TrackedCard[]): void {
    const rest = {
      cards: () => cards().map((one) => this.#studyCard(one, this.scheduler.newSchedule(one.id))),
      links: () => this.#host.linksFrom(path),
    };
    this.#pool.setUnopened(path, untouched(deck, waiting, rest));
  }

  /** During a vacation, only what the user explicitly asks for comes up. */
  #left(): RemainingLimits {
    if (vacationOn(this.#vacations, this.#pool.today)) return { new: 0, reviews: 0 };
    const { catchUp, reviewsPerDay } = this.options;
    const dueToday = this.#pool.dueCount + this.#answered.reviewed;
    const catchingUp = catchUp && reviewsPerDay > 0 && dueToday > backlogDays * reviewsPerDay;
    return { ...this.#answered.left(this.options), catchingUp };
  }

  /** Cards whose histories changed, and those whose day depends on theirs. */
  #changedWith(ids: Iterable<string>, goesOn = false): ReadonlySet<string> {
    const changed = new Set(ids);
    if (this.#loads) {
      for (const id of changed) this.#loads.put(id, this.#host.history(id));
      if (!goesOn) for (const id of this.#loads.settle()) changed.add(id);
    }
    return changed;
  }

  #plan(id: string): Schedule | null {
    const history = this.#host.history(id);
    const schedule = history ? this.scheduler.replay(history) : null;
    if (schedule) this.#schedules.set(id, schedule);
    else this.#schedules.delete(id);
    return schedule;
  }

  #replan(id: string): void {
    this.#answered.replan(id, () => void this.#plan(id));
    this.#answered.setDeck(id, this.#schedulers.deckOf(id));
  }

  #turnDay(): void {
    const today = this.dayOf(this.#host.clock.now());
    if (today === this.#pool.today) return;
    this.#pool.setToday(today);
    this.#answered.count(today);
    if (this.#vacations.length === 0) return;
    // Overdue cards wait during a vacation.
    this.#pool.setSchedules([...this.#schedules.ids()].map((id) => this.schedule(id)));
  }
}
