// Screens in a second window. Its elements are of classes of its own, so what asks `instanceof` finds nothing there.
import { expect, test } from '@jest/globals';
import { HostPage } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const notes = {
  'A.md':
    '---\ntags: flashcards\n---\n## First\nIt is in [[B]] and #sleep/deep.\n\n## Second\nThe other answer.\n',
  'B.md': '---\ntags: flashcards\n---\n## Of B\nThe answer of B.\n',
};

async function open(context = {}): Promise<PluginPage> {
  const vault = await bench.openVault(notes, undefined, context);
  return new PluginPage(await vault.open({ params: { note: 'A.md' } }));
}

/** Moves the tab with a view to a window of its own. */
async function popOut(plugin: PluginPage, type: string): Promise<PluginPage> {
  const opening = plugin.page.waitForEvent('popup');
  await plugin.page.evaluate((wanted) => {
    const { workspace } = window.host?.app ?? {};
    const leaf = workspace?.getLeavesOfType(wanted)[0];
    if (!workspace || !leaf) throw new Error(`no tab shows ${wanted}`);
    workspace.moveLeafToPopout(leaf);
  }, type);
  return new PluginPage(new HostPage(await opening));
}

async function studyOutside(plugin: PluginPage): Promise<PluginPage> {
  await plugin.setOption('general', 'openReviewsIn', 'tab');
  await plugin.studyNote();
  return popOut(plugin, 'note-flashcards-review');
}

test('what is drawn in a second window is of its own classes', async () => {
  const { page } = await studyOutside(await open());
  await page.locator('.nf-reveal').waitFor();
  await page.keyboard.press('Space');
  const link = page.locator('.nf-answer-text a.internal-link');
  await link.waitFor();
  const opener = await link.evaluate((el) => el instanceof (window.opener as typeof window).Element);
  expect([opener, await link.evaluate((el) => el instanceof Element)]).toEqual([false, true]);
});

test('a review in a second window works by keyboard, keeps the focus, and undoes', async () => {
  const plugin = await open();
  const outside = await studyOutside(plugin);
  expect(await outside.question()).toBe('First');
  await outside.grade(3);
  await outside.asks('Second');
  await outside.press('u');
  await outside.asks('First');
  // A key held down on a button must not grade a row of cards.
  await outside.page.locator('.nf-reveal').focus();
  await outside.page.keyboard.down('Enter');
  await outside.page.keyboard.down('Enter');
  await outside.page.keyboard.up('Enter');
  await outside.page.locator('[data-grade="3"]').waitFor();
  expect(await outside.question()).toBe('First');
  expect([...plugin.host.errors, ...outside.host.errors]).toEqual([]);
});

test('links and tags in a second window open, preview and have their menus', async () => {
  const plugin = await open();
  const outside = await studyOutside(plugin);
  const { page } = outside;
  await outside.reveal();
  const link = page.locator('.nf-answer-text a.internal-link');
  await outside.host.preview(link, 'The answer of B');
  await page.mouse.move(0, 0);
  await link.click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Open in new tab' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.menu').waitFor({ state: 'detached' });
  await page.locator('.nf-answer-text a.tag').click();
  await plugin.page.locator('.search-query', { hasText: 'tag:#sleep/deep' }).waitFor();
  await link.click();
  await soon(async () => expect(await plugin.host.activePath()).toBe('B.md'));
  expect([...plugin.host.errors, ...outside.host.errors]).toEqual([]);
});

