// Identifies a card's text without its body, by the source and the hashes of question and answer. A start reads this
// for every card that was ever reviewed.
import { sourceNames, type Card } from '../../core/card/card.ts';
import type { IndexedAnswer } from './answer-digest.ts';

const hashLength = 12;
/** Characters per card. */
export const digestLength = 1 + 2 * hashLength;

/** The digests of all cards of a note, concatenated. */
export function packDigests(
  cards: readonly { readonly source: Card['source']; readonly kept: IndexedAnswer }[],
): string {
  return cards
    .map(({ source, kept }) => {
      const { questionHash, answerHash } = kept;
      return `${sourceNames.indexOf(source).toString(36)}${questionHash}${answerHash}`;
    })
    .join('');
}

export class PackedDigest implements IndexedAnswer {
  readonly #digests: string;
  readonly #from: number;
  readonly #rest: () => IndexedAnswer;

  /** @param rest reads what is not included */
  constructor(digests: string, at: number, rest: () => IndexedAnswer) {
    this.#digests = digests;
    this.#from = at * digestLength;
    this.#rest = rest;
  }

  get source(): Card['source'] {
    return sourceNames[parseInt(this.#digests.charAt(this.#from), 36)] ?? 'heading';
  }

  get questionHash(): string {
    return this.#slice(1);
  }

  get answerHash(): string {
    return this.#slice(1 + hashLength);
  }

  get sketch(): string {
    return this.#rest().sketch;
  }

  get length(): number {
    return this.#rest().length;
  }

  get words(): number {
    return this.#rest().words;
  }

  #slice(from: number): string {
    return this.#digests.slice(this.#from + from, this.#from + from + hashLength);
  }
}
