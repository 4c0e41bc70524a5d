// Every screen in light and dark, wide, narrow and on a phone: kept as pictures, and held to the rules of axe.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Harness, type PageOptions, type TestVault } from './harness.ts';
import { faults, looks, small } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';

let harness: Harness;
let vault: TestVault;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => vault.close());
afterAll(() => harness.stop());

const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

async function open(options: PageOptions): Promise<PluginPage> {
  vault = await harness.openVault();
  return new PluginPage(await vault.open({ ...options, params: { note } }));
}

describe.each(looks)('in %s', (name, options) => {
  test.each(['today', 'note', 'decks'] as const)('the sidebar shows %s', async (tab) => {
    const plugin = await open(options);
    await plugin.openSidebar(tab);
    await plugin.page.waitForTimeout(600);
    await plugin.host.screenshot(`sidebar-${tab}-${name}`);
    expect(await faults(plugin, '.nf-sidebar')).toEqual([]);
    expect(await small(plugin, '.nf-sidebar')).toEqual([]);
    expect(plugin.host.errors).toEqual([]);
  });

  test('a review shows a card with maths, and has a name for each control', async () => {
    const plugin = await open(options);
    await plugin.studyNote();
    while ((await plugin.question()) !== 'Process S') await plugin.page.keyboard.press('s');
    await plugin.reveal();
    await plugin.page.waitForTimeout(300);
    await plugin.host.screenshot(`review-${name}`);
    expect(await faults(plugin, '.nf-review')).toEqual([]);
    expect(await small(plugin, '.nf-review')).toEqual([]);
    expect(plugin.host.errors).toEqual([]);
  });
});

test('a review in a sidebar of 300 px cuts nothing off', async () => {
  const plugin = await open({});
  await plugin.setOption('general', 'openReviewsIn', 'sidebar');
  await plugin.studyNote();
  await plugin.reveal();
  await plugin.host.screenshot('review-sidebar-300');
  const wide = await plugin.page.evaluate(() => {
    const review = document.querySelector<HTMLElement>('.nf-review');
    const body = document.querySelector<HTMLElement>('.nf-review-body');
    return [review, body].map((one) => (one ? one.scrollWidth - one.clientWidth : null));
  });
  expect(wide).toEqual([0, 0]);
});

test('the focus stays in the window of a review', async () => {
  const plugin = await open({});
  await plugin.studyNote();
  const outside: string[] = [];
  for (let press = 0; press < 12; press += 1) {
    await plugin.page.keyboard.press('Tab');
    const where = await plugin.page.evaluate(() => {
      const active = document.activeElement;
      return active?.closest('.modal') ? null : (active?.outerHTML.slice(0, 80) ?? 'nothing');
    });
    if (where !== null) outside.push(where);
  }
  expect(outside).toEqual([]);
});
