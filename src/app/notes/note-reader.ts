// Reads a note and finds its cards. Caches the last few, so that a card on screen does not cost a second extraction of
// its note: the text is read again, and its cards are found again only if it differs. So question and answer always
// come from one text.
import type { Card } from '../../core/card/card.ts';
import { cardReader, type NoteCards } from '../../core/card/extract.ts';
import type { CardOptions } from '../../core/card/options.ts';
import { once } from '../../core/identity/fingerprint/card-fingerprint.ts';
import { cardIds } from '../../core/identity/fingerprint/fingerprint.ts';
import type { NoteFiles } from '../ports.ts';

export interface ReadNote extends NoteCards {
  /** Text id of each card; computed once. */
  readonly ids: () => readonly string[];
  /** By text id. */
  readonly byId: () => ReadonlyMap<string, Card>;
}

interface Kept {
  readonly text: string;
  readonly options: CardOptions;
  readonly note: ReadNote;
}

/** How much of what was read is cached. */
export interface KeptSize {
  readonly notes: number;
  /** Characters of one note; a longer note is not cached. */
  readonly longest: number;
  /**
   * Characters of all notes. Anything beyond this is not cached: two full reads go in the same order,
   * so the last would evict the first before their turn.
   */
  readonly all: number;
}

/** A review alternates between a deck's notes; the text of a long one would use too much memory on a phone. */
const forReviews: KeptSize = { notes: 16, longest: 200_000, all: Infinity };

export class NoteReader {
  readonly #files: Pick<NoteFiles, 'read'>;
  readonly #size: KeptSize;
  /** By path, the most recently used last. */
  readonly #kept = new Map<string, Kept>();
  /** Prepared for the options of the last note. */
  #cards: { readonly options: CardOptions; readonly read: ReturnType<typeof cardReader> } | null = null;
  /** Cached characters. */
  #characters = 0;

  constructor(files: Pick<NoteFiles, 'read'>, size = forReviews) {
    this.#files = files;
    this.#size = size;
  }

  /** Null if there is no note. Throws the host's error if it cannot be read. */
  async read(path: string, options: CardOptions): Promise<ReadNote | null> {
    const text = await this.#files.read(path);
    if (text !== null) return this.of(path, text, options);
    this.forget(path);
    return null;
  }

  /** A note whose text is in memory. */
  of(path: string, text: string, options: CardOptions): ReadNote {
    const kept = this.#kept.get(path);
    const isSame = kept?.text === text && kept.options === options;
    const note = isSame ? kept.note : withIds(this.#cardsOf(path, text, options));
    this.forget(path);
    this.#keep(path, { text, options, note });
    return note;
  }

  #cardsOf(path: string, text: string, options: CardOptions): NoteCards {
    if (this.#cards?.options !== options) this.#cards = { options, read: cardReader(options) };
    return this.#cards.read({ path, text });
  }

  #keep(path: string, kept: Kept): void {
    const { notes, longest, all } = this.#size;
    const { length } = kept.text;
    if (length > longest || this.#characters + length > all) return;
    this.#kept.set(path, kept);
    this.#characters += length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= notes) break;
      this.forget(oldest);
    }
  }

  /** The next read finds its cards again. */
  forget(path: string): void {
    this.#characters -= this.#kept.get(path)?.text.length ?? 0;
    this.#kept.delete(path);
  }
}

function withIds(note: NoteCards): ReadNote {
  const ids = once(() => cardIds(note.cards));
  const byId = once(() => new Map(note.cards.map((card, nth) => [ids()[nth] ?? '', card])));
  return { ...note, ids, byId };
}
