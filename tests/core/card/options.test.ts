// What the settings and odd notes leave out.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../src/core/card/options.ts';

/** `source: question → answer` of each card, with `/` for the end of a line. */
const cards = (text: string, options: Partial<CardOptions> = {}): string[] =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', ...options }).cards.map(
    ({ source, question, answer }) => `${source}: ${question} → ${answer}`.replaceAll('\n', '/'),
  );

describe('a source that is off', () => {
  test('makes no cards, while another source of the same blocks does', () => {
    const text = 'Opening.\n\n# Head\nText.';
    expect(cards(text)).toEqual(['title: Note → Opening.', 'heading: Head → Text.']);
    expect(cards(text, { sourcesOff: ['title'] })).toEqual(['heading: Head → Text.']);
    expect(cards(text, { sourcesOff: ['heading'] })).toEqual(['title: Note → Opening.']);
  });

  test('leaves its text to the card around it', () => {
    const text = '# Head\n> [!note] Title\n> Body.';
    expect(cards(text, { sourcesOff: ['callout'] })).toEqual(['heading: Head → > [!note] Title/> Body.']);
  });

  test('makes no card of a summary', () => {
    const text = '---\nsummary: Short.\n---\n# Head\nText.';
    expect(cards(text, { sourcesOff: ['property'] })).toEqual(['heading: Head → Text.']);
  });
});

describe('a drawing gives no cards', () => {
  const text = '# Head\nText.';
  test.each([
    ['by its name', 'Drawing.excalidraw.md', text],
    ['by its name in capitals', 'Drawing.EXCALIDRAW.MD', text],
    ['by its property', 'Drawing.md', `---\nexcalidraw-plugin: parsed\n---\n${text}`],
  ])('%s', (_, path, body) => {
    const read = extractCards({ path, text: body }, { ...defaultCardOptions, watch: 'all' });
    expect([read.skipped.map(({ reason }) => reason), read.cards]).toEqual([['a drawing'], []]);
  });
});

describe('a callout', () => {
  test('in the answer of a separator is not a card of its own', () => {
    const separators = { ...defaultCardOptions.separators, blockEnd: '+++' };
    const text = 'Q\n?\n> [!note] Title\n> Body.\n+++\n\n> [!tip] Other\n> Text.';
    expect(cards(text, { separators })).toEqual([
      'separator: Q → > [!note] Title/> Body.',
      'callout: Other → Text.',
    ]);
  });

  test('that is left out hides nothing, even where callouts are not cards', () => {
    const text = '# Head\nText.\n\n> [!todo] Title\n> It is ==wet==.';
    expect(cards(text)).toEqual(['heading: Head → Text.']);
    expect(cards(text, { sourcesOff: ['callout'] })).toEqual([
      'heading: Head → Text.//> [!todo] Title/> It is ==wet==.',
    ]);
  });

  test('hides nothing in its title, whatever else is in it', () => {
    const hidden = (text: string): string[] => cards(text).filter((one) => one.startsWith('cloze'));
    expect(hidden('> [!note] A ==title==')).toEqual([]);
    expect(hidden('> [!note] A ==title==\n> - [ ] ==task==')).toEqual([]);
    expect(hidden('> [!note] A ==title==\n> A ==body==.')).toEqual(['cloze: A ==[…]==. → A ==body==.']);
    expect(hidden('> [!note] A ==title==\n> - [ ] task\n> - ==item==')).toEqual([
      'cloze: - [ ] task/- ==[…]== → - [ ] task/- ==item==',
    ]);
  });
});

describe('a list of values in a summary', () => {
  test.each([
    ['of one is its text', 'summary: [One.]', ['property: Note → One.']],
    ['of two is a list', 'summary: [One., Two.]', ['property: Note → - One./- Two.']],
    ['of none is no card', 'summary: []', []],
    ['of links alone is no card', 'summary: "[[Page]]"', []],
  ])('%s', (_, line, expected) => {
    expect(cards(`---\n${line}\n---\n`)).toEqual(expected);
  });
});
