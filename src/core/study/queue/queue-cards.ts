// What one note has to study on a day, with siblings kept apart.
import { laneOfCard, type Lane, type Queue, type StudyCard } from '../study-card.ts';

export interface QueueRules {
  readonly today: number;
  /** Also includes what is due up to this day; today if omitted. */
  readonly until?: number;
  /** Only one of several siblings comes up per day. */
  readonly siblingsApart: boolean;
}

const first: Readonly<Record<Lane, number>> = { learning: 0, due: 1, new: 2 };

/** The lanes of a queue while it is filled. */
export type Lanes = Record<Lane, StudyCard[]>;

export const noLanes = (): Lanes => ({ learning: [], due: [], new: [] });

/**
 * @param cards of one note, in note order
 * @param held takes the cards that wait for a sibling
 */
export function queueCards(cards: readonly StudyCard[], rules: QueueRules, held?: Lanes): Queue {
  const queue = noLanes();
  const chosen = rules.siblingsApart ? chooseOfGroups(cards, rules) : null;
  for (const card of cards) {
    const lane = laneOfCard(card, rules.today, rules.until);
    if (lane === null) continue;
    // A learning card has already started; holding it back would break its step.
    const waits =
      lane !== 'learning' && card.group !== null && chosen !== null && chosen.get(card.group) !== card;
    (waits ? held : queue)?.[lane].push(card);
  }
  return queue;
}

/** The card of each group that may come up today; null for a group with one answered today. */
function chooseOfGroups(
  cards: readonly StudyCard[],
  { today, until }: QueueRules,
): ReadonlyMap<string, StudyCard | null> {
  const chosen = new Map<string, StudyCard | null>();
  for (const card of cards) {
    const { group, schedule } = card;
    if (group === null) continue;
    if (schedule.lastDay === today && schedule.lastAt !== null) {
      chosen.set(group, null);
      continue;
    }
    const lane = laneOfCard(card, today, until);
    const rival = chosen.get(group);
    if (lane === null || rival === null) continue;
    const rivalLane = rival === undefined ? null : laneOfCard(rival, today, until);
    const isBetter = lane === 'new' && rivalLane === 'new' && card.rank < (rival?.rank ?? 0);
    if (rivalLane === null || first[lane] < first[rivalLane] || isBetter) chosen.set(group, card);
  }
  return chosen;
}
