// Moving in and out, in the built plugin: schedules of the old plugin, decks of Anki, exports.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { opened } from '../core/import/package/packages.ts';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const srVault = join(import.meta.dirname, '..', 'fixtures', 'sr-vault');
/** Schedules of the fixture that belong to a card; tests/core/import counts them one by one. */
const matched = 33;

async function open(options: PageOptions = {}): Promise<{ vault: TestVault; plugin: PluginPage }> {
  const vault = await bench.openVault(srVault);
  return { vault, plugin: new PluginPage(await vault.open(options)) };
}

const button = (plugin: PluginPage, name: string | RegExp) => plugin.page.getByRole('button', { name });
const offer = (plugin: PluginPage) => plugin.page.locator('.nf-first', { hasText: 'No note is changed' });

async function settingsOf(vault: TestVault): Promise<unknown> {
  return JSON.parse(await vault.read('.obsidian/plugins/note-flashcards/data.json'));
}

/** What the plugin says once it has read all notes, it has said by then. */
async function allNotesAreRead(plugin: PluginPage): Promise<void> {
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study:enabled').waitFor();
  await plugin.page.locator('.nf-status', { hasText: 'to study' }).waitFor();
}

async function memories(vault: TestVault): Promise<Record<string, unknown>[]> {
  return eventsOf(await vault.logs(), 'x').filter(({ w }) => w === 'memory');
}

async function importAll(plugin: PluginPage, vault: TestVault): Promise<void> {
  await plugin.run('import-schedules');
  await button(plugin, `Import ${String(matched)} schedules`).click();
  await eventually(async () => (await memories(vault)).length === matched, 'the schedules in the log');
}

describe('the import of schedules', () => {
  test('on a yes writes each schedule into the log once, and changes no byte of a note', async () => {
    const { vault, plugin } = await open();
    const before = await vault.snapshot();
    await importAll(plugin, vault);
    expect(new Set((await memories(vault)).map(({ c }) => c)).size).toBe(matched);
    expect(await vault.snapshot()).toEqual(before);
    expect(plugin.host.errors).toEqual([]);
  });

  test('on a no writes nothing', async () => {
    const { vault, plugin } = await open();
    await plugin.run('import-schedules');
    await button(plugin, 'Not now').click();
    await plugin.page.locator('.modal').waitFor({ state: 'detached' });
    expect(await vault.logs()).toEqual({});
  });

  test('shows the schedules in the sidebar', async () => {
    const { vault, plugin } = await open({ params: { note: 'Whole note.md' } });
    await plugin.openSidebar('note');
    await plugin.page.locator('.nf-row-hint', { hasText: 'new · title' }).waitFor();
    await importAll(plugin, vault);
    await plugin.page.locator('.nf-panel-note .nf-row-hint', { hasText: 'due · title' }).waitFor();
  });

  test('keeps the comments off the cards', async () => {
    const { vault, plugin } = await open({ params: { note: 'Rivers/One line.md' } });
    await importAll(plugin, vault);
    await button(plugin, 'Close').last().click();
    await plugin.studyNote();
    await plugin.reveal();
    await soon(async () => {
      const text = await plugin.page.locator('.nf-card').textContent();
      expect(text).toMatch(/\S/);
      expect(text).not.toContain('SR:');
    });
  });

  test('is undone in one step', async () => {
    const { vault, plugin } = await open({ params: { note: 'Whole note.md' } });
    await plugin.openSidebar('note');
    await importAll(plugin, vault);
    await button(plugin, 'Undo import').click();
    await plugin.page.locator('.nf-panel-note .nf-row-hint', { hasText: 'new · title' }).waitFor();
    await plugin.run('import-schedules');
    await button(plugin, `Import ${String(matched)} schedules`).waitFor();
  });

  test('run again has nothing to import, and says so', async () => {
    const { vault, plugin } = await open();
    await importAll(plugin, vault);
    await button(plugin, 'Close').last().click();
    await plugin.run('import-schedules');
    await plugin.page.getByText(`Already imported: ${String(matched)}.`).waitFor();
    expect(await button(plugin, /^Import \d/).count()).toBe(0);
  });

  test('leads from a schedule without a card to its line', async () => {
    const { plugin } = await open();
    await plugin.run('import-schedules');
    await plugin.page.locator('.nf-import-unmatched', { hasText: '2024-02-31' }).getByRole('button').click();
    await soon(async () => expect(await plugin.host.activePath()).toBe('Rivers/Trouble.md'));
  });

  test('offers the marks of Spaced Repetition if it used others', async () => {
    const { vault, plugin } = await open();
    await vault.save(
      '.obsidian/plugins/obsidian-spaced-repetition/data.json',
      JSON.stringify({ settings: { singleLineCardSeparator: ';;' } }),
    );
    await plugin.run('import-schedules');
    await plugin.page.getByText('separators.inline: ";;"').waitFor();
    await button(plugin, 'Use its separators').click();
    await soon(async () => {
      expect(await settingsOf(vault)).toMatchObject({ cards: { separators: { inline: ';;', block: '?' } } });
    });
  });

  test.each(['light', 'dark'] as const)('shows all of its dialog: %s', async (theme) => {
    const { plugin } = await open({ theme });
    await plugin.run('import-schedules');
    const yes = button(plugin, `Import ${String(matched)} schedules`);
    await yes.waitFor();
    await soon(async () => {
      const box = await yes.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    });
    await plugin.host.screenshot(`import-schedules-${theme}`);
  });
});

