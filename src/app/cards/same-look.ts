// Whether two looks are identical and in the same place.
import type { Look } from '../../core/history/event.ts';

export function placeKey(look: Look): string {
  return JSON.stringify([
    look.path,
    look.source,
    look.headings,
    look.ordinal,
    look.questionHash,
    look.answerHash,
  ]);
}

export function isSameLook(a: Look | null, b: Look): boolean {
  return a !== null && placeKey(a) === placeKey(b);
}
