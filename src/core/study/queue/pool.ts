// All cards that can be studied, kept in order while notes and schedules change: a changed card moves only itself and
// its siblings. Everything depends on the study day; a new day sorts every note again.
import { sameTexts } from '../../text/same-texts.ts';
import type { Scheduler } from '../../schedule/scheduler.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { DeckCounts } from '../decks/deck-counts.ts';
import { DeckNames } from '../decks/deck-names.ts';
import { Forecast } from '../forecast.ts';
import { noLanes, queueCards, type QueueRules } from './queue-cards.ts';
import { SortedCards, byNeed } from './sorted-cards.ts';
import { emptyQueue, learningAt, type Counts, type StudyCard } from '../study-card.ts';
import { inOrder, UnopenedNote, type PooledNote, type Unopened } from './unopened-note.ts';

export interface PoolOptions {
  readonly scheduler: Scheduler;
  readonly siblingsApart: boolean;
  readonly today: number;
  /** The note of a card that was never answered. */
  readonly noteOf?: (card: string) => string | undefined;
  /** New cards that a person has moved among the new ones. */
  readonly positioned?: () => Iterable<string>;
}

export class StudyPool {
  readonly scheduler: Scheduler;
  readonly siblingsApart: boolean;
  #today: number;
  readonly #notes = new Map<string, PooledNote>();
  /** Computed on request for unopened notes: doing it for every card took half of a warm start. */
  readonly #noteOfCard = new Map<string, string>();
  readonly #noteOf: (card: string) => string | undefined;
  readonly #positioned: () => Iterable<string>;
  readonly #forecast = new Forecast();
  #decks = new DeckCounts();
  #held = new DeckCounts();
  #learning = new SortedCards(learningAt);
  #due: SortedCards;
  /** Unopened notes whose learning and due cards are not sorted yet. */
  readonly #unsorted = new Set<UnopenedNote>();
  #unsortedDue = 0;
  readonly names = new DeckNames();
  #linksVersion = 0;

  constructor({
    scheduler,
    siblingsApart,
    today,
    noteOf = () => undefined,
    positioned = () => [],
  }: PoolOptions) {
    this.#positioned = positioned;
    this.#noteOf = noteOf;
    this.scheduler = scheduler;
    this.siblingsApart = siblingsApart;
    this.#today = today;
    this.#due = new SortedCards(byNeed(scheduler, today));
  }

  get today(): number {
    return this.#today;
  }

  get notes(): ReadonlyMap<string, PooledNote> {
    return this.#notes;
  }

  /** Cards in a learning step, by time. */
  get learning(): Pick<SortedCards, 'first'> {
    this.#sort();
    return this.#learning;
  }

  /** Due cards by need. */
  get due(): Pick<SortedCards, 'first'> {
    this.#sort();
    return this.#due;
  }

  get dueCount(): number {
    return this.#due.size + this.#unsortedDue;
  }

  /** What is waiting in each deck alone, ignoring daily limits; see `deckTree`. */
  get decks(): ReadonlyMap<string, Counts> {
    return this.#decks.decks;
  }

  /** What waits in each deck for a sibling. */
  get held(): ReadonlyMap<string, Counts> {
    return this.#held.decks;
  }

  /** Notes with new cards that a person has moved. */
  get positioned(): ReadonlySet<PooledNote> {
    return new Set(
      Array.from(this.#positioned(), (id) => this.#noteWith(id)).filter((note) => note !== undefined),
    );
  }

  /** Increases whenever notes are added or removed, or their links change. */
  get linksVersion(): number {
    return this.#linksVersion;
  }

  readonly linksOf = (note: string): readonly string[] => this.#notes.get(note)?.links ?? [];

  card(id: string): StudyCard | null {
    const note = this.#noteWith(id);
    return note?.cards.find((card) => card.id === id) ?? null;
  }

  /** Updates the cards and links of a note. */
  setNote(path: string, cards: readonly StudyCard[], links: readonly string[]): void {
    const before = this.#notes.get(path);
    if (before === undefined || !sameTexts(before.links, links)) this.#linksVersion += 1;
    const ordered = inOrder(cards);
    this.names.set(path, cards[0]?.deck ?? null);
    if (before instanceof UnopenedNote) {
      this.#takeAway(before);
      this.#notes.delete(path);
    } else this.#forget(before);
    for (const card of ordered) {
      this.#noteOfCard.set(card.id, path);
      this.#forecast.put(null, card.schedule);
    }
    this.#place(path, ordered, links);
  }

  /** Updates a note whose cards need not be at hand. */
  setUnopened(path: string, about: Unopened): void {
    const before = this.#notes.get(path);
    if (before === undefined || !sameTexts(before.links, about.links())) this.#linksVersion += 1;
    this.names.set(path, about.deck);
    this.#takeAway(before);
    this.#shelve(new UnopenedNote(path, about, this.#rules));
  }

  /** Updates the links of a note and returns whether they changed; an unknown note is ignored. */
  setLinks(path: string, links: readonly string[]): boolean {
    const note = this.#notes.get(path);
    if (note === undefined || sameTexts(note.links, links)) return false;
    this.#linksVersion += 1;
    if (note instanceof UnopenedNote) {
      this.#takeAway(note);
      this.#shelve(note.with(null, links));
      return true;
    }
    const { cards, queue, held } = note;
    this.#notes.set(path, { path, cards, links, queue, held });
    return true;
  }

  removeNote(path: string): void {
    const note = this.#notes.get(path);
    if (note === undefined) return;
    this.#linksVersion += 1;
    this.names.set(path, null);
    this.#takeAway(note);
    this.#notes.delete(path);
  }

  /** New schedules for cards, sorting each note once; unknown cards are ignored. */
  setSchedules(schedules: readonly Schedule[]): void {
    const byNote = new Map<PooledNote, Map<string, Schedule>>();
    for (const schedule of schedules) {
      const note = this.#noteWith(schedule.card);
      if (note === undefined) continue;
      const own = byNote.get(note) ?? new Map<string, Schedule>();
      byNote.set(note, own.set(schedule.card, schedule));
    }
    for (const [note, own] of byNote) {
      if (note instanceof UnopenedNote) {
        this.#takeAway(note);
        this.#notes.delete(note.path);
        for (const { schedule } of note.cards) this.#forecast.put(null, schedule);
      }
      const cards = note.cards.map((card) => {
        const schedule = own.get(card.id);
        if (schedule === undefined) return card;
        this.#noteOfCard.set(card.id, note.path);
        this.#forecast.put(card.schedule, schedule);
        return { ...card, schedule };
      });
      this.#place(note.path, cards, note.links);
    }
  }

  /** Switches to another study day. */
  setToday(today: number): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#due = new SortedCards(byNeed(this.scheduler, today));
    this.#learning = new SortedCards(learningAt);
    this.#decks = new DeckCounts();
    this.#held = new DeckCounts();
    this.#unsorted.clear();
    this.#unsortedDue = 0;
    for (const note of this.#notes.values()) {
      if (note instanceof UnopenedNote) {
        this.#shelve(note.with(this.#rules));
        continue;
      }
      const { path, cards, links } = note;
      this.#notes.set(path, { path, cards, links, queue: emptyQueue, held: emptyQueue });
      this.#place(path, cards, links);
    }
  }

