// Memory in the margin: marks beside the cards of a note, in its reading view and in live preview.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRulesOfAxe } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
/** The color of a callout's title is the app's. */
const sections = '.markdown-preview-sizer > div:not(.el-callout)';
let vault: TestVault;

const note = [
  '---\ntags: flashcards\n---\nThe text before the first heading.',
  '## Spindle\nA burst in N2.',
  '> [!tip] Callout\n> Its body.',
  '**Lead:** the rest of it.',
  '## References\nNo card.\n',
].join('\n\n');

async function open(options: PageOptions = {}, text = note): Promise<PluginPage> {
  vault = await bench.openVault({ 'A.md': text });
  const plugin = new PluginPage(
    await vault.open({ ...options, params: { note: 'A.md', ...options.params } }),
  );
  await plugin.setOption('general', 'margin', true);
  return plugin;
}

const marks = ({ page }: PluginPage) => page.locator('.nf-memory:visible');

const states = async (plugin: PluginPage): Promise<unknown[]> =>
  marks(plugin).evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));

/** Live preview, which the page does not begin with. */
async function edit(plugin: PluginPage): Promise<void> {
  await plugin.page.evaluate(async () => {
    const leaf = window.host?.app.workspace.getLeavesOfType('markdown')[0];
    if (!leaf) throw new Error('no note is open');
    const { state } = leaf.getViewState();
    await leaf.setViewState({ type: 'markdown', state: { ...state, mode: 'source', source: false } });
  });
}

/** Tops of the marks, and of the lines they are for, within a few pixels. */
const tops = ({ page }: PluginPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.nf-memory-layer > .nf-memory')].map(
      (el) => el.getBoundingClientRect().top,
    ),
  );

describe.each(['1.8', '1.13'])('marks in the reading view under %s', (api) => {
  test('are beside headings, callouts and lead-ins, and say how well each card is known', async () => {
    const plugin = await open({ params: { api } });
    await soon(async () => expect(await states(plugin)).toEqual(['new', 'new', 'new']));
    const text = () => plugin.page.locator('.markdown-preview-sizer').innerText();
    const before = await text();
    expect(before).not.toContain('%');
    await plugin.studyNote();
    await plugin.grade(4);
    await plugin.skipTo('Callout');
    await plugin.press('x');
    await plugin.skipTo('Spindle');
    await plugin.grade(4);
    await plugin.endReview();
    await soon(async () => expect(await states(plugin)).toEqual(['known', 'suspended', 'new']));
    const [first] = await marks(plugin).all();
    expect(await first?.getAttribute('data-recall')).toBe('100%');
    expect(await first?.getAttribute('aria-label')).toContain('Due on');
    await plugin.host.screenshot(`memory-${api}`);
    await keepsRulesOfAxe(plugin, sections);
    await first?.click();
    await plugin.page.locator('.nf-info', { hasText: 'Spindle' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('are there in live preview, and follow what is typed', async () => {
    const plugin = await open({ params: { api } });
    await edit(plugin);
    await soon(async () => expect(await states(plugin)).toEqual(['new', 'new', 'new']));
    await plugin.host.screenshot(`memory-editor-${api}`);
    const before = await tops(plugin);
    const area = plugin.page.locator('.host-editor');
    await area.focus();
    await plugin.page.keyboard.press('ControlOrMeta+Home');
    for (let line = 0; line < 5; line += 1) await plugin.page.keyboard.press('ArrowDown');
    await plugin.page.keyboard.press('Enter');
    await soon(async () => {
      const after = await tops(plugin);
      const moved = after.map((top, nth) => Math.round(top - (before[nth] ?? 0)));
      expect(new Set(moved).size).toBe(1);
      expect(moved[0]).toBeGreaterThan(10);
    });
    await soon(async () => expect((await vault.read('A.md')).length).toBe(note.length + 1));
    await keepsRulesOfAxe(plugin, '.nf-memory-layer');
    expect(plugin.host.errors).toEqual([]);
  });
});

test('there are no marks in source mode, without the setting, and after the plugin is gone', async () => {
  const plugin = await open({ params: { mode: 'source' } });
  const { page } = plugin;
  await page.locator('.nf-memory-layer').waitFor({ state: 'attached' });
  expect(await page.locator('.nf-memory').count()).toBe(0);
  await edit(plugin);
  await marks(plugin).first().waitFor();
  await plugin.setOption('general', 'margin', false);
  await soon(async () => expect(await page.locator('.nf-memory').count()).toBe(0));
  await plugin.setOption('general', 'margin', true);
  await plugin.host.openNote('A.md');
  await marks(plugin).first().waitFor();
  await page.evaluate(() => window.host?.unloadPlugin());
  await soon(async () =>
    expect(await page.locator('.nf-memory, .nf-memory-layer, .nf-memory-part').count()).toBe(0),
  );
});

test('an app whose editor cannot be reached shows marks in the reading view alone', async () => {
  vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await plugin.page.evaluate(() => {
    const { livePreviewState } = window.host?.obsidian as { livePreviewState: object };
    Object.setPrototypeOf(livePreviewState, null);
  });
  await plugin.setOption('general', 'margin', true);
  await soon(async () => expect(await states(plugin)).toEqual(['new', 'new', 'new']));
  await edit(plugin);
  await plugin.page.locator('.host-editor').waitFor();
  expect(await plugin.page.locator('.nf-memory-layer').count()).toBe(0);
  expect(plugin.host.errors).toEqual([]);
});

test.each(['light', 'dark'] as const)('on a phone a mark has room for a thumb: %s', async (theme) => {
  const plugin = await open({ theme, viewport: 'phone' });
  await soon(async () => expect(await states(plugin)).toEqual(['new', 'new', 'new']));
  await plugin.host.screenshot(`memory-phone-${theme}`);
  const [x = 0, y = 0] = await marks(plugin)
    .first()
    .evaluate((el) => {
      const { right, top, height } = el.getBoundingClientRect();
      return [right - 40, top + height / 2 + 20];
    });
  await plugin.page.mouse.click(x, y);
  await plugin.page.locator('.nf-info').waitFor();
  expect(await plugin.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
