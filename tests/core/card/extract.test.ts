// What is told of a note and of each card, beside question and answer.
import { describe, expect, test } from '@jest/globals';
import { extractCards, noteTitle } from '../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../src/core/card/options.ts';

const read = (text: string, options: Partial<CardOptions> = {}, path = 'Folder/Note.md') =>
  extractCards({ path, text }, { ...defaultCardOptions, watch: 'all', ...options });

describe('a note', () => {
  test.each([
    ['Folder/Note.md', 'Note'],
    ['Note.MD', 'Note'],
    ['a.md.md', 'a.md'],
    ['a.mdx', 'a.mdx'],
    ['a.md.txt', 'a.md.txt'],
  ])('%s has the title %s', (path, title) => {
    expect(noteTitle(path)).toBe(title);
  });

  test.each([
    ['---\naliases: [One, Two]\n---\ntext', ['One', 'Two']],
    ['---\nalias: Three\n---\ntext', ['Three']],
    ['text', []],
  ])('has the aliases of its properties: %j', (text, aliases) => {
    expect(read(text).aliases).toEqual(aliases);
  });

  test('that is not watched has its title and nothing else', () => {
    expect(read('# Head\ntext', { watch: 'tagged' })).toEqual({
      note: 'Folder/Note.md',
      title: 'Note',
      subject: 'Note',
      aliases: [],
      deck: 'Folder',
      watched: false,
      cards: [],
      skipped: [],
      problems: [],
    });
  });

  test('in an excluded folder says no more', () => {
    expect(read('# Head\ntext', { foldersOff: ['Folder'] })).toEqual({
      note: 'Folder/Note.md',
      title: 'Note',
      subject: 'Note',
      aliases: [],
      deck: '',
      watched: false,
      cards: [],
      skipped: [],
      problems: [],
    });
  });

  test('with a link in a heading shows it as the app does, and its cards keep their ids', () => {
    const [card] = read('# See [[Dir/Page#Part]]\n## Why\nBecause.').cards;
    expect(card?.context).toEqual(['Note', 'See Dir/Page > Part']);
    expect(card?.headings).toEqual(['See Page', 'Why']);
  });

  test('with a line break in a heading shows words apart, and its cards keep their ids', () => {
    const [card] = read('# Sleep<br>stages\n## Why\nBecause.').cards;
    expect(card?.context).toEqual(['Note', 'Sleep stages']);
    expect(card?.headings).toEqual(['Sleepstages', 'Why']);
  });

  test.each([
    ['in quotes', 'summary: "    Short. "'],
    ['in a block', 'summary: |2\n      Short.\n\n'],
  ])('with a summary %s has no spaces around the answer, which would turn it into code', (_, yaml) => {
    expect(read(`---\n${yaml}\n---\n`).cards.map(({ answer }) => answer)).toEqual(['Short.']);
  });

  test.each([
    ['by a property', '---\ntags: no-cards\n---\ntext', [[1, 'Note']]],
    ['by a tag in the text before its headings', 'text #no-cards\n\n# Head\nmore', [[1, 'text #no-cards']]],
  ])('is left out %s', (_, text, expected) => {
    const { skipped, cards } = read(text);
    expect([skipped.map(({ line, text: shown }) => [line, shown]), cards]).toEqual([expected, []]);
  });

  test('says what is wrong, with its line', () => {
    expect(read('---\na: [\n---\ntext\n```\ncode').problems.map(({ path, line }) => [path, line])).toEqual([
      ['Folder/Note.md', 2],
      ['Folder/Note.md', 5],
    ]);
  });
});

describe('a section is left out', () => {
  const questions = (text: string): string[] => read(text).cards.map(({ question }) => question);

  test.each([
    ['by a comment', '# A\n%% no cards %%\na\n\n# B\nb', ['B']],
    ['by a comment of HTML', '# A\n<!-- no-cards -->\na\n\n# B\nb', ['B']],
    ['by a tag', '# A\na #no-cards\n\n# B\nb', ['B']],
    ['by a tag at its very end', '# A\na\n#no-cards\n# B\nb', ['B']],
    ['by a tag in its heading', '# A #no-cards\na\n\n# B\nb', ['B']],
    ['with all below it', '# A\n%% no cards %%\na\n\n## C\nc\n\n# B\nb', ['B']],
    ['by its heading', '# See also\na\n\n## C\nc\n\n# B\nb', ['B']],
    ['by its heading, whatever its signs', '# **See  also**:\na\n\n# B\nb', ['B']],
    ['not by another comment', '# A\n%% some cards %%\na', ['A']],
  ])('%s', (_, text, expected) => {
    expect(questions(text)).toEqual(expected);
  });
});

describe('a card', () => {
  test('knows where its question is, from first to last character', () => {
    const text = '# What **is** it? #flashcards\nText.';
    const [card] = read(text).cards;
    const { start = 0, end = 0 } = card?.questionSpan ?? {};
    expect([card?.question, text.slice(start, end)]).toEqual(['What **is** it?', 'What **is** it? ']);
  });

  test('of a title or a property has no question text in the note', () => {
    const { cards } = read('---\nsummary: Short.\n---\nText.');
    expect(cards.map(({ source, questionSpan }) => [source, questionSpan])).toEqual([
      ['property', null],
      ['title', null],
    ]);
  });

  test('counts the cards before it that ask the same in the same place', () => {
    const { cards } = read('# A\n**Qu.** one\n\n**Qu.** two\n\n# B\n**Qu.** three\n\nQu :: four');
    expect(cards.map(({ source, headings, ordinal }) => `${source} ${headings.join()} ${ordinal}`)).toEqual([
      'lead-in A 0',
      'lead-in A 1',
      'lead-in B 0',
      'separator B 0',
    ]);
  });

  test('has Unix line endings, whatever the note has', () => {
    const { cards } = read('# A\r\none\r\ntwo\r\n\r\n# B\r\nQ\r\n?\r\nA\r\n');
    expect(cards.map(({ question, answer }) => [question, answer])).toEqual([
      ['A', 'one\ntwo'],
      ['Q', 'A'],
    ]);
  });

  test('shows neither comments nor watched tags in its question, in any order', () => {
    const { cards } = read('# A %% b %% c #flashcards d %% e %% f\nText.');
    expect(cards.map(({ question }) => question.replace(/ +/g, ' '))).toEqual(['A c d f']);
  });

  test('comes before the clozes of its text', () => {
    const { cards } = read('# A\n==b== and ==c==');
    expect(cards.map(({ source }) => source)).toEqual(['heading', 'cloze', 'cloze']);
  });
});

describe('what gave no card', () => {
  test('is reported in note order, with the first 120 characters of its line', () => {
    const long = 'x'.repeat(130);
    const { skipped } = read(`# See also\n${long}\n\n# [[${long}]]\n[[Link]]\n\n# References\na`);
    expect(skipped.map(({ line, reason, text }) => [line, reason, text.length])).toEqual([
      [1, 'heading is on the skip list', 10],
      [4, 'only links', 120],
      [7, 'heading is on the skip list', 12],
    ]);
  });
});
