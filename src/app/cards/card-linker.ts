// Matches histories to cards, in batches of changed notes. The result depends only on the texts and the log, never on
// settings, caches or the order in which files arrive.
import type { CardHistory, CardSnapshot, SnapshotKey } from '../../core/history/event.ts';
import type { LostCard } from '../../core/identity/fingerprint/card-text.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import { linkingCards, type Link, type Linking } from '../../core/identity/link-cards.ts';
import { respelled } from '../../core/identity/steps/respelled.ts';
import { pairUnchanged } from '../../core/identity/steps/unchanged.ts';
import { inSlices } from '../work/slices.ts';
import type { IndexedCard, IndexedNote } from '../index/indexed-note.ts';
import type { NoteChange } from '../notes/library.ts';
import { CardRegistry, type CardRegistryHost, type AllCards, type TrackedCard } from './card-registry.ts';
import { claimsInPlace, claimsOfGoneNotes, type Claim, type ClaimsHost } from './claims.ts';
import { lostCards, type LostCardsHost, relocated } from './lost-cards.ts';
import { cardsOf, hasNews, inOrder } from './note-changes.ts';
import { isSameSnapshot } from './same-snapshot.ts';
import type { KeptLinks, KeptLinksHost } from './kept/kept-links.ts';
import type { LinkedNote } from './kept/linked-note.ts';
import { unmovedCards, type Unmoved } from './kept/unmoved.ts';

/** A pair that may be the same card; the user decides. */
export interface DoubtfulPair {
  /** Id of the history without a card. */
  readonly lost: string;
  readonly snapshot: CardSnapshot;
  /** Id and text of the candidate card. */
  readonly candidate: TrackedCard;
  /** 0–1. */
  readonly score: number;
}

/** What the linker needs from the log and the vault. */
export interface CardLinkerHost extends CardRegistryHost, LostCardsHost, ClaimsHost, KeptLinksHost {
  canonical(id: string): string;
  snapshot(id: string): SnapshotKey | null;
  /** The note at a path, if it is watched. */
  note(path: string): IndexedNote | null;
}

export interface TrackedBatch {
  /** Notes whose cards or ids changed. */
  readonly notes: ReadonlySet<string>;
  /** Old id → new id of cards that were edited but never reviewed. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The previous cards of these notes. */
  readonly before: readonly TrackedCard[];
  /** Whether an earlier start has already looked for lost histories among the same cards. */
  readonly isKnown?: boolean;
}

interface Batch extends TrackedBatch {
  readonly notes: Set<string>;
  readonly renamed: Map<string, string>;
  readonly before: TrackedCard[];
}

export class CardLinker {
  readonly #host: CardLinkerHost;
  #registry: CardRegistry;
  /** Results of a full relink while it is running. */
  #next: CardLinker | null = null;
  #doubtful: readonly DoubtfulPair[] = [];
  /** Until the first notes are linked. */
  #kept: KeptLinks | null;
  /** Whether a start had to search for cards. */
  hasSearched = false;

  constructor(host: CardLinkerHost, kept: KeptLinks | null = null) {
    this.#host = host;
    this.#kept = kept;
    this.#registry = new CardRegistry(host);
  }

  get notes(): ReadonlyMap<string, readonly TrackedCard[]> {
    return this.#registry.notes;
  }

  /** See `CardRegistry.lists`. */
  lists(): ReturnType<CardRegistry['lists']> {
    return this.#registry.lists();
  }

  /** A note with no reviewed cards that nobody has asked for yet; null for any other. */
  unlisted(path: string): IndexedNote | null {
    return this.#registry.unlisted(path);
  }

  /** A note as an earlier start linked it, whose cards nobody has asked for yet; null for any other. */
  linked(path: string): LinkedNote | null {
    return this.#registry.linked(path);
  }

  get doubtful(): readonly DoubtfulPair[] {
    return this.#doubtful;
  }

  /** After a settings change: rebuilds the links from the log, as at startup. */
  forget(): void {
    this.#registry.clear();
  }

  find(id: string): TrackedCard | null {
    return this.#registry.get(id) ?? this.#registry.get(this.#host.canonical(id)) ?? null;
  }

  /** Histories whose card is not in the vault now. */
  orphans(): readonly CardHistory[] {
    return this.#registry.orphans();
  }

