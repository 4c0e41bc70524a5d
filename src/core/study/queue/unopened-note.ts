// A note whose cards nobody has asked for. Until then, only what it has to study is known: a start needs the cards of
// only a handful of notes, however many were ever studied.
import { noLanes, queueCards, type QueueRules } from './queue-cards.ts';
import type { Counts, Queue, StudyCard } from '../study-card.ts';

/** A note with its cards. */
export interface PooledNote {
  readonly path: string;
  /** By line. */
  readonly cards: readonly StudyCard[];
  /** Paths of the notes it links to. */
  readonly links: readonly string[];
  /** What it has to study today, with siblings apart if requested. */
  readonly queue: Queue;
  /** What waits for a sibling. */
  readonly held: Queue;
}

export interface NewCounts {
  readonly new: number;
  readonly held: number;
}

/** What an unopened note has to study on a day. */
export interface Waiting {
  readonly counts: Counts;
  /** What waits for a sibling. */
  readonly held: Counts;
  /** The learning and due cards. */
  cards(lane: 'learning' | 'due'): readonly StudyCard[];
}

export interface Unopened {
  readonly deck: string;
  waiting(today: number): Waiting;
  /** The day each card is due that is neither new nor suspended. */
  dueDays(): readonly number[];
  /** The same objects as in `waiting`. */
  cards(): readonly StudyCard[];
  links(): readonly string[];
}

const none: Counts = { learning: 0, due: 0, new: 0 };

/** A note with no answered cards. */
export function untouched(
  deck: string,
  waiting: NewCounts,
  rest: Pick<Unopened, 'cards' | 'links'>,
): Unopened {
  const [counts, held] = [
    { ...none, new: waiting.new },
    { ...none, new: waiting.held },
  ];
  return { deck, waiting: () => ({ counts, held, cards: () => [] }), dueDays: () => [], ...rest };
}

export class UnopenedNote implements PooledNote {
  readonly path: string;
  readonly waiting: Waiting;
  readonly #about: Unopened;
  readonly #rules: QueueRules;
  #cards: readonly StudyCard[] | null = null;
  #links: readonly string[] | null = null;
  #queue: Queue | null = null;
  readonly #held = noLanes();

  constructor(path: string, about: Unopened, rules: QueueRules) {
    this.path = path;
    this.#about = about;
    this.#rules = rules;
    this.waiting = about.waiting(rules.today);
  }

  get deck(): string {
    return this.#about.deck;
  }

  get dueDays(): readonly number[] {
    return this.#about.dueDays();
  }

  get cards(): readonly StudyCard[] {
    return (this.#cards ??= inOrder(this.#about.cards()));
  }

  get links(): readonly string[] {
    return (this.#links ??= this.#about.links());
  }

  get queue(): Queue {
    return (this.#queue ??= queueCards(this.cards, this.#rules, this.#held));
  }

  get held(): Queue {
    // Filled with the queue.
    void this.queue;
    return this.#held;
  }

  /** The same note on another day, or with other links. */
  with(rules: QueueRules | null, links = this.#links): UnopenedNote {
    const note = new UnopenedNote(this.path, this.#about, rules ?? this.#rules);
    note.#cards = this.#cards;
    note.#links = links;
    return note;
  }
}

/** Whether it has new cards today, found out without its cards. */
export function hasNew(note: PooledNote): boolean {
  return note instanceof UnopenedNote ? note.waiting.counts.new > 0 : note.queue.new.length > 0;
}

export function inOrder(cards: readonly StudyCard[]): readonly StudyCard[] {
  return [...cards].sort((a, b) => a.line - b.line);
}

/** Counts the new cards of a note. */
export function waitingOf(
  cards: readonly { readonly group: string | null }[],
  siblingsApart: boolean,
): NewCounts {
  if (!siblingsApart) return { new: cards.length, held: 0 };
  const groups = cards.flatMap(({ group }) => group ?? []);
  const held = groups.length - new Set(groups).size;
  return { new: cards.length - held, held };
}
