// Leaves cards out of training if their first wait is rare: after a holiday, or after an import. The rule is that of
// fsrs-rs.
import { firstGap, type TrainingCard } from './training-card.ts';

/** Days above which a first wait is always an outlier, however common; more if the first answer is easy. */
const longestWait = (grade: number): number => (grade === 4 ? 365 : 100);

/** Cards whose first grade and first wait (days to the first answer on a later day) are common enough. */
export function withoutOutliers(cards: readonly TrainingCard[]): TrainingCard[] {
  const waits = new Map<number, Map<number, number>>();
  for (const card of cards) {
    const gap = firstGap(card);
    const grade = card.grades[0];
    if (gap === null || grade === undefined) continue;
    const counts = waits.get(grade) ?? new Map<number, number>();
    waits.set(grade, counts.set(gap, (counts.get(gap) ?? 0) + 1));
  }
  const rare = new Map([...waits].map(([grade, counts]) => [grade, rareWaits(grade, counts)] as const));
  return cards.filter((card) => {
    const gap = firstGap(card);
    return gap !== null && rare.get(card.grades[0] ?? 0)?.has(gap) === false;
  });
}

/** Removes the rarest waits, shortest first if equal, until 5 % of the cards or 20 are gone; then those under six. */
function rareWaits(grade: number, counts: ReadonlyMap<number, number>): ReadonlySet<number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const mayGo = Math.max(20, Math.floor(total / 20));
  const rare = new Set<number>();
  let gone = 0;
  for (const [wait, count] of [...counts].sort(([a, many], [b, others]) => many - others || a - b)) {
    if (gone + count < mayGo) {
      rare.add(wait);
      gone += count;
    } else if (count < 6 || wait > longestWait(grade)) rare.add(wait);
  }
  return rare;
}
