// Fast path for starts where no card has moved: finds that out without building histories, and without looking at
// notes in which an earlier start found it out.
import { sourceNames } from '../../../core/card/card.ts';
import { drain } from '../../../core/history/drain.ts';
import type { SnapshotKey } from '../../../core/history/event.ts';
import type { IndexedCard, IndexedNote } from '../../index/indexed-note.ts';
import { digestLength } from '../../index/packed-digest.ts';
import type { NoteChange } from '../../notes/library.ts';
import { inSlices, type SliceHost } from '../../work/slices.ts';
import type { KeptDoubt, KeptLinks, KeptLinksHost } from './kept-links.ts';
import type { LinkedNote } from './linked-note.ts';

export interface UnmovedHost extends KeptLinksHost {
  historyIds(): Iterable<string>;
  /** Null if the log has no snapshot for the card. */
  snapshot(id: string): SnapshotKey | null;
  joinedIds(): Iterable<string>;
}

export interface Unmoved {
  readonly cards: ReadonlyMap<IndexedCard, string>;
  readonly linked: readonly LinkedNote[];
  /** All histories that are in neither, if that is known. */
  readonly others: readonly string[] | null;
  readonly doubtful: readonly KeptDoubt[];
  /** Whether an earlier start has looked for all of them among the same cards. */
  readonly isKnown: boolean;
}

/**
 * Maps the card of each history with a snapshot: the only one in its note that matches it and has no other history.
 * Null if any is missing; the linker then does the pairing. If all are found, the pairs are the same as those of
 * `pairUnchanged`.
 */
function* findingUnmoved(
  host: UnmovedHost,
  changes: readonly NoteChange[],
  kept: KeptLinks | null,
): Generator<number, Unmoved | null, undefined> {
  const notes = new Map<string, IndexedNote>();
  for (const { path, after } of changes) if (after) notes.set(path, after);
  const start = kept?.startFor(notes, host);
  const linked = start?.linked ?? [];
  for (const { note } of linked) notes.delete(note);
  const cards = new Map<IndexedCard, string>();
  // A note that was just read makes them each time.
  const digestsOf = new Map<string, string>();
  const others: string[] = [];
  for (const id of start?.rest ?? host.historyIds()) {
    yield cards.size;
    const mark = start?.lost?.has(id) === true ? null : host.snapshot(id);
    if (!mark) {
      others.push(id);
      continue;
    }
    const note = notes.get(mark.path);
    if (!note) return null;
    const digests = digestsOf.get(mark.path) ?? note.digests;
    digestsOf.set(mark.path, digests);
    const card = cardOf(note, digests, mark);
    if (!card || cards.has(card)) return null;
    cards.set(card, id);
  }
  if (start && areClaimed(linked, cards, others, host.joinedIds())) return null;
  const doubtful = start?.lost ? start.doubtful : [];
  return { cards, linked, others: start ? others : null, doubtful, isKnown: start?.lost != null };
}

/**
 * The same in slices.
 * @param log how often it has changed: if it does meanwhile, all is found again, at once
 */
export async function unmovedCards(
  host: UnmovedHost & SliceHost,
  changes: readonly NoteChange[],
  kept: KeptLinks | null,
  log: { readonly changes: number },
): Promise<Unmoved | null> {
  const before = log.changes;
  const found = await inSlices(findingUnmoved(host, changes, kept), host);
  return before === log.changes ? found : drain(findingUnmoved(host, changes, kept));
}

/** Whether a new card of these notes has an id that belongs elsewhere now. */
function areClaimed(
  linked: readonly LinkedNote[],
  cards: ReadonlyMap<IndexedCard, string>,
  others: readonly string[],
  joined: Iterable<string>,
): boolean {
  const claimed = new Set([...others, ...joined]);
  for (const [card, id] of cards) if (card.textId !== id) claimed.add(id);
  for (const note of linked) for (const id of note.otherIds()) claimed.add(id);
  if (claimed.size === 0) return false;
  for (const note of linked) for (const id of note.newIds()) if (claimed.has(id)) return true;
  return false;
}

/** Null if no card in the note matches, or more than one. */
function cardOf(
  note: IndexedNote,
  digests: string,
  { source, questionHash, answerHash }: SnapshotKey,
): IndexedCard | null {
  const at = (sourceNames as readonly string[]).indexOf(source);
  const wanted = `${at.toString(36)}${questionHash}${answerHash}`;
  if (at < 0 || wanted.length !== digestLength || questionHash.length !== answerHash.length) return null;
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
