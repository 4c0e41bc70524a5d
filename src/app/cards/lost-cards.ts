// The histories without a card, as the linker takes them.
import type { CardHistory, Look } from '../../core/history/event.ts';
import type { LostCard } from '../../core/identity/fingerprint/card-text.ts';
import { makeYieldToHost, type SliceHost } from '../work/slices.ts';
import type { IndexedNote } from '../index/indexed-note.ts';
import { OwnTexts } from './own-texts.ts';

export interface LostCardsHost extends SliceHost {
  /** Whether a file is at the path now. */
  exists(path: string): boolean;
  /** Whether the text of a card is in its note, if only a setting or a missing tag keeps it from being one. */
  hasText(look: Look): Promise<boolean>;
  /** Whole days since a history was last added to. */
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
    const { id, look } = history;
    if (!look) continue;
    const { path } = look;
    // Of a text that is only hidden, its very own card alone may take the history: what hides it may be put back. That
    // is also the card in its place, whose answer the same setting cuts in another way.
    const isHiddenText = host.exists(path) && !own.has(look) && (await host.hasText(look));
    if (isHiddenText && !own.hasPlace(look)) continue;
    // A note that is not watched now was perhaps edited, too: what is only like its cards elsewhere is no card of it.
    const isHidden = host.exists(path) && noteAt(path) === null;
    lost.push({ id, look, daysLost: isHidden ? Infinity : host.daysSince(history), confined: isHiddenText });
  }
  return lost;
}
