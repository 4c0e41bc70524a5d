// Every screen in light and dark, wide, narrow and on a phone: kept as pictures, and held to the rules of axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { Harness, type PageOptions, type TestVault } from './harness.ts';
import { PluginPage } from './plugin-page.ts';

let harness: Harness;
let vault: TestVault;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => vault.close());
afterAll(() => harness.stop());

const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

async function open(options: PageOptions): Promise<PluginPage> {
  vault = await harness.openVault();
  const plugin = new PluginPage(await vault.open({ ...options, params: { note } }));
  await plugin.page.evaluate(axe);
  return plugin;
}

/** What axe finds wrong inside an element; colours are the theme's. */
async function faults({ page }: PluginPage, selector: string): Promise<string[]> {
  const found = await page.evaluate(async (within) => {
    const { axe: runner } = window as unknown as {
      axe: { run(el: unknown, options: unknown): Promise<AxeResults> };
    };
    return runner.run(
      { include: [within] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
        rules: { 'color-contrast': { enabled: false } },
      },
    );
  }, selector);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' ')}`);
}

/** Controls that a thumb would miss. */
function small({ page }: PluginPage, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    const controls = document.querySelectorAll<HTMLElement>(`${within} :is(button, summary)`);
    return [...controls]
      .filter((one) => one.offsetParent !== null && (one.offsetHeight < 44 || one.offsetWidth < 44))
      .map(
        (one) => `${one.className} ${one.textContent} ${String(one.offsetWidth)}×${String(one.offsetHeight)}`,
      );
  }, selector);
}

const looks = [
  ['light-wide', { theme: 'light' }],
  ['dark-wide', { theme: 'dark' }],
  ['light-phone', { theme: 'light', viewport: 'phone' }],
  ['dark-phone', { theme: 'dark', viewport: 'phone' }],
] as const satisfies readonly (readonly [string, PageOptions])[];

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
