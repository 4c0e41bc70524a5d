// The sidebar: today, the note in front, and the decks.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, eventually, PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const long = Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' ');
const notes = {
  'A.md': `---\ntags: flashcards/ml/attention\n---\n# A\n## Short\nSee [[Missing page]].\n\n## Long\n${long}\n\n## Empty\n\n## References\n- one\n`,
  'Folder/B.md': '---\ntags: flashcards\n---\n# B\n## One\nAlso [[Missing page]].\n',
  'C.md': '---\ntags: flashcards/ml\n---\n# C\n## Two\nText.\n',
};

const withTea = (leaves: string) =>
  `---\ntags: flashcards\n---\n## How is tea made?\nBoil fresh water, pour it over the ${leaves}, wait for three minutes, and take the leaves out before it turns bitter.\n`;

async function open(options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  return new PluginPage(await vault.open({ ...options, params: { note: 'A.md', ...options.params } }));
}

describe('today', () => {
  test('counts what waits, and follows each answer', async () => {
    const plugin = await open();
    await plugin.openSidebar('today');
    const fresh = plugin.page.locator('.nf-count-fresh .nf-count-number');
    await eventually(async () => (await fresh.textContent()) === '4', 'four new cards');
    await plugin.page.locator('.nf-study').click();
    await plugin.question();
    await plugin.grade(4);
    await plugin.page.keyboard.press('Escape');
    await eventually(async () => (await fresh.textContent()) === '3', 'three new cards');
    await plugin.page.getByText('1 day in a row').waitFor();
  });

  test('lists notes to write with the cards that mention them, and creates one on a click', async () => {
    const plugin = await open();
    await plugin.openSidebar('today');
    await plugin.page.locator('[data-list="to-write"] summary').click();
    const row = plugin.page.locator('.nf-to-write', { hasText: 'Missing page' });
    await row.getByText('mentioned by 2 cards').waitFor();
    await row.getByRole('button').click();
    await eventually(
      async () => (await vault.files()).some((path) => path.endsWith('Missing page.md')),
      'the note',
    );
    await row.waitFor({ state: 'detached' });
  });

  test('offers a doubtful pair with both texts, and takes the history over on a yes', async () => {
    const plugin = await open();
    await vault.save('Tea.md', withTea('black leaves'));
    await eventually(
      () => plugin.page.evaluate(() => Boolean(window.host?.app.vault.getFileByPath('Tea.md'))),
      'the note in the vault',
    );
    await plugin.host.openNote('Tea.md');
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.page.keyboard.press('Escape');
    await Promise.all([
      vault.remove('Tea.md'),
      vault.save('Green.md', withTea('green leaves')),
      vault.save('White.md', withTea('white leaves')),
    ]);
    await plugin.openSidebar('today');
    await plugin.page.getByRole('button', { name: 'Compare and decide' }).click();
    await plugin.page.locator('.nf-pair', { hasText: 'History without a card' }).first().waitFor();
    await plugin.host.screenshot('sidebar-reconnect');
    await plugin.page.getByRole('button', { name: 'The same card' }).first().click();
    await plugin.page.getByText('There is nothing to decide.').waitFor();
    await eventually(async () => eventsOf(await vault.logs(), 'a').length === 1, 'the link in the log');
  });
});

describe('this note', () => {
  test('lists cards with their state, the reason of what was skipped, and a hint where an answer is long', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    await plugin.row('Long').getByText('200 words').waitFor();
    await plugin.page.getByRole('button', { name: /^Skipped/ }).click();
    const hints = plugin.page.locator('.nf-row-hint');
    await hints.filter({ hasText: 'no text of its own' }).first().waitFor();
    await hints.filter({ hasText: 'heading is on the skip list' }).waitFor();
    await plugin.host.screenshot('sidebar-note');
  });

  test('suspends a card from its menu, and brings it back', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    const menu = plugin.row('Short').locator('.nf-row-menu');
    await menu.click();
    await plugin.page.getByText('Not a card (suspend)').click();
    await plugin.row('Short').getByText('suspended').waitFor();
    await menu.click();
    await plugin.page.getByText('Bring back').click();
    await plugin.row('Short').getByText('new').waitFor();
    const events = await eventually(async () => {
      const found = eventsOf(await vault.logs(), 'x');
      return found.length === 2 && found;
    }, 'both in the log');
    expect(events.map((event) => event['v'])).toEqual([true, false]);
  });

  test('goes to the line of a card on a click', async () => {
    const plugin = await open({ params: { note: 'A.md', mode: 'source' } });
    await plugin.openSidebar('note');
    await plugin.row('Long').locator('.nf-row-main').click();
    const line = await eventually(
      () => plugin.page.evaluate(() => window.host?.app.workspace.activeEditor?.editor?.getCursor().line),
      'a cursor on the line',
    );
    expect(line).toBe(7);
  });
});