describe('separators without spaces', () => {
  const glued = async (vault: TestVault): Promise<unknown> =>
    ((await settingsOf(vault)) as { cards: { gluedSeparators: unknown } }).cards.gluedSeparators;

  test('are cards from the first schedule on, which is reported once', async () => {
    const { vault, plugin } = await open();
    const told = plugin.page.locator('.notice', { hasText: 'without spaces' });
    await told.waitFor();
    expect(await glued(vault)).toBe(true);
    await plugin.host.reload();
    await allNotesAreRead(plugin);
    expect(await told.count()).toBe(0);
  });

  test('stay off if the user turned them off', async () => {
    const vault = await bench.openVault(srVault);
    await vault.save(
      '.obsidian/plugins/note-flashcards/data.json',
      JSON.stringify({ cards: { gluedSeparators: false } }),
    );
    const plugin = new PluginPage(await vault.open());
    await allNotesAreRead(plugin);
    expect(await glued(vault)).toBe(false);
    expect(await plugin.page.locator('.notice', { hasText: 'without spaces' }).count()).toBe(0);
  });

  test('are turned on at the start by the settings of Spaced Repetition', async () => {
    const vault = await bench.openVault({ 'A.md': '---\ntags: [flashcards]\n---\n# Q\nFrance::Paris\n' });
    await vault.save('.obsidian/plugins/obsidian-spaced-repetition/data.json', '{}');
    const plugin = new PluginPage(await vault.open());
    await plugin.page.locator('.notice', { hasText: 'without spaces' }).waitFor();
    expect(await glued(vault)).toBe(true);
    expect(plugin.host.errors).toEqual([]);
  });
});

describe('the offer at the first start', () => {
  test('opens the sidebar once, leads to the import, and goes after it', async () => {
    const { vault, plugin } = await open();
    await offer(plugin).waitFor();
    await plugin.host.screenshot('import-offer');
    expect(await plugin.page.locator('.notice button').count()).toBe(0);
    await button(plugin, 'Preview import').click();
    await button(plugin, `Import ${String(matched)} schedules`).click();
    await eventually(async () => (await memories(vault)).length === matched, 'the schedules in the log');
    await offer(plugin).waitFor({ state: 'detached' });
    await plugin.host.reload();
    await allNotesAreRead(plugin);
    expect(await offer(plugin).count()).toBe(0);
  });

  test('is not shown if no note holds a schedule', async () => {
    const vault = await bench.openVault({ 'A.md': '---\ntags: [flashcards]\n---\n# Q\nA\n' });
    const plugin = new PluginPage(await vault.open());
    await allNotesAreRead(plugin);
    expect(await offer(plugin).count()).toBe(0);
  });
});

const deck =
  '#separator:tab\n#deck column:1\nGeo::Rivers\tLongest?\tThe Nile\nGeo::Lakes\tDeepest?\tBaikal\n';

