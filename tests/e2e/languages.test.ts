// The screens in another language than English, as Obsidian's own language asks for.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
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

/** Whether the notes that the page keeps between starts hold a text. */
const isKept = (plugin: PluginPage, text: string): Promise<boolean> =>
  plugin.page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    let found = false;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = await done(database.transaction(store).objectStore(store).getAll());
        found ||= JSON.stringify(all).includes(wanted);
      }
      database.close();
    }
    return found;
  }, text);

test('what is wrong with a note is said in the current language, not in that of when the note was read', async () => {
  const vault = await bench.openVault({ 'A.md': `${note}\n\`\`\`js\n` });
  const german = new PluginPage(await vault.open({ params: { note: 'A.md', lang: 'de' } }));
  await german.openSidebar('note');
  await german.page.locator('.nf-panel-note', { hasText: 'Codeblock nicht geschlossen' }).waitFor();
  await soon(async () => {
    if (!(await isKept(german, 'note/openFence'))) throw new Error('the note is not kept yet');
  });
  expect(await isKept(german, 'Codeblock nicht')).toBe(false);
  const english = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await english.openSidebar('note');
  await english.page.locator('.nf-panel-note', { hasText: 'This code fence is never closed' }).waitFor();
});

test('a language that the plugin lacks gets English', async () => {
  const vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', lang: 'fi' } }));
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study', { hasText: 'Study 2 cards' }).waitFor();
});