describe('decks', () => {
  test('are a tree by nested tag and folder, stay folded, and are studied on a click', async () => {
    const plugin = await open();
    await plugin.openSidebar('decks');
    const names = () => plugin.page.locator('.nf-deck-name').allTextContents();
    await eventually(async () => (await names()).length === 3, 'three decks');
    expect(await names()).toEqual(['Folder', 'ml', 'attention']);
    await plugin.page.locator('[data-deck="ml"] .nf-deck-fold').click();
    expect(await names()).toEqual(['Folder', 'ml']);
    await plugin.host.reload();
    await plugin.openSidebar('decks');
    await eventually(async () => (await names()).length === 2, 'the deck still folded');
    await plugin.page.locator('[data-deck="ml"] .nf-row-main').click();
    await plugin.question();
    expect(await plugin.page.locator('.nf-progress-text').textContent()).toContain('3 new');
  });
});

describe('from outside', () => {
  test.each([
    ['obsidian://note-flashcards?action=study&deck=ml', '3 new'],
    ['obsidian://note-flashcards?action=study&note=C', '1 new'],
  ])('%s opens the review', async (uri, count) => {
    const plugin = await open();
    await plugin.openSidebar('today');
    expect(await plugin.page.evaluate((address) => window.host?.openUri(address), uri)).toBe(true);
    await plugin.question();
    expect(await plugin.page.locator('.nf-progress-text').textContent()).toContain(count);
  });

  test('an address of a deck that is not there gets one sentence', async () => {
    const plugin = await open();
    await plugin.page.evaluate(() =>
      window.host?.openUri('obsidian://note-flashcards?action=study&deck=nowhere'),
    );
    await plugin.page.locator('.notice', { hasText: 'There is no deck “nowhere”.' }).waitFor();
  });

  test("the app's own command line tells what is due, where the app has one", async () => {
    const plugin = await open({ params: { api: '1.12.2' } });
    await plugin.openSidebar('today');
    const ask = () => plugin.page.evaluate(() => window.host?.cli('note-flashcards:due', { json: 'true' }));
    await eventually(async () => (await ask())?.includes('"fresh":4'), 'four new cards');
    await plugin.page.evaluate(() => window.host?.cli('note-flashcards:study', { note: 'C' }));
    await plugin.question();
  });

  test('the status bar counts, and opens the review', async () => {
    const plugin = await open();
    await plugin.page.locator('.nf-status', { hasText: '4 to study' }).click();
    await plugin.question();
  });
});

describe('the settings', () => {
  test('refuse a folder that would never sync, with the reason, and write nothing', async () => {
    const plugin = await open();
    await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    const setting = plugin.page.locator('[data-option="general.folder"]');
    await setting.locator('input').fill('_hidden');
    await setting.locator('input').blur();
    await setting.getByText('never synced').waitFor();
    expect(await vault.files()).not.toContain('.obsidian/plugins/note-flashcards/data.json');
  });

  test('offer to copy the history when the folder changes', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(3);
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
    await plugin.page.keyboard.press('Escape');
    await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    const setting = plugin.page.locator('[data-option="general.folder"]');
    await setting.locator('input').fill('Cards/History');
    await setting.locator('input').blur();
    await plugin.page.getByRole('button', { name: 'Copy it over' }).click();
    await eventually(
      async () => eventsOf(await vault.logs('Cards/History'), 'r').length === 1,
      'the review in the new folder',
    );
  });
});
