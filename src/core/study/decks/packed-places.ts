// Stores where cards were when they were scheduled, next to their packed schedules.
import { type Column, textColumn, textsOf } from '../../history/packed/columns.ts';
import type { NameRows } from '../../history/packed/name-rows.ts';
import { nowhere, type Place } from './deck-schedulers.ts';

/** Columns in a block of places. */
export const placeColumns = 2;

/** Per card: its deck, its rank among its siblings, and their number. */
const numbers = 3;

export class PackedPlaces {
  readonly #decks: readonly string[];
  readonly #places: Column;

  constructor(columns: readonly Column[]) {
    const [decks = new Uint16Array(0), places = new Int32Array(0)] = columns;
    this.#decks = textsOf(decks);
    this.#places = places;
  }

  at(row: number): Place {
    const from = row * numbers;
    const places = this.#places;
    const deck = this.#decks[places[from] ?? 0] ?? '';
    return { deck, rank: places[from + 1] ?? 0, of: places[from + 2] ?? 1 };
  }

  /** Whether the card was in a note, or may have been. */
  isPlaced(row: number): boolean {
    return this.#places[row * numbers] !== 0 || this.#places[row * numbers + 2] !== 1;
  }
}

export class PlacePacker {
  readonly #names: NameRows;
  readonly #decks = new Map([[nowhere.deck, 0]]);
  readonly #places: Int32Array;

  constructor(names: NameRows) {
    this.#names = names;
    this.#places = new Int32Array(names.count * numbers);
    for (let row = 0; row < names.count; row += 1) this.#put(row, nowhere);
  }

  put(card: string, place: Place): void {
    const row = this.#names.row(card);
    if (row >= 0) this.#put(row, place);
  }

  columns(): readonly Column[] {
    return [textColumn([...this.#decks.keys()]), this.#places];
  }

  #put(row: number, { deck, rank, of }: Place): void {
    let at = this.#decks.get(deck);
    if (at === undefined) this.#decks.set(deck, (at = this.#decks.size));
    this.#places.set([at, rank, of], row * numbers);
  }
}
