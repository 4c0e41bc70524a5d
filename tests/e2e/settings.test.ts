// The settings page: search, refusals, the preview, deck options, and export and import of settings and history.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { cutsNothingOff } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;
const data = '.obsidian/plugins/note-flashcards/data.json';

const notes = {
  'A.md':
    '---\ntags: flashcards/ml\n---\n## Short\nA text of [[B]].\n\n> [!note] Called\n> A body.\n\n## Empty\n\n## References\n- one\n',
  'B.md': '## Second\nA text without a tag.\n',
};

/** The app draws the page itself from 1.13 on. */
const versions = ['1.8', '1.9', '1.13'] as const;

async function open(options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  const plugin = new PluginPage(
    await vault.open({ ...options, params: { note: 'A.md', ...options.params } }),
  );
  await show(plugin);
  return plugin;
}

async function show(plugin: PluginPage): Promise<void> {
  await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
  await plugin.page.locator('.nf-preview-count').waitFor({ state: 'attached' });
}

const option = (plugin: PluginPage, path: string) => plugin.page.locator(`[data-option="${path}"]`);

/** What is written down, once it holds a text. */
const written = (text: string) =>
  eventually(async () => {
    if (!(await vault.files()).includes(data)) return null;
    const found = await vault.read(data);
    return found.includes(text) ? (JSON.parse(found) as unknown) : null;
  }, `“${text}” in the settings`);

