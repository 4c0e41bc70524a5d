// Which history belongs to which card. Works on batches of changed notes; what it finds depends on the texts and the
// log alone, never on settings, caches or the order in which files arrive.
import type { Card } from '../core/card/card.ts';
import { extractCards } from '../core/card/extract.ts';
import { everyCard } from '../core/card/options.ts';
import type { CardHistory } from '../core/history/event.ts';
import type { CardLook, LostCard } from '../core/identity/card-text.ts';
import { cardIds, freeId, lookOf } from '../core/identity/fingerprint.ts';
import { linkCards, type Link } from '../core/identity/link-cards.ts';
import type { NoteChange } from './library.ts';

/** A card with the id under which the log knows it, or would know it from its first review on. */
export interface TrackedCard {
  readonly id: string;
  readonly card: Card;
}

/** A pair that may be one card; a person decides. */
export interface DoubtfulPair {
  /** Id of the history without a card. */
  readonly lost: string;
  readonly look: CardLook;
  /** Id and text of the card that may be it. */
  readonly candidate: TrackedCard;
  /** 0–1. */
  readonly score: number;
}

/** What the tracker asks of the log and the vault. */
export interface TrackerHost {
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
  canonical(id: string): string;
  /** Whether a file stands at the path now. */
  exists(path: string): boolean;
  read(path: string): Promise<string | null>;
  /** Whole days since a history was last added to. */
  daysSince(history: CardHistory): number;
  /** Pairs of ids that a person said are two cards. */
  apart(): readonly (readonly [string, string])[];
}

export interface TrackedBatch {
  /** Notes whose cards or ids are not what they were. */
  readonly notes: ReadonlySet<string>;
  /** Old id → new id of cards that were never reviewed and were edited. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Ids of histories whose card looks other than the log says. */
  readonly changedLooks: ReadonlySet<string>;
}

export class Tracker {
  readonly #host: TrackerHost;
  readonly #notes = new Map<string, readonly TrackedCard[]>();
  readonly #living = new Map<string, TrackedCard>();
  /** Texts that a note would give as cards if every option were on, by path; until the note changes. */
  readonly #texts = new Map<string, ReadonlySet<string>>();
  #doubtful: readonly DoubtfulPair[] = [];

  constructor(host: TrackerHost) {
    this.#host = host;
  }

  get notes(): ReadonlyMap<string, readonly TrackedCard[]> {
    return this.#notes;
  }

  get doubtful(): readonly DoubtfulPair[] {
    return this.#doubtful;
  }

  /** After a change of settings: what was linked is found again by the log, as after a start. */
  forget(): void {
    this.#notes.clear();
    this.#living.clear();
    this.#texts.clear();
  }

  find(id: string): TrackedCard | null {
    return this.#living.get(id) ?? this.#living.get(this.#host.canonical(id)) ?? null;
  }

