// All screens on a phone and a tablet with a touch screen: nothing beyond the edge, nothing too small for a thumb,
// nothing that needs a pointer that hovers, and the buttons above the keyboard.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fitsFinger, isInView } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';
const withKeyboard = { width: 390, height: 450 };
const empty = { 'Plain.md': 'No cards.\n' };

type Device = 'phone' | 'tablet';

async function open(device: Device, notes?: Readonly<Record<string, string>>): Promise<PluginPage> {
  const vault = await bench.openVault(notes, undefined, { hasTouch: true, isMobile: true });
  const params = { note: notes ? 'Plain.md' : note, device };
  return new PluginPage(await vault.open({ viewport: device, params }));
}

/** Looks at what is drawn, and keeps the picture. */
async function look(plugin: PluginPage, selector: string, name: string): Promise<void> {
  await plugin.page.locator(selector).first().waitFor();
  await plugin.host.screenshot(name);
  await fitsFinger(plugin, selector);
}

async function closeWindow({ page }: PluginPage): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.modal, .prompt').waitFor({ state: 'detached' });
}

async function openDeckOptions(plugin: PluginPage): Promise<void> {
  await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
  const presets = plugin.page.locator('[data-option="decks.presets"]');
  await presets.getByRole('button', { name: 'Add preset' }).click();
  await plugin.page.locator('.modal.nf-import').waitFor();
}

test.each(['phone', 'tablet'] as const)('the screens on a %s fit a finger', async (device) => {
  const plugin = await open(device);
  const { page } = plugin;
  const drawn = { today: '.nf-study:enabled', note: '[data-card]', decks: '.nf-deck-name' } as const;
  for (const tab of ['today', 'note', 'decks'] as const) {
    await plugin.openSidebar(tab);
    await page.locator(drawn[tab]).first().waitFor();
    await look(plugin, '.nf-sidebar', `${device}-${tab}`);
  }
  await plugin.studyNote();
  await look(plugin, '.nf-review', `${device}-question`);
  await plugin.skipTo('Process S');
  await plugin.reveal();
  await look(plugin, '.nf-review', `${device}-answer`);
  await plugin.press('3');
  await plugin.press('i');
  await look(plugin, '.modal.nf-info', `${device}-info`);
  await page.keyboard.press('Escape');
  await page.locator('.modal.nf-info').waitFor({ state: 'detached' });
  await plugin.endReview();
  await plugin.openSidebar('statistics');
  await look(plugin, '.nf-sidebar', `${device}-glance`);
  await page.evaluate(() => {
    // A tablet shows both beside a page that has no room left.
    window.host?.app.workspace.leftSplit.collapse();
    window.host?.app.workspace.rightSplit.collapse();
  });
  await plugin.run('statistics');
  await page.locator('.nf-statistics .nf-figure >> nth=0').waitFor();
  await look(plugin, '.nf-statistics', `${device}-statistics`);
  await plugin.run('open-cards');
  await page.locator('.nf-grid .nf-row').first().waitFor();
  await look(plugin, '.nf-cards', `${device}-cards`);
  await plugin.run('tidy');
  await page.locator('[data-section="toWrite"] .nf-tidy-row').first().waitFor();
  await look(plugin, '.nf-tidy-page', `${device}-tidy`);
  expect(plugin.host.errors).toEqual([]);
});

test.each(['phone', 'tablet'] as const)('the dialogs on a %s fit a finger', async (device) => {
  const plugin = await open(device);
  await plugin.openSidebar('today');
  await plugin.page.locator('.nf-study:enabled').waitFor();
  await plugin.run('choose');
  await look(plugin, '.prompt', `${device}-choose`);
  await closeWindow(plugin);
  for (const command of ['import-schedules', 'import-deck', 'export-cards', 'verify', 'reconnect']) {
    await plugin.run(command);
    await look(plugin, '.modal', `${device}-${command}`);
    await closeWindow(plugin);
  }
  await openDeckOptions(plugin);
  await look(plugin, '.modal.nf-import', `${device}-deck-options`);
  await plugin.page.keyboard.press('Escape');
  await look(plugin, '.vertical-tab-content', `${device}-settings`);
  expect(plugin.host.errors).toEqual([]);
});

test('schedules to import are offered in the sidebar, not over the review', async () => {
  const plugin = await open('phone');
  await plugin.openSidebar('today');
  await plugin.page.getByRole('button', { name: 'Preview import' }).waitFor();
  await plugin.page.locator('.nf-study:enabled').waitFor();
  expect(await plugin.page.locator('.notice').count()).toBe(0);
});

test('the first start on a phone fits a finger', async () => {
  const plugin = await open('phone', empty);
  await plugin.openSidebar('today');
  await look(plugin, '.nf-first', 'phone-first');
});

test('the keyboard of a phone leaves the buttons in view', async () => {
  const plugin = await open('phone');
  const { page } = plugin;
  await page.setViewportSize(withKeyboard);
  await plugin.studyNote();
  await isInView(plugin, '.nf-review :is(.nf-reveal, .nf-tool)');
  await plugin.reveal();
  await plugin.host.screenshot('keyboard-review');
  await isInView(plugin, '.nf-review :is(.nf-grade, .nf-tool)');
  await plugin.endReview();
  await plugin.run('open-cards');
  await page.locator('.nf-query').fill('sleep');
  await page.locator('.nf-grid .nf-row').first().waitFor();
  await plugin.host.screenshot('keyboard-cards');
  await isInView(plugin, '.nf-query, .nf-query-help, .nf-cards-tool, .nf-grid .nf-row[data-index="0"]');
  await plugin.run('choose');
  await page.locator('.prompt-input').fill('sleep');
  await isInView(plugin, '.prompt-input, .suggestion-item:first-child');
  await closeWindow(plugin);
  for (const command of ['import-deck', 'export-cards']) {
    await plugin.run(command);
    await page.locator('.modal.nf-import .modal-button-container button').first().waitFor();
    await plugin.host.screenshot(`keyboard-${command}`);
    await isInView(plugin, '.modal .modal-button-container button');
    await closeWindow(plugin);
  }
  await openDeckOptions(plugin);
  await page.locator('[data-option="learningSteps"] input').fill('5m');
  await plugin.host.screenshot('keyboard-deck-options');
  await isInView(plugin, '.modal.nf-import .modal-button-container button');
  await isInView(plugin, '.modal.nf-import [data-option="learningSteps"] input');
});

test('hovering only changes the background', () => {
  const css = readFileSync(join(import.meta.dirname, '..', '..', 'styles.css'), 'utf8');
  const hovered = [...css.matchAll(/:hover[^{}]*\{([^}]*)\}/g)].map(([, rules = '']) => rules.trim());
  expect(hovered.length).toBeGreaterThan(0);
  expect(hovered.filter((rules) => !/^background: [^;]+;$/.test(rules))).toEqual([]);
});
