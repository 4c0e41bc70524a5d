// The screens in another language than English, as Obsidian's own language asks for.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const note = '---\ntags: flashcards\n---\n## One\nText.\n\n## Two\nText.\n';

/** Buttons whose words do not fit in. */
const cutButtons = (plugin: PluginPage, within: string): Promise<number> =>
  plugin.page
    .locator(`${within} button`)
    .evaluateAll((buttons) => buttons.filter((el) => el.scrollWidth > el.clientWidth + 1).length);

test.each([
  { lang: 'de', study: '2 Karten lernen', show: 'Antwort zeigen', hard: 'Schwer' },
  { lang: 'ru', study: 'Изучать 2 карточки', show: 'Показать ответ', hard: 'Трудно' },
  { lang: 'ja', study: '2枚を学習', show: '解答を表示', hard: '難しい' },
])('sidebar and review speak $lang, and have room for its words', async ({ lang, study, show, hard }) => {
  const vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', lang } }));
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study', { hasText: study }).waitFor();
  expect(await cutButtons(plugin, '.nf-sidebar')).toBe(0);
  await plugin.page.locator('.nf-study').click();
  await plugin.page.locator('.nf-reveal', { hasText: show }).click();
  await plugin.page.locator('.nf-grade', { hasText: hard }).waitFor();
  expect(await cutButtons(plugin, '.nf-grades')).toBe(0);
  await plugin.host.screenshot(`review-${lang}`);
});

test('a language that the plugin does not speak is shown English', async () => {
  const vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', lang: 'fi' } }));
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study', { hasText: 'Study 2 cards' }).waitFor();
});
