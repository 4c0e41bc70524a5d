// `anki-export` as a person runs it: a package of a vault, or of what a search finds, and the text as before.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { addAnkiExport } from '../../scripts/cli/anki-export.ts';
import { opened } from '../core/import/package/packages.ts';

let folder = '';
let vault = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anki-export-'));
  vault = join(folder, 'Rivers');
  await mkdir(join(vault, 'img'), { recursive: true });
  await writeFile(join(vault, 'img', 'sea.png'), 'picture');
  await writeFile(
    join(vault, 'A.md'),
    '---\ntags: [flashcards/eu, Exam]\n---\n# Rhine\nTo the ![[sea.png]].\n\n# Elbe\nTo ![[gone.png]].\n',
  );
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<string> {
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text, ...more: unknown[]) => {
    printed.push(String(text));
    const done = more.find((one) => typeof one === 'function') as (() => void) | undefined;
    done?.();
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const program = new Command().exitOverride();
  addAnkiExport(program);
  await program.parseAsync(['anki-export', vault, ...args], { from: 'user' });
  return printed.join('');
}

describe('a package of a vault', () => {
  test('has its cards and media, and the sum tells what is missing, with note and line', async () => {
    const file = join(folder, 'cards.apkg');
    expect(JSON.parse(await run(file, '--json'))).toEqual({
      cards: 2,
      reviews: 0,
      media: 1,
      problems: [{ note: 'A.md', line: 7, message: '“gone.png” is not in the vault.' }],
    });
    const { collection, media } = await opened(new Uint8Array(await readFile(file)));
    expect(collection.notes.map(({ fields, tags }) => [fields[0], tags])).toEqual([
      ['Rhine', ['flashcards::eu', 'exam', 'note::A', 'source::heading']],
      ['Elbe', ['flashcards::eu', 'exam', 'note::A', 'source::heading']],
    ]);
    expect(collection.notes[0]?.fields[3]).toContain('obsidian://open?vault=Rivers&amp;file=A.md');
    expect(media.map(({ name }) => name)).toEqual(['sea.png']);
    expect(Buffer.from((await media[0]?.read()) ?? []).toString()).toBe('picture');
    expect(await readdir(vault)).toEqual(['A.md', 'img']);
  });

  test('has only the cards that a search finds, and replaces an older one', async () => {
    const file = join(folder, 'cards.apkg');
    await run(file);
    expect(JSON.parse(await run(file, '--query', 'Elbe', '--deck', 'Mine', '--json'))).toMatchObject({
      cards: 1,
    });
    const { collection } = await opened(new Uint8Array(await readFile(file)));
    expect(collection.decks.map(({ name }) => name).sort()).toEqual(['Default', 'Mine', 'Mine::eu']);
    expect(await readdir(folder)).toEqual(['Rivers', 'cards.apkg']);
  });

  test.each([
    [['notes.txt'], "doesn't end in “.apkg”"],
    [['--json'], '--json needs a file'],
    [['cards.apkg', '--query', 'is:'], 'Column'],
  ])('is refused with a sentence: %j', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});

test('without a file, the text of what a search finds is printed', async () => {
  const text = await run('--query', 'Rhine');
  expect(text).toContain('#separator:tab');
  expect(text.match(/source::heading/g)).toHaveLength(1);
});
