// The page that tidies up: what it finds, and where it leads.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const head = '---\ntags: flashcards\n---\n';
const long = Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' ');
const notes = {
  'A.md': `${head}## Short\nSee [[Missing page]].\n\n## Long\n${long}\n`,
  'Broken.md': '---\ntags: flashcards\nx: [\n---\n## One\nText. #flashcards\n',
};

test('lists what could be better with its count, and takes one there', async () => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', mode: 'source' } }));
  const { page } = plugin;
  await plugin.run('tidy');
  const section = (name: string) => page.locator(`[data-section="${name}"]`);
  await section('reconnect').getByText('Cards to reconnect (0)').waitFor();
  await section('leeches').getByText('None.').waitFor();
  await section('problems').getByText('Broken.md').waitFor();
  await section('toWrite').getByText('mentioned by 1 card').waitFor();
  await section('long').getByText('200 words').waitFor();
  await section('long').getByRole('button', { name: 'Show in the card list' }).click();
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
    expect(await section('toWrite').getByText('Notes to write (0)').isVisible()).toBe(true);
  });
  expect(plugin.host.errors).toEqual([]);
});
