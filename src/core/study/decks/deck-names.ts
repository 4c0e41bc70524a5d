// The decks of all notes under the names they are shown with. Names that differ only in case are one deck, as tags are
// in Obsidian; the spelling of the most notes is shown.
import { foldCase } from '../../text/fold-case.ts';
import { isUnder } from '../../text/is-under.ts';

/** Equal for all spellings of a deck. */
export const deckKey = foldCase;

/** Whether a deck is another or below it; `""` contains all. */
export function isUnderDeck(deck: string, parent: string): boolean {
  return isUnder(deckKey(deck), deckKey(parent));
}

/** A path and all paths above it, from the top. */
export function upwards(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** How often each spelling of the last part of a path is used, by its key. */
type Spellings = Map<string, Map<string, number>>;

export class DeckNames {
  readonly #deckOf = new Map<string, string>();
  /** Number of notes by deck as written. */
  readonly #notes = new Map<string, number>();
  #shown: Map<string, string> | null = null;
  #spellings: Spellings | null = null;

  /** The deck of a note; null if it has no cards. */
  set(note: string, deck: string | null): void {
    const before = this.#deckOf.get(note) ?? null;
    if (before === deck) return;
    if (before !== null) this.#count(before, -1);
    if (deck === null) this.#deckOf.delete(note);
    else {
      this.#deckOf.set(note, deck);
      this.#count(deck, 1);
    }
  }

  /** Of all notes, each under one name; not those above them. */
  get decks(): Iterable<string> {
    return new Set([...this.#notes.keys()].map((deck) => this.shown(deck)));
  }

  /** A deck as it is shown; one without notes as it is given, below the shown names of those above it. */
  readonly shown = (deck: string): string => {
    this.#shown ??= new Map();
    let shown = this.#shown.get(deck);
    if (shown === undefined) {
      shown = upwards(deck)
        .map((path) => this.#spelled(path))
        .join('/');
      this.#shown.set(deck, shown);
    }
    return shown;
  };

  #count(deck: string, by: 1 | -1): void {
    const count = (this.#notes.get(deck) ?? 0) + by;
    if (count > 0) this.#notes.set(deck, count);
    else this.#notes.delete(deck);
    this.#spellings = null;
    this.#shown = null;
  }

  /** The last part of a path; of those used equally often the first in code order, on every device. */
  #spelled(path: string): string {
    const counts = (this.#spellings ??= this.#counted()).get(deckKey(path)) ?? [];
    let [name, most] = [lastPart(path), 0];
    for (const [spelling, count] of counts) {
      if (count < most || (count === most && spelling > name)) continue;
      [name, most] = [spelling, count];
    }
    return name;
  }

  #counted(): Spellings {
    const all: Spellings = new Map();
    for (const [deck, notes] of this.#notes)
      for (const path of upwards(deck)) {
        const counts = all.get(deckKey(path)) ?? new Map<string, number>();
        const name = lastPart(path);
        all.set(deckKey(path), counts.set(name, (counts.get(name) ?? 0) + notes));
      }
    return all;
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
