// A note whose cards are all where their histories say, as an earlier start found out: neither cards nor histories are
// at hand until somebody asks for them.
import type { Column } from '../../../core/history/packed/columns.ts';
import type { NameRows } from '../../../core/history/packed/name-rows.ts';
import type { IndexedCard, IndexedNote } from '../../index/indexed-note.ts';

interface LinkedCard {
  readonly id: string;
  readonly card: IndexedCard;
}

export class LinkedNote {
  readonly of: IndexedNote;
  /** Of each card, the row of its history in the packed log; -1 without one. */
  readonly rows: Column;
  readonly #names: NameRows;
  readonly #isOwn: boolean;
  #ids: string | null = null;
  #cards: readonly LinkedCard[] | null = null;

  /** @param isOwn whether every card's id is that of its text */
  constructor(of: IndexedNote, rows: Column, names: NameRows, isOwn: boolean) {
    this.of = of;
    this.rows = rows;
    this.#names = names;
    this.#isOwn = isOwn;
  }

  get note(): string {
    return this.of.note;
  }

  get count(): number {
    return this.of.count;
  }

  /** The ids of all cards, concatenated. */
  get ids(): string {
    return (this.#ids ??= this.#isOwn
      ? this.of.ids
      : Array.from(this.rows, (_, at) => this.idAt(at)).join(''));
  }

  get cards(): readonly LinkedCard[] {
    return (this.#cards ??= this.of.cards.map((card, at) => ({ id: this.idAt(at), card })));
  }

  idAt(at: number): string {
    const row = this.rows[at] ?? -1;
    return row < 0 ? this.of.idAt(at) : this.#names.name(row);
  }

  /** Ids of cards with a history under another id than that of their text. */
  *otherIds(): Generator<string> {
    if (this.#isOwn) return;
    for (let at = 0; at < this.rows.length; at += 1)
      if (this.idAt(at) !== this.of.idAt(at)) yield this.idAt(at);
  }

  /** Text ids of cards without a history. */
  *newIds(): Generator<string> {
    for (let at = 0; at < this.rows.length; at += 1) if ((this.rows[at] ?? -1) < 0) yield this.of.idAt(at);
  }
}
