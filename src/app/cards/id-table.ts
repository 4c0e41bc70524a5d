// Finds the note of a card by the card's text id. A vault that was never studied needs no more than that, and numbers
// in one array take a tenth of the time of a map of all ids.
import { idLength } from '../index/indexed-note.ts';

/** Minimum cells per card; half of them stay free. */
const room = 2;

/** A note by the ids of its cards. */
export interface IdList {
  readonly count: number;
  /** Concatenated. */
  readonly ids: string;
}

export class IdTable<Note extends IdList> {
  /** Two numbers per cell: the note, from 1 on, and the card's position in it; 0 marks a free cell. */
  #cells = new Int32Array(0);
  #used = 0;
  #notes: (Note | null)[] = [];
  readonly #slots = new Map<Note, number>();
  /** Not in the cells yet; starting a vault that was never studied looks nothing up. */
  readonly #waiting = new Set<Note>();

  /** @param note must share no id with any other here */
  add(note: Note): void {
    this.#waiting.add(note);
  }

  find(id: string): Note | null {
    if (this.#waiting.size > 0) this.#takeIn();
    return id.length === idLength && this.#slots.size > 0 ? this.#find(id, 0) : null;
  }

  /** The cells stay in use until the table grows. */
  remove(note: Note): void {
    if (this.#waiting.delete(note)) return;
    const slot = this.#slots.get(note);
    if (slot === undefined) return;
    this.#slots.delete(note);
    this.#notes[slot] = null;
  }

  clear(): void {
    this.#cells = new Int32Array(0);
    this.#used = 0;
    this.#notes = [];
    this.#slots.clear();
    this.#waiting.clear();
  }

  #takeIn(): void {
    const coming = [...this.#waiting];
    const count = coming.reduce((sum, note) => sum + note.count, this.#used);
    if (2 * count * room > this.#cells.length) {
      const notes = [...this.#slots.keys(), ...coming];
      this.clear();
      const cards = notes.reduce((sum, note) => sum + note.count, 0);
      let cells = 1024;
      // Allocates twice the room needed, so that the table rarely grows.
      while (cells < 2 * cards * room) cells *= 2;
      this.#cells = new Int32Array(2 * cells);
      for (const note of notes) this.#put(note);
    } else for (const note of coming) this.#put(note);
    this.#waiting.clear();
  }

  #put(note: Note): void {
    const slot = this.#notes.push(note) - 1;
    this.#slots.set(note, slot);
    const { ids } = note;
    const last = this.#cells.length / 2 - 1;
    for (let at = 0; at < note.count; at += 1) {
      let cell = hashAt(ids, at * idLength) & last;
      while (this.#cells[2 * cell] !== 0) cell = (cell + 1) & last;
      this.#cells[2 * cell] = slot + 1;
      this.#cells[2 * cell + 1] = at;
    }
    this.#used += note.count;
  }

  #find(ids: string, from: number): Note | null {
    const last = this.#cells.length / 2 - 1;
    for (let cell = hashAt(ids, from) & last; ; cell = (cell + 1) & last) {
      const slot = this.#cells[2 * cell] ?? 0;
      if (slot === 0) return null;
      const note = this.#notes[slot - 1];
      if (note && isSame(note.ids, (this.#cells[2 * cell + 1] ?? 0) * idLength, ids, from)) return note;
    }
  }
}

/** An id is already a hash, so eight of its characters are enough. */
function hashAt(ids: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + 8; at += 1) hash = Math.imul(hash, 33) ^ ids.charCodeAt(at);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(a: string, from: number, b: string, at: number): boolean {
  for (let next = 0; next < idLength; next += 1)
    if (a.charCodeAt(from + next) !== b.charCodeAt(at + next)) return false;
  return true;
}
