import { describe, expect, test } from '@jest/globals';
import type { KeyOf } from '../../../../src/core/identity/steps/exact.ts';
import {
  answerKey,
  hashKey,
  linkAnywhere,
  linkPlaces,
  linkWithinNotes,
  textKey,
  withSource,
} from '../../../../src/core/identity/steps/exact.ts';
import { inNote, linksOf, print, comparisonOf } from '../fingerprints.ts';
import type { Named } from '../fingerprints.ts';

const hashed = (fields: Partial<Named> = {}): Named =>
  print('hashed', {
    answer: null,
    answerLength: 40,
    hash: () => 'both',
    answerHash: () => 'answer',
    ...fields,
  });

describe('what has to be equal is', () => {
  const text = print('text', { question: 'Q', answer: 'A', hash: () => 'both', answerHash: () => 'answer' });
  test.each<[string, KeyOf, Named, string | null]>([
    ['question and answer', textKey, text, 'Q\u0000A'],
    ['question and answer, though the answer is empty', textKey, { ...text, answer: '' }, 'Q\u0000'],
    ['the hash of both, of a card without its text', textKey, hashed(), 'both'],
    ['nothing, of a card that only the log knows', textKey, hashed({ position: -1 }), null],
    ['the hash of both, of a lost card too', hashKey, hashed({ position: -1 }), 'both'],
    ['the source beside the rest', withSource(textKey), text, 'heading\u0000Q\u0000A'],
    ['nothing, where the rest is nothing', withSource(textKey), hashed({ position: -1 }), null],
    ['an answer of the least length', answerKey(1), text, 'A'],
    ['no answer below the least length', answerKey(2), text, null],
    ['the hash of an answer without its text', answerKey(40), hashed(), 'answer'],
    ['no answer that only the log knows', answerKey(40), hashed({ position: -1 }), null],
  ])('%s', (_, keyOf, card, expected) => {
    expect(keyOf(card)).toBe(expected);
  });
});

const short = 'Yes.';
const telling = 'An answer of sixty characters or more, which no template has in it.';

const card = (origin: string, fields: Partial<Named> = {}): Named =>
  print(origin, { question: 'Q', answer: short, ...fields });

describe('equal cards within a note', () => {
  const within = (
    olds: readonly Named[],
    news: readonly Named[],
    onlySingle = false,
    moves: ReadonlyMap<string, string> = new Map(),
  ): string[] => {
    const comparison = comparisonOf(olds, news, [], moves);
    linkWithinNotes(comparison, olds, textKey, 'exact', onlySingle);
    return linksOf(comparison, 'exact').sort();
  };

  test.each([
    ['are linked where there is one on each side', [card('a')], [card('x')], ['a → x']],
    ['are not linked where they differ', [card('a')], [card('x', { answer: 'No.' })], []],
    ['are not linked across notes', [card('a')], [card('x', { note: 'm.md' })], []],
    [
      'are linked in order where there are several',
      inNote('n.md', card('a'), card('b')),
      inNote('n.md', card('x'), card('y')),
      ['a → x', 'b → y'],
    ],
    [
      'are linked by their headings before their order',
      inNote('n.md', card('a', { headings: ['H'] }), card('b', { headings: ['I'] })),
      inNote('n.md', card('x', { headings: ['I'] }), card('y', { headings: ['H'] })),
      ['a → y', 'b → x'],
    ],
    [
      'are linked by their neighbours before their order',
      inNote('n.md', card('a'), card('s', { answer: 'S' }), card('b')),
      inNote('n.md', card('s2', { answer: 'S' }), card('x')),
      ['b → x', 's → s2'],
    ],
    [
      'leave over what one side has more of, the farthest',
      inNote('n.md', card('a'), card('b'), card('c')),
      inNote('n.md', card('x')),
      ['a → x'],
    ],
  ])('%s', (_, olds, news, expected) => {
    expect(within(olds, news)).toEqual(expected);
  });

  test.each([
    ['two old ones', [card('a'), card('b')], [card('x')]],
    ['two new ones', [card('a')], [card('x'), card('y')]],
  ])('are left alone where only single ones are wanted and there are %s', (_, olds, news) => {
    expect(within(olds, news, true)).toEqual([]);
  });

  test('are looked for where their note is now', () => {
    const moves = new Map([['n.md', 'm.md']]);
    expect(within([card('a')], [card('x', { note: 'm.md' }), card('y')], false, moves)).toEqual(['a → x']);
  });

  test('are linked by place and then by order alone where there are thousands of pairs', () => {
    const many = (side: string, place: (at: number) => string): Named[] =>
      inNote(
        'n.md',
        ...Array.from({ length: 51 }, (_, at) => card(`${side}${at}`, { headings: [place(at)] })),
      );
    const olds = many('a', (at) => (at === 50 ? 'first' : 'rest'));
    const news = many('x', (at) => (at === 0 ? 'first' : at === 1 ? 'new' : 'rest'));
    const links = within(olds, news);
    expect([
      links.length,
      links.includes('a50 → x0'),
      links.includes('a0 → x2'),
      links.includes('a49 → x1'),
    ]).toEqual([51, true, true, true]);
  });

  test('are linked by order where there are thousands of pairs and their heading is gone', () => {
    const many = (side: string, heading: string): Named[] =>
      inNote('n.md', ...Array.from({ length: 51 }, (_, at) => card(`${side}${at}`, { headings: [heading] })));
    const expected = Array.from({ length: 51 }, (_, at) => `a${at} → x${at}`);
    expect(within(many('a', 'Old'), many('x', 'New'))).toEqual(expected.sort());
  });
});

