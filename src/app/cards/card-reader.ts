// The texts of cards, read from their notes when somebody wants to see them.
import type { Card } from '../../core/card/card.ts';
import type { Library } from '../notes/library.ts';
import type { TrackedCard } from './card-registry.ts';

export interface CardReaderHost {
  readonly library: Pick<Library, 'cardsIn'>;
  cardsOf(path: string): readonly TrackedCard[];
  find(id: string): TrackedCard | null;
  /** Reads a note that is not what it was; resolves when its cards are current. */
  reread(path: string): Promise<void>;
}

/** How often a note is read that changes while it is read. */
const tries = 3;

export class CardReader {
  readonly #host: CardReaderHost;

  constructor(host: CardReaderHost) {
    this.#host = host;
  }

  /** A card as its note has it now; null where it is gone, or cannot be read. */
  async find(id: string): Promise<Card | null> {
    for (let count = 0; count < tries; count += 1) {
      const tracked = this.#host.find(id);
      if (!tracked) return null;
      const { note, textId } = tracked.card;
      const card = (await this.#read(note)).get(textId);
      if (card) return card;
      await this.#host.reread(note);
    }
    return null;
  }

  /** The cards of a note by id, those whose text is what it was when the note was read. */
  async ofNote(path: string): Promise<ReadonlyMap<string, Card>> {
    const cards = await this.#read(path);
    return new Map(
      this.#host.cardsOf(path).flatMap(({ id, card }) => {
        const text = cards.get(card.textId);
        return text ? [[id, text] as const] : [];
      }),
    );
  }

  /** The cards of a note as it is now, also where they have no histories yet because the note was just indexed. */
  async inNote(path: string): Promise<readonly Card[]> {
    return [...(await this.#read(path)).values()];
  }

  async #read(path: string): Promise<ReadonlyMap<string, Card>> {
    try {
      return (await this.#host.library.cardsIn(path))?.byId() ?? new Map<string, Card>();
    } catch {
      // The library tells of it.
      return new Map();
    }
  }
}
