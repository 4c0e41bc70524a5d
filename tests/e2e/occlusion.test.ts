// Image occlusion: boxes drawn on a picture by keys, mouse and finger, and their cards in a review.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRules, looks } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const picture = (size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 400 300"><rect width="400" height="300" fill="#cde"/><circle cx="130" cy="110" r="60" fill="#c55"/><text x="100" y="115" font-size="20">Aorta</text><text x="240" y="215" font-size="20">Vein</text></svg>`;
const sized = picture('width="400" height="300"');
const note = '---\ntags: flashcards\n---\n## The heart\n![[heart.svg]]\n';

async function open(options: PageOptions = {}, files: Record<string, string> = {}): Promise<PluginPage> {
  vault = await bench.openVault({ 'Heart.md': note, 'heart.svg': sized, ...files });
  return new PluginPage(await vault.open({ ...options, params: { note: 'Heart.md' } }));
}

const editor = (plugin: PluginPage) => plugin.page.locator('.modal.nf-occlusion');
const boxes = (plugin: PluginPage) => editor(plugin).locator('.nf-box[data-box]');

async function edit(plugin: PluginPage): Promise<void> {
  await plugin.run('occlude');
  await editor(plugin).waitFor();
  await soon(async () => {
    const shown = await editor(plugin)
      .locator('img')
      .evaluate((one) => (one as HTMLImageElement).naturalWidth);
    expect(shown).toBeGreaterThan(0);
  });
}

async function has(plugin: PluginPage, names: readonly string[]): Promise<void> {
  await soon(async () => {
    const found = await boxes(plugin).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(found.sort()).toEqual([...names].sort());
  });
}

async function close(plugin: PluginPage): Promise<void> {
  await plugin.page.keyboard.press('Escape');
  await editor(plugin).waitFor({ state: 'detached' });
}

async function inLog({ page }: PluginPage, count: number): Promise<void> {
  await eventually(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    return eventsOf(await vault.logs(), 'o').length === count;
  }, 'the boxes in the log');
}

/** Studies the note until a box is asked: the picture is the answer of its heading, too. */
async function study(plugin: PluginPage): Promise<void> {
  await plugin.run('study-note');
  await plugin.page.locator('.nf-review .nf-card').waitFor();
  await soon(async () => {
    if ((await plugin.page.locator('.nf-review .nf-question-heading').count()) > 0) await plugin.press('s');
    expect(await plugin.page.locator('.nf-review .nf-question-occlusion').count()).toBe(1);
  });
  await plugin.page.locator('.nf-review .nf-box-asked').first().waitFor();
}

/** Drags from one point of the picture to another, in shares of it. */
async function drag(
  plugin: PluginPage,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const area = await editor(plugin).locator('.nf-board').boundingBox();
  if (!area) throw new Error('no picture');
  const at = ([x, y]: readonly [number, number]) =>
    [area.x + x * area.width, area.y + y * area.height] as const;
  const { mouse } = plugin.page;
  await mouse.move(...at(from));
  await mouse.down();
  await mouse.move(...at(to), { steps: 4 });
  await mouse.up();
}