test("the menu of a review in a second window opens there, and so do the plugin's dialogs", async () => {
  const outside = await studyOutside(await open());
  const { page } = outside;
  await page.locator('.nf-tool-more').click();
  await page.locator('.menu-item', { hasText: 'Bury' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.nf-review').press('i');
  await page.locator('.modal.nf-info').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.modal').waitFor({ state: 'detached' });
  expect(outside.host.errors).toEqual([]);
});

test('a swipe grades in a second window', async () => {
  const plugin = await open({ hasTouch: true });
  await plugin.setOption('general', 'swipe', true);
  const outside = await studyOutside(plugin);
  const { page } = outside;
  const swipe = () =>
    page.locator('.nf-card').evaluate((target) => {
      const touch = (x: number) => new Touch({ identifier: 1, target, clientX: x, clientY: 100 });
      const send = (type: string, touches: Touch[], changedTouches: Touch[]) =>
        target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches }));
      send('touchstart', [touch(50)], [touch(50)]);
      send('touchend', [], [touch(300)]);
    });
  await page.locator('.nf-reveal').waitFor();
  await swipe();
  await page.locator('[data-grade="3"]').waitFor();
  await swipe();
  await outside.asks('Second');
});

test('the card list in a second window picks rows by mouse and keys, and has its menus', async () => {
  const plugin = await open();
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid .nf-row').first().waitFor();
  const outside = await popOut(plugin, 'note-flashcards-cards');
  const { page } = outside;
  const picked = page.locator('.nf-row[aria-selected="true"]');
  await page.locator('.nf-row', { hasText: 'Second' }).click();
  await picked.filter({ hasText: 'Second' }).waitFor();
  await page.locator('.nf-row', { hasText: 'First' }).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Suspend' }).first().waitFor();
  await page.keyboard.press('Escape');
  await picked.filter({ hasText: 'First' }).waitFor();
  await page.locator('.nf-grid').press('ArrowDown');
  await soon(async () => expect(await picked.count()).toBe(1));
  await page.locator('.nf-query').fill('of b');
  await soon(async () => expect(await page.locator('.nf-row').count()).toBe(1));
  // Where there is no room for columns, each card has two lines: the size is heard in this window.
  await page.setViewportSize({ width: 500, height: 600 });
  await page.locator('.nf-grid-narrow').waitFor();
  expect([...plugin.host.errors, ...outside.host.errors]).toEqual([]);
});

test('the statistics in a second window are drawn and follow a review', async () => {
  const plugin = await open();
  await plugin.studyNote();
  await plugin.grade(3);
  await plugin.endReview();
  await plugin.run('statistics');
  const figures = '.nf-statistics .nf-figure';
  await plugin.page.locator(figures).first().waitFor();
  const outside = await popOut(plugin, 'note-flashcards-statistics');
  const { page } = outside;
  await page.locator('.nf-statistics select').first().selectOption({ index: 3 });
  await page.locator(figures).first().waitFor();
  const tiles = page.locator('.nf-tile').first();
  const before = await tiles.textContent();
  await plugin.page.bringToFront();
  await plugin.host.openNote('A.md');
  await plugin.studyNote();
  await plugin.grade(3);
  await soon(async () => expect(await tiles.textContent()).not.toBe(before));
  expect([...plugin.host.errors, ...outside.host.errors]).toEqual([]);
});

test('the settings open in the window in front', async () => {
  const outside = await studyOutside(await open());
  const { page } = outside;
  await page.locator('.nf-review').click();
  await page.evaluate(() => window.host?.openSettings('Note Flashcards'));
  const option = page.locator('[data-option="general.swipe"] .checkbox-container');
  await option.click();
  await soon(async () => expect(await option.getAttribute('class')).toContain('is-enabled'));
  await page.keyboard.press('Escape');
  await page.locator('.modal').waitFor({ state: 'detached' });
  expect(outside.host.errors).toEqual([]);
});

test('a second window that closes ends its review, and the main one continues', async () => {
  const plugin = await open();
  const outside = await studyOutside(plugin);
  await outside.question();
  await outside.page.close({ runBeforeUnload: true });
  await soon(async () =>
    expect(
      await plugin.page.evaluate(
        () => window.host?.app.workspace.getLeavesOfType('note-flashcards-review').length,
      ),
    ).toBe(0),
  );
  await plugin.host.openNote('A.md');
  await plugin.studyNote();
  expect(plugin.host.errors).toEqual([]);
});
