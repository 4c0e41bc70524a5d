// The `flashcards` code block, in every place where a note is rendered.
import { expect, test } from '@jest/globals';
import type * as Obsidian from 'obsidian';
import type { PageOptions, TestVault } from './harness.ts';
import { cutsNothingOff, keepsRules, keepsRulesOfAxe } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { studiedVault } from './studied-vault.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const fence = (text: string): string => `\`\`\`flashcards\n${text}\n\`\`\`\n`;
const notes = {
  'ml/A.md': '---\ntags: flashcards/ml\n---\n## One\nText.\n\n## Two\nText.\n',
  'B.md': '---\ntags: flashcards\n---\n## Three\nText.\n',
};

async function opened(
  blocks: string,
  options: PageOptions = {},
  files: Readonly<Record<string, string>> = notes,
): Promise<{ plugin: PluginPage; vault: TestVault }> {
  const vault = await bench.openVault({ ...files, 'Daily.md': blocks });
  const params = { note: 'Daily.md', ...options.params };
  return { plugin: new PluginPage(await vault.open({ ...options, params })), vault };
}

const block = ({ page }: PluginPage, nth = 0) => page.locator('.markdown-preview-view .nf-block').nth(nth);
const says = (plugin: PluginPage, text: string, nth = 0) =>
  soon(async () => expect((await block(plugin, nth).innerText()).replace(/\s+/g, ' ')).toBe(text));

test.each(['1.8', '1.13'])('counts, lists and studies what its query finds (API %s)', async (api) => {
  const text = [
    fence('deck: ml'),
    fence('show: list\nOne or Three'),
    fence('show: button\nnote:B'),
    fence('show: button\ndeck: ml\nlimit: 1'),
    fence('show: list\nlimit: 1'),
  ].join('\n');
  const { plugin, vault } = await opened(text, { params: { api } });
  await says(plugin, '2 new 0 learning 0 due');
  await says(plugin, 'Three new One new', 1);
  await says(plugin, 'Study 1 card', 2);
  await says(plugin, 'Study 1 card', 3);
  const before = await vault.snapshot();
  await block(plugin, 2).getByRole('button').click();
  await plugin.asks('Three');
  await plugin.grade(4);
  await plugin.endReview();
  // Live: the answer is in all blocks.
  await says(plugin, 'Nothing due here.', 2);
  await soon(async () => expect(await block(plugin, 1).innerText()).toMatch(/Three\s*in \d+ d[^]*One\s*new/));
  await block(plugin, 4).getByRole('button', { name: '1 of 3 cards' }).click();
  await plugin.page.locator('.nf-grid').waitFor();
  expect(await vault.snapshot()).toEqual(before);
  expect(plugin.host.errors).toEqual([]);
});

test('follows notes that change, keeps the focus, and opens a card where it is', async () => {
  const { plugin, vault } = await opened(fence('show: list\nOne or Three'));
  await says(plugin, 'Three new One new');
  const three = block(plugin).getByRole('button', { name: 'Three' });
  await three.focus();
  await vault.save('ml/A.md', '---\ntags: flashcards/ml\n---\n## One\nText.\n\n## One more\nText.\n');
  await says(plugin, 'Three new One new One more new');
  expect(await three.evaluate((el) => el === document.activeElement)).toBe(true);
  await plugin.page.keyboard.press('Enter');
  await soon(async () => expect(await plugin.host.activePath()).toBe('B.md'));
});

test('says in one sentence for each what is wrong with it, and records nothing', async () => {
  const text = [fence('shw: list\nlimit: many\nis:dew'), fence('deck: nowhere\nis:due'), fence('"open')].join(
    '\n',
  );
  const { plugin, vault } = await opened(text);
  await soon(async () =>
    expect(await block(plugin).locator('.nf-problem').allTextContents()).toEqual([
      'Line 1: Column 1: unknown field “shw”. Did you mean show?',
      'Line 2: limit: Enter a whole number from 1 to 9,999.',
      expect.stringMatching(/^Line 3: Column 4: unknown value “dew” for “is”\. Options: due/),
    ]),
  );
  await says(plugin, 'No matching cards.', 1);
  await says(plugin, 'Line 1: Column 1: unclosed quote.', 2);
  await keepsRulesOfAxe(plugin, '.nf-block');
  expect(await vault.logs()).toEqual({});
  expect(plugin.host.errors).toEqual([]);
});

test('leaves the fence of a log alone, and is no card and no answer', async () => {
  const text = `\`\`\`flashcards-log\n{"k":"x"}\n\`\`\`\n\n${fence('')}`;
  const { plugin } = await opened(
    text,
    {},
    {
      ...notes,
      'C.md': `---\ntags: flashcards\n---\n## Overview\n${fence('show: list')}\n\n## Real\nText.\n\n${fence('')}`,
    },
  );
  // Three cards, and one of C: its heading over a block asks nothing.
  await says(plugin, '4 new 0 learning 0 due');
  expect(await plugin.page.locator('.markdown-preview-view code.language-flashcards-log').count()).toBe(1);
  expect(await plugin.page.locator('.markdown-preview-view .nf-block').count()).toBe(1);
});