describe('equal cards of different notes', () => {
  const anywhere = (
    olds: readonly Named[],
    news: readonly Named[],
    linked: Parameters<typeof comparisonOf>[2] = [],
    allows?: () => boolean,
  ): string[] => {
    const comparison = comparisonOf(olds, news, linked);
    linkAnywhere(comparison, olds, textKey, 'moved', allows);
    return linksOf(comparison, 'moved').sort();
  };
  const there = (origin: string, fields: Partial<Named> = {}): Named =>
    card(origin, { note: 'm.md', ...fields });
  // With its question, of one letter, 24 characters.
  const enough = { answer: 'x'.repeat(23) };

  test.each([
    ['are linked from 24 characters on', [card('a', enough)], [there('x', enough)], ['a → x']],
    [
      'are not linked below 24 characters',
      [card('a', { answer: 'x'.repeat(22) })],
      [there('x', { answer: 'x'.repeat(22) })],
      [],
    ],
    [
      'are not linked where an equal one is new, too',
      [card('a', enough)],
      [there('x', enough), there('y', enough)],
      [],
    ],
    ['are not linked where two are old', [card('a', enough), card('b', enough)], [there('x', enough)], []],
    ['are not linked where there is none', [card('a', enough)], [], []],
    ['are not looked for where nothing is lost', [], [there('x', enough)], []],
  ])('%s', (_, olds, news, expected) => {
    expect(anywhere(olds, news)).toEqual(expected);
  });

  test('are not linked where that is not allowed', () => {
    expect(anywhere([card('a', enough)], [there('x', enough)], [], () => false)).toEqual([]);
  });

  describe('of which all others are where they were', () => {
    const last = (answer: string): string[] => {
      const stays = print('stays', { note: 'o.md', answer });
      const olds = [card('a', { answer }), stays];
      const still = { ...stays, origin: 'still' };
      return anywhere(olds, [there('x', { answer }), still], [[stays, still]]);
    };
    test.each([
      ['are linked from 60 characters on', 59, ['a → x']],
      ['are not linked below 60 characters', 58, []],
    ])('%s', (_, length, expected) => {
      expect(last('x'.repeat(length))).toEqual(expected);
    });
  });

  test('are linked, though short, where another card of their note came along', () => {
    const along = card('along', { answer: 'B' });
    const came = there('came', { answer: 'B' });
    expect(anywhere([card('a'), along], [there('x'), came], [[along, came]])).toEqual(['a → x']);
  });

  test('are not linked, though another card came along, where that is not allowed', () => {
    const along = card('along', { answer: 'B' });
    const came = there('came', { answer: 'B' });
    expect(anywhere([card('a'), along], [there('x'), came], [[along, came]], () => false)).toEqual([]);
  });

  test('are linked to the one between the same neighbours rather than to the first', () => {
    const olds = inNote('n.md', card('s', { answer: 'S' }), card('a'));
    const news = inNote(
      'm.md',
      card('x'),
      card('t', { answer: 'T' }),
      card('s2', { answer: 'S' }),
      card('y'),
    );
    expect(anywhere(olds, news, [[olds[0], news[2]]])).toEqual(['a → y']);
  });

  test('are linked to the one in their own note rather than to another', () => {
    expect(anywhere([card('a', { position: 7 })], [there('x'), card('y', { position: 9 })])).toEqual([
      'a → y',
    ]);
  });

  test.each([
    ['are linked where there are 2,500 pairs', 50, 50],
    ['are not compared where there are more', 51, 0],
  ])('%s', (_, count, expected) => {
    const many = (side: string, note: string): Named[] =>
      inNote(note, ...Array.from({ length: count }, (__, at) => card(`${side}${at}`)));
    const along = card('along', { answer: 'B', position: 90 });
    const came = there('came', { answer: 'B', position: 90 });
    const links = anywhere([...many('a', 'n.md'), along], [...many('x', 'm.md'), came], [[along, came]]);
    expect(links).toHaveLength(expected);
  });

  test('may stand in any note where nothing is said of that', () => {
    expect(anywhere([card('a', { answer: telling })], [there('x', { answer: telling })])).toEqual(['a → x']);
  });
});

