import { describe, expect, test } from '@jest/globals';
import { FileNames } from './link-target.ts';

const paths = [
  'a/Note.md',
  'b/Note.md',
  'b/deep/Note.md',
  'b/Own.md',
  'Fig.png',
  'v1.2 notes.md',
  'Café.md',
  'x/y/z.md',
];

function target(link: string, source = 'root.md'): string | null {
  const names = new FileNames();
  for (const path of paths) names.add({ path });
  return names.target(link, source)?.path ?? null;
}

describe('the target of a link', () => {
  test.each([
    ['Own', 'b/Own.md'],
    ['own', 'b/Own.md'],
    ['Own.md', 'b/Own.md'],
    ['Fig.png', 'Fig.png'],
    ['fig', null],
    ['v1.2 notes', 'v1.2 notes.md'],
    ['Cafe\u0301', 'Café.md'],
    ['deep/Note', 'b/deep/Note.md'],
    ['eep/Note', null],
    ['/b/Note', 'b/Note.md'],
    ['/Note', null],
    ['y/z', 'x/y/z.md'],
    ['', null],
  ])('of %j is %j', (link, path) => {
    expect(target(link)).toBe(path);
  });

  test.each([
    ['root.md', 'a/Note.md'],
    ['b/Own.md', 'b/Note.md'],
    ['b/deep/x.md', 'b/deep/Note.md'],
  ])('of an ambiguous name in %j is %j', (source, path) => {
    expect(target('Note', source)).toBe(path);
  });

  test('may be relative to the source', () => {
    expect([
      target('./Note', 'b/Own.md'),
      target('../a/Note', 'b/Own.md'),
      target('../Note', 'b/Own.md'),
    ]).toEqual(['b/Note.md', 'a/Note.md', null]);
  });

  test('of an empty link is the source itself', () => {
    expect(target('', 'b/Own.md')).toBe('b/Own.md');
  });

  test('moves with a file that is renamed', () => {
    const file = { path: 'b/New.md' };
    const names = new FileNames<{ path: string }>();
    names.add({ ...file, path: 'b/Old.md' });
    names.add(file);
    names.remove(file);
    expect([names.target('New', ''), names.target('Old', '')?.path]).toEqual([null, 'b/Old.md']);
  });
});