test('is drawn in embeds, previews, canvases and windows of their own, and gone with them', async () => {
  const { plugin } = await opened(
    '![[Board]]\n\n[[Board]]\n',
    {},
    { ...notes, 'Board.md': fence('deck: ml') },
  );
  const { page, host } = plugin;
  const shown = page.locator('.internal-embed .nf-block', { hasText: '2 new' });
  await shown.waitFor();
  await host.preview(page.locator('.markdown-preview-view a.internal-link'), '2 new');
  await page.mouse.move(0, 0);
  await page.locator('.hover-popover').waitFor({ state: 'detached' });
  await host.openNote('B.md');
  const before = await host.census();
  await host.openNote('Daily.md');
  await shown.waitFor();
  await host.openNote('B.md');
  expect(await host.census()).toEqual(before);
  // A canvas renders a note with the renderer alone, in an element that is in no note.
  await page.evaluate(async () => {
    const { app, obsidian } = window.host ?? {};
    const { MarkdownRenderer, Component } = obsidian as typeof Obsidian;
    if (!app) return;
    const owner = new Component();
    owner.load();
    const el = document.createElement('div');
    await MarkdownRenderer.render(app, '```flashcards\ndeck: ml\n```', el, '', owner);
    document.body.append(el);
    el.className = 'canvas-node';
  });
  await page.locator('.canvas-node .nf-block', { hasText: '2 new' }).waitFor();
  const popout = page.context().waitForEvent('page');
  await host.openNote('Daily.md');
  await page.evaluate(() => {
    const { workspace } = window.host?.app ?? {};
    const leaf = workspace?.getMostRecentLeaf();
    if (leaf) workspace?.moveLeafToPopout(leaf);
  });
  await (await popout).locator('.nf-block', { hasText: '2 new' }).waitFor();
  expect(host.errors).toEqual([]);
});

test('waits for a history that is not known', async () => {
  const vault = await bench.openVault({
    ...notes,
    'Daily.md': fence(''),
    'Flashcards/log/aaaa/2026-01.md': '```flashcards-log\n```\n',
  });
  const params = { note: 'Daily.md', unreadable: 'Flashcards/log/aaaa/2026-01.md' };
  const plugin = new PluginPage(await vault.open({ params }));
  await block(plugin).getByRole('button', { name: 'Continue without it' }).click();
  await says(plugin, '3 new 0 learning 0 due');
});

const figures = [
  fence('show: forecast'),
  fence('show: heatmap'),
  fence('show: heatmap\nnote:"Study 3"'),
].join('\n');

test('charts the days ahead and the days past', async () => {
  const folder = await studiedVault(9000);
  const vault = await bench.openVault(folder);
  await vault.save('Daily.md', figures);
  const plugin = new PluginPage(await vault.open({ params: { note: 'Daily.md' } }));
  const { page } = plugin;
  await block(plugin).locator('[data-figure="forecast"] rect').first().waitFor();
  await block(plugin, 1).locator('[data-figure="year"] .nf-year-4').first().waitFor();
  const reviews = async (nth: number) => {
    await block(plugin, nth).locator('summary').click();
    await block(plugin, nth).locator('td').first().waitFor();
    const cells = await block(plugin, nth).locator('td').allTextContents();
    return cells.reduce((sum, cell) => sum + Number.parseInt(cell, 10), 0);
  };
  const [all, one] = [await reviews(1), await reviews(2)];
  expect(one).toBeGreaterThan(0);
  expect(one).toBeLessThan(all / 5);
  await keepsRulesOfAxe(plugin, '.nf-block');
  expect(page.url()).toContain('Daily');
  expect(plugin.host.errors).toEqual([]);
});

const looks = [
  'deck: sleep',
  'show: list\nlimit: 4',
  'show: button',
  'show: forecast',
  'show: heatmap',
  'shw: x',
];

test.each([
  ['light', 'desktop'],
  ['dark', 'desktop'],
  ['light', 'phone'],
  ['dark', { width: 320, height: 900 }],
] as const)('looks as a part of the note (%s, %o)', async (theme, viewport) => {
  const vault = await bench.openVault(await studiedVault(3000));
  await vault.save('Daily.md', `# Today\n\n${looks.map(fence).join('\n')}`);
  const device: Record<string, string> = viewport === 'desktop' ? {} : { device: 'phone' };
  const params = { note: 'Daily.md', ...device };
  const plugin = new PluginPage(await vault.open({ theme, viewport, params }));
  await block(plugin, 4).locator('.nf-year-4').first().waitFor();
  await block(plugin, 3).locator('rect').first().waitFor();
  await block(plugin, 2).getByRole('button').waitFor();
  const name = typeof viewport === 'string' ? viewport : 'narrow';
  await plugin.host.screenshot(`card-block-${theme}-${name}`);
  await cutsNothingOff(plugin, ['.nf-block']);
  if (viewport === 'desktop') await keepsRulesOfAxe(plugin, '.nf-block');
  else await keepsRules(plugin, '.nf-block');
});
