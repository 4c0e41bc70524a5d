// Handles a start with nothing to search for: each lost card has one identical counterpart, unique to it.
import type { AnyCard, LostCard } from '../fingerprint/card-text.ts';
import { keepAnswer } from '../fingerprint/fingerprint.ts';

const divider = '\u0000';

function keyOf(path: string, source: string, questionHash: string, answerHash: string): string {
  return [path, source, questionHash, answerHash].join(divider);
}

/**
 * Pairs lost cards with cards of the same note, source, question and answer, as the linker's first step for lost
 * cards would; null if that step leaves anything over. Ten times faster than the linker on a whole vault.
 */
export function pairUnchanged<Card extends AnyCard, Lost extends LostCard>(
  lost: readonly Lost[],
  after: readonly Card[],
  moves: ReadonlyMap<string, string>,
): readonly (readonly [Lost, Card])[] | null {
  if (lost.length === 0) return [];
  const open = new Map<string, Lost>();
  const paths = new Set<string>();
  for (const one of lost) {
    const { path, source, questionHash, answerHash } = one.snapshot;
    if (questionHash === '' || answerHash === '') return null;
    const now = moves.get(path) ?? path;
    open.set(keyOf(now, source, questionHash, answerHash), one);
    paths.add(now);
  }
  if (open.size < lost.length) return null;
  const pairs: (readonly [Lost, Card])[] = [];
  const seen = new Set<string>();
  for (const card of after) {
    if (!paths.has(card.note)) continue;
    const kept = 'kept' in card ? card.kept : keepAnswer(card);
    const key = keyOf(card.note, card.source, kept.questionHash, kept.answerHash);
    const one = open.get(key);
    if (!one) continue;
    if (seen.has(key)) return null;
    seen.add(key);
    pairs.push([one, card]);
  }
  return pairs.length === lost.length ? pairs : null;
}