  /** Histories whose card is not in the vault now. */
  orphans(): readonly CardHistory[] {
    return [...this.#host.histories()].filter(({ id }) => !this.#living.has(id));
  }

  /**
   * Links the cards of changed notes; `moves` are renames that the host saw. `seek` looks for lost histories even where
   * no card is new: when the log brought some.
   */
  async apply(
    changes: readonly NoteChange[],
    moves: ReadonlyMap<string, string> = new Map(),
    seek = false,
  ): Promise<TrackedBatch> {
    const idOf = new Map<Card, string>();
    const before = changes.flatMap(({ path }) => this.#notes.get(path) ?? []);
    for (const { id, card } of before) idOf.set(card, id);
    const after = changes.flatMap(({ after: note }) => note?.cards ?? []);
    const leaving = new Set(before.map(({ id }) => id));
    for (const { path } of changes) this.#texts.delete(path);
    const lost = seek || hasNews(before, after) ? await this.#lost(leaving, after) : [];
    const paths = [...changes.map(({ path }) => path), ...lost.map(({ look }) => look.path)];
    const present = new Set(paths.filter((path) => this.#host.exists(path)));
    const olds = before.map(({ card }) => card);
    const linking = linkCards<Card, LostCard>({ before: olds, after, lost, moves, present });
    const given = new Map<Card, string>();
    for (const { from, to } of linking.links) {
      const id = idOf.get(from);
      if (id !== undefined && this.#host.history(id)) given.set(to, id);
    }
    for (const { from, to } of linking.found) given.set(to, from.id);
    this.#replace(changes, before, given);
    const renamed = new Map<string, string>();
    for (const { from, to } of linking.links) {
      const [was, is] = [idOf.get(from), this.#idOf(to)];
      if (was !== undefined && is !== null && was !== is) renamed.set(was, is);
    }
    this.#remember(linking.doubtful, idOf);
    return {
      notes: new Set(changes.map(({ path }) => path)),
      renamed,
      changedLooks: this.#changedLooks(changes),
    };
  }

  /**
   * Histories that claim a card which another history has: it looks to the letter as theirs did. Two devices reviewed
   * it, each before it knew of the other.
   */
  claims(): readonly { readonly lost: string; readonly living: string }[] {
    const byLook = new Map<string, string>();
    for (const { id, card } of this.#living.values()) {
      if (this.#host.history(id)) byLook.set(placeKey(lookOf(card)), id);
    }
    return this.orphans().flatMap(({ id, look }) => {
      const living = look ? byLook.get(placeKey(look)) : undefined;
      return living === undefined ? [] : [{ lost: id, living }];
    });
  }

  /** Takes over ids that the log has joined. Returns the notes concerned. */
  rejoin(): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const [path, cards] of this.#notes) {
      if (cards.every(({ id }) => this.#host.canonical(id) === id)) continue;
      touched.add(path);
      for (const { id } of cards) this.#living.delete(id);
      const joined = cards.map(({ id, card }) => ({ id: this.#host.canonical(id), card }));
      this.#notes.set(path, joined);
      for (const one of joined) this.#living.set(one.id, one);
    }
    return touched;
  }

  #idOf(card: Card): string | null {
    return this.#notes.get(card.note)?.find((one) => one.card === card)?.id ?? null;
  }

  /** Puts the new cards in the place of the old ones. */
  #replace(
    changes: readonly NoteChange[],
    before: readonly TrackedCard[],
    given: ReadonlyMap<Card, string>,
  ): void {
    for (const { id } of before) this.#living.delete(id);
    const taken = new Set(given.values());
    for (const { path, after } of changes) {
      if (!after) {
        this.#notes.delete(path);
        continue;
      }
      // An id that another card owns is salted.
      const provisional = cardIds(after.cards).map((id) =>
        freeId(id, (other) => this.#living.has(other) || taken.has(other)),
      );
      const tracked = after.cards.map((card, index) => ({
        id: given.get(card) ?? provisional[index] ?? '',
        card,
      }));
      this.#notes.set(path, tracked);
      for (const one of tracked) this.#living.set(one.id, one);
    }
  }

  /** Histories without a card that may be found again in this batch. */
  async #lost(leaving: ReadonlySet<string>, after: readonly Card[]): Promise<LostCard[]> {
    const lost: LostCard[] = [];
    let present: ReadonlySet<string> | null = null;
    for (const history of this.#host.histories()) {
      const { id, look } = history;
      if (!look || this.#living.has(id) || leaving.has(id)) continue;
      if (await this.#isOff(look)) {
        // Only its very own card may take it back: whatever else is like it, the setting may be put back.
        present ??= new Set(after.map((card) => lookKey(lookOf(card))));
        if (!present.has(lookKey(look))) continue;
      }
      const confined = this.#host.exists(look.path) && !this.#notes.has(look.path);
      lost.push({ id, look, daysLost: this.#host.daysSince(history), confined });
    }
    return lost;
  }

  /** Whether the text of a lost card stands in its note as ever, and only a setting keeps it from being a card. */
  async #isOff(look: CardLook): Promise<boolean> {
    if (!this.#host.exists(look.path)) return false;
    let texts = this.#texts.get(look.path);
    if (!texts) {
      const text = await this.#host.read(look.path).catch(() => null);
      const cards = text === null ? [] : extractCards({ path: look.path, text }, everyCard).cards;
      texts = new Set(cards.map((card) => lookKey(lookOf(card))));
      this.#texts.set(look.path, texts);
    }
    return texts.has(lookKey(look));
  }

  #changedLooks(changes: readonly NoteChange[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { path } of changes) {
      for (const { id, card } of this.#notes.get(path) ?? []) {
        const history = this.#host.history(id);
        if (history && !isSameLook(history.look, lookOf(card))) changed.add(id);
      }
    }
    return changed;
  }

  #remember(pairs: readonly Link<Card | LostCard, Card>[], idOf: ReadonlyMap<Card, string>): void {
    const apart = new Set(this.#host.apart().map(([a, b]) => `${a} ${b}`));
    const found: DoubtfulPair[] = [];
    for (const { from, to, score } of pairs) {
      const lost = 'look' in from ? from.id : (idOf.get(from) ?? '');
      const look = 'look' in from ? from.look : lookOf(from);
      const id = this.#idOf(to);
      if (id === null || !this.#host.history(lost) || this.#host.history(id)) continue;
      if (!apart.has(`${lost} ${id}`) && !apart.has(`${id} ${lost}`)) {
        found.push({ lost, look, candidate: { id, card: to }, score });
      }
    }
    const kept = this.#doubtful.filter(
      ({ lost, candidate }) =>
        !this.#living.has(lost) &&
        this.#living.has(candidate.id) &&
        !found.some((pair) => pair.lost === lost && pair.candidate.id === candidate.id),
    );
    this.#doubtful = [...kept, ...found];
  }
}

function placeKey(look: CardLook): string {
  return JSON.stringify([
    look.path,
    look.source,
    look.headings,
    look.ordinal,
    look.questionHash,
    look.answerHash,
  ]);
}

function lookKey({ source, questionHash, answerHash }: CardLook): string {
  return `${source} ${questionHash} ${answerHash}`;
}

/** Whether there is a card that was not there before: only such a one can take up a lost history. */
function hasNews(before: readonly TrackedCard[], after: readonly Card[]): boolean {
  const known = new Set(
    before.map(({ card }) => JSON.stringify([card.note, card.source, card.question, card.answer])),
  );
  return after.some(
    (card) => !known.has(JSON.stringify([card.note, card.source, card.question, card.answer])),
  );
}

function isSameLook(a: CardLook | null, b: CardLook): boolean {
  return a !== null && placeKey(a) === placeKey(b);
}
