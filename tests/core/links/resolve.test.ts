import { expect, test } from '@jest/globals';
import { createResolver } from '../../../src/core/links/resolve.ts';

const paths = ['a/Note.md', 'b/Note.md', 'b/c/Note.md', 'x/Deep.md', 'y/Deep.md', 'Top.md', 'b/fig.png'];
const resolve = createResolver(paths, new Map([['Other name', 'Top.md']]));

test.each([
  ['the note itself', '', 'a/Note.md', 'a/Note.md'],
  ['an exact path', 'b/c/Note', 'a/Note.md', 'b/c/Note.md'],
  ['the folder of the link before a shorter path', 'Note', 'b/c/Other.md', 'b/c/Note.md'],
  ['the shortest path elsewhere', 'Note', 'Top.md', 'a/Note.md'],
  ['the first of paths of one length', 'Deep', 'Top.md', 'x/Deep.md'],
  ['the end of a path', 'c/Note', 'a/Note.md', 'b/c/Note.md'],
  ['any case', 'tOP', 'a/Note.md', 'Top.md'],
  ['a file that is no note', 'fig.png', 'a/Note.md', 'b/fig.png'],
  ['an alias', 'other NAME', 'a/Note.md', 'Top.md'],
  ['a path from the root', '/Top', 'a/Note.md', 'Top.md'],
  ['nothing by a wrong path from the root', '/Deep', 'x/Deep.md', null],
  ['a sibling', './Note', 'b/c/Other.md', 'b/c/Note.md'],
  ['a folder up', '../Note', 'b/c/Other.md', 'b/Note.md'],
  ['nothing above the vault', '../../Note', 'a/Note.md', null],
  ['nothing that is not there', 'Nowhere', 'a/Note.md', null],
])('a link means %s', (_, target, from, path) => {
  expect(resolve(target, from)).toBe(path);
});

test('the order of the files does not matter', () => {
  const other = createResolver([...paths].reverse());
  expect(['Deep', 'Note'].map((target) => other(target, 'Top.md'))).toEqual(['x/Deep.md', 'a/Note.md']);
});
