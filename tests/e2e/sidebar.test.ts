// The sidebar: today, the note in front, and the decks.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRules } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const long = Array.from({ length: 250 }, (_, index) => `word${String(index)}`).join(' ');
const notes = {
  'A.md': `---\ntags: flashcards/ml/attention\n---\n# A\n## Short\nIt is on [[Missing page]].\n\n## Long\n${long}\n\n## Empty\n\n## References\n- one\n`,
  'Folder/B.md': '---\ntags: flashcards\n---\n# B\n## One\nAlso [[Missing page]].\n',
  'C.md': '---\ntags: flashcards/ml\n---\n# C\n## Two\nText.\n',
};

const teaCard = (leaves: string) =>
  `## How is tea made?\nBoil fresh water, pour it over the ${leaves}, wait for three minutes, and take the leaves out before it turns bitter.\n`;
const withTea = (leaves: string) => `---\ntags: flashcards\n---\n${teaCard(leaves)}`;

async function open(options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  return new PluginPage(await vault.open({ ...options, params: { note: 'A.md', ...options.params } }));
}

describe('today', () => {
  test('counts what waits, and follows each answer', async () => {
    const plugin = await open();
    await plugin.openSidebar('today');
    const newCards = plugin.page.locator('.nf-count-new .nf-count-number');
    await newCards.getByText('4', { exact: true }).waitFor();
    await plugin.page.locator('.nf-study').click();
    await plugin.question();
    await plugin.grade(4);
    await plugin.endReview();
    await newCards.getByText('3', { exact: true }).waitFor();
    await plugin.page.getByText('1-day streak').waitFor();
  });

  test('lists notes to write with the cards that mention them, and creates one on a click', async () => {
    const plugin = await open();
    await plugin.openSidebar('today');
    await plugin.page.locator('[data-list="to-write"] summary').click();
    const row = plugin.page.locator('.nf-to-write', { hasText: 'Missing page' });
    await row.getByText('linked from 2 cards').waitFor();
    await row.getByRole('button').click();
    await eventually(
      async () => (await vault.files()).some((path) => path.endsWith('Missing page.md')),
      'the note',
    );
    await row.waitFor({ state: 'detached' });
  });

  test('offers a doubtful pair with both texts, and reconnects the history on a yes', async () => {
    const plugin = await open();
    await vault.save('Tea.md', withTea('black leaves'));
    await plugin.host.knows('Tea.md');
    await plugin.host.openNote('Tea.md');
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.endReview();
    await vault.remove('Tea.md');
    await plugin.host.knows('Tea.md', false);
    // Both in one file: the plugin must never see the one without the other.
    await vault.save('Leaves.md', `${withTea('green leaves')}\n${teaCard('white leaves')}`);
    await plugin.openSidebar('today');
    await plugin.page.getByRole('button', { name: 'Review matches' }).click();
    await plugin.page.locator('.nf-pair', { hasText: 'Lost card' }).first().waitFor();
    await plugin.host.screenshot('sidebar-reconnect');
    await keepsRules(plugin, '.nf-reconnect .modal-content');
    await plugin.page.getByRole('button', { name: 'Different cards' }).first().click();
    const said = plugin.page.locator('.nf-pair-said');
    await said.getByText('Kept apart. The reviews wait for their card.').waitFor();
    await plugin.host.screenshot('sidebar-reconnect-parted');
    await said.getByRole('button', { name: 'Undo' }).click();
    await plugin.page.getByRole('button', { name: 'The same card' }).first().click();
    await said.getByText('The card now has its 1 review again.').waitFor();
    await plugin.page.getByText('No unmatched history.').waitFor();
    await eventually(async () => eventsOf(await vault.logs(), 'a').length === 1, 'the link in the log');
  });
});

describe('this note', () => {
  test('lists cards with their state, the reason of what was skipped, and a hint where an answer is long', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    await plugin.row('Long').getByText('250 words').waitFor();
    await plugin.page.getByRole('button', { name: /^Skipped/ }).click();
    const hints = plugin.page.locator('.nf-row-hint');
    await hints.filter({ hasText: 'no text of its own' }).first().waitFor();
    await hints.filter({ hasText: 'ignored heading' }).waitFor();
    await plugin.host.screenshot('sidebar-note');
  });

  test('suspends a card from its menu, and brings it back', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    const menu = plugin.row('Short').locator('.nf-row-menu');
    await menu.click();
    await plugin.page.getByText('Suspend', { exact: true }).click();
    await plugin.row('Short').getByText('suspended').waitFor();
    await menu.click();
    await plugin.page.getByText('Unsuspend').click();
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
    await plugin.page.waitForFunction(
      () => window.host?.app.workspace.activeEditor?.editor?.getCursor().line === 7,
    );
  });
});

