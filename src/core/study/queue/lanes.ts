// Takes cards from the lanes of a queue, and puts them back.
import type { NewPlace } from '../options.ts';
import { lanes, learningAt, type Counts, type Lane, type Queue, type StudyCard } from '../study-card.ts';

export interface Taken {
  readonly card: StudyCard;
  readonly lane: Lane;
  readonly rest: Queue;
}

export interface TakeRules {
  readonly newPlace: NewPlace;
  readonly learnAheadMinutes: number;
  /** Initial sizes of the lanes. */
  readonly sizes: Counts;
}

/** The next card to show: a learning card whose time has come, a due or new one, a learning card a little early. */
export function take(queue: Queue, now: number, rules: TakeRules): Taken | null {
  const [learning] = queue.learning;
  if (learning !== undefined && learningAt(learning) <= now) return takeFrom(queue, 'learning');
  const lane = dueOrNew(queue, rules);
  if (lane !== null) return takeFrom(queue, lane);
  if (learning === undefined || learningAt(learning) > now + rules.learnAheadMinutes * 60_000) return null;
  return takeFrom(queue, 'learning');
}

function takeFrom(queue: Queue, lane: Lane): Taken | null {
  const [card] = queue[lane];
  return card === undefined ? null : { card, lane, rest: { ...queue, [lane]: queue[lane].slice(1) } };
}

/** Mixed: from the lane with the greater share left, so that both end together. */
function dueOrNew({ due, new: newCards }: Queue, { newPlace, sizes }: TakeRules): Lane | null {
  if (due.length === 0) return newCards.length === 0 ? null : 'new';
  if (newCards.length === 0 || newPlace === 'after') return 'due';
  if (newPlace === 'before') return 'new';
  return newCards.length * sizes.due > due.length * sizes.new ? 'new' : 'due';
}

/** Puts a card at the front of its lane; learning cards are ordered by time. */
export function putFirst(queue: Queue, lane: Lane, card: StudyCard): Queue {
  if (lane === 'learning') return putLearning(queue, card);
  return { ...queue, [lane]: [card, ...queue[lane]] };
}

/**
 * Puts a card at the end of its lane; a learning card goes behind those that may be shown by `until` (ms since 1970),
 * so that one due much later doesn't hold it back.
 */
export function putLast(queue: Queue, lane: Lane, card: StudyCard, until = Infinity): Queue {
  if (lane !== 'learning') return { ...queue, [lane]: [...queue[lane], card] };
  const later = queue.learning.findIndex((other) => learningAt(other) > until);
  const index = later < 0 ? queue.learning.length : later;
  return insertLearning(queue, index, card);
}

/** Inserts a card among the learning ones, by time. */
export function putLearning(queue: Queue, card: StudyCard): Queue {
  const { learning } = queue;
  const minute = learningAt(card);
  let low = 0;
  let high = learning.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = learning[middle];
    if (there !== undefined && learningAt(there) <= minute) low = middle + 1;
    else high = middle;
  }
  return insertLearning(queue, low, card);
}

function insertLearning(queue: Queue, index: number, card: StudyCard): Queue {
  const { learning } = queue;
  return { ...queue, learning: [...learning.slice(0, index), card, ...learning.slice(index)] };
}

export interface Location {
  readonly lane: Lane;
  readonly index: number;
  readonly card: StudyCard;
}

export function locate(queue: Queue, id: string): Location | null {
  for (const lane of lanes) {
    const index = queue[lane].findIndex((card) => card.id === id);
    const card = queue[lane][index];
    if (card !== undefined) return { lane, index, card };
  }
  return null;
}

export function without(queue: Queue, id: string): Queue {
  const found = locate(queue, id);
  if (found === null) return queue;
  const { lane, index } = found;
  return { ...queue, [lane]: [...queue[lane].slice(0, index), ...queue[lane].slice(index + 1)] };
}

/** Replaces a card with another version in the same position. */
export function replacedAt(queue: Queue, { lane, index }: Location, card: StudyCard): Queue {
  return {
    ...queue,
    [lane]: [...queue[lane].slice(0, index), card, ...queue[lane].slice(index + 1)],
  };
}

export function sizes(queue: Readonly<Record<Lane, readonly unknown[]>>): Counts {
  return { learning: queue.learning.length, due: queue.due.length, new: queue.new.length };
}
