// From the pool to the cards of one request, in the order in which they are to be studied.
import { seededFraction } from '../schedule/fuzz.ts';
import { addCounts, noCounts } from './deck-counts.ts';
import { sizes } from './lanes.ts';
import type { Left } from './limits.ts';
import type { NewOrder } from './options.ts';
import type { StudyPool } from './pool.ts';
import { prerequisitesFirst, prerequisitesInTurn } from './prerequisites.ts';
import { isUnder, isWholeNote, notesOf, scopeFilter, type Scope, type StudyRequest } from './scope.ts';
import { shelve } from './shelf.ts';
import { byNeed, sortedBy } from './sorted-cards.ts';
import { laneOf, learningAt, type Counts, type Queue, type StudyCard } from './study-card.ts';
import type { PooledNote } from './untouched-note.ts';

/** Builds queues from a pool; keeps the order of notes between them. */
export class Queues {
  readonly #pool: StudyPool;
  readonly #newOrder: NewOrder;
  #order: { readonly version: number; readonly notes: Iterable<string> } | null = null;

  constructor(pool: StudyPool, newOrder: NewOrder) {
    this.#pool = pool;
    this.#newOrder = newOrder;
  }

  /** What there is to study. `left`: what the limits of the day still allow; see `DayTally`. */
  queue(request: StudyRequest, left: Left): Queue {
    const { scope, ahead, practice } = request;
    const pool = this.#pool;
    if (practice === true) return { learning: [], due: this.#practice(scope), fresh: [] };
    if (ahead !== undefined) {
      const until = pool.today + ahead;
      return {
        ...this.#gather(scope, (cards) => shelve(cards, { ...this.#shelfRules(scope), until })),
        fresh: [],
      };
    }
    if (isWholeNote(scope)) return this.#gather(scope, (cards) => shelve(cards, this.#shelfRules(scope)));
    const wanted = scopeFilter(scope, pool.linksOf);
    return {
      learning: pool.learning.first(Infinity, wanted),
      due: pool.due.first(left.reviews, wanted),
      fresh: this.#fresh(left.fresh, wanted),
    };
  }

  /** What the scope has beyond the queue of today: cards that are due later, and new ones above the limit. */
  rest(scope: Scope, left: Left): Queue {
    const { today } = this.#pool;
    const taken = new Set(this.queue({ scope }, left).fresh.map(({ id }) => id));
    return this.#gather(scope, (cards) => ({
      learning: [],
      due: cards.filter(({ schedule }) => {
        if (schedule.dueDay === null || schedule.dueDay <= today || schedule.lastDay === today) return false;
        return laneOf(schedule, today, schedule.dueDay) !== null;
      }),
      fresh: cards.filter(({ id, schedule }) => laneOf(schedule, today) === 'fresh' && !taken.has(id)),
    }));
  }

  /** How many cards `queue({ scope })` has; quick for all and for a deck. */
  counts(scope: Scope, left: Left): Counts {
    if (scope.kind !== 'all' && scope.kind !== 'deck') return sizes(this.queue({ scope }, left));
    let all = noCounts;
    for (const [deck, counts] of this.#pool.decks)
      if (scope.kind === 'all' || isUnder(deck, scope.deck)) all = addCounts(all, counts);
    return {
      learning: all.learning,
      due: Math.min(all.due, left.reviews),
      fresh: Math.min(all.fresh, left.fresh),
    };
  }

  #shelfRules(scope: Scope) {
    const { today, siblingsApart } = this.#pool;
    return { today, siblingsApart: siblingsApart && !isWholeNote(scope) };
  }

  /** Every card of the scope that is not suspended, note by note. */
  #practice(scope: Scope): readonly StudyCard[] {
    const wanted = scopeFilter(scope, this.#pool.linksOf);
    return [...this.#notesIn(scope)].flatMap(({ cards }) =>
      cards.filter((card) => !card.schedule.suspended && wanted(card)),
    );
  }

  /** Goes through all notes of the scope; for what the pool does not keep in order. */
  #gather(scope: Scope, shelf: (cards: readonly StudyCard[]) => Queue): Queue {
    const wanted = scopeFilter(scope, this.#pool.linksOf);
    const learning: StudyCard[] = [];
    const due: StudyCard[] = [];
    const fresh: StudyCard[] = [];
    for (const { cards } of this.#notesIn(scope)) {
      const found = shelf(cards);
      for (const card of found.learning) if (wanted(card)) learning.push(card);
      for (const card of found.due) if (wanted(card)) due.push(card);
      for (const card of found.fresh) if (wanted(card)) fresh.push(card);
    }
    const { scheduler, today } = this.#pool;
    return {
      learning: sortedBy(learning, learningAt),
      due: sortedBy(due, byNeed(scheduler, today)),
      fresh: this.#newOrder === 'random' ? shuffled(fresh, today) : fresh,
    };
  }

  #fresh(count: number, wanted: (card: StudyCard) => boolean): readonly StudyCard[] {
    const found: StudyCard[] = [];
    if (count <= 0) return found;
    const random = this.#newOrder === 'random';
    for (const { shelf } of this.#ordered()) {
      for (const card of shelf.fresh) {
        if (!wanted(card)) continue;
        found.push(card);
        if (!random && found.length >= count) return found;
      }
    }
    return random ? shuffled(found, this.#pool.today).slice(0, count) : found;
  }

  /** The notes of a scope in the order of new cards. */
  #notesIn(scope: Scope): Iterable<PooledNote> {
    const paths = notesOf(scope, this.#pool.linksOf);
    if (paths === null) return this.#ordered();
    return this.#sorted([...paths]).flatMap((path) => this.#pool.notes.get(path) ?? []);
  }

  /** All notes in the order of new cards, one by one: the first few are often enough. */
  *#ordered(): Generator<PooledNote> {
    const { notes, linksVersion } = this.#pool;
    if (this.#order?.version !== linksVersion)
      this.#order = { version: linksVersion, notes: this.#inTurn([...notes.keys()]) };
    for (const path of this.#order.notes) {
      const note = notes.get(path);
      if (note !== undefined) yield note;
    }
  }

  #inTurn(paths: readonly string[]): Iterable<string> {
    if (this.#newOrder !== 'prerequisites') return this.#sorted(paths);
    return remembered(prerequisitesInTurn(paths, this.#pool.linksOf));
  }

  #sorted(paths: readonly string[]): readonly string[] {
    if (this.#newOrder === 'prerequisites') return prerequisitesFirst(paths, this.#pool.linksOf);
    return [...paths].sort();
  }
}

/** Takes from a source only what is asked for, and only once. */
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

/** Another order each study day, the same on every device. */
function shuffled(cards: readonly StudyCard[], day: number): readonly StudyCard[] {
  return cards
    .map((card) => ({ card, at: seededFraction(card.id, day) }))
    .sort((a, b) => a.at - b.at)
    .map(({ card }) => card);
}