describe('decks and exports', () => {
  test.each(['light', 'dark'] as const)(
    'a deck becomes notes on a yes, never overwriting one: %s',
    async (theme) => {
      const { vault, plugin } = await open({ theme });
      await vault.save('Anki/Geo/Lakes.md', 'mine\n');
      await plugin.host.knows('Anki/Geo/Lakes.md');
      await plugin.run('import-deck');
      await plugin.page.locator('input[type="file"]').setInputFiles({
        name: 'geo.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(deck),
      });
      await plugin.page.getByLabel('Folder for new notes').fill('Anki');
      await plugin.page.getByText('already exists, skipped').waitFor();
      await plugin.host.screenshot(`import-deck-${theme}`);
      await button(plugin, 'Create 1 note').click();
      await soon(async () => {
        expect(await vault.read('Anki/Geo/Rivers.md')).toBe(
          '---\ntags: [flashcards/Geo/Rivers]\n---\n## Longest?\nThe Nile\n',
        );
      });
      expect(await vault.read('Anki/Geo/Lakes.md')).toBe('mine\n');
    },
  );

  test('a deck of many rows is checked in slices, and shows its first cards as they will be asked', async () => {
    const { plugin } = await open();
    await plugin.run('import-deck');
    const rows = Array.from({ length: 1500 }, (_, at) => `Name ${String(at)};Answer ${String(at)}`);
    await plugin.page.locator('input[type="file"]').setInputFiles({
      name: 'rivers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFFfront;back\r\nNo answer;\r\n${rows.join('\r\n')}\r\n`, 'utf16le'),
    });
    await plugin.page.getByText(/^Checking row [\d,]+ of 1,501/).waitFor();
    // The dialog can be used meanwhile.
    await plugin.page.getByLabel('Folder for new notes').fill('Anki');
    await plugin.page.getByText('1,500 cards in 1 deck').waitFor();
    const first = plugin.page.locator('.nf-import-preview ul').nth(1).locator('li').first();
    expect(await first.innerText()).toMatch(/^rivers: Name 0\s+Answer 0$/);
    await plugin.page.getByText('Not imported (1)').click();
    await plugin.page.getByText('rivers.csv:2', { exact: false }).waitFor();
    await plugin.host.screenshot('import-deck-long');
    expect(plugin.host.errors).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('cards go into a new file that Anki imports: %s', async (theme) => {
    const { vault, plugin } = await open({ theme, params: { note: 'Whole note.md' } });
    await plugin.run('export-cards');
    await plugin.page.locator('.nf-import select').first().selectOption({ label: 'Note: Whole note' });
    await plugin.host.screenshot(`export-${theme}`);
    await plugin.page.locator('.nf-import select').nth(1).selectOption({ label: 'Text file for Anki' });
    await button(plugin, 'Export 1 card').click();
    await soon(async () => {
      const text = await vault.read('Flashcards export.txt');
      expect(text).toContain('A river is read from its banks.');
      expect(text).toMatch(/^#separator:tab\n/);
    });
  });

  test.each(['1.8.7', '1.13.0'])(
    'cards go into a package with their media, as a search finds them: app %s',
    async (api) => {
      const vault = await bench.openVault({
        'A.md':
          '---\ntags: [flashcards]\n---\n# Rhine\nTo the ![[big.png]] and ![[gone.png]].\n# Elbe\nNorth.\n',
      });
      const picture = randomBytes(2_500_000);
      await writeFile(join(vault.path, 'big.png'), picture);
      const plugin = new PluginPage(await vault.open({ params: { api } }));
      await plugin.host.knows('big.png');
      await plugin.run('export-cards');
      await button(plugin, 'Export 2 cards').waitFor();
      const search = plugin.page.locator('.nf-import input[type="text"]').first();
      await search.fill('is:');
      await soon(async () => expect(await button(plugin, /^Export \d/).isDisabled()).toBe(true));
      await search.fill('Rhine');
      await button(plugin, 'Export 1 card').click();
      await plugin.page.getByText('A.md:4 gone.png').waitFor();
      await plugin.host.screenshot(`export-done-${api}`);
      const { collection, media } = await opened(
        new Uint8Array(await readFile(join(vault.path, 'Flashcards export.apkg'))),
      );
      expect(collection.notes.map(({ fields }) => fields[0])).toEqual(['Rhine']);
      expect(media.map(({ name }) => name)).toEqual(['big.png']);
      expect(Buffer.from((await media[0]?.read()) ?? []).equals(picture)).toBe(true);
      expect(plugin.host.errors).toEqual([]);
    },
  );

  test('an export never overwrites a file', async () => {
    const { vault, plugin } = await open();
    await plugin.run('export-cards');
    await plugin.page.locator('.nf-import input[type="text"]').last().fill('Untagged.md');
    await plugin.page.getByText('already exists.').waitFor();
    await soon(async () => expect(await button(plugin, /^Export \d/).isDisabled()).toBe(true));
    expect(await vault.read('Untagged.md')).toContain('Estuary::');
  });
});

describe('the settings of sources and marks', () => {
  async function setting(plugin: PluginPage, option: string) {
    await plugin.page.keyboard.press('Control+,');
    await plugin.page.locator('.modal.mod-settings').waitFor();
    await plugin.page.getByText('Note Flashcards', { exact: true }).first().click();
    const row = plugin.page.locator(`[data-option="${option}"]`);
    await row.waitFor();
    await row.scrollIntoViewIfNeeded();
    return row;
  }
  test.each(['light', 'dark'] as const)('a source can be turned off: %s', async (theme) => {
    const { vault, plugin } = await open({ theme });
    const row = await setting(plugin, 'cards.sourcesOff.cloze');
    await plugin.host.screenshot(`settings-sources-${theme}`);
    await row.locator('.checkbox-container').click();
    await soon(async () => {
      expect(await settingsOf(vault)).toMatchObject({ cards: { sourcesOff: ['cloze'] } });
    });
  });

  test('two separators that are equal are refused', async () => {
    const { plugin } = await open();
    const row = await setting(plugin, 'cards.separators.blockBoth');
    await row.locator('input').fill('?');
    await row.locator('input').blur();
    await plugin.page.locator('.nf-invalid[data-option="cards.separators.blockBoth"]').waitFor();
    await plugin.host.screenshot('settings-marks');
    await row.getByText('must differ').waitFor();
  });
});
