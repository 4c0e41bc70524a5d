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

/** A review goes back and forth between the notes of a deck. */
const keptNotes = 16;
/** Characters: a longer note is not kept, its text alone would weigh too much on a phone. */
const longest = 200_000;

export class NoteReader {
  readonly #files: Pick<NoteFiles, 'read'>;
  /** By path, the one used last at the end. */
  readonly #kept = new Map<string, Kept>();

  constructor(files: Pick<NoteFiles, 'read'>) {
    this.#files = files;
  }

  /** Null where there is no note. Throws what the host throws where it cannot be read. */
  async read(path: string, options: CardOptions): Promise<ReadNote | null> {
    const text = await this.#files.read(path);
    const kept = this.#kept.get(path);
    this.#kept.delete(path);
    if (text === null) return null;
    const isSame = kept?.text === text && kept.options === options;
    const note = isSame ? kept.note : withIds(extractCards({ path, text }, options));
    if (text.length <= longest) this.#kept.set(path, { text, options, note });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptNotes) break;
      this.#kept.delete(oldest);
    }
    return note;
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