describe('decks', () => {
  test('are a tree by nested tag and folder, stay collapsed, and are studied on a click', async () => {
    const plugin = await open();
    await plugin.openSidebar('decks');
    const lists = (decks: readonly string[]) =>
      soon(async () => {
        expect(await plugin.page.locator('.nf-deck-name').allTextContents()).toEqual(decks);
      });
    await lists(['Folder', 'ml', 'attention']);
    await plugin.page.locator('[data-deck="ml"] .nf-deck-toggle').click();
    await lists(['Folder', 'ml']);
    await plugin.host.reload();
    await plugin.openSidebar('decks');
    await lists(['Folder', 'ml']);
    await plugin.page.locator('[data-deck="ml"] .nf-row-main').click();
    await plugin.page.locator('.nf-progress-text', { hasText: '3 new' }).waitFor();
  });

  test.each([
    ['a path', '../../etc/passwd'],
    ['signs', '🧠/👩‍🔬'],
    ['300 letters', 'x'.repeat(300)],
  ])('may have any name, and fit their place with it: %s', async (_, deck) => {
    const plugin = await open();
    const { page } = plugin;
    const tag = JSON.stringify(`flashcards/${deck}`);
    await vault.save('Odd.md', `---\ntags: [${tag}]\n---\n# Odd\n## Quark\nText.\n\n## Lepton\nText.\n`);
    await plugin.host.knows('Odd.md');
    await plugin.openSidebar('decks');
    const row = page.locator(`[data-deck="${deck}"]`);
    await row.getByRole('button', { name: `Options for “${deck}”`, exact: true }).click();
    await page.locator('.modal [data-option="newPerDay"] input').fill('1');
    const isCut = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((el) => el.scrollWidth > el.clientWidth);
    expect(await isCut('.modal')).toBe(false);
    await page.locator('.modal').getByRole('button', { name: 'Save' }).click();
    await page.locator('.modal').waitFor({ state: 'detached' });
    expect(await isCut('.nf-sidebar')).toBe(false);
    await row.locator('.nf-lane-new', { hasText: '1' }).waitFor();
    await row.getByRole('button', { name: `Options for “${deck}”`, exact: true }).click();
    await page.locator('.modal [data-option="name"] input').waitFor();
    expect(await page.locator('.modal [data-option="preset"] select').inputValue()).toBe(`=${deck}`);
    await plugin.host.screenshot(`options-odd-${String(deck.length)}`);
    expect(await isCut('.modal')).toBe(false);
    await page.keyboard.press('Escape');
    await plugin.host.screenshot(`sidebar-odd-${String(deck.length)}`);
    await page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    await page.locator(`[data-preset="${deck}"]`).scrollIntoViewIfNeeded();
    await plugin.host.screenshot(`settings-odd-${String(deck.length)}`);
    expect(await isCut('.vertical-tab-content')).toBe(false);
    await page.keyboard.press('Escape');
    await row.locator('.nf-row-main').click();
    await plugin.asks('Quark');
    expect(plugin.host.errors).toEqual([]);
  });

  test('each have a button for their options, and stay without them if nothing is filled in', async () => {
    const plugin = await open();
    await plugin.openSidebar('decks');
    const { page } = plugin;
    const options = page.getByRole('button', { name: 'Options for “ml”', exact: true });
    const save = page.locator('.modal').getByRole('button', { name: 'Save' });
    await options.click();
    await save.click();
    await page.locator('.modal').waitFor({ state: 'detached' });
    await options.click();
    await page.locator('.modal [data-option="newPerDay"] input').fill('1');
    await plugin.host.screenshot('sidebar-deck-options');
    await save.click();
    await page.locator('[data-deck="ml"] .nf-deck-counts .nf-lane-new', { hasText: '1' }).waitFor();
    await plugin.host.screenshot('sidebar-decks');
    const data = JSON.parse(await vault.read('.obsidian/plugins/note-flashcards/data.json')) as unknown;
    expect(data).toMatchObject({
      decks: { named: [{ name: 'ml', newPerDay: 1 }], uses: [{ deck: 'ml', preset: 'ml' }] },
    });
    expect(plugin.host.errors).toEqual([]);
  });
});

describe('the status bar', () => {
  test('counts, and opens the review', async () => {
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
    await setting.getByText("don't sync").waitFor();
    expect(await vault.files()).not.toContain('.obsidian/plugins/note-flashcards/data.json');
  });

  test('offer to copy the history when the folder changes', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(3);
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
    await plugin.endReview();
    await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    const setting = plugin.page.locator('[data-option="general.folder"]');
    await setting.locator('input').fill('Cards/History');
    await setting.locator('input').blur();
    await plugin.page.getByRole('button', { name: 'Copy events' }).click();
    await eventually(
      async () => eventsOf(await vault.logs('Cards/History'), 'r').length === 1,
      'the review in the new folder',
    );
  });
});
