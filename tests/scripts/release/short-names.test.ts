// The names that main.js shortens are seen by nobody else: checked against the types of the code as it is now.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { namesToShorten, shortNamesFile } from '../../../scripts/release/short-names.ts';

const root = join(import.meta.dirname, '../../..');

test('no name in the list is data, Obsidian’s, a library’s, or looked up by a text (npm run short-names)', async () => {
  const listed = JSON.parse(readFileSync(join(root, shortNamesFile), 'utf8')) as readonly string[];
  const now = new Set(await namesToShorten());
  expect(listed.filter((name) => !now.has(name))).toEqual([]);
  // Of an event, a setting, a view of Obsidian's, a message looked up by its name, and Markdown's tree.
  for (const name of ['reps', 'folder', 'onOpen', 'unreadNote', 'children'])
    expect(now.has(name)).toBe(false);
});