describe('a card of the same place', () => {
  const places = (
    olds: readonly Named[],
    news: readonly Named[],
    fits = true,
    moves: ReadonlyMap<string, string> = new Map(),
    linked: Parameters<typeof comparisonOf>[2] = [],
  ): string[] => {
    const comparison = comparisonOf(olds, news, linked, moves);
    linkPlaces(comparison, olds, () => fits);
    return linksOf(comparison, 'place');
  };
  const place = (origin: string, fields: Partial<Named> = {}): Named =>
    card(origin, { answer: origin, headings: ['H'], chip: 'note', ...fields });

  test.each([
    ['is the one, whatever its answer', {}, {}, ['a → x']],
    ['is not one of another question', {}, { question: 'R' }, []],
    ['is not one of other headings', {}, { headings: ['I'] }, []],
    ['is not one of another chip', {}, { chip: 'summary' }, []],
    ['is not one of another source', {}, { source: 'lead-in' }, []],
    ['is not one of another note', {}, { note: 'm.md' }, []],
    [
      'is the title of its note, whatever it asks',
      { source: 'title' },
      { source: 'title', question: 'R' },
      ['a → x'],
    ],
    [
      'is the property of that name, whatever it asks',
      { source: 'property' },
      { source: 'property', question: 'R', headings: [] },
      ['a → x'],
    ],
    ['is no property of another name', { source: 'property' }, { source: 'property', chip: 'summary' }, []],
  ])('%s', (_, old, after, expected) => {
    expect(places([place('a', old)], [place('x', after)])).toEqual(expected);
  });

  test('is not the one if it does not fit', () => {
    expect(places([place('a')], [place('x')], false)).toEqual([]);
  });

  test.each([
    ['two old cards', [place('a'), place('b')], [place('x')]],
    ['two new cards', [place('a')], [place('x'), place('y')]],
  ])('is none where %s have it', (_, olds, news) => {
    expect(places(olds, news)).toEqual([]);
  });

  test('is looked for where its note is now', () => {
    const news = [place('x', { note: 'm.md' }), place('y')];
    expect(places([place('a')], news, true, new Map([['n.md', 'm.md']]))).toEqual(['a → x']);
  });

  test('is none where it is linked already', () => {
    const other = place('other', { question: 'R' });
    const after = place('x');
    const comparison = comparisonOf([place('a'), other], [after], [[other, after]]);
    linkPlaces(comparison, comparison.olds, () => true);
    expect(linksOf(comparison, 'place')).toEqual([]);
  });
});
