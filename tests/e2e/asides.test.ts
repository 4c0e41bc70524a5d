// Cards that are set aside: listed, not asked, and asked from the moment that a person says so.
import { describe, expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const note = '---\ntags: flashcards\n---\n# Abstract\nWe do it better.\n\n# Pooling\nThe maximum.\n';

async function open(): Promise<PluginPage> {
  vault = await bench.openVault({ 'PointNet.md': note });
  return new PluginPage(await vault.open({ params: { note: 'PointNet.md' } }));
}

/** Asks it, or sets it aside again, so many times in the log. */
const marks = (count: number) =>
  eventually(
    async () => eventsOf(await vault.logs(), 'x').length === count,
    `${String(count)} marks in the log`,
  );

describe('a card that is set aside', () => {
  test('is asked after a key in the card list, and set aside again by the same key', async () => {
    const plugin = await open();
    await plugin.run('open-cards');
    const { page } = plugin;
    await page.locator('.nf-query').fill('is:aside');
    await page.locator('.nf-cards-count', { hasText: '1 of 2 cards' }).waitFor();
    const row = page.locator('.nf-grid .nf-row', { hasText: 'Abstract' }).first();
    await row.getByText('set aside').waitFor();
    await page.locator('.nf-query').press('Enter');
    await page.keyboard.press('a');
    await marks(1);
    // It is set aside no longer, so the search finds it no more.
    await page.locator('.nf-cards-count', { hasText: '0 of 2 cards' }).waitFor();
    await page.locator('.nf-query').fill('abstract');
    await row.getByText('new').waitFor();
    await page.locator('.nf-query').press('Enter');
    await page.keyboard.press('a');
    await marks(2);
    await row.getByText('set aside').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('is asked after a key in the sidebar', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    const row = plugin.page.locator('[data-card]', { hasText: 'Abstract' });
    await row.getByText('set aside').waitFor();
    await row.locator('a, button, [tabindex]').first().focus();
    await plugin.page.keyboard.press('a');
    await row.getByText('new').waitFor();
    await marks(1);
    expect(plugin.host.errors).toEqual([]);
  });

  test('is asked after its menu item in the sidebar, and then in the review of its note', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    const row = plugin.page.locator('[data-card]', { hasText: 'Abstract' });
    await row.locator('.nf-row-menu').click();
    await plugin.page.locator('.menu-item').first().click();
    await row.getByText('new').waitFor();
    await plugin.studyNote();
    await plugin.skipTo('abstract');
    expect(plugin.host.errors).toEqual([]);
  });

  test('is asked by the setting for all of them, and not without it', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.asks('Pooling');
    await plugin.grade(4);
    await plugin.page.locator('.nf-end').waitFor();
    await plugin.endReview();
    await plugin.setOption('study', 'asides', 'asked');
    await plugin.studyNote();
    await plugin.asks('abstract');
    expect(plugin.host.errors).toEqual([]);
  });

  test('is studied by a search that finds nothing else', async () => {
    const plugin = await open();
    await plugin.run('choose');
    const input = plugin.page.locator('.prompt input');
    await input.fill('is:aside');
    await plugin.page.locator('.suggestion-item.is-selected', { hasText: 'is:aside' }).waitFor();
    await plugin.page.keyboard.press('Enter');
    await plugin.asks('abstract');
    await plugin.grade(3);
    await soon(async () => expect(eventsOf(await vault.logs(), 'r')).toHaveLength(1));
    expect(plugin.host.errors).toEqual([]);
  });
});
