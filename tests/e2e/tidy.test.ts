// The page that tidies up: what it finds, and where it leads.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const head = '---\ntags: flashcards\n---\n';
const long = Array.from({ length: 250 }, (_, index) => `word${String(index)}`).join(' ');
const notes = {
  'A.md': `${head}## Short\nIt is on [[Missing page]].\n\n## Long\n${long}\n`,
  'Broken.md': '---\ntags: flashcards\nx: [\n---\n## One\nText. #flashcards\n',
};

test('lists what could be better with counts, and leads there', async () => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', mode: 'source' } }));
  const { page } = plugin;
  await plugin.run('tidy');
  const section = (name: string) => page.locator(`[data-section="${name}"]`);
  await section('reconnect').getByText('Unmatched history (0)').waitFor();
  await section('leeches').getByText('None.').waitFor();
  await section('problems').getByText('Broken.md').waitFor();
  await section('toWrite').getByText('linked from 1 card').waitFor();
  await section('long').getByText('250 words').waitFor();
  await section('long').getByRole('button', { name: 'Show in card list' }).click();
  await page.locator('.nf-cards-count', { hasText: '1 of 3 cards' }).waitFor();
  await plugin.run('tidy');
  await section('long').locator('.nf-tidy-link', { hasText: 'Long' }).click();
  // The path is the same from the start: the cursor tells that the note has come to the front.
  await page.waitForFunction(() => window.host?.app.workspace.activeEditor?.editor?.getCursor().line === 6);
  await plugin.run('tidy');
  await section('toWrite').getByRole('button', { name: 'Create note: Missing page' }).click();
  await eventually(async () => (await vault.files()).includes('Missing page.md'), 'the new note');
  // The new note comes to the front some time after its file is there, so the page is called until it stays.
  await soon(async () => {
    await plugin.run('tidy');
    expect(await section('toWrite').getByText('Missing notes (0)').isVisible()).toBe(true);
  });
  expect(plugin.host.errors).toEqual([]);
});

test('a conflict copy gives no cards, and opens beside its original at the first line that differs', async () => {
  const copy = 'A.sync-conflict-20261128-101112-K7Q2M9A.md';
  const vault = await bench.openVault({
    'A.md': `${head}## One\nText.\n\n## Two\nOld.\n`,
    'A 2.md': `${head}## One\nText.\n`,
    [copy]: `${head}## One\nText.\n\n## Two\nNew.\n`,
  });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', mode: 'source' } }));
  const { page } = plugin;
  await plugin.run('open-cards');
  await page.locator('.nf-cards-count', { hasText: /^3 cards$/ }).waitFor();
  await plugin.run('tidy');
  const row = page.locator('[data-section="problems"] .nf-problem-row', { hasText: copy });
  await row.getByText('Conflict copy of “A”').waitFor();
  await row.getByRole('button', { name: 'Compare' }).click();
  await page.waitForFunction(
    (path) =>
      window.host?.app.workspace.getActiveFile()?.path === path &&
      window.host.app.workspace.activeEditor?.editor?.getCursor().line === 7,
    copy,
  );
  await vault.remove(copy);
  await plugin.run('tidy');
  await page.locator('[data-section="problems"]').getByText('None.').waitFor();
  expect(plugin.host.errors).toEqual([]);
});
