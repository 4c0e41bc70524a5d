// Builds the cards for one request from the pool, in study order.
import { seededFraction } from '../../schedule/fuzz.ts';
import { bestInTurn, spread, type NewOfNote } from './interleave.ts';
import { sizes } from './lanes.ts';
import { allowanceOf, limitGate, type Allowance, type RemainingLimits } from '../decks/limits.ts';
import { studyDefaults, type DueOrder, type NewOrder } from '../options.ts';
import type { StudyPool } from './pool.ts';
import { prerequisitesFirst, prerequisitesInTurn } from './prerequisites.ts';
import { allowancesOf, Waiting } from '../decks/waiting.ts';
import { isInDeck, isWholeNote, notesOf, scopeFilter, type Scope, type StudyRequest } from '../scope.ts';
import { queueCards } from './queue-cards.ts';
import { byNeed, sortedBy } from './sorted-cards.ts';
import {
  isAside,
  laneOf,
  laneOfCard,
  learningAt,
  type Counts,
  type Queue,
  type StudyCard,
} from '../study-card.ts';
import { hasNew, type PooledNote } from './unopened-note.ts';

/** Which cards come first. */
export interface QueueOrder {
  readonly newOrder: NewOrder;
  readonly dueOrder: DueOrder;
}

/** Number of notes, the first in order, from which the best new cards are chosen. */
const fewestNotes = 40;

/** Builds queues from a pool; caches the order of notes between them. */
export class Queues {
  readonly #pool: StudyPool;
  readonly #orderOf: (deck: string) => QueueOrder;
  readonly #orders = new Map<string, { readonly version: number; readonly notes: Iterable<string> }>();

  /** @param order of all notes, or of a deck if decks have their own orders; `""` requests the global one */
  constructor(pool: StudyPool, order: NewOrder | ((deck: string) => QueueOrder)) {
    this.#pool = pool;
    const { dueOrder } = studyDefaults;
    this.#orderOf = typeof order === 'string' ? () => ({ newOrder: order, dueOrder }) : order;
  }

  /** What there is to study. `left`: what the daily limits still allow; see `DayTally`. */
  queue(request: StudyRequest, left: RemainingLimits): Queue {
    const { scope, ahead, practice } = request;
    const pool = this.#pool;
    if (ahead === undefined && this.#namesAsides(scope)) return this.#asides(scope, left, practice === true);
    if (practice === true) return { learning: [], due: this.#practice(scope), new: [] };
    if (ahead !== undefined) {
      const { today } = pool;
      const queue = (cards: readonly StudyCard[]) =>
        queueCards(cards, { ...this.#shelfRules(scope), until: today + ahead });
      const found = this.#gather(scope, queue);
      // What was answered today doesn't come up again today, unless its step or its day says so.
      const isLeft = ({ schedule: { lastDay, dueDay } }: StudyCard) =>
        lastDay !== today || (dueDay ?? today) <= today;
      return { learning: found.learning.filter(isLeft), due: found.due.filter(isLeft), new: [] };
    }
    if (isWholeNote(scope)) return this.#gather(scope, (cards) => queueCards(cards, this.#shelfRules(scope)));
    const wanted = scopeFilter(scope, pool.linksOf);
    return {
      learning: pool.learning.first(Infinity, wanted),
      due: this.#due(scope, left, wanted),
      new: this.#newCards(scope, left, wanted),
    };
  }

  /** What the scope has beyond today's queue: cards due later, and new ones above the limit. */
  rest(scope: Scope, left: RemainingLimits): Queue {
    const { today } = this.#pool;
    const taken = new Set(this.queue({ scope }, left).new.map(({ id }) => id));
    return this.#gather(scope, (cards) => ({
      learning: [],
      due: cards.filter(({ schedule }) => {
        if (schedule.dueDay === null || schedule.dueDay <= today || schedule.lastDay === today) return false;
        return laneOf(schedule, today, schedule.dueDay) !== null;
      }),
      new: cards.filter((card) => laneOfCard(card, today) === 'new' && !taken.has(card.id)),
    }));
  }

  /** How many cards `queue` has; fast for all and for a deck. */
  counts(request: StudyRequest, left: RemainingLimits): Counts {
    const { scope, ahead, practice } = request;
    if (ahead !== undefined || practice === true || !isDecks(scope)) return sizes(this.queue(request, left));
    return this.#waiting(scope, left).counts();
  }

  /** How many more cards of all or of a deck would come up today if siblings did not wait for each other. */
  siblings(scope: Scope, left: RemainingLimits): number {
    if (!isDecks(scope)) return 0;
    const waiting = this.#waiting(scope, left);
    const { due, new: newCards } = waiting.counts();
    for (const [deck, held] of this.#pool.held) if (isInDecks(deck, scope)) waiting.add(deck, held);
    const all = waiting.counts();
    return all.due + all.new - due - newCards;
  }

  #waiting(scope: DecksScope, left: RemainingLimits): Waiting {
    const waiting = new Waiting(allowancesOf(left));
    for (const [deck, counts] of this.#pool.decks) if (isInDecks(deck, scope)) waiting.add(deck, counts);
    return waiting;
  }

  #orderFor(scope: Scope): QueueOrder {
    return this.#orderOf(scope.kind === 'deck' ? scope.deck : '');
  }

  #due(scope: Scope, left: RemainingLimits, wanted: (card: StudyCard) => boolean): readonly StudyCard[] {
    const { due, today } = this.#pool;
    const allowance = allowanceOf(left, 'reviews');
    const mayCome = limitGate(allowance);
    const dueOrder = left.catchingUp === true ? 'kept' : this.#orderFor(scope).dueOrder;
    if (dueOrder === 'need')
      return spread(due.first(allowance.total, (card) => wanted(card) && mayCome(card)));
    const all = due.first(Infinity, wanted);
    return spread(inDueOrder(all, dueOrder, today).filter(mayCome));
  }

