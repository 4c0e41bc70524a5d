// The screens in another language than English, as Obsidian's own language asks for.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

test('the sidebar speaks German where Obsidian does, and has room for its words', async () => {
  const vault = await bench.openVault({
    'A.md': '---\ntags: flashcards\n---\n## One\nText.\n\n## Two\nText.\n',
  });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', lang: 'de' } }));
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study', { hasText: '2 Karten lernen' }).waitFor();
  await plugin.host.screenshot('sidebar-german');
  const cut = await plugin.page
    .locator('.nf-sidebar button')
    .evaluateAll((buttons) => buttons.filter((el) => el.scrollWidth > el.clientWidth + 1).length);
  expect(cut).toBe(0);
});
