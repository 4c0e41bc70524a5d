// Reads card texts from their notes on demand.
import type { Card } from '../../core/card/card.ts';
import type { Library } from '../notes/library.ts';
import type { TrackedCard } from './card-registry.ts';

export interface CardReaderHost {
  readonly library: Pick<Library, 'cardsIn'>;
  cardsOf(path: string): readonly TrackedCard[];
  find(id: string): TrackedCard | null;
  /** Reads a changed note again; resolves when its cards are current. */
  reread(path: string): Promise<void>;
}

/** How often to retry a note that changes while it is being read. */
const tries = 3;

export class CardReader {
  readonly #host: CardReaderHost;

  constructor(host: CardReaderHost) {
    this.#host = host;
  }

  /** A card as it is in its note now; null if it is gone or cannot be read. */
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

  /** A note's cards by id, limited to those whose text has not changed since the note was read. */
  async ofNote(path: string): Promise<ReadonlyMap<string, Card>> {
    const cards = await this.#read(path);
    return new Map(
      this.#host.cardsOf(path).flatMap(({ id, card }) => {
        const text = cards.get(card.textId);
        return text ? [[id, text] as const] : [];
      }),
    );
  }

  /** A note's current cards, even if they have no histories yet because the note was just indexed. */
  async inNote(path: string): Promise<readonly Card[]> {
    return [...(await this.#read(path)).values()];
  }

  async #read(path: string): Promise<ReadonlyMap<string, Card>> {
    try {
      return (await this.#host.library.cardsIn(path))?.byId() ?? new Map<string, Card>();
    } catch {
      // The library reports it.
      return new Map();
    }
  }
}