describe.each(versions)('in an app of version %s', (api) => {
  test('the preview shows what a changed setting makes of the open note', async () => {
    const plugin = await open({ params: { api } });
    const { page } = plugin;
    await page.getByText('“A” has 2 cards.').waitFor();
    await page.locator('.nf-preview-skipped', { hasText: 'References' }).waitFor();
    await option(plugin, 'cards.sourcesOff.callout').locator('.checkbox-container').click();
    await page.getByText('“A” has 1 card.').waitFor();
    await option(plugin, 'cards.tagsOff').locator('textarea').fill('flashcards/ml');
    await option(plugin, 'cards.tagsOff').locator('textarea').blur();
    await page.getByText('it has an excluded tag').waitFor();
    expect(await written('tagsOff')).toEqual({
      cards: { sourcesOff: ['callout'], tagsOff: ['flashcards/ml'] },
    });
    expect(plugin.host.errors).toEqual([]);
  });

  test('an invalid value is refused with a sentence, and a search finds the row', async () => {
    const plugin = await open({ params: { api } });
    const { page } = plugin;
    const refuse = async (path: string, value: string, sentence: string): Promise<void> => {
      const field = option(plugin, path).locator('input, textarea').first();
      await field.fill(value);
      await field.blur();
      await option(plugin, path).getByText(sentence).waitFor();
    };
    await refuse('cards.folders', '../outside', 'may lead outside the vault');
    await refuse('cards.foldersOff', '/etc', 'is outside the vault');
    await refuse('general.folder', 'a/../../b', 'may lead outside the vault');
    await refuse('schedule.rolloverHour', '24', 'whole number from 0 to 23');
    await refuse('study.vacations', '2026-05-02 – 2026-05-01', 'at most a year apart');
    expect(await vault.files()).not.toContain(data);
    const search = page.getByRole('searchbox', {
      name: api === '1.13' ? 'Search all settings' : 'Search settings',
    });
    await search.fill('easy fewer');
    await option(plugin, 'schedule.easyDays').waitFor();
    await option(plugin, 'study.newPerDay').waitFor({ state: 'hidden' });
    await search.fill('bury');
    await option(plugin, 'study.siblingsApart').waitFor();
    await option(plugin, 'study.newPerDay').waitFor({ state: 'hidden' });
    await search.fill('preset');
    await option(plugin, 'decks.presets').waitFor();
    await search.fill('zebra');
    if (api !== '1.13') await page.getByText('No matching settings.').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('fields for folders and tags suggest those of the vault', async () => {
    const plugin = await open({ params: { api } });
    const { page } = plugin;
    await vault.save('Memory/C.md', 'Text.\n');
    await plugin.host.knows('Memory/C.md');
    const folders = option(plugin, 'cards.foldersOff');
    await folders.getByPlaceholder('Add a folder').fill('Mem');
    await page.locator('.suggestion-item', { hasText: 'Memory' }).click();
    expect(await folders.locator('textarea').inputValue()).toBe('Memory');
    const tags = option(plugin, 'cards.tagsOff');
    await tags.getByPlaceholder('Add a tag').fill('flash');
    await page.keyboard.press('Enter');
    expect(await tags.locator('textarea').inputValue()).toMatch(/^flashcards/);
    await eventually(async () => (await vault.files()).includes(data), 'the settings are saved');
    expect(plugin.host.errors).toEqual([]);
  });

  test('a key of the review is taken as it is pressed; one that is in use is refused, and by what', async () => {
    const plugin = await open({ params: { api } });
    const row = plugin.page.locator('[data-key-of="bury"]');
    const shows = (text: string) =>
      eventually(async () => (await row.locator('input').inputValue()) === text, text);
    await row.locator('input').press('x');
    await row.getByText('Already used for “Suspend”.').waitFor();
    await row.locator('input').press('Shift+H');
    await shows('Shift H');
    expect(await row.getByText('Already used').count()).toBe(0);
    expect(await written('keys')).toMatchObject({ general: { keys: { bury: ['Shift+H'] } } });
    await row.locator('button').click();
    await shows('B');
  });

  test('a deck can have its own limits, and what a newer version wrote is kept', async () => {
    const plugin = await open({ params: { api } });
    const { page } = plugin;
    await page.keyboard.press('Escape');
    await plugin.setOption('study', 'newOrder', 'by-moon');
    await show(plugin);
    await option(plugin, 'decks.presets').getByRole('button', { name: 'Add preset' }).click();
    const dialog = page.locator('.modal.nf-import');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Enter a name.').waitFor();
    await dialog.locator('[data-option="name"] input').fill('Slow');
    await dialog.locator('textarea').fill('ml\nbio/cells');
    await dialog.locator('[data-option="newPerDay"] input').fill('many');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('whole number from 0 to 9,999').waitFor();
    await dialog.locator('[data-option="newPerDay"] input').fill('1');
    await dialog.locator('[data-option="learningSteps"] input').fill('5m 1h');
    await plugin.host.screenshot('settings-deck');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.locator('[data-preset="Slow"]', { hasText: '1 new per day · learning steps 5m 1h' });
    await row.getByText('Used by bio/cells, ml').waitFor();
    const slow = { name: 'Slow', newPerDay: 1, learningSteps: [5, 60] };
    const uses = ['bio/cells', 'ml'].map((deck) => ({ deck, preset: 'Slow' }));
    expect(await written('named')).toEqual({
      study: { newOrder: 'by-moon' },
      decks: { named: [slow], uses },
    });
    await row.getByRole('button', { name: 'Copy' }).click();
    await page.locator('[data-preset="Slow 2"]').waitFor();
    await plugin.host.screenshot('settings-presets');
    await page.locator('[data-preset="Slow 2"]').getByRole('button', { name: 'Remove' }).click();
    await page.locator('[data-preset="Slow 2"]').waitFor({ state: 'detached' });
    // Another device deletes what is being edited here: it is told, and saved again if wanted.
    await row.getByRole('button', { name: 'Edit' }).click();
    await vault.save(data, JSON.stringify({ decks: { named: [], uses } }));
    await page.locator('.notice', { hasText: '“Slow” deleted. Its decks use the defaults.' }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('“Slow” was deleted on another device. Save again to keep it.').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Used by bio/cells, ml').waitFor();
    expect(await written('learningSteps')).toMatchObject({ decks: { named: [slow], uses } });
    await row.getByRole('button', { name: 'Remove' }).click();
    const question = page.locator('.modal', {
      hasText: 'Used by bio/cells, ml, which will use the defaults.',
    });
    await question.locator('.mod-cta').click();
    await row.waitFor({ state: 'detached' });
  });

  describe('files', () => {
    test('of the history restore once, however often they are read', async () => {
      const plugin = await open({ params: { api } });
      const { page } = plugin;
      await page.keyboard.press('Escape');
      await plugin.studyNote();
      await plugin.grade(3);
      await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
      await plugin.endReview();
      await show(plugin);
      await page.getByRole('button', { name: 'Export history' }).click();
      const path = page.locator('.modal.nf-import input[type="text"]');
      await path.fill('../outside.txt');
      await page.getByText('Outside the vault, hidden').waitFor();
      await path.fill('Kept/History.txt');
      await page.locator('.modal.nf-import').getByRole('button', { name: 'Save' }).click();
      await page.locator('.modal.nf-import').waitFor({ state: 'detached' });
      const text = await eventually(() => vault.read('Kept/History.txt'), 'the history as a file');
      vault = await bench.openVault(notes);
      const other = new PluginPage(await vault.open({ params: { note: 'A.md', api } }));
      await show(other);
      const restore = async (sentence: string): Promise<void> => {
        await other.page.getByRole('button', { name: 'Restore history' }).click();
        const file = { name: 'History.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
        await other.page.locator('.modal.nf-import input[type="file"]').setInputFiles(file);
        await other.page.locator('.nf-offer', { hasText: sentence }).waitFor();
      };
      await restore('can be restored');
      await other.page.getByRole('button', { name: 'Restore', exact: true }).click();
      await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the restored review');
      await restore('Nothing to restore');
      expect(eventsOf(await vault.logs(), 'r')).toHaveLength(1);
      expect(other.host.errors).toEqual([]);
    });

    test('of settings say what they would change, and are refused if invalid', async () => {
      const plugin = await open({ params: { api } });
      const { page } = plugin;
      await page.getByRole('button', { name: 'Import settings' }).click();
      const give = (text: string) =>
        page
          .locator('.modal.nf-import input[type="file"]')
          .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await give('{"study":{}}');
      await page.getByText('has no Note Flashcards settings').waitFor();
      await give(
        JSON.stringify({
          noteFlashcardsSettings: 1,
          study: { newPerDay: 3 },
          general: { folder: '../x' },
        }),
      );
      await page.locator('.nf-offer', { hasText: 'left unchanged: general.folder' }).waitFor();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      expect(await written('newPerDay')).toEqual({ study: { newPerDay: 3 } });
      await eventually(
        async () => (await option(plugin, 'study.newPerDay').locator('input').inputValue()) === '3',
        'the new value on the page',
      );
    });
  });

  test('each group and row is there once, and a row shown again has left nothing behind', async () => {
    const plugin = await open({ params: { api } });
    const { page } = plugin;
    const counts = () =>
      page.evaluate(() =>
        ['.setting-item-heading', '[data-option]', '.nf-preview', '.nf-move-offers'].map(
          (selector) => document.querySelectorAll(`.vertical-tab-content-container ${selector}`).length,
        ),
      );
    const before = await counts();
    expect(before.slice(2)).toEqual([1, 1]);
    await page.getByRole('button', { name: 'Import settings' }).click();
    const text = JSON.stringify({ noteFlashcardsSettings: 1, study: { newPerDay: 4 } });
    await page
      .locator('.modal.nf-import input[type="file"]')
      .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await eventually(
      async () => (await option(plugin, 'study.newPerDay').locator('input').inputValue()) === '4',
      'the new value on the page',
    );
    await page.locator('.nf-preview-count').waitFor({ state: 'attached' });
    await eventually(async () => JSON.stringify(await counts()) === JSON.stringify(before), 'the same rows');
    await plugin.host.screenshot(`settings-${api}`);
    expect(plugin.host.errors).toEqual([]);
  });
});

describe.each([
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['narrow', { viewport: { width: 300, height: 800 } }],
  ['phone', { viewport: 'phone' }],
] as const)('%s', (name, options) => {
  test('the page cuts nothing off', async () => {
    const plugin = await open(options);
    for (const [part, path] of [
      ['balance', 'schedule.easyDays'],
      ['cards', 'cards.folders'],
      ['preview', 'cards.proseWords'],
      ['files', 'cards.blockIds'],
    ] as const) {
      await option(plugin, path).evaluate((el) => el.scrollIntoView({ block: 'start' }));
      await plugin.host.screenshot(`settings-${part}-${name}`);
    }
    await cutsNothingOff(plugin, ['.vertical-tab-content-container']);
    expect(plugin.host.errors).toEqual([]);
  });
});
