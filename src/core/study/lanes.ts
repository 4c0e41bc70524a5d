// Taking cards from the lanes of a queue, and putting them back.
import type { NewPlace } from './options.ts';
import {
  byMinute,
  lanes,
  learningAt,
  type Counts,
  type Lane,
  type Queue,
  type StudyCard,
} from './study-card.ts';

export interface Taken {
  readonly card: StudyCard;
  readonly lane: Lane;
  readonly rest: Queue;
}

export interface TakeRules {
  readonly newPlace: NewPlace;
  readonly learnAheadMinutes: number;
  /** Of the lanes at first. */
  readonly sizes: Counts;
}

/** The card to show next: a learning card whose minute has come, a due or new one, a learning card a little early. */
export function take(queue: Queue, now: number, rules: TakeRules): Taken | null {
  const [learning] = queue.learning;
  if (learning !== undefined && learningAt(learning) <= now) return takeFrom(queue, 'learning');
  const lane = dueOrFresh(queue, rules);
  if (lane !== null) return takeFrom(queue, lane);
  if (learning === undefined || learningAt(learning) > now + rules.learnAheadMinutes * 60_000) return null;
  return takeFrom(queue, 'learning');
}

function takeFrom(queue: Queue, lane: Lane): Taken | null {
  const [card, ...left] = queue[lane];
  return card === undefined ? null : { card, lane, rest: { ...queue, [lane]: left } };
}

/** Mixed: from the lane of which the greater share is left, so that both end together. */
function dueOrFresh({ due, fresh }: Queue, { newPlace, sizes }: TakeRules): Lane | null {
  if (due.length === 0) return fresh.length === 0 ? null : 'fresh';
  if (fresh.length === 0 || newPlace === 'after') return 'due';
  if (newPlace === 'before') return 'fresh';
  return fresh.length * sizes.due > due.length * sizes.fresh ? 'fresh' : 'due';
}

/** Puts a card at the front of its lane; among learning cards the minute decides. */
export function putFirst(queue: Queue, lane: Lane, card: StudyCard): Queue {
  if (lane === 'learning') return putLearning(queue, card);
  return { ...queue, [lane]: [card, ...queue[lane]] };
}

/** Puts a card at the end of its lane. */
export function putLast(queue: Queue, lane: Lane, card: StudyCard): Queue {
  return { ...queue, [lane]: [...queue[lane], card] };
}

export function putLearning(queue: Queue, card: StudyCard): Queue {
  const at = queue.learning.findIndex((other) => byMinute(card, other) < 0);
  const index = at < 0 ? queue.learning.length : at;
  return {
    ...queue,
    learning: [...queue.learning.slice(0, index), card, ...queue.learning.slice(index)],
  };
}

export function without(queue: Queue, id: string): Queue {
  const lane = laneWith(queue, id);
  return lane === null ? queue : { ...queue, [lane]: queue[lane].filter((card) => card.id !== id) };
}

/** The same place, another version of the card. */
export function replaced(queue: Queue, id: string, card: StudyCard): Queue {
  const lane = laneWith(queue, id);
  if (lane === null) return queue;
  return { ...queue, [lane]: queue[lane].map((old) => (old.id === id ? card : old)) };
}

export function find(queue: Queue, id: string): StudyCard | null {
  const lane = laneWith(queue, id);
  return lane === null ? null : (queue[lane].find((card) => card.id === id) ?? null);
}

export function laneWith(queue: Queue, id: string): Lane | null {
  return lanes.find((lane) => queue[lane].some((card) => card.id === id)) ?? null;
}

export function sizes(queue: Queue): Counts {
  return { learning: queue.learning.length, due: queue.due.length, fresh: queue.fresh.length };
}