describe('the editor of boxes', () => {
  test('draws, moves, resizes, names, groups and deletes boxes by keys alone, and its cards are asked', async () => {
    const plugin = await open();
    const { keyboard } = plugin.page;
    await edit(plugin);
    await keyboard.press('n');
    await has(plugin, ['Box 1']);
    await keyboard.press('ArrowRight');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('Aorta');
    await keyboard.press('Enter');
    await has(plugin, ['Box Aorta']);
    expect(await boxes(plugin).evaluate((one) => [one.style.left, one.style.height])).toEqual(['31%', '16%']);
    await keyboard.press('n');
    await keyboard.press('n');
    await has(plugin, ['Box Aorta', 'Box 2', 'Box 3']);
    await keyboard.press('Delete');
    await has(plugin, ['Box Aorta', 'Box 2']);
    await keyboard.press('n');
    // The one before it, too: both become one card.
    await keyboard.press('Shift+Tab');
    await keyboard.press('Space');
    await keyboard.press('g');
    await soon(async () => expect(await editor(plugin).locator('.nf-box.is-grouped').count()).toBe(2));
    await has(plugin, ['Box Aorta', 'Box 2', 'Box 2']);
    await keepsRules(plugin, '.modal.nf-occlusion .modal-content');
    await close(plugin);
    await inLog(plugin, 3);
    expect(await vault.read('Heart.md')).toBe(note);

    await study(plugin);
    await plugin.host.screenshot('occlusion-question');
    expect(await plugin.page.locator('.nf-review .nf-card').textContent()).not.toContain('Aorta');
    await keepsRules(plugin, '.nf-review');
    await plugin.reveal();
    await plugin.page.locator('.nf-boxes-open .nf-box-asked').first().waitFor();
    expect((await plugin.answer.textContent())?.trim()).toBe('Aorta');
    await plugin.host.screenshot('occlusion-answer');
    await plugin.press('3');
    await plugin.page.keyboard.press('Escape');
    await plugin.run('undo');
    await plugin.run('undo');
    await edit(plugin);
    await has(plugin, []);
    expect(plugin.host.errors).toEqual([]);
  });

  test('by mouse: a slip is told, Cancel gives up, all boxes are closed in hide all', async () => {
    const plugin = await open();
    const { page } = plugin;
    await edit(plugin);
    await drag(plugin, [0.2, 0.3], [0.2, 0.8]);
    await editor(plugin).getByText('Too small for a box.').waitFor();
    await drag(plugin, [0.2, 0.2], [0.5, 0.5]);
    await drag(plugin, [0.9, 0.9], [0.55, 0.6]);
    await has(plugin, ['Box 1', 'Box 2']);
    await drag(plugin, [0.3, 0.3], [0.1, 0.1]);
    expect(
      await boxes(plugin)
        .first()
        .evaluate((one) => one.style.left),
    ).toBe('0%');
    await editor(plugin).locator('select').selectOption('all');
    await editor(plugin).getByRole('button', { name: 'Done' }).click();
    await editor(plugin).waitFor({ state: 'detached' });
    await edit(plugin);
    await drag(plugin, [0.6, 0.1], [0.9, 0.2]);
    await has(plugin, ['Box 1', 'Box 2', 'Box 3']);
    await editor(plugin).getByRole('button', { name: 'Cancel' }).click();
    await editor(plugin).waitFor({ state: 'detached' });
    await study(plugin);
    expect(await page.locator('.nf-review .nf-box-other').count()).toBe(1);
    await page.keyboard.press('Escape');
    await plugin.run('open-cards');
    await page.locator('.nf-grid .nf-row', { hasText: 'heart' }).first().waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('asks what to do with a picture of another shape', async () => {
    const plugin = await open();
    await edit(plugin);
    await plugin.page.keyboard.press('n');
    await has(plugin, ['Box 1']);
    await close(plugin);
    await inLog(plugin, 1);
    await vault.save('heart.svg', picture('width="400" height="100"').replace('0 0 400 300', '0 0 400 100'));
    const again = new PluginPage(await vault.open({ params: { note: 'Heart.md' } }));
    await again.run('occlude');
    await again.page.getByText('The image has a new shape.').waitFor();
    await again.page.getByRole('button', { name: 'Keep boxes' }).click();
    await has(again, ['Box 1']);
    await close(again);
    await again.run('occlude');
    await editor(again).waitFor();
    await has(again, ['Box 1']);
    expect(await again.page.getByText('The image has a new shape.').count()).toBe(0);
  });

  test('tells of a note without pictures, and of one that is missing; an SVG without a size works', async () => {
    const plugin = await open(
      {},
      {
        'Heart.md': note.replace('heart.svg', 'gone.png'),
        'Pdf.md': '---\ntags: flashcards\n---\n![[a.pdf#page=2]]\n',
        'Bare.md': '---\ntags: flashcards\n---\n![](bare.svg)\n',
        'bare.svg': picture(''),
      },
    );
    await plugin.run('occlude');
    await plugin.page.getByText('is missing or can’t be shown').waitFor();
    await close(plugin);
    const pdf = new PluginPage(await vault.open({ params: { note: 'Pdf.md' } }));
    await pdf.run('occlude');
    await pdf.page.getByText('PDF pages can’t be occluded').waitFor();
    const bare = new PluginPage(await vault.open({ params: { note: 'Bare.md' } }));
    await edit(bare);
    await drag(bare, [0.2, 0.2], [0.5, 0.5]);
    await has(bare, ['Box 1']);
  });

  test('by finger on a phone', async () => {
    const plugin = await open({ viewport: 'phone' });
    await edit(plugin);
    const touch = async (path: readonly (readonly [number, number])[]): Promise<void> => {
      const area = await editor(plugin).locator('.nf-board').boundingBox();
      if (!area) throw new Error('no picture');
      const session = await plugin.page.context().newCDPSession(plugin.page);
      const point = ([x, y]: readonly [number, number]) => ({
        x: area.x + x * area.width,
        y: area.y + y * area.height,
      });
      const [first, ...rest] = path;
      if (!first) return;
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point(first)] });
      for (const one of rest)
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(one)] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await touch([
      [0.1, 0.1],
      [0.2, 0.2],
      [0.4, 0.4],
    ]);
    await has(plugin, ['Box 1']);
    await touch([
      [0.6, 0.6],
      [0.7, 0.7],
      [0.9, 0.9],
    ]);
    await has(plugin, ['Box 1', 'Box 2']);
    await touch([[0.2, 0.2]]);
    await editor(plugin).getByRole('button', { name: 'Group' }).click();
    await has(plugin, ['Box 1', 'Box 1']);
    await keepsRules(plugin, '.modal.nf-occlusion .modal-content');
    await plugin.host.screenshot('occlusion-phone');
    await editor(plugin).getByRole('button', { name: 'Done' }).click();
    await study(plugin);
    await plugin.host.screenshot('occlusion-phone-question');
    expect(plugin.host.errors).toEqual([]);
  });
});

test.each(looks)('the editor keeps the rules: %s', async (name, look) => {
  const plugin = await open(look);
  await edit(plugin);
  await plugin.page.keyboard.press('n');
  await plugin.page.keyboard.press('n');
  await has(plugin, ['Box 1', 'Box 2']);
  await keepsRules(plugin, '.modal.nf-occlusion .modal-content');
  await plugin.host.screenshot(`occlusion-editor-${name}`);
});
