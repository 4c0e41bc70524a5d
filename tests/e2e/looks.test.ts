// Every screen in light and dark, wide, narrow and on a phone: kept as pictures, and held to the rules of axe.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions } from './harness.ts';
import { cutsNothingOff, keepsRules, looks } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

async function open(options: PageOptions): Promise<PluginPage> {
  const vault = await bench.openVault();
  return new PluginPage(await vault.open({ ...options, params: { note } }));
}

/** What each tab of the sidebar shows once it is drawn. */
const drawn = { today: '.nf-study:enabled', note: '[data-card]', decks: '.nf-deck-name' } as const;

describe.each(looks)('in %s', (name, options) => {
  test('the sidebar shows its tabs', async () => {
    const plugin = await open(options);
    for (const tab of ['today', 'note', 'decks'] as const) {
      await plugin.openSidebar(tab);
      await plugin.page.locator(drawn[tab]).first().waitFor();
      await keepsRules(plugin, '.nf-sidebar');
      await plugin.host.screenshot(`sidebar-${tab}-${name}`);
    }
    expect(plugin.host.errors).toEqual([]);
  });

  test('a review shows a card with maths, and has a name for each control', async () => {
    const plugin = await open(options);
    await plugin.studyNote();
    await plugin.skipTo('Process S');
    await plugin.reveal();
    await plugin.answer.locator('.katex').first().waitFor();
    await keepsRules(plugin, '.nf-review');
    await plugin.host.screenshot(`review-${name}`);
    expect(plugin.host.errors).toEqual([]);
  });
});

test('a review in a 300 px sidebar cuts nothing off', async () => {
  const plugin = await open({});
  await plugin.setOption('general', 'openReviewsIn', 'sidebar');
  await plugin.studyNote();
  await plugin.reveal();
  await plugin.host.screenshot('review-sidebar-300');
  await cutsNothingOff(plugin, ['.nf-review', '.nf-review-body']);
});

test("the focus stays in the review's dialog", async () => {
  const plugin = await open({});
  await plugin.studyNote();
  const isInside = () => plugin.page.evaluate(() => Boolean(document.activeElement?.closest('.modal')));
  await soon(async () => expect(await isInside()).toBe(true));
  for (let press = 0; press < 12; press += 1) {
    await plugin.page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
  }
});
