// A start with logs that hang or cannot be read: the app opens, nothing is counted, no review begins; a click goes on.
import { describe, expect, test } from '@jest/globals';
import type { HostPage, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const notes = {
  'A.md': '---\ntags: flashcards\n---\n# A\n## One\nFirst answer.\n\n## Two\nSecond answer.\n',
};

/** A vault with one answer in its log; gives the path of that log. */
async function studied(): Promise<{ vault: TestVault; page: HostPage; log: string }> {
  const vault = await bench.openVault(notes);
  const page = await vault.open({ params: { note: 'A.md' } });
  const plugin = new PluginPage(page);
  await plugin.studyNote();
  await plugin.grade(3);
  await plugin.endReview();
  const log = await eventually(
    async () => eventsOf(await vault.logs(), 'r').length === 1 && Object.keys(await vault.logs())[0],
    'the review in the log',
  );
  return { vault, page, log };
}

/** The same vault after a restart; the device has forgotten what it wrote, so that only the log knows. */
async function restart(
  vault: TestVault,
  page: HostPage,
  params: Readonly<Record<string, string>>,
): Promise<PluginPage> {
  await page.page.evaluate(async () => {
    window.host?.app.saveLocalStorage('note-flashcards-recent', null);
    await new Promise((resolve) => {
      const lists = indexedDB
        .databases()
        .then((all) => all.map(({ name }) => indexedDB.deleteDatabase(name ?? '')));
      void lists.then(resolve);
    });
  });
  await page.page.close();
  return new PluginPage(await vault.open({ params: { note: 'A.md', ...params } }));
}

const goOn = ({ page }: PluginPage, within: string) =>
  page.locator(within).getByRole('button', { name: 'Continue without it' });

const rowOf = (plugin: PluginPage, question: string, text: string | RegExp) =>
  plugin.row(question).locator('.nf-row-hint', { hasText: text }).first();

async function release(plugin: PluginPage, path: string): Promise<void> {
  await plugin.page.evaluate((held) => window.host?.failures.release(held), path);
}

const countsOf = ({ page }: PluginPage) =>
  page.locator('.nf-counts, .nf-deck-counts, .nf-statistics-report h3, .nf-tiles');

describe('a log that hangs at the start', () => {
  test('lists the cards with their state unknown, no counts, and no review', async () => {
    const { vault, page, log } = await studied();
    const plugin = await restart(vault, page, { hang: log });
    await plugin.openSidebar('note');
    await rowOf(plugin, 'One', 'unknown').waitFor();
    await rowOf(plugin, 'Two', 'unknown').waitFor();
    for (const tab of ['today', 'decks', 'statistics'] as const) {
      await plugin.openSidebar(tab);
      await plugin.page.locator(`.nf-panel-${tab} .nf-missing`).waitFor();
      expect(await countsOf(plugin).count()).toBe(0);
    }
    await plugin.run('review');
    await plugin.page.locator('.notice .nf-missing').waitFor();
    expect(await plugin.page.locator('.nf-review').count()).toBe(0);
    expect(await plugin.page.locator('.nf-status').textContent()).toBe('Flashcards');
    expect(plugin.host.errors).toEqual([]);
  });

  test('is named after ten seconds; one click continues without it, and it counts when it arrives', async () => {
    const { vault, page, log } = await studied();
    const before = await vault.read(log);
    const plugin = await restart(vault, page, { hang: log });
    await plugin.openSidebar('today');
    await plugin.page.locator('.nf-panel-today .nf-missing', { hasText: log }).waitFor();
    await plugin.host.screenshot('history-missing');
    expect(await countsOf(plugin).count()).toBe(0);
    await goOn(plugin, '.nf-panel-today').click();
    await plugin.page.locator('.nf-counts').waitFor();
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.endReview();
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 2, 'the new answer in a log');
    expect(await vault.read(log)).toBe(before);
    await release(plugin, log);
    await plugin.openSidebar('note');
    // Both answers count: one alone leaves the card in its learning steps.
    await rowOf(plugin, 'One', /tomorrow|in \d/).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('holds back a requested review, which begins when the log arrives', async () => {
    const { vault, page, log } = await studied();
    const plugin = await restart(vault, page, { hang: log });
    await plugin.run('study-note');
    await plugin.page.locator('.notice .nf-missing').waitFor();
    await release(plugin, log);
    await plugin.asks('Two');
    expect(plugin.host.errors).toEqual([]);
  });

  test.each([
    ['open-cards', '.nf-cards'],
    ['tidy', '.nf-tidy-page'],
    ['statistics', '.nf-statistics'],
  ])('is reported by what %s opens, which is drawn when it arrives', async (command, screen) => {
    const { vault, page, log } = await studied();
    const plugin = await restart(vault, page, { hang: log });
    await plugin.run(command);
    await plugin.page.locator(`${screen} .nf-missing`).waitFor();
    await release(plugin, log);
    await plugin.page.locator(`${screen} .nf-missing`).waitFor({ state: 'detached' });
    expect(plugin.host.errors).toEqual([]);
  });
});

describe('the folder of the logs', () => {
  test('that hangs is named, and answers wait on this device until it arrives', async () => {
    const { vault, page, log } = await studied();
    const plugin = await restart(vault, page, { hang: 'Flashcards' });
    await plugin.openSidebar('today');
    await goOn(plugin, '.nf-panel-today').click();
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.endReview();
    expect(eventsOf({ log: await vault.read(log) }, 'r')).toHaveLength(1);
    await release(plugin, 'Flashcards');
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 2, 'both answers in the log');
  });

  test('that cannot be read is named at once', async () => {
    const { vault, page } = await studied();
    const plugin = await restart(vault, page, { unreadable: 'Flashcards' });
    await plugin.openSidebar('today');
    await plugin.page.locator('.nf-panel-today .nf-missing', { hasText: 'Flashcards' }).waitFor();
    await goOn(plugin, '.nf-panel-today').click();
    await plugin.page.locator('.nf-counts').waitFor();
  });

  test('that is a file is named at once, is left as it is, and answers are kept', async () => {
    const vault = await bench.openVault({ ...notes, Flashcards: 'Mine.' });
    const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
    await plugin.openSidebar('today');
    await plugin.page.locator('.nf-panel-today .nf-missing', { hasText: 'is a file' }).waitFor();
    await goOn(plugin, '.nf-panel-today').click();
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.endReview();
    await plugin.openSidebar('note');
    await rowOf(plugin, 'One', 'learning').waitFor();
    expect(await vault.read('Flashcards')).toBe('Mine.');
  });
});
