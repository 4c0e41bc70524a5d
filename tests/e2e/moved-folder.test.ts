// The folder of the history is moved in the file explorer, or on disk while the app is closed.
import { expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = '---\ntags: flashcards\n---\n# A\n## One\nFirst answer.\n\n## Two\nSecond answer.\n';

/** A vault with a review of each card. */
async function reviewed(): Promise<{ vault: TestVault; plugin: PluginPage }> {
  const vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await plugin.studyNote();
  await plugin.grade(4);
  await plugin.grade(4);
  await plugin.endReview();
  await eventually(async () => eventsOf(await vault.logs(), 'r').length === 2, 'the reviews in the log');
  return { vault, plugin };
}

const nothingNew = (plugin: PluginPage) =>
  plugin.page.locator('.nf-status', { hasText: 'No cards due' }).waitFor();

test('in the file explorer: the history moves along, at once and after a restart', async () => {
  const { vault, plugin } = await reviewed();
  await plugin.page.evaluate(async () => {
    const app = window.host?.app;
    const folder = app?.vault.getFolderByPath('Flashcards');
    if (!app || !folder) throw new Error('no folder to move');
    await app.vault.createFolder('System');
    await app.vault.rename(folder, 'System/Flashcards');
  });
  await soon(async () => {
    const settings = JSON.parse(await vault.read('.obsidian/plugins/note-flashcards/data.json')) as unknown;
    expect(settings).toEqual({ general: { folder: 'System/Flashcards' } });
  });
  await nothingNew(plugin);
  await plugin.host.reload();
  await nothingNew(plugin);
  expect(Object.keys(await vault.logs())).toEqual([]);
  expect(eventsOf(await vault.logs('System/Flashcards'), 'r')).toHaveLength(2);
  expect(plugin.host.errors).toEqual([]);
});

test('while the app is closed: the history is found, and its place is reported', async () => {
  const { vault, plugin } = await reviewed();
  await plugin.page.goto('about:blank');
  await vault.move('Flashcards', 'Cards of mine');
  const again = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await again.page.locator('.notice', { hasText: '“Cards of mine”' }).waitFor();
  await nothingNew(again);
  expect(Object.keys(await vault.logs())).toEqual([]);
  expect(again.host.errors).toEqual([]);
});
