import { expect, test } from '@jest/globals';
import type { CardText } from '../../../src/core/identity/fingerprint/card-text.ts';
import { fingerprintCards } from '../../../src/core/identity/fingerprint/card-fingerprint.ts';
import { note } from './cards.ts';

const [base] = note('n.md', ['Q', 'A']);

/** Each pair differs in what decides where all before it is equal. */
test.each<[string, Partial<CardText>, Partial<CardText>]>([
  ['note', { note: 'a.md', line: 9 }, { note: 'b.md', line: 1 }],
  ['line', { line: 1, source: 'lead-in' }, { line: 2, source: 'callout' }],
  ['source', { source: 'callout', headings: ['Z'] }, { source: 'heading', headings: ['A'] }],
  ['headings', { headings: ['A'], question: 'Z' }, { headings: ['B'], question: 'A' }],
  ['question', { question: 'A', ordinal: 2 }, { question: 'B', ordinal: 1 }],
  ['ordinal', { ordinal: 1, answer: 'Z' }, { ordinal: 2, answer: 'A' }],
  ['answer', { answer: 'A' }, { answer: 'B' }],
])('cards stand in the order of their %s, whatever order they came in', (_, first, second) => {
  if (!base) throw new Error('no card');
  const [one, two] = [
    { ...base, ...first },
    { ...base, ...second },
  ];
  for (const cards of [
    [one, two],
    [two, one],
  ]) {
    expect(fingerprintCards(cards).map(({ origin }) => origin)).toEqual([one, two]);
  }
});
