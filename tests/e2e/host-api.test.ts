// The API of the browser host, by a small plugin that uses each part of it once.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import esbuild from 'esbuild';
import type { HostPage, PageOptions, TestVault } from './harness.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const source = resolve(import.meta.dirname, '..', 'host', 'try-plugin');
let plugin = '';
const bench = useHarness();
let vault: TestVault;

beforeAll(async () => {
  plugin = await mkdtemp(join(tmpdir(), 'plugin-'));
  for (const name of ['manifest.json', 'styles.css']) await cp(join(source, name), join(plugin, name));
  await esbuild.build({
    entryPoints: [join(source, 'main.ts')],
    outfile: join(plugin, 'main.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian'],
    logLevel: 'warning',
  });
});
afterAll(() => rm(plugin, { recursive: true }));

const dataPath = '.obsidian/plugins/try-plugin/data.json';
const notes = {
  'A.md': '---\ntags: [one]\n---\n# Head\nsee [[B]] and $x^2$ #two\n\n> [!question] Why?\n> Because.\n',
  'B.md': 'first\n\nsecond\n\n## Far\n\nfourth\n',
};

async function show(options: PageOptions = {}): Promise<HostPage> {
  vault = await bench.openVault(notes, plugin);
  return vault.open({ ...options, params: { note: 'A.md', ...options.params } });
}

describe('a view of a plugin', () => {
  test('opens in the right sidebar and follows the note', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    const view = opened.page.locator('.mod-right-split .try-view');
    await view.getByText('#one #two').waitFor();
    await opened.screenshot('host-view');
    await vault.save('A.md', '#three\n');
    await view.getByText('#three').waitFor();
    expect(opened.errors).toEqual([]);
  });

  test('is active, but the file in the center stays the active file', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    const active = () => window.host?.app.workspace.activeLeaf?.view.getViewType();
    await soon(async () => expect(await opened.page.evaluate(active)).toBe('try-view'));
    expect(await opened.activePath()).toBe('A.md');
    expect(await opened.page.evaluate(() => window.host?.commands())).not.toContain('try-plugin:note-only');
  });

  test('has its keys only while it is active', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    const view = opened.page.locator('.try-view');
    await view.waitFor();
    const active = () => window.host?.app.workspace.activeLeaf?.view.getViewType();
    await soon(async () => expect(await opened.page.evaluate(active)).toBe('try-view'));
    await opened.page.keyboard.press('x');
    const ticked = opened.page.locator('.try-view[data-ticks="1"]');
    await ticked.waitFor();
    await opened.openNote('A.md');
    await opened.page.keyboard.press('x');
    expect(await ticked.count()).toBe(1);
  });

  test('comes back after a reload, and is deferred if its sidebar is closed', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    await opened.layoutSaved('"try-view"');
    await opened.run('app:toggle-right-sidebar');
    await opened.page.waitForFunction(() => {
      const layout = window.host?.app.loadLocalStorage('host-layout') as { right: { collapsed: boolean } };
      return layout.right.collapsed;
    });
    await opened.page.goto(vault.url);
    await opened.ready();
    const deferred = (is: boolean) =>
      soon(async () => {
        const leaves = () =>
          window.host?.app.workspace.getLeavesOfType('try-view').map((leaf) => leaf.isDeferred);
        expect(await opened.page.evaluate(leaves)).toEqual([is]);
      });
    await deferred(true);
    await opened.run('app:toggle-right-sidebar');
    await opened.page.locator('.try-view').waitFor();
    await deferred(false);
  });

  test('is replaced by a placeholder while its plugin is gone', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    await opened.page.evaluate(() => window.host?.unloadPlugin());
    await opened.page.getByText('is not active').waitFor();
    await opened.page.evaluate(() => window.host?.reloadPlugin());
    await opened.page.locator('.try-view').waitFor();
  });

  test('leaves nothing behind when it is closed', async () => {
    const opened = await show();
    const before = await opened.census();
    await opened.run('try-plugin:view');
    await opened.page.locator('.try-view').waitFor();
    await opened.page.evaluate(() => window.host?.app.workspace.detachLeavesOfType('try-view'));
    await soon(async () => expect(await opened.census()).toEqual(before));
  });
});

describe('a modal of a plugin', () => {
  test('renders the note as in reading view, and handles its own keys', async () => {
    const opened = await show();
    await opened.run('try-plugin:modal');
    const answer = opened.page.locator('.modal .try-answer');
    for (const part of ['h1', '.katex', 'a.tag', '.callout[data-callout="question"]', 'a.internal-link']) {
      await answer.locator(part).first().waitFor();
    }
    await opened.screenshot('host-modal');
    await opened.page.keyboard.press('Control+p');
    expect(await opened.page.locator('.prompt').count()).toBe(0);
    await opened.page.keyboard.press('3');
    await opened.page.locator('.modal').waitFor({ state: 'detached' });
  });

  test('previews a link above the modal, and opens it', async () => {
    const opened = await show();
    await opened.run('try-plugin:modal');
    const link = opened.page.locator('.modal a.internal-link');
    await opened.preview(link, 'second');
    await link.click();
    await opened.page.locator('.mod-root .inline-title', { hasText: 'B' }).waitFor();
  });

  test('offers notes to pick, and jumps to a line', async () => {
    const opened = await show();
    await opened.page.evaluate(() => window.host?.open('B.md', 'source'));
    await opened.run('try-plugin:pick');
    await opened.page.locator('.prompt input').fill('b');
    await opened.page.locator('.suggestion-item.is-selected', { hasText: 'B' }).waitFor();
    await opened.page.keyboard.press('Enter');
    await opened.page.locator('.prompt').waitFor({ state: 'detached' });
    const line = () => {
      const view = window.host?.app.workspace.activeLeaf?.view as unknown as {
        editor: { getCursor(): { line: number } };
      };
      return view.editor.getCursor().line;
    };
    await soon(async () => expect(await opened.page.evaluate(line)).toBe(3));
  });
});

