// Reads a note and finds its cards. Keeps the last few, so that a card on screen costs no second extraction of its
// note: the text is read again, and only where it differs are its cards found anew. So question and answer always come
// from one text.
import type { Card } from '../../core/card/card.ts';
import { extractCards, type NoteCards } from '../../core/card/extract.ts';
import type { CardOptions } from '../../core/card/options.ts';
import { cardIds } from '../../core/identity/fingerprint/fingerprint.ts';
import type { NoteFiles } from '../ports.ts';

export interface ReadNote extends NoteCards {
  /** By the id of their text. */
  readonly byId: () => ReadonlyMap<string, Card>;
}

interface Kept {
  readonly text: string;
  readonly options: CardOptions;
  readonly note: ReadNote;
}

/** How much is kept of what was read. */
export interface KeptSize {
  readonly notes: number;
  /** Characters of one note: a longer one is not kept. */
  readonly longest: number;
  /**
   * Characters of all notes. What comes beyond is not kept: who reads all notes twice reads them in one order, and the
   * last would push out the first before their turn.
   */
  readonly all: number;
}

/** A review goes back and forth between the notes of a deck; the text of a long one would weigh too much on a phone. */
const forReviews: KeptSize = { notes: 16, longest: 200_000, all: Infinity };

export class NoteReader {
  readonly #files: Pick<NoteFiles, 'read'>;
  readonly #size: KeptSize;
  /** By path, the one used last at the end. */
  readonly #kept = new Map<string, Kept>();
  /** Characters that are kept. */
  #characters = 0;

  constructor(files: Pick<NoteFiles, 'read'>, size = forReviews) {
    this.#files = files;
    this.#size = size;
  }

  /** Null where there is no note. Throws what the host throws where it cannot be read. */
  async read(path: string, options: CardOptions): Promise<ReadNote | null> {
    const text = await this.#files.read(path);
    if (text !== null) return this.of(path, text, options);
    this.#forget(path);
    return null;
  }

  /** A note whose text is at hand. */
  of(path: string, text: string, options: CardOptions): ReadNote {
    const kept = this.#kept.get(path);
    const isSame = kept?.text === text && kept.options === options;
    const note = isSame ? kept.note : withIds(extractCards({ path, text }, options));
    this.#forget(path);
    this.#keep(path, { text, options, note });
    return note;
  }

  #keep(path: string, kept: Kept): void {
    const { notes, longest, all } = this.#size;
    const { length } = kept.text;
    if (length > longest || this.#characters + length > all) return;
    this.#kept.set(path, kept);
    this.#characters += length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= notes) break;
      this.#forget(oldest);
    }
  }

  #forget(path: string): void {
    this.#characters -= this.#kept.get(path)?.text.length ?? 0;
    this.#kept.delete(path);
  }
}

function withIds(note: NoteCards): ReadNote {
  let cards: ReadonlyMap<string, Card> | null = null;
  const byId = (): ReadonlyMap<string, Card> => {
    if (cards) return cards;
    const ids = cardIds(note.cards);
    cards = new Map(note.cards.map((card, nth) => [ids[nth] ?? '', card]));
    return cards;
  };
  return { ...note, byId };
}
