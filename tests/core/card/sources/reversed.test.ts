// Reversed cards: which terms are asked for by their text, and how a term is masked in it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../../src/core/card/options.ts';
import { maskTerm } from '../../../../src/core/card/sources/reversed.ts';
import { anySign, runs } from '../../../random.ts';

const readNote = (text: string, options: Partial<CardOptions> = { reversed: 'on' }) =>
  extractCards({ path: 'Sleep.md', text }, { ...defaultCardOptions, watch: 'all', ...options }).cards;
const read = (text: string, options?: Partial<CardOptions>) =>
  readNote(text, options).map(({ source, question, answer }) => [source, question, answer]);

describe('a term is masked', () => {
  test.each([
    ['as it is written', 'A spindle is a burst.', 'Spindle', 'A […] is a burst.'],
    ['with an ending', 'Many spindles; Spindel, Spindeln.', 'Spindel', 'Many spindles; […], […].'],
    ['without its own ending', 'One neuron fires.', 'Neurons', 'One […] fires.'],
    ['in several words', 'Slow waves, slow-wave sleep.', 'Slow wave', '[…], […] sleep.'],
    [
      'by its short form',
      'An LSTM is a long short-term memory.',
      'Long short-term memory (LSTM)',
      'An […] is a […].',
    ],
    ['only as a whole word', 'A cellular cell, and a rate.', 'Rat', 'A cellular cell, and a rate.'],
    ['in scripts without blanks', '睡眠紡錘波は波です。', '紡錘波', '睡眠[…]は波です。'],
    ['in Russian', 'Синхронизация сна и сны.', 'Синхронизация', '[…] сна и сны.'],
    ['with its link', 'See [[Spindle|the burst]] and [[Wave]].', 'Spindle', 'See […] and [[Wave]].'],
    [
      'but not in pictures, addresses, code and maths',
      '![[spindle.png]] `spindle` $spindle$ https://a.b/spindle',
      'Spindle',
      '![[spindle.png]] `spindle` $spindle$ https://a.b/spindle',
    ],
    ['with signs that a pattern would read', 'C++ (1) is a language.', 'C++ (1)', '[…] is a language.'],
  ])('%s', (_, text, term, masked) => {
    expect(maskTerm(text, term)).toBe(masked);
  });

  test('whatever it is, without an error', () => {
    const sign = fc.string({ unit: anySign, maxLength: 12 });
    fc.assert(
      fc.property(sign, sign, (text, term) => typeof maskTerm(text, term) === 'string'),
      { numRuns: runs(10_000, 200) },
    );
  });
});

describe('a text asks for its term', () => {
  test.each([
    ['heading', '# Spindle\nSpindles are bursts.', '[…] are bursts.', 'Spindle'],
    ['lead-in', '# Stages\n**N2:** has spindles.', 'has spindles.', 'N2'],
    ['callout', '> [!info] Spindle\n> A burst of the thalamus.', 'A burst of the thalamus.', 'Spindle'],
    ['table', '| a | b |\n|-|-|\n| N2 | has spindles |', 'has spindles', 'N2'],
  ])('of a %s, right behind the other direction, as its sibling', (source, text, question, answer) => {
    const cards = readNote(text);
    expect(cards.map((card) => [card.source, card.question, card.answer]).at(-1)).toEqual([
      source,
      question,
      answer,
    ]);
    const [forward, back] = cards.slice(-2);
    expect(forward?.group).not.toBeNull();
    expect(back?.group).toBe(forward?.group);
    expect([back?.aside, back?.line]).toEqual([false, forward?.line]);
  });

  test('where the note says so, and not without', () => {
    const text = '# Spindle\nA burst.';
    expect(readNote(text, {})).toHaveLength(1);
    expect(readNote(`---\nreversed: true\n---\n${text}`, {})).toHaveLength(2);
    expect(readNote(`---\nreversed: false\n---\n${text}`, {})).toHaveLength(1);
  });

  test.each([
    ['a question', '# What is a spindle?\nA burst.'],
    ['a heading that names no thing', '# Overview\nA burst.'],
    ['a long heading', '# The bursts that the sleeping thalamus makes in N2\nA burst.'],
    ['a long text', `# Spindle\n${'word '.repeat(100)}`],
    ['a text of nothing but the term', '# Spindle\nSpindle.'],
    ['the name of the note, which stands above it', '# Sleep\nA state.'],
    ['a term that stands in markup', '# Krebs cycle\nThe **Krebs** cycle makes ATP.'],
    ['a term that a picture names', '# Encoder-Decoder\n![[encoder_decoder.png]] is its shape.'],
    ['what a heading above it says', '# Spindle types\n## Spindle\nA burst.'],
  ])('but not %s', (_, text) => {
    expect(readNote(text)).toHaveLength(1);
  });

  test('and the clozes of its text stay siblings of both', () => {
    const cards = readNote('# Spindle\nA burst of ==11 to 16 Hz==.');
    expect(cards.map(({ source }) => source).sort()).toEqual(['cloze', 'heading', 'heading']);
    expect(new Set(cards.map(({ group }) => group)).size).toBe(1);
  });
});

test('a text that two terms share asks for neither', () => {
  const rows = '| a | b |\n|-|-|\n| Paris | France |\n| Lyon | France |\n| Rome | Italy |';
  expect(read(rows).map(([, question]) => question)).toEqual(['Paris', 'Lyon', 'Rome', 'Italy']);
  const cells = '| a | b | c |\n|-|-|-|\n| Paris | France | Seine |';
  expect(readNote(cells, { reversed: 'on', wideTables: 'cells' })).toHaveLength(2);
});

test('without reversed cards every other card is the same', () => {
  const text = '# Spindle\nA burst.\n\n**N2:** has ==spindles==.\n\n| a | b |\n|-|-|\n| x | y |';
  const on = read(text);
  for (const card of read(text, {})) expect(on).toContainEqual(card);
});
