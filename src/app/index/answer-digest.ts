// The digest of an answer, computed from its text on demand: for all cards of a vault it takes half a second.
import type { Card } from '../../core/card/card.ts';
import { knownAnswer, knownQuestion, type KeptAnswer } from '../../core/identity/fingerprint/card-text.ts';
import {
  normalise,
  shortHash,
  shortHashOfNormalised,
  sketchOfNormalised,
} from '../../core/identity/fingerprint/fingerprint.ts';
import { countWords } from '../../core/note/word-count.ts';

/** An answer whose text stays in its note. */
export interface IndexedAnswer extends KeptAnswer {
  readonly words: number;
}

export class AnswerDigest implements IndexedAnswer {
  readonly #shown: string;
  readonly #plain: Plain;
  #words: number | null = null;

  /** @param before from a card with the same id and thus the same normalized texts; its results are reused */
  constructor(card: Pick<Card, 'question' | 'answer'> & Partial<Card>, before: IndexedAnswer | null = null) {
    const text = { question: knownQuestion(card), answer: knownAnswer(card) };
    this.#shown = card.answer;
    if (before instanceof AnswerDigest) {
      this.#plain = before.#plain;
      this.#plain.text = text;
    } else this.#plain = new Plain(text, before);
  }

  get questionHash(): string {
    return this.#plain.questionHash;
  }

  get answerHash(): string {
    return this.#plain.answerHash;
  }

  get sketch(): string {
    return this.#plain.sketch;
  }

  get length(): number {
    return this.#plain.length;
  }

  get words(): number {
    return (this.#words ??= countWords(this.#shown));
  }
}

/** What is computed from the normalized texts, shared by all identical readings of a card. */
class Plain implements KeptAnswer {
  /** From the last reading: an older text would keep its whole note in memory. */
  text: Pick<Card, 'question' | 'answer'>;
  readonly #taken: { -readonly [K in keyof KeptAnswer]?: KeptAnswer[K] };
  #answer: string | null = null;

  constructor(text: Pick<Card, 'question' | 'answer'>, before: KeptAnswer | null) {
    this.text = text;
    this.#taken = before
      ? {
          questionHash: before.questionHash,
          answerHash: before.answerHash,
          sketch: before.sketch,
          length: before.length,
        }
      : {};
  }

  get questionHash(): string {
    return (this.#taken.questionHash ??= shortHash(this.text.question));
  }

  get answerHash(): string {
    return (this.#taken.answerHash ??= shortHashOfNormalised(this.#plain()));
  }

  get sketch(): string {
    return (this.#taken.sketch ??= sketchOfNormalised(this.#plain()));
  }

  get length(): number {
    return (this.#taken.length ??= this.#plain().length);
  }

  #plain(): string {
    return (this.#answer ??= normalise(this.text.answer));
  }
}
