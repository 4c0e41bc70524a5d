// What stands beside what on a narrow screen: nothing touches its neighbor, and what tells rows apart is not cut off.
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

async function graded(viewport: { width: number; height: number }): Promise<PluginPage> {
  const vault = await bench.openVault();
  const plugin = new PluginPage(await vault.open({ viewport, params: { note, device: 'phone' } }));
  await plugin.studyNote();
  for (const grade of [4, 3] as const) await plugin.grade(grade);
  await plugin.endReview();
  return plugin;
}

/** px from the bottom of one element to the top of the text of another. */
async function gap(above: Locator, below: Locator): Promise<number> {
  const bottom = await above.evaluate((el) => el.getBoundingClientRect().bottom);
  const top = await below.evaluate((el) => {
    const range = document.createRange();
    range.selectNodeContents(el);
    return range.getBoundingClientRect().top;
  });
  return top - bottom;
}

test.each([320, 390])('the card list at %d px', async (width) => {
  const plugin = await graded({ width, height: 800 });
  const { page } = plugin;
  await plugin.run('open-cards');
  await page.locator('.nf-query').fill('note:"Two-Process"');
  await page.locator('.nf-query').press('ArrowDown');
  const count = page.locator('.nf-cards-count', { hasText: '1 selected' });
  await count.waitFor();
  await soon(async () => expect(await gap(page.locator('.nf-query'), count)).toBeGreaterThan(6));
  const hint = page.locator('.nf-grid-lines .nf-row-hint').first();
  // State, due and source come first; the long title is what is cut.
  expect(await hint.textContent()).toMatch(
    /^(?:review|learning) · .* · (?:property|title) · A Two-Process Model/,
  );
});

test('a hint of the statistics does not touch the figure below it', async () => {
  const plugin = await graded({ width: 390, height: 844 });
  await plugin.run('statistics');
  const hint = plugin.page.locator('[data-section="recall"] > .nf-hint');
  await hint.waitFor();
  const figure = plugin.page.locator('[data-section="recall"] .nf-figure').first();
  const bottom = await hint.evaluate((el) => el.getBoundingClientRect().bottom);
  expect((await figure.evaluate((el) => el.getBoundingClientRect().top)) - bottom).toBeGreaterThanOrEqual(8);
});
