// The reminder: a notice once a day, and a dot at the ribbon icon until nothing is due. And what the icon does.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const settings = '.obsidian/plugins/note-flashcards/data.json';
const note = { 'A.md': '---\ntags: flashcards\n---\n## One\nText.\n' };

async function opened(general: object, api = '1.13'): Promise<PluginPage> {
  const vault = await bench.openVault({ ...note, [settings]: JSON.stringify({ general }) });
  return new PluginPage(await vault.open({ params: { note: 'A.md', api } }));
}

const icon = ({ page }: PluginPage) => page.locator('.side-dock-ribbon-action[aria-label^="Flashcards"]');
const notice = ({ page }: PluginPage) => page.locator('.notice', { hasText: 'to study' });
/** As when the window comes to the front after the computer slept. */
const wake = ({ page }: PluginPage) => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const label = (plugin: PluginPage, text: string) =>
  soon(async () => expect(await icon(plugin).getAttribute('aria-label')).toBe(text));

test.each(['1.8', '1.13'])(
  'comes at its hour, once, and its dot goes with the last card (API %s)',
  async (api) => {
    const plugin = await opened({ remindAt: '18:30' }, api);
    const { page } = plugin;
    await soon(async () => expect(await page.locator('.nf-status').textContent()).toBe('1 to study'));
    await plugin.setTime(2026, 12, 1, 18, 0);
    await wake(plugin);
    await label(plugin, 'Flashcards');
    expect(await notice(plugin).count()).toBe(0);
    await plugin.setTime(2026, 12, 1, 18, 31);
    await wake(plugin);
    await notice(plugin).waitFor();
    await label(plugin, 'Flashcards: 1 to study');
    expect(await icon(plugin).evaluate((el) => getComputedStyle(el, '::after').width)).toBe('7px');
    await plugin.host.screenshot(`reminder-${api}`);
    // It goes by itself, and a start on the same day brings the dot alone.
    await notice(plugin).waitFor({ state: 'detached' });
    await plugin.host.run('note-flashcards:open-sidebar');
    await page.evaluate(() => window.host?.reloadPlugin());
    await label(plugin, 'Flashcards: 1 to study');
    expect(await notice(plugin).count()).toBe(0);
    await plugin.studyNote();
    await plugin.grade(4);
    await plugin.endReview();
    await label(plugin, 'Flashcards');
    expect(plugin.host.errors).toEqual([]);
  },
);

test('waits for the end of a review', async () => {
  const plugin = await opened({ remindAt: '18:30' });
  await plugin.setTime(2026, 12, 1, 18, 0);
  await plugin.studyNote();
  await plugin.setTime(2026, 12, 1, 18, 31);
  await wake(plugin);
  expect(await notice(plugin).count()).toBe(0);
  await plugin.endReview();
  await notice(plugin).waitFor();
});

test('comes when so many cards are due', async () => {
  const plugin = await opened({ remindCount: 1 });
  await notice(plugin).waitFor();
  await label(plugin, 'Flashcards: 1 to study');
});

test('a click on the icon opens the sidebar, or starts the review if the settings say so', async () => {
  const plugin = await opened({});
  await icon(plugin).click();
  await plugin.page.locator('.nf-panel-today').waitFor();
  expect(await plugin.page.locator('.nf-review').count()).toBe(0);
  await plugin.setOption('general', 'ribbon', 'review');
  await icon(plugin).click();
  await plugin.asks('One');
  expect(plugin.host.errors).toEqual([]);
});

test('a wrong hour is said and not saved', async () => {
  const plugin = await opened({});
  await plugin.page.evaluate(() => window.host?.openSettings('note-flashcards'));
  const row = plugin.page.locator('[data-option="general.remindAt"]');
  await row.locator('input').fill('25:00');
  await row.locator('input').press('Tab');
  await row.getByText('Enter a time such as 18:30, or leave empty.').waitFor();
  await row.locator('input').fill('8:05');
  await row.locator('input').press('Tab');
  await row.getByText('Such as 18:30').waitFor();
});
