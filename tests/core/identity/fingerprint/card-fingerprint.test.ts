import { describe, expect, test } from '@jest/globals';
import type { CardText, KeptCard, LostCard } from '../../../../src/core/identity/fingerprint/card-text.ts';
import { keepAnswer, shortHash } from '../../../../src/core/identity/fingerprint/fingerprint.ts';
import { gramsOf } from '../../../../src/core/identity/fingerprint/grams.ts';
import {
  fingerprintCards,
  fingerprintLost,
  type CardFingerprint,
} from '../../../../src/core/identity/fingerprint/card-fingerprint.ts';
import { sketchOf } from '../../../../src/core/identity/fingerprint/sketch.ts';
import { lose } from '../cards.ts';

const card: CardText = {
  note: 'n.md',
  source: 'heading',
  question: 'What  is\nit?',
  answer: 'The  answer.',
  headings: ['Top', 'What  is\nit?'],
  ordinal: 2,
  line: 7,
};
const { answer, ...place } = card;
const kept: KeptCard = { ...place, kept: keepAnswer({ question: card.question, answer }) };
const hashes = `${shortHash('What is it?')} ${shortHash('The answer.')}`;
const grams = gramsOf('The answer.', 4);

/** What every print of the card tells alike. */
const printed = {
  note: 'n.md',
  source: 'heading',
  headings: ['Top'],
  ordinal: 2,
  chip: '',
  blockId: null,
  question: 'What is it?',
  hash: hashes,
  answerHash: shortHash('The answer.'),
  questionGrams: gramsOf('What is it?', 3),
  sketch: sketchOf(grams),
};

/** All that a print tells, asked once. */
const seen = <Origin>(print: CardFingerprint<Origin> | undefined) => ({
  origin: print?.origin,
  note: print?.note,
  source: print?.source,
  headings: print?.headings,
  ordinal: print?.ordinal,
  chip: print?.chip,
  blockId: print?.blockId,
  question: print?.question,
  answer: print?.answer,
  answerLength: print?.answerLength,
  position: print?.position,
  hash: print?.hash(),
  answerHash: print?.answerHash(),
  questionGrams: print?.questionGrams(),
  answerGrams: print?.answerGrams(),
  sketch: print?.sketch(),
});

describe('a card gets a fingerprint', () => {
  test.each([
    ['with its text', card, { answer: 'The answer.', grams }],
    ['without its text', kept, { answer: null, grams: null }],
  ])('%s', (_, origin, expected) => {
    const [print] = fingerprintCards([origin]);
    expect(seen(print)).toEqual({
      ...printed,
      origin,
      answer: expected.answer,
      answerLength: 11,
      position: 0,
      answerGrams: expected.grams,
    });
  });

  test.each([
    ['without its own heading where it is one', 'heading', ['Top']],
    ['with all headings above it else', 'lead-in', ['Top', 'What is it?']],
  ])('%s', (_, source, headings) => {
    expect(fingerprintCards([{ ...card, source }])[0]?.headings).toEqual(headings);
  });

  test('with its chip and its block id', () => {
    const prints = fingerprintCards([{ ...card, chip: 'summary', blockId: 'id' }]);
    expect(prints.map(({ chip, blockId }) => [chip, blockId])).toEqual([['summary', 'id']]);
  });
});

describe('cards stand in the order of', () => {
  test.each<[string, Partial<CardText>, Partial<CardText>]>([
    ['their notes', { note: 'a.md', line: 9 }, { note: 'b.md', line: 1 }],
    ['their lines', { line: 9, source: 'z' }, { line: 10, source: 'a' }],
    ['their sources', { source: 'a', headings: ['Z'] }, { source: 'b', headings: ['A'] }],
    ['their headings', { headings: ['A'], question: 'z' }, { headings: ['B'], question: 'a' }],
    ['their questions', { question: 'a', ordinal: 9 }, { question: 'b', ordinal: 1 }],
    ['their ordinals', { ordinal: 1, answer: 'z' }, { ordinal: 2, answer: 'a' }],
    ['their answers', { answer: 'a' }, { answer: 'b' }],
  ])('%s', (_, first, second) => {
    const [one, two] = [
      { ...card, ...first },
      { ...card, ...second },
    ];
    const orders = [
      [one, two],
      [two, one],
    ].map((cards) => fingerprintCards(cards).map(({ origin }) => origin));
    expect(orders).toEqual([
      [one, two],
      [one, two],
    ]);
  });

  test('the hashes of their answers where these are not at hand', () => {
    const withHash = (answerHash: string): KeptCard => ({ ...kept, kept: { ...kept.kept, answerHash } });
    const prints = fingerprintCards([withHash('b'), withHash('a')]);
    expect(prints.map(({ origin }) => origin.kept.answerHash)).toEqual(['a', 'b']);
  });

  test('equal cards keep theirs', () => {
    const equal = [{ ...card }, { ...card }];
    expect(fingerprintCards(equal).map(({ origin }) => equal.indexOf(origin))).toEqual([0, 1]);
  });

  test('their note, counted from one in each', () => {
    const cards = ['b.md', 'a.md', 'a.md'].map((note, at) => ({ ...card, note, line: at }));
    expect(fingerprintCards(cards).map(({ note, position }) => [note, position])).toEqual([
      ['a.md', 0],
      ['a.md', 1],
      ['b.md', 0],
    ]);
  });
});

describe('a card that only the log knows gets a fingerprint', () => {
  const lost = lose(card);
  const withSnapshot = (snapshot: Partial<LostCard['snapshot']>): LostCard => ({
    ...lost,
    snapshot: { ...lost.snapshot, ...snapshot },
  });

  test('from its snapshot', () => {
    const [print] = fingerprintLost([lost]);
    expect(seen(print)).toEqual({
      ...printed,
      origin: lost,
      answer: null,
      answerLength: answer.length,
      position: -1,
      answerGrams: null,
    });
  });

  test.each([
    [
      'no hash of both where that of the question is missing',
      { questionHash: '' },
      [null, shortHash(answer), answer.length],
    ],
    ['no hash where that of the answer is missing', { answerHash: '' }, [null, null, answer.length]],
    ['no length where the sketch is missing', { sketch: '' }, [hashes, shortHash(answer), 0]],
  ])('with %s', (_, snapshot, expected) => {
    const [print] = fingerprintLost([withSnapshot(snapshot)]);
    expect([print?.hash(), print?.answerHash(), print?.answerLength]).toEqual(expected);
  });

  test('in the order of ids', () => {
    const ids = ['b', 'c', 'a'].map((id) => ({ ...lost, id }));
    expect(fingerprintLost(ids).map(({ origin }) => origin.id)).toEqual(['a', 'b', 'c']);
  });

  test('without a change to the list that was given', () => {
    const ids = ['b', 'a'].map((id) => ({ ...lost, id }));
    fingerprintLost(ids);
    expect(ids.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
