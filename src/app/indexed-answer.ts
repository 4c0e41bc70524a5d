// What is kept of an answer, taken from its text when somebody asks: of all cards of a vault it takes half a second.
import type { Card } from '../core/card/card.ts';
import type { KeptAnswer } from '../core/identity/card-text.ts';
import {
  normalise,
  shortHash,
  shortHashOfNormalised,
  sketchOfNormalised,
} from '../core/identity/fingerprint.ts';
import { countWords } from '../core/note/word-count.ts';

/** An answer whose text stays in its note. */
export interface IndexedAnswer extends KeptAnswer {
  readonly words: number;
}

export class FreshAnswer implements IndexedAnswer {
  readonly #text: Pick<Card, 'question' | 'answer'>;
  #plain: string | null = null;
  readonly #taken: { -readonly [K in keyof IndexedAnswer]?: IndexedAnswer[K] } = {};

  constructor(text: Pick<Card, 'question' | 'answer'>) {
    this.#text = text;
  }

  get questionHash(): string {
    return (this.#taken.questionHash ??= shortHash(this.#text.question));
  }

  get answerHash(): string {
    return (this.#taken.answerHash ??= shortHashOfNormalised(this.#answer()));
  }

  get sketch(): string {
    return (this.#taken.sketch ??= sketchOfNormalised(this.#answer()));
  }

  get length(): number {
    return (this.#taken.length ??= this.#answer().length);
  }

  get words(): number {
    return (this.#taken.words ??= countWords(this.#text.answer));
  }

  #answer(): string {
    return (this.#plain ??= normalise(this.#text.answer));
  }
}
