// A note with no answered cards. Until its cards are requested, only their number is known: starting in a vault that
// was never studied needs the cards of only a handful of notes.
import { noLanes, queueCards, type QueueRules } from './queue-cards.ts';
import type { Queue, StudyCard } from '../study-card.ts';

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

export interface Untouched {
  readonly deck: string;
  /** How many of the cards may come up on one day, and how many wait for a sibling. */
  readonly waiting: NewCounts;
  cards(): readonly StudyCard[];
  links(): readonly string[];
}

export class UntouchedNote implements PooledNote {
  readonly path: string;
  readonly #about: Untouched;
  readonly #rules: QueueRules;
  #cards: readonly StudyCard[] | null = null;
  #links: readonly string[] | null = null;
  #queue: Queue | null = null;
  readonly #held = noLanes();

  /** @param rules of any day: new cards are waiting on all of them */
  constructor(path: string, about: Untouched, rules: QueueRules) {
    this.path = path;
    this.#about = about;
    this.#rules = rules;
  }

  get deck(): string {
    return this.#about.deck;
  }

  get waiting(): NewCounts {
    return this.#about.waiting;
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
