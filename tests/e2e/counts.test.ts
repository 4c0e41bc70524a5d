// One truth in numbers, in the built plugin: what each screen says of the same vault at the same time.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const note = (deck: string, names: readonly string[]) =>
  `---\ntags: flashcards/${deck}\n---\n${names.map((name) => `## ${name}\nText of ${name}.\n\nLeft ${name} ::: right ${name}`).join('\n\n')}\n`;

const notes = {
  'A.md': note('ml', ['Amber', 'Cobalt']),
  'B.md': note('ml/deep', ['Basalt', 'Granite', 'Marble']),
  'C.md': note('art', ['Tansy']),
  '.obsidian/plugins/note-flashcards/data.json': JSON.stringify({
    decks: { presets: [{ deck: 'ml', newPerDay: 4 }] },
  }),
};

test('Today, status bar, decks, the choice and the card list agree', async () => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open());
  const { page } = plugin;
  await plugin.openSidebar('today');
  await page.getByText('Study 6 cards').click();
  await plugin.grade(1);
  await plugin.endReview();
  await plugin.openSidebar('today');
  await page.getByText('Study 6 cards').waitFor();
  await soon(async () => {
    expect(await page.locator('.nf-count-box').allTextContents()).toEqual(['5new', '1learning', '0due']);
    expect(await page.locator('.nf-status').textContent()).toBe('6 to study');
  });
  expect(await page.locator('.nf-forecast li').first().textContent()).toMatch(/^1/);
  await page.locator('.nf-today-facts', { hasText: /siblings? buried until tomorrow/ }).waitFor();
  await plugin.openSidebar('decks');
  const decks = page.locator('.nf-decks .nf-row');
  await decks.nth(2).waitFor();
  const sums = (await decks.allTextContents()).map((text) =>
    (text.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0),
  );
  // A limit of four for all of "ml"; "art" has a card and one of two siblings.
  expect(sums).toEqual([2, 4, expect.any(Number)]);
  await plugin.run('choose');
  const choice = (text: string) => page.locator('.suggestion-item', { hasText: text }).locator('.nf-hint');
  await soon(async () => expect(await choice('All due cards').textContent()).toBe('5 new1 learning0 due'));
  await soon(async () => expect(await choice('Practice all cards').textContent()).toContain('18 cards'));
  await page.keyboard.press('Escape');
  await plugin.run('open-cards');
  await page.locator('.nf-query').fill('is:due');
  await page.locator('.nf-cards-count', { hasText: '1 of 18 cards' }).waitFor();
  expect(plugin.host.errors).toEqual([]);
});
