// `anki-import` of a package, as a person runs it: from the file to the schedules of the vault.
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openToRead } from '../../scripts/cli/open.ts';
import { writePackage } from '../../src/core/import/anki/write-package.ts';
import { firstDay, packageOf, someCollection } from '../app/transfer/package-importer.ts';
import { noon, row } from '../core/import/anki/history/collections.ts';
import { type AnkiImportResult, runAnkiImport } from './run-anki-import.ts';

let folder = '';
let vault = '';
const { env } = process;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anki-package-'));
  vault = join(folder, 'vault');
  await mkdir(vault);
  process.env = { ...env, XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config') };
});
afterEach(async () => {
  process.env = env;
  process.exitCode = 0;
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function packed(from = packageOf(someCollection())): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sink = (piece: Uint8Array): Promise<void> => {
    pieces.push(piece.slice());
    return Promise.resolve();
  };
  const watch = { pause: () => Promise.resolve(true), progress: () => undefined };
  await writePackage(from.collection, from.media, sink, watch);
  return Buffer.concat(pieces);
}

interface Result extends AnkiImportResult {
  readonly reviews: number;
  readonly media: number;
}

const run = (content: Uint8Array, ...flags: string[]): Promise<Result> =>
  runAnkiImport<Result>({ folder, vault }, 'deck.apkg', content, flags);

describe('anki-import of a package', () => {
  const all = { decks: 1, cards: 3, notes: ['Anki/Deck.md'], problems: [], reviews: 4, media: 1 };

  test('says first what it would do, and writes nothing', async () => {
    expect(await run(await packed(), '--folder', 'Anki', '--dry-run')).toEqual(all);
    expect(await readdir(vault)).toEqual([]);
  });

  test('brings notes, media, schedules and reviews, once', async () => {
    const bytes = await packed();
    expect(await run(bytes, '--folder', 'Anki')).toEqual(all);
    expect([...(await readFile(join(vault, 'Anki/media/hill.png')))]).toEqual([1, 2, 3]);
    const { app } = await openToRead(vault);
    const cards = [...app.linker.notes.values()].flat();
    expect(
      cards.map(({ id, card }) => {
        const { state, reps, dueDay, suspended, flag } = app.study.schedule(id);
        return [card.question, state, reps, dueDay && dueDay - firstDay, suspended, flag];
      }),
    ).toEqual([
      ['What is a riffle?', 'new', 0, null, false, 0],
      ['Where is the mouth?', 'learning', 1, 9, true, 3],
      ['Where is the source?', 'review', 3, 40, false, 0],
    ]);
    expect(app.linker.orphans()).toEqual([]);
    app.close();
    expect(await run(bytes, '--folder', 'Anki')).toEqual({
      ...all,
      decks: 0,
      cards: 0,
      notes: [],
      reviews: 0,
      media: 0,
    });
  });

  test('tells what of the review log does not come along', async () => {
    const from = someCollection();
    const rows = [row(7, from.cards[0]?.id ?? 0), ...from.reviews, row(noon + 3, 999)];
    const { problems } = await run(await packed(packageOf({ ...from, reviews: rows })));
    expect(problems).toEqual([
      { line: 1, message: '1 review of cards that are not in the collection.' },
      { line: 1, message: '1 review from a clock that was wrong: before 2000 or in the future.' },
    ]);
  });

  test('takes a folder for the media', async () => {
    await run(await packed(), '--media-folder', 'Attachments');
    expect(await readdir(join(vault, 'Attachments'))).toEqual(['hill.png']);
  });

  test('refuses what is damaged with a sentence, and writes nothing', async () => {
    const bytes = (await packed()).slice(0, 300);
    await expect(run(bytes)).rejects.toThrow();
    expect(await readdir(vault)).toEqual([]);
  });
});