  /** Searching for nothing but cards that are set aside is an explicit request for them. */
  #namesAsides(scope: Scope): boolean {
    if (scope.kind !== 'search' || scope.cards.size === 0) return false;
    for (const id of scope.cards) {
      const card = this.#pool.card(id);
      if (card !== null && !isAside(card)) return false;
    }
    return true;
  }

  #asides(scope: Scope, left: RemainingLimits, isPractice: boolean): Queue {
    const rules = { ...this.#shelfRules(scope), ...(isPractice && { siblingsApart: false }) };
    const { new: found } = this.#gather(scope, (cards) =>
      queueCards(
        cards.map((card) => ({ ...card, aside: false })),
        rules,
      ),
    );
    if (isPractice) return { learning: [], due: found, new: [] };
    return { learning: [], due: [], new: spread(found.filter(limitGate(allowanceOf(left, 'new')))) };
  }

  #shelfRules(scope: Scope) {
    const { today, siblingsApart } = this.#pool;
    return { today, siblingsApart: siblingsApart && !isWholeNote(scope) };
  }

  /** Every card of the scope that is neither suspended nor set aside, note by note. */
  #practice(scope: Scope): readonly StudyCard[] {
    const wanted = scopeFilter(scope, this.#pool.linksOf);
    return [...this.#notesIn(scope)].flatMap(({ cards }) =>
      cards.filter((card) => !card.schedule.suspended && !isAside(card) && wanted(card)),
    );
  }

  /** Visits all notes of the scope; for what the pool doesn't keep in order. */
  #gather(scope: Scope, queue: (cards: readonly StudyCard[]) => Queue): Queue {
    const wanted = scopeFilter(scope, this.#pool.linksOf);
    const learning: StudyCard[] = [];
    const due: StudyCard[] = [];
    const newCards: StudyCard[] = [];
    for (const { cards } of this.#notesIn(scope)) {
      const found = queue(cards);
      for (const card of found.learning) if (wanted(card)) learning.push(card);
      for (const card of found.due) if (wanted(card)) due.push(card);
      for (const card of found.new) if (wanted(card)) newCards.push(card);
    }
    const { scheduler, today } = this.#pool;
    return {
      learning: sortedBy(learning, learningAt),
      due: sortedBy(due, byNeed(scheduler, today)),
      new: byPosition(this.#orderFor(scope).newOrder === 'random' ? shuffled(newCards, today) : newCards),
    };
  }

  #newCards(scope: Scope, left: RemainingLimits, wanted: (card: StudyCard) => boolean): readonly StudyCard[] {
    const allowance = allowanceOf(left, 'new');
    if (allowance.total <= 0) return [];
    const mayCome = limitGate(allowance);
    const moved = byPosition(
      [...this.#pool.positioned].flatMap(({ queue }) =>
        queue.new.filter((card) => card.schedule.position !== 0 && wanted(card)),
      ),
    );
    const isFirst = ({ schedule }: StudyCard): boolean => schedule.position < 0;
    const first = moved.filter((card) => isFirst(card) && mayCome(card));
    const usual = this.#unmoved(
      scope,
      allowance,
      mayCome,
      (card) => card.schedule.position === 0 && wanted(card),
    );
    return [...first, ...spread(usual), ...moved.filter((card) => !isFirst(card) && mayCome(card))];
  }

  /** New cards that nobody has moved, in the order of the settings. */
  #unmoved(
    scope: Scope,
    allowance: Allowance,
    mayCome: (card: StudyCard) => boolean,
    wanted: (card: StudyCard) => boolean,
  ): readonly StudyCard[] {
    const { newOrder } = this.#orderFor(scope);
    if (newOrder === 'prerequisites')
      return bestInTurn(this.#firstNotes(newOrder, allowance, wanted)).filter(mayCome);
    const found: StudyCard[] = [];
    for (const note of this.#ordered(newOrder)) {
      if (!hasNew(note)) continue;
      for (const card of note.queue.new) {
        if (!wanted(card) || (newOrder === 'note' && !mayCome(card))) continue;
        found.push(card);
        if (newOrder === 'note' && found.length >= allowance.total) return found;
      }
    }
    return newOrder === 'random' ? shuffled(found, this.#pool.today).filter(mayCome) : found;
  }

  /** The first notes with new cards, more per limit than it lets through: the best of them come up. */
  #firstNotes(
    newOrder: NewOrder,
    allowance: Allowance,
    wanted: (card: StudyCard) => boolean,
  ): readonly NewOfNote[] {
    const { today } = this.#pool;
    const notes: NewOfNote[] = [];
    const counts = new Map<string, number>();
    const enough = Math.max(fewestNotes, 2 * allowance.total);
    for (const note of this.#ordered(newOrder)) {
      if (!hasNew(note)) continue;
      const { cards: all, queue } = note;
      const cards = queue.new.filter(wanted);
      const [first] = cards;
      if (!first) continue;
      const limits = allowance.of(first.deck);
      const [limit] = limits;
      const count = counts.get(limit) ?? 0;
      if (count >= enough || limits.some((one) => allowance.left(one) <= 0)) continue;
      counts.set(limit, count + 1);
      const introduced = all.filter(({ schedule }) => schedule.introducedOn === today).length;
      notes.push({ cards, introduced });
      if (allowance.isOne && count + 1 >= enough) break;
    }
    return notes;
  }

  /** The notes of a scope in new-card order. */
  #notesIn(scope: Scope): Iterable<PooledNote> {
    const paths = notesOf(scope, this.#pool.linksOf);
    const { newOrder } = this.#orderFor(scope);
    if (paths === null) return this.#ordered(newOrder);
    return this.#sorted([...paths], newOrder).flatMap((path) => this.#pool.notes.get(path) ?? []);
  }

  /** All notes in new-card order, one by one: the first few are often enough. */
  *#ordered(newOrder: NewOrder): Generator<PooledNote> {
    const { notes, linksVersion } = this.#pool;
    // Random order starts from the notes' order and is shuffled at the end.
    const kind = newOrder === 'prerequisites' ? newOrder : 'note';
    let order = this.#orders.get(kind);
    if (order?.version !== linksVersion) {
      order = { version: linksVersion, notes: this.#inTurn([...notes.keys()], kind) };
      this.#orders.set(kind, order);
    }
    for (const path of order.notes) {
      const note = notes.get(path);
      if (note !== undefined) yield note;
    }
  }

  #inTurn(paths: readonly string[], newOrder: NewOrder): Iterable<string> {
    if (newOrder !== 'prerequisites') return this.#sorted(paths, newOrder);
    return remembered(prerequisitesInTurn(paths, this.#pool.linksOf));
  }

  #sorted(paths: readonly string[], newOrder: NewOrder): readonly string[] {
    if (newOrder === 'prerequisites') return prerequisitesFirst(paths, this.#pool.linksOf);
    return [...paths].sort();
  }
}

type DecksScope = Extract<Scope, { kind: 'all' | 'deck' }>;

/** Whether what is waiting per deck says all about a scope. */
function isDecks(scope: Scope): scope is DecksScope {
  return scope.kind === 'all' || scope.kind === 'deck';
}

function isInDecks(deck: string, scope: DecksScope): boolean {
  return scope.kind === 'all' || isInDeck(deck, scope);
}

/** Takes items from a source on demand, each only once. */
function remembered<T>(source: Iterator<T>): Iterable<T> {
  const taken: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at += 1) {
        if (at === taken.length) {
          const next = source.next();
          if (next.done) return;
          taken.push(next.value);
        }
        yield taken[at] as T;
      }
    },
  };
}

/** @param cards by need */
function inDueOrder(
  cards: readonly StudyCard[],
  order: Exclude<DueOrder, 'need'>,
  today: number,
): readonly StudyCard[] {
  if (order === 'kept') return [...cards].reverse();
  if (order === 'random') return shuffled(cards, today);
  return sortedBy(cards, ({ schedule }) => schedule.dueDay ?? today);
}

/** Cards at the same position keep their order. */
function byPosition(cards: readonly StudyCard[]): readonly StudyCard[] {
  return [...cards].sort((a, b) => a.schedule.position - b.schedule.position);
}

/** A different order each study day, the same on every device. */
function shuffled(cards: readonly StudyCard[], day: number): readonly StudyCard[] {
  return cards
    .map((card) => ({ card, at: seededFraction(card.id, day) }))
    .sort((a, b) => a.at - b.at)
    .map(({ card }) => card);
}
