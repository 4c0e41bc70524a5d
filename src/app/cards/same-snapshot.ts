// Whether two snapshots are identical and in the same place.
import type { CardSnapshot } from '../../core/history/event.ts';

export function placeKey(snapshot: CardSnapshot): string {
  return JSON.stringify([
    snapshot.path,
    snapshot.source,
    snapshot.headings,
    snapshot.ordinal,
    snapshot.questionHash,
    snapshot.answerHash,
  ]);
}

export function isSameSnapshot(a: CardSnapshot | null, b: CardSnapshot): boolean {
  return a !== null && placeKey(a) === placeKey(b);
}
