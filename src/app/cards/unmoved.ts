// The cards of a start after which all are where they were: no history is made to find that out.
import { sourceNames } from '../../core/card/card.ts';
import type { LookMark } from '../../core/history/event.ts';
import type { IndexedCard, IndexedNote } from '../index/indexed-note.ts';
import { toldLength } from '../index/packed-digest.ts';
import type { NoteChange } from '../notes/library.ts';

export interface UnmovedHost {
  historyIds(): Iterable<string>;
  /** Null where the log has no look of the card. */
  look(id: string): LookMark | null;
}

/**
 * The card of each history that has a look: the only one in its note that looks like it, and for no other history.
 * Null if there is none for one of them; what pairs then stands in the linker. The same pairs as those of
 * `pairUnchanged`, where all are found.
 */
export function unmovedCards(
  host: UnmovedHost,
  changes: readonly NoteChange[],
): ReadonlyMap<IndexedCard, string> | null {
  const notes = new Map<string, IndexedNote>();
  for (const { path, after } of changes) if (after) notes.set(path, after);
  const cards = new Map<IndexedCard, string>();
  for (const id of host.historyIds()) {
    const mark = host.look(id);
    if (!mark) continue;
    const note = notes.get(mark.path);
    const card = note && cardOf(note, mark);
    if (!card || cards.has(card)) return null;
    cards.set(card, id);
  }
  return cards;
}

/** Null where no card of the note looks like that, or more than one. */
function cardOf(note: IndexedNote, { source, questionHash, answerHash }: LookMark): IndexedCard | null {
  const at = (sourceNames as readonly string[]).indexOf(source);
  const wanted = `${at.toString(36)}${questionHash}${answerHash}`;
  if (at < 0 || wanted.length !== toldLength || questionHash.length !== answerHash.length) return null;
  const { told } = note;
  const place = nextPlace(told, wanted, 0);
  if (place < 0 || nextPlace(told, wanted, place + 1) >= 0) return null;
  return note.cards[place] ?? null;
}

/** Which card from `first` on is told like that; -1 for none. */
function nextPlace(told: string, wanted: string, first: number): number {
  let at = told.indexOf(wanted, first * toldLength);
  while (at >= 0 && at % toldLength !== 0) at = told.indexOf(wanted, at + 1);
  return at < 0 ? -1 : at / toldLength;
}
