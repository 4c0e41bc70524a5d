// Our views come back where they were: in splits, stacked tabs, sidebars, windows, and in a saved workspace.
import { describe, expect, test } from '@jest/globals';
import type { HostPage, TestVault } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';
import { views } from './views.ts';

const bench = useHarness();

const settings = '.obsidian/plugins/note-flashcards/data.json';
const note = (name: string) => `---\ntags: flashcards/${name}\n---\n## What is ${name}?\nA note.\n`;
const notes = {
  'A.md': note('A'),
  'B.md': note('B'),
  'C.md': note('C'),
  [settings]: JSON.stringify({ general: { openReviewsIn: 'tab' } }),
};

type Place = 'split' | 'stacked' | 'sidebar' | 'window';
const places: readonly Place[] = ['split', 'stacked', 'sidebar', 'window'];

/** A layout as the app saves it, with all our views in one kind of place. */
function layout(place: Place): object {
  const leaf = (id: string, type: string, state: object = {}) => ({
    id,
    type: 'leaf',
    state: { type, state },
  });
  const all = views.map(([, , type], nth) => leaf(`own${String(nth)}`, type));
  const note = { type: 'tabs', children: [leaf('note', 'markdown', { file: 'A.md', mode: 'preview' })] };
  const each = all.map((one) => ({ type: 'tabs', children: [one] }));
  const stacked = { type: 'tabs', children: all, stacked: true };
  const split = (children: readonly object[], collapsed = false) => ({ type: 'split', children, collapsed });
  return {
    main: split([note, ...(place === 'split' ? each : place === 'stacked' ? [stacked] : [])]),
    left: split([]),
    right: split(place === 'sidebar' ? each : [], place !== 'sidebar'),
    floating: {
      type: 'floating',
      children: place === 'window' ? each.map((tabs) => ({ type: 'window', children: [tabs] })) : [],
    },
    active: 'note',
  };
}

async function opened(api: string): Promise<{ vault: TestVault; host: HostPage }> {
  const vault = await bench.openVault(notes);
  return { vault, host: await vault.open({ params: { api } }) };
}

/** Waits until each view is drawn, in the main window or one of its own. */
async function allDrawn({ page }: HostPage): Promise<void> {
  for (const [name, , type, drawn] of views)
    await soon(async () => {
      const counts = page
        .context()
        .pages()
        .map((one) => one.locator(`.workspace-leaf-content[data-type="${type}"] ${drawn}`).count());
      const found = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
      if (found === 0) throw new Error(`the ${name} is not drawn`);
    });
}

/** Types of the leaves in each group of each part, as the app would save them. */
const saved = ({ page }: HostPage) =>
  page.evaluate(() => {
    interface Kept {
      readonly children: readonly {
        readonly children: readonly { readonly state: { readonly type: string } }[];
      }[];
    }
    const { main, right, floating } = window.host?.app.workspace.getLayout() as unknown as {
      readonly main: Kept;
      readonly right: Kept;
      readonly floating: { readonly children: readonly Kept[] };
    };
    return [main, right, ...floating.children].map(({ children }) =>
      children.map((group) => group.children.map(({ state }) => state.type.replace('note-flashcards-', ''))),
    );
  });

describe.each(['1.8', '1.13'])('in an app of version %s', (api) => {
  test.each(places)('views in a %s are those of a saved workspace, and of a restart', async (place) => {
    const { host } = await opened(api);
    const { page } = host;
    await page.evaluate((to) => window.host?.app.workspace.changeLayout(to), layout(place));
    await allDrawn(host);
    const before = await saved(host);
    expect(JSON.stringify(before)).toContain('"review"');
    const workspace = await page.evaluate(() => window.host?.app.workspace.getLayout());
    if (place !== 'window') await host.screenshot(`workspace-${place}-${api}`);
    // Another workspace, and this one again.
    await page.evaluate((to) => window.host?.app.workspace.changeLayout(to), layout('stacked'));
    await allDrawn(host);
    await page.evaluate((to) => window.host?.app.workspace.changeLayout(to), workspace);
    await allDrawn(host);
    expect(await saved(host)).toEqual(before);
    await host.layoutSaved('note-flashcards-review');
    await soon(async () =>
      expect(
        await page.evaluate(
          () =>
            JSON.stringify(window.host?.app.loadLocalStorage('host-layout')) ===
            JSON.stringify(window.host?.app.workspace.getLayout()),
        ),
      ).toBe(true),
    );
    await host.reload();
    await allDrawn(host);
    expect(await saved(host)).toEqual(before);
    expect(host.errors).toEqual([]);
  });
});

test('a review left open comes back with its scope and its progress', async () => {
  const { vault, host } = await opened('1.13');
  const plugin = new PluginPage(host);
  const { page } = host;
  const bar = page.locator('.nf-progress-bar');
  const progress = (now: string, max: string) =>
    soon(async () => {
      expect([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')]).toEqual([
        now,
        max,
      ]);
    });
  await plugin.run('review');
  await progress('0', '3');
  await plugin.grade(4);
  await plugin.grade(4);
  await progress('2', '3');
  const asked = await plugin.question();
  await host.layoutSaved('"since"');
  await host.reload();
  await plugin.asks(asked);
  await progress('2', '3');
  // What the log no longer counts is no progress.
  await page.locator('.nf-tool-undo').click();
  await progress('1', '3');
  await vault.writeLogs();
  // The next day, it begins again.
  await page.evaluate(() => window.host?.setClockOffset(24 * 3_600_000));
  await page.evaluate(() => window.host?.reloadPlugin());
  await soon(async () => expect(await bar.getAttribute('aria-valuenow')).toBe('0'));
  expect(host.errors).toEqual([]);
});

test('a review of a deck is that of the deck after a restart, and the sidebar has its tab', async () => {
  const { host } = await opened('1.13');
  const plugin = new PluginPage(host);
  await plugin.openSidebar('decks');
  await host.page.evaluate(() => window.host?.openUri('obsidian://note-flashcards?deck=B'));
  await plugin.asks('What is B?');
  await host.layoutSaved('"decks"');
  await host.layoutSaved('"since"');
  await host.reload();
  await plugin.asks('What is B?');
  await host.page.locator('.nf-panel-decks').waitFor();
});
