// What one note has to study on a day, with siblings kept apart.
import { laneOfCard, type Lane, type QueuedCard, type StudyCard } from '../study-card.ts';

export interface QueueRules {
  readonly today: number;
  /** Also includes what is due up to this day; today if omitted. */
  readonly until?: number;
  /** Only one of several siblings comes up per day. */
  readonly siblingsApart: boolean;
}

const first: Readonly<Record<Lane, number>> = { learning: 0, due: 1, new: 2 };

/** The lanes of a queue while it is filled. */
export type Lanes<Card = StudyCard> = Record<Lane, Card[]>;

export const noLanes = <Card = StudyCard>(): Lanes<Card> => ({ learning: [], due: [], new: [] });

/**
 * @param cards of one note, in note order
 * @param held takes the cards that wait for a sibling
 */
export function queueCards<Card extends QueuedCard>(
  cards: readonly Card[],
  rules: QueueRules,
  held?: Lanes<Card>,
): Lanes<Card> {
  const queue = noLanes<Card>();
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

/** Of two new siblings the one that a person has moved forward, or else the better one. */
function isEarlier(card: QueuedCard, rival: QueuedCard): boolean {
  return (card.schedule.position - rival.schedule.position || card.rank - rival.rank) < 0;
}

/** The card of each group that may come up today; null for a group with one answered today. */
function chooseOfGroups<Card extends QueuedCard>(
  cards: readonly Card[],
  { today, until }: QueueRules,
): ReadonlyMap<string, Card | null> {
  const chosen = new Map<string, Card | null>();
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
    const isBetter = rival && lane === 'new' && rivalLane === 'new' && isEarlier(card, rival);
    if (rivalLane === null || first[lane] < first[rivalLane] || isBetter) chosen.set(group, card);
  }
  return chosen;
}
