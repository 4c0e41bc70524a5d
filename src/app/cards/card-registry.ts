// Maps cards to their current ids and tracks histories without a card. Updates incrementally, so that nothing has to
// walk all cards or all histories.
import type { CardHistory } from '../../core/history/event.ts';
import { freeId } from '../../core/identity/fingerprint/fingerprint.ts';
import { IdTable } from './id-table.ts';
import { IndexedNote, type IndexedCard } from '../index/indexed-note.ts';
import { LazyMap } from './lazy-map.ts';
import { LinkedNote } from './kept/linked-note.ts';
import type { NoteChange } from '../notes/library.ts';

/** A card with the id that the log uses for it, or will use from its first review on. */
export interface TrackedCard {
  readonly id: string;
  readonly card: IndexedCard;
}

/** What a search of the whole vault looks at. */
export interface AllCards {
  readonly cards: readonly IndexedCard[];
  readonly known: readonly TrackedCard[];
  readonly shut: readonly IndexedNote[];
}

export interface CardRegistryHost {
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
  historyIds(): Iterable<string>;
  /** The id that represents all ids joined to it. */
  canonical(id: string): string;
  /** Ids that another id represents. */
  joinedIds(): Iterable<string>;
}

export class CardRegistry {
  readonly #host: CardRegistryHost;
  /**
   * A note stands in for its cards until they are needed, if all use their text ids and have no history, or if an
   * earlier start found their histories.
   */
  readonly #notes = new Map<string, readonly TrackedCard[] | IndexedNote | LinkedNote>();
  readonly #unlisted = new IdTable<IndexedNote | LinkedNote>();
  readonly #cards = new Map<string, TrackedCard>();
  /** Of notes with no reviewed cards: the same objects for a list and for who asks for a card. */
  readonly #lists = new WeakMap<IndexedNote, readonly TrackedCard[]>();
  /** Ids of histories without a card; null until first needed. */
  #orphans: Set<string> | null = null;
  /** How often histories were added, changed or removed. */
  changes = 0;
  /** Cards by their note's path. */
  readonly notes: ReadonlyMap<string, readonly TrackedCard[]>;

