// A row keeps its history, whatever happens to the table around it; and so does the card that the table was part of.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards, possibleCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../src/core/card/options.ts';
import { cardIds, keepAnswer } from '../../../src/core/identity/fingerprint/fingerprint.ts';
import { runs } from '../../random.ts';
import { link } from './cards.ts';

const cardsOf = (text: string, options: Partial<CardOptions> = {}) =>
  extractCards({ path: 'n.md', text }, { ...defaultCardOptions, watch: 'all', ...options }).cards;

const rows = (...cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
const table = (head: readonly string[], ...body: readonly (readonly string[])[]): string =>
  `# Waves\n\n${rows(
    head,
    head.map(() => '---'),
    ...body,
  )}\n`;

const heads = ['Term', 'Definition'];
const base: readonly (readonly [string, string])[] = [
  ['Spindle', 'A burst of 11 to 16 Hz made by the thalamus'],
  ['K-complex', 'A large sharp wave, the answer to a sound'],
  ['Slow wave', 'A wave of 0.5 to 2 Hz above 75 µV'],
  ['Alpha', 'The rhythm of closed eyes'],
];
const before = cardsOf(table(heads, ...base));

/** Which question each old one goes on as. */
const linked = (after: string, options?: Partial<CardOptions>) =>
  Object.fromEntries(
    link(before, cardsOf(after, options)).links.map(({ from, to }) => [from.question, to.question]),
  );
const all = Object.fromEntries(base.map(([name]) => [name, name]));

describe('the history of a row goes on', () => {
  test.each([
    ['is moved', table(heads, ...[...base].reverse())],
    ['gets a neighbour', table(heads, ['Theta', 'Drowsiness'], ...base)],
    ['gets a column', table([...heads, 'Stage'], ...base.map(([name, text]) => [name, text, 'N2']))],
    [
      'gets a column before the others',
      table(['Nr.', ...heads], ...base.map((row, at) => [`${at}`, ...row])),
    ],
    ['stands under other heads', table(['Wave', 'What it is'], ...base)],
    ['is set in other widths', table(heads, ...base).replaceAll(' |', '    |')],
    ['moves to another heading', table(heads, ...base).replace('# Waves', '# Rhythms')],
  ])('where it %s', (_, after) => {
    expect(linked(after)).toEqual(all);
  });

  test('where a cell is mended', () => {
    const mended = base.map(([name, text]) => [
      name.replace('Spindle', 'Spindles'),
      text.replace('sharp', 'steep'),
    ]);
    expect(linked(table(heads, ...mended))).toEqual({ ...all, Spindle: 'Spindles' });
  });

  test('in any order of any rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...base], { minLength: 1 }), (kept) => {
        const links = linked(table(heads, ...kept));
        expect(links).toEqual(Object.fromEntries(kept.map(([name]) => [name, name])));
      }),
      { numRuns: runs(2000, 100) },
    );
  });
});

describe('before tables were cards', () => {
  const known = (cards: ReturnType<typeof cardsOf>) =>
    cards.map((card, at) => ({
      id: cardIds(cards)[at],
      source: card.source,
      ordinal: card.ordinal,
      ...keepAnswer(card),
    }));

  test.each([
    ['a heading', '# A\nText.\n\n| a | b |\n|-|-|\n| x | y |\n'],
    ['a title', 'Text.\n\n| a | b |\n|-|-|\n| x | y |\n\nMore.\n'],
    ['a lead-in', '# A\n**Lead:** text\n\n| a | b |\n|-|-|\n| x | y |\n'],
    ['a callout', '> [!note] A\n> Text.\n>\n> | a | b |\n> |-|-|\n> | x | y |\n>\n> More.\n'],
    ['an introduction', '# A\nText.\n\nThese:\n\n| a | b |\n|-|-|\n| x | y |\n'],
  ])('%s is known by the text that it had', (_, text) => {
    const on = cardsOf(text).filter(({ source }) => source !== 'table');
    const off = cardsOf(text, { sourcesOff: ['table'] });
    expect(on).toHaveLength(1);
    expect(known(on)).toEqual(known(off));
    expect(on[0]?.answer).not.toBe(off[0]?.answer);
  });

  test('a card that was nothing but a table waits with its history, and comes back', () => {
    const text = '# A\n| a | b |\n|-|-|\n| x | y |\n';
    const off = cardsOf(text, { sourcesOff: ['table'] });
    expect(off.map(({ source }) => source)).toEqual(['heading']);
    const possible = possibleCards({ path: 'n.md', text }).map(keepAnswer);
    for (const card of [...off, ...cardsOf(text)]) expect(possible).toContainEqual(keepAnswer(card));
  });

  test('every card of a wide table, asked in whatever way, is possible', () => {
    const text = '# A\n| a | b | c |\n|-|-|-|\n| x | y | z |\n';
    const possible = possibleCards({ path: 'n.md', text }).map(keepAnswer);
    for (const wideTables of ['off', 'rows', 'cells'] as const)
      for (const card of cardsOf(text, { wideTables })) expect(possible).toContainEqual(keepAnswer(card));
  });
});