  /** Ids of histories that were added, changed or removed. */
  historiesChanged(ids: Iterable<string>): void {
    this.#registry.historiesChanged(ids);
    this.#next?.historiesChanged(ids);
  }

  /**
   * Links the cards of all notes as at startup: from the notes and the log alone, ignoring earlier results. So devices
   * with the same files get the same links, without a restart. Returns the notes whose ids changed.
   * @param snapshots snapshots of cards that changed since the log was last updated
   */
  async relink(
    notes: readonly NoteChange[],
    snapshots: ReadonlyMap<string, CardSnapshot>,
  ): Promise<TrackedBatch> {
    const pending = new Map(snapshots);
    const withSnapshot = (history: CardHistory): CardHistory => {
      const snapshot = pending.get(history.id);
      return snapshot && !this.#isHere(history.snapshot) ? { ...history, snapshot } : history;
    };
    const host = this.#host;
    const next = new CardLinker({
      ...host,
      history: (id) => {
        const history = host.history(id);
        return history && withSnapshot(history);
      },
      *histories() {
        for (const history of host.histories()) yield withSnapshot(history);
      },
      snapshot: (id) => {
        const snapshot = pending.get(id);
        return snapshot && !this.#isHere(host.history(id)?.snapshot ?? null) ? snapshot : host.snapshot(id);
      },
    });
    this.#next = next;
    try {
      await next.apply(notes);
    } finally {
      this.#next = null;
    }
    pending.clear();
    next.rejoin();
    const batch = this.#differences(next);
    this.#registry = next.#registry;
    this.#doubtful = next.#doubtful;
    return batch;
  }

