// The open note beside a review is blurred until the answer is shown, for users who turn it on.
import { expect, test } from '@jest/globals';
import type { PageOptions } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const notes = {
  'A.md': '---\ntags: flashcards\n---\n## Spindle\nA burst in N2.\n',
  'B.md': 'Other.\n',
};

async function open(options: PageOptions & { readonly isOn: boolean }) {
  const settings = { general: { openReviewsIn: 'sidebar', blurNote: options.isOn } };
  const data = '.obsidian/plugins/note-flashcards/data.json';
  const vault = await bench.openVault({ ...notes, [data]: JSON.stringify(settings) });
  const plugin = new PluginPage(
    await vault.open({ ...options, params: { note: 'A.md', ...options.params } }),
  );
  await plugin.studyNote();
  return { vault, plugin, blurred: plugin.page.locator('.workspace-leaf-content.nf-blurred') };
}

test.each(['source', 'preview'])(
  'is blurred in %s until the answer is shown, and as it was after',
  async (mode) => {
    const { vault, plugin, blurred } = await open({
      isOn: true,
      params: { mode },
      theme: mode === 'source' ? 'light' : 'dark',
    });
    await blurred.waitFor();
    const content = plugin.page.locator('[data-type="markdown"] .view-content');
    expect(await content.evaluate((el) => getComputedStyle(el).filter)).toContain('blur');
    await plugin.host.screenshot(`note-blur-${mode}`);
    await content.locator('.host-editor, .markdown-preview-view').locator('visible=true').first().focus();
    expect(await content.evaluate((el) => getComputedStyle(el).filter)).toBe('none');
    await plugin.page.locator('.nf-review .mod-cta').focus();
    await plugin.reveal();
    await blurred.waitFor({ state: 'detached' });
    expect(await vault.read('A.md')).toBe(notes['A.md']);
    expect(plugin.host.errors).toEqual([]);
  },
);

test('is not blurred once another note is open or the review has ended', async () => {
  const { plugin, blurred } = await open({ isOn: true });
  const { page } = plugin;
  await blurred.waitFor();
  await page.evaluate(() => window.host?.app.workspace.openLinkText('B', '', false));
  await blurred.waitFor({ state: 'detached' });
  await page.evaluate(() => window.host?.app.workspace.openLinkText('A', '', false));
  await blurred.waitFor();
  await page.evaluate(() => {
    for (const leaf of window.host?.app.workspace.getLeavesOfType('note-flashcards-review') ?? [])
      leaf.detach();
  });
  await blurred.waitFor({ state: 'detached' });
});

test('is not blurred without the setting', async () => {
  const { plugin, blurred } = await open({ isOn: false });
  await plugin.reveal();
  expect(await blurred.count()).toBe(0);
});
