// Fast path for starts where no card has moved: finds that out without building histories.
import { sourceNames } from '../../core/card/card.ts';
import type { SnapshotKey } from '../../core/history/event.ts';
import type { IndexedCard, IndexedNote } from '../index/indexed-note.ts';
import { digestLength } from '../index/packed-digest.ts';
import type { NoteChange } from '../notes/library.ts';

export interface UnmovedHost {
  historyIds(): Iterable<string>;
  /** Null if the log has no snapshot for the card. */
  snapshot(id: string): SnapshotKey | null;
}

/**
 * Maps the card of each history with a snapshot: the only one in its note that matches it and has no other history.
 * Null if any is missing; the linker then does the pairing. If all are found, the pairs are the same as those of
 * `pairUnchanged`.
 */
export function unmovedCards(
  host: UnmovedHost,
  changes: readonly NoteChange[],
): ReadonlyMap<IndexedCard, string> | null {
  const notes = new Map<string, IndexedNote>();
  for (const { path, after } of changes) if (after) notes.set(path, after);
  const cards = new Map<IndexedCard, string>();
  for (const id of host.historyIds()) {
    const mark = host.snapshot(id);
    if (!mark) continue;
    const note = notes.get(mark.path);
    const card = note && cardOf(note, mark);
    if (!card || cards.has(card)) return null;
    cards.set(card, id);
  }
  return cards;
}

/** Null if no card in the note matches, or more than one. */
function cardOf(note: IndexedNote, { source, questionHash, answerHash }: SnapshotKey): IndexedCard | null {
  const at = (sourceNames as readonly string[]).indexOf(source);
  const wanted = `${at.toString(36)}${questionHash}${answerHash}`;
  if (at < 0 || wanted.length !== digestLength || questionHash.length !== answerHash.length) return null;
  const { digests } = note;
  const place = nextPlace(digests, wanted, 0);
  if (place < 0 || nextPlace(digests, wanted, place + 1) >= 0) return null;
  return note.cards[place] ?? null;
}

/** Index of the next match from `first` on; -1 if none. */
function nextPlace(digests: string, wanted: string, first: number): number {
  let at = digests.indexOf(wanted, first * digestLength);
  while (at >= 0 && at % digestLength !== 0) at = digests.indexOf(wanted, at + 1);
  return at < 0 ? -1 : at / digestLength;
}
