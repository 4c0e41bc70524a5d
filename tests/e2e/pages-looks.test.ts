// The list of cards and the page that tidies up in light and dark, wide, narrow and on a phone: kept as pictures, and
// held to the rules of axe.
import { expect, test } from '@jest/globals';
import { cutsNothingOff, keepsRules, looks } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

async function open(options: (typeof looks)[number][1]): Promise<PluginPage> {
  const vault = await bench.openVault();
  return new PluginPage(await vault.open({ ...options, params: { note } }));
}

test.each(looks)('the list of cards in %s', async (name, options) => {
  const plugin = await open(options);
  // Some cards with a schedule, so that every column has something to show.
  await plugin.studyNote();
  for (const grade of [4, 3, 1] as const) await plugin.grade(grade);
  await plugin.endReview();
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-query').fill('sleep');
  await plugin.page.locator('.nf-query').press('ArrowDown');
  await plugin.page.keyboard.press('Shift+ArrowDown');
  await plugin.page.locator('.nf-cards-count', { hasText: '2 selected' }).waitFor();
  await plugin.page.keyboard.press('f');
  await plugin.page.locator('.menu-item', { hasText: 'Red' }).click();
  await plugin.page.getByText('Flagged 2 cards.').waitFor();
  await plugin.page.locator('.nf-row', { hasText: 'flagged' }).first().waitFor();
  await plugin.host.screenshot(`cards-${name}`);
  await keepsRules(plugin, '.nf-cards');
  expect(plugin.host.errors).toEqual([]);
});

test.each(looks)('the tidy page in %s', async (name, options) => {
  const plugin = await open(options);
  await plugin.run('tidy');
  await plugin.page.locator('[data-section="toWrite"] .nf-tidy-row').first().waitFor();
  await plugin.host.screenshot(`tidy-${name}`);
  await keepsRules(plugin, '.nf-tidy-page');
  expect(plugin.host.errors).toEqual([]);
});

test('a card list with little room shows rows of two lines, and cuts nothing off', async () => {
  const vault = await bench.openVault();
  const plugin = new PluginPage(
    await vault.open({ viewport: { width: 970, height: 700 }, params: { note, device: 'desktop' } }),
  );
  // The sidebar opens once by itself, to offer the import.
  await plugin.page.locator('.nf-panel-today').waitFor();
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid-narrow .nf-row').first().waitFor();
  await plugin.host.screenshot('cards-300');
  await cutsNothingOff(plugin, ['.nf-cards', '.nf-grid']);
});
