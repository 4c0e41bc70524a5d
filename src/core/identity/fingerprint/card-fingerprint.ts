// A card as the linker sees it: normalized once, measured only when a step needs it.
import { knownAnswer, knownQuestion, type AnyCard, type KeptAnswer, type LostCard } from './card-text.ts';
import { normalise, shortHashOfNormalised } from './fingerprint.ts';
import type { Grams } from './grams.ts';
import { gramsOf } from './grams.ts';
import type { Sketch } from './sketch.ts';
import { decodeSketch, sketchOf } from './sketch.ts';

const answerGram = 4;
/** Questions are short: with longer grams, one typo would lose a whole word. */
const questionGram = 3;

/** One card: old, new or lost. */
export interface CardFingerprint<Origin> {
  readonly origin: Origin;
  readonly note: string;
  readonly source: string;
  /** Heading texts above the card, without its own if the card is a heading. */
  readonly headings: readonly string[];
  readonly ordinal: number;
  readonly chip: string;
  readonly blockId: string | null;
  /** Normalized; cut at 160 characters if only the log knows the card. */
  readonly question: string;
  /** Normalized; null if the text is not available. */
  readonly answer: string | null;
  /** Characters of the normalized answer, estimated if only a sketch is known. */
  readonly answerLength: number;
  /** Position in the order of its note; -1 if unknown. */
  readonly position: number;
  /** Equal for equal question and answer; null if the log has no hashes. */
  hash(): string | null;
  answerHash(): string | null;
  questionGrams(): Grams;
  answerGrams(): Grams | null;
  sketch(): Sketch | null;
}

/** Computes a value on first use. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function above(source: string, headings: readonly string[]): readonly string[] {
  return (source === 'heading' ? headings.slice(0, -1) : headings).map(normalise);
}

function fingerprintText<C extends AnyCard>(origin: C, text: string, position: number): CardFingerprint<C> {
  const question = normalise(knownQuestion(origin));
  const answer = normalise(text);
  const questionHash = once(() => shortHashOfNormalised(question));
  const answerHash = once(() => shortHashOfNormalised(answer));
  const answerGrams = once(() => gramsOf(answer, answerGram));
  return {
    origin,
    note: origin.note,
    source: origin.source,
    headings: above(origin.source, origin.headings),
    ordinal: origin.ordinal,
    chip: origin.chip ?? '',
    blockId: origin.blockId ?? null,
    question,
    position,
    questionGrams: once(() => gramsOf(question, questionGram)),
    answer,
    answerLength: answer.length,
    hash: () => `${questionHash()} ${answerHash()}`,
    answerHash,
    answerGrams,
    sketch: once(() => sketchOf(answerGrams())),
  };
}

/**
 * As informative as the text, except for the likeness of answers, which a sketch only estimates. A start fingerprints
 * every card if one is lost, but looks closely at few: each part is computed when a step needs it.
 */
class KeptFingerprint<C extends AnyCard> implements CardFingerprint<C> {
  readonly origin: C;
  readonly note: string;
  readonly position: number;
  readonly answer = null;
  readonly #kept: KeptAnswer;
  #question: string | null = null;
  #headings: readonly string[] | null = null;
  #questionGrams: Grams | null = null;
  #sketch: { readonly value: Sketch | null } | null = null;

  constructor(origin: C, kept: KeptAnswer, position: number) {
    this.origin = origin;
    this.note = origin.note;
    this.position = position;
    this.#kept = kept;
  }

  get source(): string {
    return this.origin.source;
  }

  get headings(): readonly string[] {
    return (this.#headings ??= above(this.source, this.origin.headings));
  }

  get ordinal(): number {
    return this.origin.ordinal;
  }

  get chip(): string {
    return this.origin.chip ?? '';
  }

  get blockId(): string | null {
    return this.origin.blockId ?? null;
  }

  get question(): string {
    return (this.#question ??= normalise(knownQuestion(this.origin)));
  }

  get answerLength(): number {
    return this.#kept.length;
  }

  hash(): string {
    return `${this.#kept.questionHash} ${this.#kept.answerHash}`;
  }

  answerHash(): string {
    return this.#kept.answerHash;
  }

  questionGrams(): Grams {
    return (this.#questionGrams ??= gramsOf(this.question, questionGram));
  }

  answerGrams(): null {
    return null;
  }

  sketch(): Sketch | null {
    return (this.#sketch ??= { value: decodeSketch(this.#kept.sketch) }).value;
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const answerOf = (card: AnyCard): string => ('kept' in card ? card.kept.answerHash : knownAnswer(card));

function inOrder(a: AnyCard, b: AnyCard): number {
  return (
    compareText(a.note, b.note) ||
    a.line - b.line ||
    compareText(a.source, b.source) ||
    compareText(a.headings.join('\n'), b.headings.join('\n')) ||
    compareText(a.question, b.question) ||
    a.ordinal - b.ordinal ||
    compareText(answerOf(a), answerOf(b))
  );
}

/** The cards in order of path and line, whatever their input order. */
export function fingerprintCards<C extends AnyCard>(cards: readonly C[]): CardFingerprint<C>[] {
  let note: string | null = null;
  let position = 0;
  return [...cards].sort(inOrder).map((card) => {
    position = card.note === note ? position + 1 : 0;
    note = card.note;
    return 'kept' in card
      ? new KeptFingerprint<C>(card, card.kept, position)
      : fingerprintText<C>(card, knownAnswer(card), position);
  });
}

class LostFingerprint<L extends LostCard> implements CardFingerprint<L> {
  readonly origin: L;
  readonly note: string;
  readonly source: string;
  readonly position = -1;
  readonly chip = '';
  readonly blockId = null;
  readonly answer = null;
  #question: string | null = null;
  #headings: readonly string[] | null = null;
  readonly questionGrams = once(() => gramsOf(this.question, questionGram));
  readonly sketch = once(() => decodeSketch(this.origin.snapshot.sketch));

  constructor(origin: L) {
    this.origin = origin;
    this.note = origin.snapshot.path;
    this.source = origin.snapshot.source;
  }

  get headings(): readonly string[] {
    return (this.#headings ??= above(this.source, this.origin.snapshot.headings));
  }

  get ordinal(): number {
    return this.origin.snapshot.ordinal;
  }

  get question(): string {
    return (this.#question ??= normalise(this.origin.snapshot.question));
  }

  get answerLength(): number {
    const count = this.sketch()?.count ?? 0;
    // The length of a text with that many pieces if none repeats: the ends form shorter ones.
    return count === 0 ? 0 : count + answerGram - 2;
  }

  hash(): string | null {
    const { questionHash, answerHash } = this.origin.snapshot;
    return questionHash !== '' && answerHash !== '' ? `${questionHash} ${answerHash}` : null;
  }

  answerHash(): string | null {
    return this.origin.snapshot.answerHash || null;
  }

  answerGrams(): null {
    return null;
  }
}

/** The lost cards in order of their ids. */
export function fingerprintLost<L extends LostCard>(lost: readonly L[]): CardFingerprint<L>[] {
  return [...lost].sort((a, b) => compareText(a.id, b.id)).map((origin) => new LostFingerprint(origin));
}
