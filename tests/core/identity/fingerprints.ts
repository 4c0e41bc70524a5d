// Cards as the steps of the linker see them, with just the fields that a test names.
import { gramsOf } from '../../../src/core/identity/fingerprint/grams.ts';
import type { Grams } from '../../../src/core/identity/fingerprint/grams.ts';
import { startMatching } from '../../../src/core/identity/matching.ts';
import type { Matching } from '../../../src/core/identity/matching.ts';
import type { CardFingerprint } from '../../../src/core/identity/fingerprint/card-fingerprint.ts';
import { openComparison } from '../../../src/core/identity/comparison.ts';
import type { Comparison } from '../../../src/core/identity/comparison.ts';

export type Named = CardFingerprint<string>;

export function print(origin: string, fields: Partial<Named> = {}): Named {
  const { question = 'Q', answer = 'A' } = fields;
  return {
    origin,
    note: 'n.md',
    source: 'heading',
    headings: [],
    ordinal: 0,
    chip: '',
    blockId: null,
    question,
    answer,
    answerLength: answer?.length ?? 0,
    position: 0,
    hash: () => null,
    answerHash: () => null,
    questionGrams: () => gramsOf(question, 3),
    answerGrams: () => (answer === null ? null : gramsOf(answer, 4)),
    sketch: () => null,
    ...fields,
  };
}

/** The numbers from `from` on, below `to`: sets whose likeness is seen at once. */
export function grams(from: number, to: number): Grams {
  return Uint32Array.from({ length: to - from }, (_, at) => from + at);
}

/** A card whose question and answer are just sets. */
export function measured(origin: string, question: Grams, answer: Grams, fields: Partial<Named> = {}): Named {
  return print(origin, {
    question: origin,
    answer: null,
    answerLength: 160,
    questionGrams: () => question,
    answerGrams: () => answer,
    ...fields,
  });
}

/** The cards of one note in their order. */
export function inNote(note: string, ...cards: readonly Named[]): Named[] {
  return cards.map((card, position) => ({ ...card, note, position }));
}

export function comparisonOf(
  olds: readonly Named[],
  news: readonly Named[],
  linked: readonly (readonly [from: Named | undefined, to: Named | undefined])[] = [],
  moves: ReadonlyMap<string, string> = new Map(),
): Comparison<string, string> {
  const matching: Matching<string, string> = startMatching();
  for (const [from, to] of linked) if (from && to) matching.link(from, to, 'exact', 1);
  return openComparison(olds, news, moves, matching);
}

/** `from → to` of the links of a step, in the order in which they were made. */
export function linksOf({ matching }: Comparison<string, string>, step: string): string[] {
  return matching.matches
    .filter((match) => match.step === step)
    .map(({ from, to }) => `${from.origin} → ${to.origin}`);
}