  constructor(host: CardRegistryHost) {
    this.#host = host;
    this.notes = new LazyMap(this.#notes, (path, cards) => this.#listed(path, cards));
  }

  /** The cards of all notes, for a look at them: none of them counts as asked for. */
  *lists(): Generator<readonly [path: string, cards: readonly TrackedCard[]]> {
    for (const [path, note] of this.#notes) yield [path, this.#cardsOf(note)];
  }

  /** A note with no reviewed cards that nobody has asked for yet; null for any other. */
  unlisted(path: string): IndexedNote | null {
    const note = this.#notes.get(path);
    return note instanceof IndexedNote ? note : null;
  }

  /** A note as an earlier start linked it, whose cards nobody has asked for yet; null for any other. */
  linked(path: string): LinkedNote | null {
    const note = this.#notes.get(path);
    return note instanceof LinkedNote ? note : null;
  }

  /** All cards in the vault, those with a history, and the notes whose bodies are not in memory. */
  all(): AllCards {
    const all = { cards: [] as IndexedCard[], known: [] as TrackedCard[], shut: [] as IndexedNote[] };
    for (const [path, listed] of this.#notes) {
      if (listed instanceof IndexedNote) {
        all.cards.push(...listed.cards);
        if (!listed.isOpen) all.shut.push(listed);
        continue;
      }
      for (const one of this.#listed(path, listed)) {
        all.cards.push(one.card);
        if (this.#host.history(one.id)) all.known.push(one);
      }
    }
    return all;
  }

  get(id: string): TrackedCard | undefined {
    const known = this.#cards.get(id);
    const note = known ? null : this.#unlisted.find(id);
    if (!note) return known;
    this.#listed(note.note, note);
    return this.#cards.get(id);
  }

  has(id: string): boolean {
    return this.#cards.has(id) || this.#unlisted.find(id) !== null;
  }

  /** Histories whose card is not in the vault now. */
  orphans(): readonly CardHistory[] {
    this.#orphans ??= new Set([...this.#host.historyIds()].filter((id) => !this.has(id)));
    // Sorted because equal cards are told apart by order, which must be the same on every device.
    return [...this.#orphans].sort().flatMap((id) => this.#host.history(id) ?? []);
  }

  /** Ids of histories that were added, changed or removed. */
  historiesChanged(ids: Iterable<string>): void {
    this.changes += 1;
    for (const id of ids) {
      if (this.#host.history(id)) this.get(id);
      this.#judge(id);
    }
  }

  /** For a start: the only histories that may have no card. */
  expectOrphans(ids: Iterable<string>): void {
    this.#orphans = new Set(ids);
  }

  clear(): void {
    this.#notes.clear();
    this.#unlisted.clear();
    this.#cards.clear();
    this.#orphans = null;
  }

  /** Removes a note's cards, but not yet the note, so that others can take over their ids. */
  release(cards: readonly TrackedCard[]): void {
    for (const { id } of cards) {
      this.#cards.delete(id);
      this.#judge(id);
    }
  }

  /**
   * Replaces released cards with new ones under their assigned ids; the others get their text ids. Returns the ids of
   * all cards in notes that are not `unlisted`.
   * @param inOrder the same changes in an order that is equal on every device: the first of two equal cards comes first
   * @param linked notes besides the changes, at a start
   */
  replace(
    changes: readonly NoteChange[],
    inOrder: readonly NoteChange[],
    given: ReadonlyMap<IndexedCard, string>,
    linked: readonly LinkedNote[] = [],
  ): ReadonlyMap<IndexedCard, string> {
    const taken = new Set(given.values());
    const waiting = this.#leaveUnlisted(changes, given, linked);
    for (const note of linked) {
      this.#unlisted.add(note);
      this.#notes.set(note.note, note);
    }
    const ids = new Map<IndexedCard, string>();
    for (const { after } of inOrder) {
      if (!after || waiting.has(after)) continue;
      for (const card of after.cards) ids.set(card, given.get(card) ?? this.#freeId(card, taken));
    }
    for (const { path, after } of changes) {
      if (after && waiting.has(after)) continue;
      this.set(path, after?.cards.map((card) => ({ id: ids.get(card) ?? card.textId, card })) ?? null);
    }
    return ids;
  }

  /** Adopts ids that the log has joined. Returns the affected notes. */
  rejoin(): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const id of this.#host.joinedIds()) {
      const one = this.get(id);
      if (one) touched.add(one.card.note);
    }
    for (const path of touched) {
      const cards = this.notes.get(path) ?? [];
      this.release(cards);
      const keeps = (id: string): boolean => this.#host.canonical(id) === id;
      const taken = new Set(cards.map(({ id }) => id).filter(keeps));
      this.set(
        path,
        cards.map(({ id, card }) => {
          if (keeps(id)) return { id, card };
          const root = this.#host.canonical(id);
          if (this.has(root) || taken.has(root)) return { id: this.#freeId(card, taken), card };
          taken.add(root);
          return { id: root, card };
        }),
      );
    }
    return touched;
  }

  /**
   * The id of a card with no known history: its text id, or the one that the log has joined it to. Never another card's
   * id, and never one whose reviews would count for another card. Adds it to the taken ids.
   */
  #freeId({ textId }: IndexedCard, taken: Set<string>): string {
    const isOwned = (id: string): boolean => this.has(id) || taken.has(id);
    const root = this.#host.canonical(textId);
    const id = isOwned(root) ? freeId(textId, (one) => isOwned(this.#host.canonical(one))) : root;
    taken.add(id);
    return id;
  }

  /** A note's current cards; null if it has none any more. */
  set(path: string, cards: readonly TrackedCard[] | null): void {
    this.#drop(path);
    if (!cards) {
      this.#notes.delete(path);
      return;
    }
    this.#notes.set(path, cards);
    for (const one of cards) {
      this.#cards.set(one.id, one);
      this.#orphans?.delete(one.id);
    }
  }

  /** Leaves new notes unlisted if no history knows any of their cards. */
  #leaveUnlisted(
    changes: readonly NoteChange[],
    given: ReadonlyMap<IndexedCard, string>,
    kept: readonly LinkedNote[],
  ): ReadonlySet<IndexedNote> {
    const linked = new Set([...given.keys()].map(({ note }) => note));
    const left = new Set<IndexedNote>();
    for (const { path, after } of changes) {
      if (!after || linked.has(path) || this.#notes.has(path)) continue;
      // Text ids are unique to each note, except when two paths hash as one.
      if (!isComposed(path)) continue;
      if (this.#cards.size > 0 && after.someId((id) => this.#cards.has(id))) continue;
      left.add(after);
      this.#unlisted.add(after);
      this.#notes.set(path, after);
    }
    if (left.size === 0) return left;
    for (const id of this.#suspects(given, kept)) {
      const note = this.#unlisted.find(id);
      if (!(note instanceof IndexedNote) || !left.delete(note)) continue;
      this.#drop(note.note);
      this.#notes.delete(note.note);
    }
    return left;
  }

  /** Ids that a card in a changed note may take, or must leave to another card. */
  *#suspects(given: ReadonlyMap<IndexedCard, string>, kept: readonly LinkedNote[]): Generator<string> {
    for (const note of kept) yield* note.otherIds();
    const own = new Set<string>();
    for (const [card, id] of given) {
      if (card.textId === id && isComposed(card.note)) own.add(id);
      else yield id;
    }
    yield* this.#host.joinedIds();
    const known = this.#orphans ?? this.#host.historyIds();
    for (const id of known) if (!own.has(id) && !this.#cards.has(id)) yield id;
  }

  #listed(path: string, note: readonly TrackedCard[] | IndexedNote | LinkedNote): readonly TrackedCard[] {
    if (!(note instanceof IndexedNote || note instanceof LinkedNote)) return note;
    const cards = this.#cardsOf(note);
    this.set(path, cards);
    return cards;
  }

  #cardsOf(note: readonly TrackedCard[] | IndexedNote | LinkedNote): readonly TrackedCard[] {
    if (note instanceof LinkedNote) return note.cards;
    if (!(note instanceof IndexedNote)) return note;
    let cards = this.#lists.get(note);
    if (!cards) this.#lists.set(note, (cards = note.cards.map((card) => ({ id: card.textId, card }))));
    return cards;
  }

  #drop(path: string): void {
    const note = this.unlisted(path) ?? this.linked(path);
    if (note) this.#unlisted.remove(note);
  }

  #judge(id: string): void {
    if (!this.#orphans) return;
    if (!this.has(id) && this.#host.history(id)) this.#orphans.add(id);
    else this.#orphans.delete(id);
  }
}

function isComposed(path: string): boolean {
  return path.normalize('NFC') === path;
}
