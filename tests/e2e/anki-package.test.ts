// An Anki package in the built plugin: a look at what comes along, the import, its undo.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { AnkiCollection } from '../../src/core/import/anki/collection.ts';
import { writePackage } from '../../src/core/import/anki/write-package.ts';
import { basic, both, cloze, collectionOf, noteType } from '../core/import/anki/collections.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const day = 86_400_000;
const since = Date.UTC(2026, 5, 1, 9);

/** A red dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

function rivers(): AnkiCollection {
  const made = collectionOf([
    {
      type: basic,
      fields: ['What is a <b>levee</b>?', 'A bank of silt.<br><img src="levee bank.png">'],
      deck: 'Geo::Rivers',
      tags: ['rivers'],
    },
    { type: both, fields: ['Nile', 'River of Egypt'], deck: 'Geo::Rivers', tags: ['rivers'], cards: [0, 1] },
    {
      type: cloze,
      fields: ['The {{c1::Rhine}} flows to the {{c2::North Sea}}', 'It starts in the Alps.'],
      deck: 'Geo::Rivers',
      tags: ['rivers'],
      cards: [0, 1],
    },
    { type: basic, fields: ['What is a lake?', 'Standing water'], deck: 'Geo::Still water' },
    {
      type: noteType('Odd', ['F', 'B'], [['{{F}}', '{{FrontSide}}']]),
      fields: ['Only a front', ''],
      deck: 'Geo',
    },
  ]);
  const reviewed = made.cards[0]?.id ?? 0;
  return {
    ...made,
    createdAt: since / 1000,
    cards: made.cards.map((card) =>
      card.id === reviewed
        ? { ...card, type: 2, queue: 2, due: 40, interval: 30, factor: 2500, reps: 2 }
        : card,
    ),
    reviews: [0, 10].map((days) => ({
      id: since + days * day,
      cardId: reviewed,
      ease: 3,
      interval: days === 0 ? 10 : 30,
      lastInterval: days,
      factor: 2500,
      time: 4000,
      type: days === 0 ? 0 : 1,
    })),
  };
}

async function packed(collection: AnkiCollection): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await writePackage(
    collection,
    [{ name: 'levee bank.png', read: () => Promise.resolve(new Uint8Array(picture)) }],
    (piece) => {
      pieces.push(piece.slice());
      return Promise.resolve();
    },
    { pause: () => Promise.resolve(true), progress: () => undefined },
  );
  return Buffer.concat(pieces);
}

const button = (plugin: PluginPage, name: string | RegExp) => plugin.page.getByRole('button', { name });

async function choose(plugin: PluginPage, name: string, buffer: Buffer): Promise<void> {
  await plugin.run('import-deck');
  await plugin.page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test.each([
  ['1.8', 'light'],
  ['1.13', 'dark'],
] as const)(
  'a package comes in with notes, media and reviews, and goes again (API %s)',
  async (api, theme) => {
    const vault = await bench.openVault({ 'Own.md': '---\ntags: [flashcards]\n---\n## q\na\n' });
    const plugin = new PluginPage(await vault.open({ theme, params: { api } }));
    const before = await vault.snapshot();
    await choose(plugin, 'rivers.apkg', await packed(rivers()));
    await plugin.page.getByText('6 cards in 2 decks').waitFor();
    await plugin.page.getByText('With 2 reviews and 1 media file.').waitFor();
    await plugin.page.getByText('Not imported (1)').click();
    await plugin.page.getByText('The card has no answer.').waitFor();
    await plugin.page.getByText('Imported with changes (1)').click();
    await plugin.host.screenshot(`import-package-${theme}`);
    expect(await vault.snapshot()).toEqual(before);

    await button(plugin, 'Import 6 cards').click();
    await plugin.page.getByText('Imported 6 cards and 2 reviews.').waitFor();
    expect(await plugin.page.getByText('Not written').count()).toBe(0);
    await plugin.host.screenshot(`import-package-done-${theme}`);
    expect(await vault.read('Anki/Geo/Rivers/Rivers.md')).toContain('![[levee bank.png]]');
    expect(await readFile(join(vault.path, 'Anki/media/levee bank.png'))).toEqual(picture);

    await button(plugin, 'Undo import').click();
    await plugin.page.getByText('Import undone. Deleted 3 files.').waitFor();
    await button(plugin, 'Close').last().click();
    await soon(async () => {
      const files = Object.keys(await vault.snapshot());
      expect(files.filter((path) => !path.startsWith('.trash/'))).toEqual(Object.keys(before));
    });
    expect(plugin.host.errors).toEqual([]);
  },
);

test('other folders are taken, and a name that no folder has is told', async () => {
  const vault = await bench.openVault({ 'Own.md': 'text\n' });
  const plugin = new PluginPage(await vault.open());
  await choose(plugin, 'rivers.colpkg', await packed(rivers()));
  await button(plugin, 'Import 6 cards').waitFor();
  const [notes, media] = await plugin.page.locator('.nf-import input[type="text"]').all();
  await notes?.fill('a:b');
  await plugin.page.getByText('Enter a folder that is not hidden.').waitFor();
  await notes?.fill('Cards');
  await media?.fill('Files');
  await plugin.page.getByText('Cards/Geo/Rivers/Rivers.md').waitFor();
  await button(plugin, 'Import 6 cards').click();
  await soon(async () =>
    expect((await readFile(join(vault.path, 'Files/levee bank.png'))).length).toBe(picture.length),
  );
});

test('a package that is none is refused with a sentence', async () => {
  const vault = await bench.openVault({ 'Own.md': 'text\n' });
  const plugin = new PluginPage(await vault.open());
  await choose(plugin, 'rivers.apkg', Buffer.from('no package'));
  await plugin.page.getByText('This is not an Anki package.').waitFor();
});

test('the whole dialog fits a phone', async () => {
  const vault = await bench.openVault({ 'Own.md': 'text\n' });
  const plugin = new PluginPage(await vault.open({ viewport: 'phone', params: { device: 'phone' } }));
  await choose(plugin, 'rivers.apkg', await packed(rivers()));
  await button(plugin, 'Import 6 cards').waitFor();
  await plugin.host.screenshot('import-package-phone');
});
