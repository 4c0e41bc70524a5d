// The list of cards and the page that tidies up in light and dark, wide, narrow and on a phone: kept as pictures, and
// held to the rules of axe.
import { expect, test } from '@jest/globals';
import { faults, looks, small } from './look-rules.ts';
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
  await plugin.page.keyboard.press('Escape');
  await plugin.page.locator('.nf-review').waitFor({ state: 'detached' });
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-query').fill('sleep');
  await plugin.page.locator('.nf-query').press('ArrowDown');
  await plugin.page.keyboard.press('Shift+ArrowDown');
  await plugin.page.locator('.nf-cards-count', { hasText: '2 selected' }).waitFor();
  await plugin.page.keyboard.press('f');
  await plugin.page.getByText('Flagged 2 cards.').waitFor();
  await plugin.page.locator('.nf-row', { hasText: 'flagged' }).first().waitFor();
  await plugin.host.screenshot(`cards-${name}`);
  expect(await faults(plugin, '.nf-cards')).toEqual([]);
  expect(await small(plugin, '.nf-cards')).toEqual([]);
  expect(plugin.host.errors).toEqual([]);
});

test.each(looks)('the page that tidies up in %s', async (name, options) => {
  const plugin = await open(options);
  await plugin.run('tidy');
  await plugin.page.locator('[data-section="toWrite"] .nf-tidy-row').first().waitFor();
  await plugin.host.screenshot(`tidy-${name}`);
  expect(await faults(plugin, '.nf-tidy-page')).toEqual([]);
  expect(await small(plugin, '.nf-tidy-page')).toEqual([]);
  expect(plugin.host.errors).toEqual([]);
});

test('a list of cards with little room shows rows of two lines, and cuts nothing off', async () => {
  const vault = await bench.openVault();
  const plugin = new PluginPage(
    await vault.open({ viewport: { width: 650, height: 700 }, params: { note, device: 'desktop' } }),
  );
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid-narrow .nf-row').first().waitFor();
  await plugin.host.screenshot('cards-300');
  const wide = await plugin.page.evaluate(() =>
    ['.nf-cards', '.nf-grid'].map((selector) => {
      const el = document.querySelector<HTMLElement>(selector);
      return el ? el.scrollWidth - el.clientWidth : null;
    }),
  );
  expect(wide).toEqual([0, 0]);
});
