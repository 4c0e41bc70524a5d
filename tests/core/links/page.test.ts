// Pages, told from files of another kind by how a link is written.
import { expect, test } from '@jest/globals';
import { isPage } from '../../../src/core/links/page.ts';

test.each([
  ['Sleep', true],
  ['Folder/Sleep.md', true],
  ['Node.js', true],
  ['v1.2', true],
  ['The .pdf format', true],
  ['Paper.pdf', false],
  ['Folder/Paper.PDF ', false],
  ['Scheme.canvas', false],
  ['a.jpeg', false],
  ['a.jpg', false],
  ['talk.mp4', false],
  ['Sheet.xlsx', false],
  ['', false],
  ['../Sleep', true],
  ['/Folder/Sleep', true],
  ['https://a.b/c', false],
  ['mailto:me', false],
  ['<% tp.date %>', false],
  ['{{title}}', false],
  ['Folder/', false],
  ['Folder//Sleep', false],
  ['..', false],
  ['.hidden', false],
  ['a\\b', false],
])('%j is a page: %p', (target, expected) => {
  expect(isPage(target)).toBe(expected);
});
