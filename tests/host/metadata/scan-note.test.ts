import { describe, expect, test } from '@jest/globals';
import { scanNote } from './scan-note.ts';

const tags = (text: string) => (scanNote(text).tags ?? []).map(({ tag }) => tag);
const links = (text: string) =>
  (scanNote(text).links ?? []).map(({ link, displayText }) => [link, displayText]);
const headings = (text: string) =>
  (scanNote(text).headings ?? []).map(({ heading, level }) => [level, heading]);

describe('the metadata cache of one note', () => {
  test('has the properties of frontmatter on line 1', () => {
    expect(scanNote('---\ntags: [a, b]\n---\ntext').frontmatter).toEqual({ tags: ['a', 'b'] });
  });

  test.each([
    'text\n---\ntags: a\n---',
    '---\ntags: a\ntext',
    '---\ntags: [a\n---\ntext',
    '---\njust text\n---\n',
  ])('has no properties in %j', (text) => {
    expect(scanNote(text).frontmatter).toBeUndefined();
  });

  test('finds tags in text, with their places', () => {
    const [tag] = scanNote('one\nsee #deep/tag now').tags ?? [];
    expect(tag?.tag).toBe('#deep/tag');
    expect(tag?.position.start).toEqual({ line: 1, col: 4, offset: 8 });
  });

  test.each([
    '`#no`',
    '```\n#no\n```',
    '~~~~\n#no\n~~~\n#no\n~~~~',
    '<!-- #no -->',
    '<!--\n- #no\n-->',
    '$#no$',
    'http://x.y/#no',
    '[[Note#no]]',
    '[t](x.md#no)',
    'a#no',
    '#123',
    '# no',
  ])('finds no tag in %j', (text) => {
    expect(tags(text)).toEqual([]);
  });

  test.each([
    ['#日本語', '#日本語'],
    ['(#ok)', '#ok'],
    ['- #ok', '#ok'],
    ['#y1984', '#y1984'],
    ['x %% #ok %%', '#ok'],
    ['%%\n- #ok\n%%', '#ok'],
  ])('finds the tag in %j', (text, tag) => {
    expect(tags(text)).toEqual([tag]);
  });

  test('finds wikilinks and links to files, with their display text', () => {
    expect(links('[[A]] [[B|b]] [[C\\|c]] [d](D%20d.md) [e](<E e.md>) [w](https://x.y)')).toEqual([
      ['A', 'A'],
      ['B', 'b'],
      ['C', 'c'],
      ['D d.md', 'd'],
      ['E e.md', 'e'],
    ]);
  });

  test.each([
    ['[[N#H]]', 'N#H', 'N > H'],
    ['[[#a#b]]', '#a#b', 'a > b'],
    ['[[N#^b]]', 'N#^b', 'N > ^b'],
    ['[[N.md]]', 'N.md', 'N.md'],
    ['[[Dir/N]]', 'Dir/N', 'Dir/N'],
    ['[[|]]', '|', '|'],
    ['[[|a]]', '|a', '|a'],
    ['[[|#a]]', '|#a', '| > a'],
    ['[[|a|b]]', '|a', 'b'],
    ['x %% [[N]] %%', 'N', 'N'],
  ])('shows %s as the app does', (text, link, display) => {
    expect(links(text)).toEqual([[link, display]]);
  });

  test('shows a link in a property by the same rules', () => {
    expect(scanNote('---\nup: "[[N#H]]"\n---\n').frontmatterLinks).toMatchObject([{ displayText: 'N > H' }]);
  });

  test('keeps embeds apart from links', () => {
    const { embeds, links: found } = scanNote('![[fig.png|300]] ![x](y.png)');
    expect(embeds?.map(({ link }) => link)).toEqual(['fig.png', 'y.png']);
    expect(found).toBeUndefined();
  });

  test('finds links in properties', () => {
    expect(scanNote('---\nup: "[[A|a]]"\nmany: ["[[B]]"]\n---\n').frontmatterLinks).toMatchObject([
      { key: 'up', link: 'A', displayText: 'a' },
      { key: 'many.0', link: 'B' },
    ]);
  });

  test('finds headings of both kinds, but none in code', () => {
    expect(headings('# One #\n```\n# no\n```\nTwo\n===\ntext\nThree\n---\n\n---\n#tag')).toEqual([
      [1, 'One'],
      [1, 'Two'],
      [2, 'text Three'],
    ]);
  });

  test('finds block ids of paragraphs and of list items', () => {
    expect(Object.keys(scanNote('text ^abc\n\n- item ^Def\n\n`^no`').blocks ?? {})).toEqual(['abc', 'def']);
  });

  test('knows the parent of a list item', () => {
    const { listItems } = scanNote('text\n\n- a\n\t- b\n- [x] c');
    expect(listItems?.map(({ parent, task }) => [parent, task])).toEqual([
      [-2, undefined],
      [2, undefined],
      [-2, 'x'],
    ]);
  });

  test('gives the same with CRLF', () => {
    const text = '---\ntags: a\n---\n# One\nsee [[B]] #t';
    const plain = scanNote(text);
    const windows = scanNote(text.replaceAll('\n', '\r\n'));
    expect(windows.frontmatter).toEqual(plain.frontmatter);
    expect(windows.headings?.[0]?.heading).toBe('One');
    expect(windows.links?.[0]?.position.start).toMatchObject({ line: 4, col: 4 });
  });
});
