// How much was recalled on one study day, over all decks and devices: the true retention of a single day.
import type { History } from '../history/history.ts';
import type { Recall } from '../../core/statistics/recall.ts';

/** Reviews of cards last seen on an earlier day, as the statistics count them. */
export function dayRecall(
  history: Pick<History, 'cards' | 'reviews' | 'canonical'>,
  day: number,
): Pick<Recall, 'asked' | 'known'> {
  const ids = new Set<string>();
  for (const { y, c } of history.reviews()) if (y === day) ids.add(history.canonical(c));
  let asked = 0;
  let known = 0;
  for (const id of ids) {
    const card = history.cards.get(id);
    let last = card?.memory ? Math.round(card.memory.y) : Infinity;
    for (const { y, g } of card?.reviews ?? []) {
      if (y === day && last < day) {
        asked += 1;
        known += g > 1 ? 1 : 0;
      }
      last = y;
    }
  }
  return { asked, known };
}