  /** Whether a card in that place is identical to this snapshot. */
  #isHere(snapshot: CardSnapshot | null): boolean {
    if (!snapshot) return false;
    const cards =
      this.unlisted(snapshot.path)?.cards ?? (this.notes.get(snapshot.path) ?? []).map(({ card }) => card);
    return cards.some((card) => isSameSnapshot(snapshot, snapshotOf(card)));
  }

  #differences(next: CardLinker): TrackedBatch {
    const batch: Batch = { notes: new Set(), renamed: new Map(), before: [] };
    for (const path of new Set([...this.notes.keys(), ...next.notes.keys()])) {
      if (this.unlisted(path) && next.unlisted(path)) continue;
      const [was, is] = [this.notes.get(path) ?? [], next.notes.get(path) ?? []];
      if (
        was.length === is.length &&
        was.every(({ id, card }, at) => is[at]?.id === id && is[at].card === card)
      )
        continue;
      batch.notes.add(path);
      batch.before.push(...was);
      const ids = new Map(is.map(({ id, card }) => [card, id]));
      for (const { id, card } of was) {
        const now = ids.get(card);
        if (now !== undefined && now !== id) batch.renamed.set(id, now);
      }
    }
    return batch;
  }

  /**
   * Links the cards of changed notes; `moves` are renames that the host saw. `seek` looks for lost histories even if no
   * card is new, because the log brought some.
   */
  async apply(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string> = new Map(),
    seek = false,
  ): Promise<TrackedBatch> {
    const idOf = new Map<IndexedCard, string>();
    const before = changes.flatMap(({ path }) => this.notes.get(path) ?? []);
    for (const { id, card } of before) idOf.set(card, id);
    const isStart = this.notes.size === 0 && moves.size === 0;
    const unmoved = isStart ? await unmovedCards(this.#host, changes, this.#kept, this.#registry) : null;
    this.#kept = null;
    this.hasSearched ||= isStart && !unmoved;
    if (unmoved) return this.#stay(changes, unmoved);
    const leaving = new Set(before.map(({ id }) => id));
    const lost = seek || hasNews(before, changes) ? await this.#lost(leaving, changes) : [];
    const unseen = this.#respelled(changes, lost);
    const linking = await this.#link(
      before,
      changes,
      relocated(lost, unseen),
      new Map([...unseen, ...moves]),
    );
    const given = new Map<IndexedCard, string>();
    for (const { from, to } of linking.links) {
      const id = idOf.get(from);
      if (id !== undefined && this.#host.history(id)) given.set(to, this.#host.canonical(id));
    }
    for (const { from, to } of linking.found) given.set(to, this.#host.canonical(from.id));
    // Meanwhile the log may have joined some.
    this.#registry.release(changes.flatMap(({ path }) => this.notes.get(path) ?? []));
    const ids = this.#registry.replace(changes, inOrder(changes), given);
    const renamed = new Map<string, string>();
    for (const { from, to } of linking.links) {
      // A card without an id here belongs to an unlisted note, so its id is that of its text.
      const [was, is] = [idOf.get(from), ids.get(to) ?? to.textId];
      if (was !== undefined && was !== is) renamed.set(was, is);
    }
    this.#remember(linking.doubtful, idOf, ids);
    const batch = { notes: new Set(changes.map(({ path }) => path)), renamed, before };
    const isBare = (id: string): boolean => this.#host.history(id) !== undefined && !this.#registry.has(id);
    const isWhole = changes.filter(({ after }) => after !== null).length >= this.notes.size;
    if ((seek || [...leaving].some(isBare)) && !isWhole) await this.#seekEverywhere(batch);
    return batch;
  }

  /** For a start that finds every card where its history says. */
  #stay(changes: readonly NoteChange[], { cards, linked, others, doubtful, isKnown }: Unmoved): TrackedBatch {
    const known = new Set(linked.map(({ note }) => note));
    const rest = changes.filter(({ path }) => !known.has(path));
    if (others) this.#registry.expectOrphans(others);
    this.#registry.replace(rest, inOrder(rest), cards, linked);
    this.#doubtful = doubtful.flatMap(({ lost, candidate, score }) => {
      const [snapshot, found] = [this.#host.history(lost)?.snapshot, this.#registry.get(candidate)];
      return snapshot && found ? [{ lost, snapshot, candidate: found, score }] : [];
    });
    return { notes: new Set(changes.map(({ path }) => path)), renamed: new Map(), before: [], isKnown };
  }

  /** Ids of histories whose card in this note differs from the snapshot in the log. */
  changedSnapshots(path: string): readonly string[] {
    if (this.unlisted(path) ?? this.linked(path)) return [];
    return (this.notes.get(path) ?? []).flatMap(({ id, card }) => {
      const history = this.#host.history(id);
      return history && !isSameSnapshot(history.snapshot, snapshotOf(card)) ? [id] : [];
    });
  }

  /**
   * Histories that claim another history's card. Two devices reviewed it before either knew of the other.
   * @param isAllRead whether every note was read; only then is it known whether a card's text is unique
   */
  claims(isAllRead: boolean): readonly Claim[] {
    const lost = this.orphans().filter(({ snapshot }) => snapshot !== null);
    const claims = claimsInPlace(lost, this.notes, this.#host);
    if (!isAllRead || lost.length === 0) return claims;
    const placed = new Set(claims.map(({ lost: id }) => id));
    const gone = lost.filter(({ id }) => !placed.has(id));
    const all = (): AllCards => this.#registry.all();
    return [...claims, ...claimsOfGoneNotes(gone, (id) => this.#registry.get(id) ?? null, all, this.#host)];
  }

  /** Adopts ids that the log has joined. Returns the affected notes. */
  rejoin(): ReadonlySet<string> {
    return this.#registry.rejoin();
  }

  /** Moves that no host sees: the note's path differs only in case or normalization. */
  #respelled(changes: readonly NoteChange[], lost: readonly LostCard[]): ReadonlyMap<string, string> {
    const gone = new Set(lost.map(({ snapshot }) => snapshot.path));
    const come: string[] = [];
    for (const { path, before, after } of changes) {
      if (before && !after) gone.add(path);
      else if (!before && after) come.push(path);
    }
    return respelled(
      [...gone].filter((path) => !this.#host.exists(path)),
      come,
    );
  }

  async #link(
    before: readonly TrackedCard[],
    changed: readonly NoteChange[],
    lost: readonly LostCard[],
    moves: ReadonlyMap<string, string>,
  ): Promise<Pick<Linking<IndexedCard, LostCard>, 'links' | 'found' | 'doubtful'>> {
    if (before.length + lost.length === 0) return { links: [], found: [], doubtful: [] };
    // Equal cards are told apart by order, which is the same on every device.
    const changes = inOrder(changed);
    if (before.length === 0) {
      // At startup usually nothing has changed, and cards in places where no card had a history do not matter.
      const paths = new Set(lost.map(({ snapshot: { path } }) => moves.get(path) ?? path));
      const pairs = pairUnchanged(lost, cardsOf(changes.filter(({ path }) => paths.has(path))), moves);
      if (pairs) {
        const found = pairs.map(([from, to]) => ({ from, to, step: 'exact' as const, score: 1 }));
        return { links: [], found, doubtful: [] };
      }
    }
    const work = linkingCards<IndexedCard, LostCard>({
      before: before.map(({ card }) => card),
      after: cardsOf(changes),
      lost,
      moves,
      present: { has: (path) => this.#host.exists(path) },
    });
    return inSlices(work, this.#host);
  }

  /** Histories without a card that this batch may bring back. */
  #lost(leaving: ReadonlySet<string>, changes: readonly NoteChange[]): Promise<LostCard[]> {
    const changed = new Map(changes.map(({ path, after }) => [path, after]));
    return lostCards(
      this.orphans().filter(({ id }) => !leaving.has(id)),
      (path) => {
        const after = changed.get(path);
        return after === undefined ? this.#host.note(path) : after;
      },
      this.#host,
    );
  }

  /**
   * Looks for lost histories among all cards in the vault, as at startup: cards pasted before they were cut, or synced
   * before their old place changed.
   */
  async #seekEverywhere(batch: Batch): Promise<void> {
    const lost = await lostCards(this.orphans(), (path) => this.#host.note(path), this.#host);
    if (lost.length === 0) return;
    const all = this.#registry.all();
    const settled = new Map<LostCard, IndexedCard>();
    for (const { id, card } of all.known) {
      const snapshot = this.#host.history(id)?.snapshot ?? snapshotOf(card);
      settled.set({ id, snapshot, daysLost: 0, confined: false }, card);
    }
    const work = linkingCards<IndexedCard, LostCard>({
      before: [],
      after: all.cards,
      lost: [...lost, ...settled.keys()],
      settled,
      moves: new Map(),
      present: { has: (path) => this.#host.exists(path) },
    });
    const { found, doubtful } = await inSlices(work, this.#host);
    for (const note of all.shut) note.close();
    const given = new Map<IndexedCard, string>();
    for (const { from, to } of found) if (!settled.has(from)) given.set(to, this.#host.canonical(from.id));
    for (const path of new Set([...given.keys()].map(({ note }) => note))) {
      const before = this.notes.get(path) ?? [];
      batch.before.push(...before);
      batch.notes.add(path);
      this.#registry.release(before);
      const after = before.map(({ id, card }) => ({ id: given.get(card) ?? id, card }));
      this.#registry.set(path, after);
      before.forEach(({ id }, at) => {
        const is = after[at]?.id ?? id;
        if (is !== id) batch.renamed.set(id, is);
      });
    }
    this.#doubtful = [];
    this.#remember(doubtful, new Map(), new Map());
  }

  #remember(
    pairs: readonly Link<IndexedCard | LostCard, IndexedCard>[],
    idOf: ReadonlyMap<IndexedCard, string>,
    ids: ReadonlyMap<IndexedCard, string>,
  ): void {
    if (pairs.length === 0 && this.#doubtful.length === 0) return;
    const apart = new Set(this.#host.apart().map(([a, b]) => `${a} ${b}`));
    const found: DoubtfulPair[] = [];
    for (const { from, to, score } of pairs) {
      const lost = 'snapshot' in from ? from.id : (idOf.get(from) ?? '');
      const snapshot = 'snapshot' in from ? from.snapshot : snapshotOf(from);
      const id = ids.get(to) ?? to.textId;
      if (!this.#host.history(lost) || this.#host.history(id)) continue;
      if (!apart.has(`${lost} ${id}`) && !apart.has(`${id} ${lost}`)) {
        found.push({ lost, snapshot, candidate: { id, card: to }, score });
      }
    }
    const kept = this.#doubtful.filter(
      ({ lost, candidate }) =>
        !this.#registry.has(lost) &&
        this.#registry.has(candidate.id) &&
        !found.some((pair) => pair.lost === lost && pair.candidate.id === candidate.id),
    );
    this.#doubtful = [...kept, ...found];
  }
}
