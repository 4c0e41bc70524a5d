// Which card goes under which id now, and which histories have none. Follows every change by itself, so that nothing
// has to walk all cards or all histories.
import type { CardHistory } from '../core/history/event.ts';
import type { IndexedCard } from './indexed-note.ts';

/** A card with the id under which the log knows it, or would know it from its first review on. */
export interface TrackedCard {
  readonly id: string;
  readonly card: IndexedCard;
}

export interface LivingHost {
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
}

export class Living {
  readonly #host: LivingHost;
  readonly #notes = new Map<string, readonly TrackedCard[]>();
  readonly #cards = new Map<string, TrackedCard>();
  /** Ids of histories without a card; null until somebody asks. */
  #orphans: Set<string> | null = null;

  constructor(host: LivingHost) {
    this.#host = host;
  }

  get notes(): ReadonlyMap<string, readonly TrackedCard[]> {
    return this.#notes;
  }

  get(id: string): TrackedCard | undefined {
    return this.#cards.get(id);
  }

  has(id: string): boolean {
    return this.#cards.has(id);
  }

  /** Histories whose card is not in the vault now. */
  orphans(): readonly CardHistory[] {
    this.#orphans ??= new Set([...this.#host.histories()].map(({ id }) => id).filter((id) => !this.has(id)));
    return [...this.#orphans].flatMap((id) => this.#host.history(id) ?? []);
  }

  /** Ids whose histories came, changed or went. */
  historiesChanged(ids: Iterable<string>): void {
    for (const id of ids) this.#judge(id);
  }

  clear(): void {
    this.#notes.clear();
    this.#cards.clear();
    this.#orphans = null;
  }

  /** Takes the cards of a note away, not yet the note: others may take over their ids. */
  release(cards: readonly TrackedCard[]): void {
    for (const { id } of cards) {
      this.#cards.delete(id);
      this.#judge(id);
    }
  }

  /** The cards of a note as they are now; null where it gives none any more. */
  set(path: string, cards: readonly TrackedCard[] | null): void {
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

  #judge(id: string): void {
    if (!this.#orphans) return;
    if (!this.has(id) && this.#host.history(id)) this.#orphans.add(id);
    else this.#orphans.delete(id);
  }
}
