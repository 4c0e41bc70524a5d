// `anki-import` as a person runs it: the files that spreadsheets save, and notes that are there already.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type AnkiImportResult, runAnkiImport } from './run-anki-import.ts';

let folder = '';
let vault = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anki-import-'));
  vault = join(folder, 'vault');
  await mkdir(vault);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const run = (name: string, content: string | Uint8Array, ...flags: string[]): Promise<AnkiImportResult> =>
  runAnkiImport({ folder, vault }, name, content, flags);

const note = '---\ntags: [flashcards]\n---\n## Where?\nHere\n\n## When?\nNow\n';
const utf16 = (text: string, mark = '\uFEFF'): Uint8Array =>
  new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const bigEndian = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());

describe('a file that a spreadsheet saved', () => {
  test.each([
    ['with commas', 'Where?,Here\nWhen?,Now\n'],
    ['with semicolons', 'Where?;Here\nWhen?;Now\n'],
    ['with tabs', 'Where?\tHere\nWhen?\tNow\n'],
    ['with commas and names', 'Front,Back\r\nWhere?,Here\r\nWhen?,Now\r\n'],
    ['with semicolons and names', 'Frage;Antwort\nWhere?;Here\nWhen?;Now\n'],
    ['with tabs and names', 'question\tanswer\nWhere?\tHere\nWhen?\tNow\n'],
    ['with a byte order mark', '\uFEFFWhere?;Here\nWhen?;Now\n'],
    ['as Unicode text', utf16('Where?\tHere\r\nWhen?\tNow\r\n')],
    ['as Unicode text with names and semicolons', utf16('Front;Back\r\nWhere?;Here\r\nWhen?;Now\r\n')],
    ['as Unicode text without a mark', utf16('Where?\tHere\r\nWhen?\tNow\r\n', '')],
    ['as big-endian Unicode text', bigEndian('Where?,Here\r\nWhen?,Now\r\n')],
  ])('%s', async (_, content) => {
    const { decks, cards, notes, problems } = await run('Deck.csv', content);
    expect({ decks, cards, notes, problems }).toEqual({
      decks: 1,
      cards: 2,
      notes: ['Deck.md'],
      problems: [],
    });
    expect(await readFile(join(vault, 'Deck.md'), 'utf8')).toBe(note);
  });
});

describe('anki-import', () => {
  test('reports by line what is left out', async () => {
    const { cards, problems } = await run('Deck.csv', 'Front,Back\nWhere?,Here\nWhen?,\n,Now\n');
    expect(cards).toBe(1);
    expect(problems).toEqual([
      { line: 3, message: 'The card has no answer.' },
      { line: 4, message: 'The card has no question.' },
    ]);
  });

  test('never overwrites a note, and says so', async () => {
    await writeFile(join(vault, 'Deck.md'), 'mine\n');
    const { decks, cards, problems } = await run('Deck.csv', 'Where?,Here\n');
    expect([decks, cards, problems.length]).toEqual([0, 0, 1]);
    expect(await readFile(join(vault, 'Deck.md'), 'utf8')).toBe('mine\n');
  });

  test('writes nothing in a dry run, and reports the same', async () => {
    const tried = await run('Deck.csv', 'Where?,Here\n', '--dry-run', '--folder', 'Anki');
    expect(tried.notes).toEqual(['Anki/Deck.md']);
    expect(await readdir(vault)).toEqual([]);
    expect(await run('Deck.csv', 'Where?,Here\n', '--folder', 'Anki')).toEqual(tried);
  });
});