describe('the settings of a plugin', () => {
  test('show every component', async () => {
    const opened = await show();
    await opened.page.evaluate(() => window.host?.openSettings('Try plugin'));
    await opened.page.locator('.setting-item').nth(8).waitFor();
    await opened.page.locator('.setting-item input[type=search]').fill('b');
    await opened.page.locator('.suggestion-item', { hasText: 'B.md' }).waitFor();
    await opened.screenshot('host-plugin-settings');
    await opened.page.keyboard.press('Enter');
    await soon(async () => {
      expect(await opened.page.locator('input[type=search]').inputValue()).toBe('B.md');
    });
    expect(opened.errors).toEqual([]);
  });

  test('are written to data.json only by the user', async () => {
    const opened = await show();
    expect(await vault.files()).not.toContain(dataPath);
    await opened.page.evaluate(() => window.host?.openSettings('Try plugin'));
    await opened.page.getByPlaceholder('a word').fill('moon');
    await opened.page.waitForFunction(async (path) => {
      const { adapter } = window.host?.app.vault ?? {};
      return (await adapter?.exists(path)) && (await adapter?.read(path))?.includes('moon');
    }, dataPath);
    expect(await opened.page.locator('.notice').count()).toBe(0);
  });

  test('are read again when a sync changes them', async () => {
    const opened = await show();
    await vault.save(dataPath, '{"word":"sun"}');
    await opened.page.getByText('settings changed: sun').waitFor();
  });
});

describe('the rest of the API', () => {
  test('an address of the plugin reaches its handler', async () => {
    const opened = await show();
    expect(await opened.page.evaluate(() => window.host?.openUri('obsidian://try?word=tree%20house'))).toBe(
      true,
    );
    await opened.page.getByText('word tree house').waitFor();
    expect(await opened.page.evaluate(() => window.host?.openUri('obsidian://other'))).toBe(false);
  });

  test('a menu opens at the pointer and does what is chosen', async () => {
    const opened = await show();
    await opened.run('try-plugin:view');
    await opened.page.getByText('Due today').click();
    await opened.screenshot('host-menu');
    await opened.page.locator('.menu-item', { hasText: 'Study this deck' }).click();
    await opened.page.locator('.notice', { hasText: 'Studied' }).waitFor();
    await opened.page.locator('.menu').waitFor({ state: 'detached' });
  });

  test('an append that fails rejects, and leaves the file as it was', async () => {
    const opened = await show();
    await opened.run('try-plugin:log');
    await opened.page.waitForFunction(() => window.host?.app.vault.getFileByPath('log.md'));
    const failed = opened.page.evaluate(async () => {
      window.host?.failures.acts.add('append');
      await window.host?.app.vault.adapter.append('log.md', 'lost');
    });
    await expect(failed).rejects.toThrow('EIO');
    expect(await vault.read('log.md')).toBe('line\n');
  });

  test('a rename onto an existing file throws, as in the app', async () => {
    const opened = await show();
    const renamed = opened.page.evaluate(() => window.host?.app.vault.adapter.rename('A.md', 'B.md'));
    await expect(renamed).rejects.toThrow('Destination file already exists!');
    expect(await vault.read('B.md')).toBe(notes['B.md']);
  });

  test('an editor command changes the note, which is saved soon after', async () => {
    const opened = await show({ params: { mode: 'source' } });
    await opened.run('try-plugin:insert');
    await opened.page.waitForFunction(async () =>
      (await window.host?.app.vault.adapter.read('A.md'))?.includes('---\ninserted\ntags'),
    );
  });

  test('on a cold start each note is announced as changed, on a warm one none', async () => {
    const opened = await show();
    const counts = await opened.page.evaluate(async () => {
      const found: number[] = [];
      for (const cache of ['warm', 'cold']) {
        const frame = document.body.createEl('iframe', { attr: { src: `/?plugin=off&cache=${cache}` } });
        await new Promise((done) => frame.addEventListener('load', done));
        let changed = 0;
        const inner = frame.contentWindow;
        while (!inner?.host) await sleep(1);
        inner.host.app.metadataCache.on('changed', () => (changed += 1));
        await new Promise<void>((done) => inner.host?.app.metadataCache.on('resolved', () => done()));
        found.push(changed);
        frame.remove();
      }
      return found;
    });
    expect(counts).toEqual([0, 2]);
  });

  test("two pages of one vault notice each other's changes", async () => {
    const one = await show();
    const two = await vault.open({ params: { note: 'B.md' } });
    await one.page.evaluate(async () => {
      const file = window.host?.app.vault.getFileByPath('B.md');
      if (file) await window.host?.app.vault.modify(file, 'from the other page\n');
    });
    await two.page.getByText('from the other page').waitFor();
  });

  test.each(['dark', 'light'] as const)('all of it can be seen on a phone: %s', async (theme) => {
    const opened = await show({ theme, viewport: 'phone' });
    await opened.page.evaluate(() => window.host?.openSettings('Try plugin'));
    await opened.screenshot(`host-phone-settings-${theme}`);
    await opened.page.keyboard.press('Escape');
    await opened.run('try-plugin:view');
    await opened.page.locator('.try-view').waitFor();
    await opened.screenshot(`host-phone-view-${theme}`);
    await soon(async () => {
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
    expect(opened.errors).toEqual([]);
  });
});
