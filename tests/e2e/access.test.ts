// The screens that looks.test.ts and pages-looks.test.ts do not open: the rules of axe, room for a thumb and nothing
// cut off, in light and dark, at the sizes of a phone and a tablet, and written from the right.
import { expect, test } from '@jest/globals';
import { cutsNothingOff, keepsRules, keepsRulesOfAxe } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

test.each([
  ['light, on a phone', { theme: 'light', viewport: 'phone' }],
  ['dark, on a tablet', { theme: 'dark', viewport: 'tablet' }],
] as const)('settings, statistics and windows pass the accessibility rules: %s', async (name, options) => {
  const vault = await bench.openVault();
  const plugin = new PluginPage(await vault.open({ ...options, params: { note } }));
  const { page } = plugin;
  const modal = page.locator('.nf-import');
  const checkModal = async (screen: string): Promise<void> => {
    await modal.getByRole('button').first().waitFor();
    await plugin.host.screenshot(`access-${screen}-${name.replaceAll(/[, ]+/g, '-')}`);
    await keepsRules(plugin, '.nf-import .modal-content');
    await cutsNothingOff(plugin, ['.nf-import']);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
  };
  await plugin.studyNote();
  await plugin.grade(3);
  await plugin.endReview();
  for (const command of ['import-deck', 'export-cards', 'import-schedules']) {
    await plugin.run(command);
    await checkModal(command);
  }
  await plugin.openSidebar('statistics');
  await page.locator('.nf-statistics-glance [data-figure="year"]').waitFor();
  await keepsRules(plugin, '.nf-sidebar');
  await page.evaluate(() => window.host?.openSettings('Note Flashcards'));
  await page.locator('.nf-preview-count').waitFor({ state: 'attached' });
  await plugin.host.screenshot(`access-settings-${name.replaceAll(/[, ]+/g, '-')}`);
  await keepsRulesOfAxe(plugin, '.modal.mod-settings .vertical-tab-content');
  for (const button of ['Add preset', 'Export settings', 'Import settings', 'Export history']) {
    // By keyboard: a notice may lie over it.
    await page.getByRole('button', { name: button, exact: true }).press('Enter');
    await checkModal(button.toLowerCase().replaceAll(' ', '-'));
  }
  expect(plugin.host.errors).toEqual([]);
});

test('a review passes the accessibility rules before its answer, in its dialogs and at its end', async () => {
  const vault = await bench.openVault({ 'Tea.md': '---\ntags: flashcards\n---\n## Which?\nGreen.\n' });
  const plugin = new PluginPage(await vault.open({ params: { note: 'Tea.md' } }));
  const { page } = plugin;
  await plugin.studyNote();
  await keepsRules(plugin, '.nf-review');
  for (const [key, inside] of [
    ['?', '.nf-keys'],
    ['i', '.nf-info .modal-content'],
  ] as const) {
    await plugin.press(key);
    await page.locator(inside).waitFor();
    await keepsRules(plugin, inside);
    await page.keyboard.press('Escape');
    await page.locator(inside).waitFor({ state: 'detached' });
  }
  await plugin.reveal();
  await plugin.press('4');
  await page.locator('.nf-end').waitFor();
  await keepsRules(plugin, '.nf-review');
  await plugin.endReview();
  for (const [command, inside] of [
    ['verify', '.modal-content:has(.nf-plain)'],
    ['reconnect', '.nf-reconnect .modal-content'],
  ] as const) {
    await plugin.run(command);
    await page.locator(inside).waitFor();
    await keepsRules(plugin, inside);
    await page.keyboard.press('Escape');
    await page.locator(inside).waitFor({ state: 'detached' });
  }
  expect(plugin.host.errors).toEqual([]);
});

test('a right-to-left review, at 200 % in a small window, is complete and works by keyboard alone', async () => {
  const vault = await bench.openVault();
  // Twice as large on 1280 × 1024 is a window of 640 × 512.
  const plugin = new PluginPage(
    await vault.open({ viewport: { width: 640, height: 512 }, params: { note, device: 'desktop' } }),
  );
  const { page } = plugin;
  await page.evaluate(() => (document.documentElement.dir = document.body.dir = 'rtl'));
  await plugin.studyNote();
  await plugin.reveal();
  await plugin.host.screenshot('access-review-rtl');
  await cutsNothingOff(plugin, ['.nf-review', '.nf-review-body']);
  await soon(async () => {
    const boxes = await Promise.all(
      ['1', '2', '3', '4'].map((grade) => page.locator(`[data-grade="${grade}"]`).boundingBox()),
    );
    // Again stands first, which is at the right, and no grade lies over another.
    boxes.slice(1).forEach((box, nth) => {
      const before = boxes[nth];
      const isBelow = (box?.y ?? 0) >= (before?.y ?? 0) + (before?.height ?? 0);
      expect(isBelow || (box?.x ?? 0) + (box?.width ?? 0) <= (before?.x ?? 0) + 1).toBe(true);
    });
    expect(boxes.every((box) => (box?.y ?? 999) + (box?.height ?? 0) <= 512)).toBe(true);
  });
  await plugin.press('3');
  await page.locator('.nf-reveal').waitFor();
  await plugin.endReview();
  expect(plugin.host.errors).toEqual([]);
});
