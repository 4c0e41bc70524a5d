// Measures how similar two cards are, from what they say and where they are.
import type { Likeness } from './fingerprint/grams.ts';
import { compareGrams, likeness } from './fingerprint/grams.ts';
import type { CardFingerprint } from './fingerprint/card-fingerprint.ts';
import { compareSketches } from './fingerprint/sketch.ts';

/** How similar two cards' texts are, each 0–1. */
export interface Content {
  readonly question: number;
  readonly answer: number;
  /** How much an equal answer proves, from .2 for a word to .5 for a paragraph. */
  readonly answerWeight: number;
}

/** Characters from which an answer has full weight. */
const fullAnswer = 160;
/** Grams below which one text inside another proves nothing. */
const leastContained = 24;

function sameAnswer(a: CardFingerprint<unknown>, b: CardFingerprint<unknown>): boolean {
  if (a.answer !== null && b.answer !== null) return a.answer === b.answer;
  return a.answerHash() !== null && a.answerHash() === b.answerHash();
}

/** Compares full texts if both are known, else sketches. Returns null if neither is possible. */
function compareAnswers(a: CardFingerprint<unknown>, b: CardFingerprint<unknown>): Likeness | null {
  if (sameAnswer(a, b)) return likeness(1, 1, 1);
  const left = a.answerGrams();
  const right = b.answerGrams();
  if (left !== null && right !== null) return compareGrams(left, right);
  const first = a.sketch();
  const second = b.sketch();
  return first === null || second === null ? null : compareSketches(first, second);
}

function compareQuestions(a: CardFingerprint<unknown>, b: CardFingerprint<unknown>): number {
  if (a.question === b.question) return 1;
  return compareGrams(a.questionGrams(), b.questionGrams()).dice;
}

export function compareContent(a: CardFingerprint<unknown>, b: CardFingerprint<unknown>): Content {
  const alike = compareAnswers(a, b);
  const contained = alike !== null && alike.smaller >= leastContained ? 0.9 * alike.containment : 0;
  const length = Math.min(a.answerLength, b.answerLength);
  return {
    question: compareQuestions(a, b),
    answer: alike === null ? 0 : Math.max(alike.dice, contained),
    answerWeight: 0.2 + 0.3 * Math.min(1, length / fullAnswer),
  };
}

/** 0–1: share of heading texts, counted from the innermost, that two paths have in common. */
export function compareHeadings(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let equal = 0;
  for (let back = 1; back <= Math.min(a.length, b.length); back++) {
    if (a[a.length - back] === b[b.length - back]) equal++;
  }
  return equal / longest;
}
