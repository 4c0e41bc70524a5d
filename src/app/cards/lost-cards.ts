// Histories without a card, in the form the linker takes.
import type { CardHistory, CardSnapshot } from '../../core/history/event.ts';
import type { LostCard } from '../../core/identity/fingerprint/card-text.ts';
import { makeYieldToHost, type SliceHost } from '../work/slices.ts';
import type { IndexedNote } from '../index/indexed-note.ts';
import { OwnTexts } from './own-texts.ts';

export interface LostCardsHost extends SliceHost {
  /** Whether a file exists at the path now. */
  exists(path: string): boolean;
  /** Whether the card's text is in its note, and just a setting or a missing tag keeps it from being a card. */
  hasText(snapshot: CardSnapshot): Promise<boolean>;
  /** Whole days since the last entry in a history. */
  daysSince(history: CardHistory): number;
}

/** @param noteAt the note at a path, if it is watched */
export async function lostCards(
  histories: readonly CardHistory[],
  noteAt: (path: string) => IndexedNote | null,
  host: LostCardsHost,
): Promise<LostCard[]> {
  const lost: LostCard[] = [];
  const own = new OwnTexts(noteAt);
  const yieldToHost = makeYieldToHost(host);
  for (const history of histories) {
    await yieldToHost();
    const { id, snapshot } = history;
    if (!snapshot) continue;
    const { path } = snapshot;
    // If the text is only hidden, just its very own card may take the history, because the text may be unhidden. That
    // includes the card in its place whose answer the same setting cuts differently.
    const isHiddenText = host.exists(path) && !own.has(snapshot) && (await host.hasText(snapshot));
    if (isHiddenText && !own.hasPlace(snapshot)) continue;
    // An unwatched note may also have been edited: cards elsewhere that merely resemble its cards are not its cards.
    const isHidden = host.exists(path) && noteAt(path) === null;
    lost.push({
      id,
      snapshot,
      daysLost: isHidden ? Infinity : host.daysSince(history),
      confined: isHiddenText,
    });
  }
  return lost;
}

/** Lost cards as if they had always been at their new path. */
export function relocated(
  lost: readonly LostCard[],
  moves: ReadonlyMap<string, string>,
): readonly LostCard[] {
  if (moves.size === 0) return lost;
  return lost.map((one) => {
    const path = moves.get(one.snapshot.path);
    return path === undefined ? one : { ...one, snapshot: { ...one.snapshot, path } };
  });
}