  /** Due cards today (including overdue ones) and on the following days. */
  forecast(days: number): readonly number[] {
    const unopened = [...this.#notes.values()].flatMap((note) =>
      note instanceof UnopenedNote ? note.dueDays : [],
    );
    return this.#forecast.days(this.#today, days, unopened);
  }

  get #rules(): QueueRules {
    return { today: this.#today, siblingsApart: this.siblingsApart };
  }

  #noteWith(card: string): PooledNote | undefined {
    return this.#notes.get(this.#noteOfCard.get(card) ?? this.#noteOf(card) ?? '');
  }

  /** The cards of an unopened note need not be requested; they may already be gone. */
  #takeAway(note: PooledNote | undefined): void {
    if (!note) return;
    if (!(note instanceof UnopenedNote)) {
      this.#forget(note);
      this.#swap(note, nothing);
      return;
    }
    const { deck, waiting } = note;
    const { counts, held } = waiting;
    this.#decks.count(deck, counts, -1);
    this.#held.count(deck, held, -1);
    if (counts.learning + counts.due === 0) return;
    if (this.#unsorted.delete(note)) this.#unsortedDue -= counts.due;
    else {
      for (const card of waiting.cards('due')) this.#due.delete(card);
      for (const card of waiting.cards('learning')) this.#learning.delete(card);
    }
  }

  #shelve(note: UnopenedNote): void {
    const { path, deck, waiting } = note;
    const { counts, held } = waiting;
    this.#notes.set(path, note);
    this.#decks.count(deck, counts, 1);
    this.#held.count(deck, held, 1);
    if (counts.learning + counts.due === 0) return;
    this.#unsorted.add(note);
    this.#unsortedDue += counts.due;
  }

  #sort(): void {
    for (const { path, waiting } of this.#unsorted) {
      // A card that moved already belongs to its new note.
      const isHere = ({ id }: StudyCard): boolean => (this.#noteOfCard.get(id) ?? path) === path;
      for (const card of waiting.cards('due')) if (isHere(card)) this.#due.add(card);
      for (const card of waiting.cards('learning')) if (isHere(card)) this.#learning.add(card);
    }
    this.#unsorted.clear();
    this.#unsortedDue = 0;
  }

  #forget(note: PooledNote | undefined): void {
    for (const card of note?.cards ?? []) {
      // A card that moved already belongs to its new note.
      if (this.#noteOfCard.get(card.id) === note?.path) this.#noteOfCard.delete(card.id);
      this.#forecast.put(card.schedule, null);
    }
  }

  #place(path: string, cards: readonly StudyCard[], links: readonly string[]): void {
    const held = noLanes();
    const queue = queueCards(cards, this.#rules, held);
    const after = { path, cards, links, queue, held };
    this.#swap(this.#notes.get(path), after);
    this.#notes.set(path, after);
  }

  #swap(
    before: Pick<PooledNote, 'queue' | 'held'> = nothing,
    after: Pick<PooledNote, 'queue' | 'held'>,
  ): void {
    exchange(this.#due, before.queue.due, after.queue.due);
    exchange(this.#learning, before.queue.learning, after.queue.learning);
    this.#decks.remove(before.queue);
    this.#decks.add(after.queue);
    this.#held.remove(before.held);
    this.#held.add(after.held);
  }
}

const nothing = { queue: emptyQueue, held: emptyQueue };

function exchange(sorted: SortedCards, before: readonly StudyCard[], after: readonly StudyCard[]): void {
  const kept = before.length > 0 && after.length > 0 ? new Set(before) : null;
  const stays = kept === null ? null : new Set(after);
  for (const card of before) if (stays?.has(card) !== true) sorted.delete(card);
  for (const card of after) if (kept?.has(card) !== true) sorted.add(card);
}
