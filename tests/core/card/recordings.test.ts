// What each fixture gives, recorded for a person to read. `UPDATE=1` writes the recordings anew and fails the run on
// purpose, so that somebody looks at the difference before it is committed.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { formatNote } from './format-note.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

function notesOf(folder: string): string[] {
  return readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && path !== 'README.md')
    .sort();
}

describe.each(['vault', 'notes'])('the fixtures in %s', (folder) => {
  test('give the recorded cards', () => {
    const actual = notesOf(folder)
      .map((path) =>
        formatNote(extractCards({ path, text: readFileSync(join(fixtures, folder, path), 'utf8') })),
      )
      .join('\n');
    const file = join(fixtures, 'cards', `${folder}.txt`);
    if (process.env.UPDATE) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, actual);
      throw new Error(`${file} was written anew: look at what changed, then run without UPDATE`);
    }
    expect(actual).toBe(readFileSync(file, 'utf8'));
  });
});
