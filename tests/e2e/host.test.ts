// The browser host itself: what it promises to the plugin, and to whoever opens a note in it.
import { describe, expect, test } from '@jest/globals';
import type { HostPage, TestVault } from './harness.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const notes = {
  'A.md': '---\ntags: flashcards\n---\n# One\nsee [[B]] and [[Missing]]\n\n> [!tip]- Title\n> body\n',
  'B.md': 'the other note\n',
};

/** A page over `files` with the first of them open. */
async function show(
  files: Readonly<Record<string, string>>,
  params: Record<string, string> = {},
): Promise<HostPage> {
  vault = await bench.openVault(files);
  return vault.open({ params: { note: Object.keys(files)[0] ?? '', ...params } });
}

const shows = ({ page }: HostPage, selector: string, texts: readonly string[]) =>
  soon(async () => expect(await page.locator(selector).allTextContents()).toEqual(texts));

describe('the host', () => {
  test('says on the page that it is not Obsidian', async () => {
    const { page } = await show(notes);
    await page.locator('.status-bar', { hasText: 'Our API host, not Obsidian' }).waitFor();
  });

  test('loads the built plugin without an error', async () => {
    const opened = await show(notes);
    expect(await opened.page.evaluate(() => window.host?.plugin?.manifest.id)).toBe('note-flashcards');
    expect(opened.errors).toEqual([]);
  });

  test.each([
    ['obsidian.request', () => (window.host?.obsidian as Record<string, unknown>)['request']],
    ['obsidian.wrapped', () => (window.host?.obsidian as Record<string, unknown>)['wrapped']],
    ['App.plugins', () => (window.host?.app as unknown as Record<string, unknown>)['plugins']],
    ['Vault.config', () => (window.host?.app.vault as unknown as Record<string, unknown>)['config']],
    ['Workspace.createLeafInParent', () => window.host?.app.workspace.createLeafInParent({} as never, 0)],
  ])('throws by name for %s, which it does not implement', async (name, use) => {
    const { page } = await show(notes);
    await expect(page.evaluate(use)).rejects.toThrow(`${name} is not implemented by our API host`);
  });

  test('lacks what came after the version that it emulates', async () => {
    const old = await show(notes);
    const has = () => 'registerCliHandler' in (window.host?.plugin ?? {});
    expect(await old.page.evaluate(has)).toBe(false);
    const young = await vault.open({ params: { api: '1.13.1' } });
    expect(await young.page.evaluate(has)).toBe(true);
  });
});

describe('a note in the host', () => {
  const hostile = {
    'Evil.md': [
      '<script>window.pwned = 1</script>',
      '<img src=x onerror="window.pwned = 2">',
      '<svg onload="window.pwned = 3"></svg>',
      '<a href="javascript:window.pwned = 4" class="trap">a</a>',
      '[b](javascript:window.pwned=5)',
      '<a href="java&#x0A;script:window.pwned = 6" class="trap">c</a>',
      '<iframe srcdoc="<script>parent.pwned = 7</script>"></iframe>',
      '> [!note] <img src=x onerror="window.pwned = 8">',
      '> <details open ontoggle="window.pwned = 9"><summary>s</summary></details>',
      '[[<img src=x onerror="window.pwned = 10">|<script>window.pwned = 11</script>]]',
      '$\\href{javascript:window.pwned=12}{x}$',
      '<math><mtext><table><mglyph><style><img src=x onerror="window.pwned = 13"></style></mglyph></table></mtext></math>',
      '<form action="javascript:window.pwned = 14"><button class="trap">d</button></form>',
    ].join('\n\n'),
  };

  test('runs no script, however it is hidden', async () => {
    const { page } = await show(hostile);
    await page.locator('.markdown-reading-view .callout').waitFor();
    for (const trap of await page.locator('.markdown-reading-view :is(.trap, a)').all()) {
      await trap.click({ timeout: 1000, noWaitAfter: true }).catch(() => undefined);
    }
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    const wild = page.locator(
      '.markdown-reading-view :is(script, iframe, form, [onerror], [onload], [ontoggle])',
    );
    expect(await wild.count()).toBe(0);
  });

  test('marks a link to a missing note', async () => {
    const page = await show(notes);
    await shows(page, 'a.internal-link.is-unresolved', ['Missing']);
    await shows(page, 'a.internal-link:not(.is-unresolved)', ['B']);
  });

  test('opens another note on a click on its link', async () => {
    const opened = await show(notes);
    await opened.page.locator('a.internal-link', { hasText: 'B' }).click();
    await opened.page.getByText('the other note').waitFor();
    await soon(async () => expect(await opened.activePath()).toBe('B.md'));
  });

  test('shows a preview over a link', async () => {
    const opened = await show(notes);
    await opened.preview(opened.page.locator('a.internal-link', { hasText: 'B' }), 'the other note');
  });

  test('collapses and expands a callout', async () => {
    const { page } = await show(notes);
    const body = page.locator('.callout[data-callout="tip"] .callout-content');
    await page.locator('.callout-title').waitFor();
    await body.waitFor({ state: 'hidden' });
    await page.locator('.callout-title').click();
    await body.waitFor();
  });

  test('shows an embedded note, and stops where two embed each other', async () => {
    const { page } = await show({ 'A.md': 'aa ![[B]]', 'B.md': 'bb ![[A]]' });
    await page.locator('.markdown-embed .markdown-embed', { hasText: 'A (shown above)' }).waitFor();
    await soon(async () => expect(await page.locator('.markdown-embed').count()).toBe(2));
  });

  test('shows maths, highlights, tasks, tags and footnotes, and hides comments and block ids', async () => {
    const { page } = await show({
      'A.md': '$x^2$ ==marked== #tag %%gone%% text[^1] ^id\n\n- [x] job\n\n$$\\int y$$\n\n[^1]: foot\n',
    });
    const view = page.locator('.markdown-reading-view');
    for (const selector of [
      '.math .katex',
      'mark',
      'a.tag',
      '.task-list-item.is-checked',
      '.math-block',
      '.footnotes',
    ]) {
      await view.locator(selector).first().waitFor();
    }
    expect(await view.textContent()).not.toMatch(/gone|\^id/);
  });
});

describe('the vault of the host', () => {
  test('notices a note that another program saves', async () => {
    const { page } = await show(notes);
    await vault.save('A.md', '# Changed on disk\n');
    await page.getByRole('heading', { name: 'Changed on disk' }).waitFor();
  });

  test('tells the plugin of every file while it starts, and of each change after', async () => {
    const { page } = await show(notes);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const { vault, metadataCache } = window.host?.app ?? {};
      for (const name of ['create', 'modify', 'delete'] as const) {
        (vault as unknown as { on(name: string, cb: (file: { path: string }) => void): void }).on(
          name,
          ({ path }) => seen.push(`${name} ${path}`),
        );
      }
      vault?.on('rename', (file, old) => seen.push(`rename ${old} ${file.path}`));
      metadataCache?.on('changed', (file) => seen.push(`changed ${file.path}`));
    });
    // A file may be seen while it is empty and again when it is whole.
    const hears = (events: readonly string[]) =>
      soon(async () => {
        const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
        expect([...new Set(seen.filter((one) => !one.startsWith('modify')))]).toEqual(events);
      });
    const events = ['create New.md', 'changed New.md'];
    await vault.save('New.md', 'new');
    await hears(events);
    await page.evaluate(async () => {
      const file = window.host?.app.vault.getFileByPath('New.md');
      if (file) await window.host?.app.vault.rename(file, 'Newer.md');
    });
    events.push('rename New.md Newer.md');
    await hears(events);
    await vault.remove('Newer.md');
    await hears([...events, 'delete Newer.md']);
  });

  test('writes what the user types, and only that', async () => {
    const opened = await show(notes);
    const before = await vault.snapshot();
    await opened.openNote('B.md', 'source');
    await opened.page.locator('.host-editor:visible').fill('typed\n');
    await opened.page.keyboard.press('Control+s');
    await opened.page.waitForFunction(
      async () => (await window.host?.app.vault.adapter.read('B.md')) === 'typed\n',
    );
    expect(await vault.read('B.md')).toBe('typed\n');
    expect({ ...(await vault.snapshot()), 'B.md': '' }).toEqual({ ...before, 'B.md': '' });
  });

  test('can be made read-only', async () => {
    const { page } = await show(notes);
    const write = page.evaluate(async () => {
      if (window.host) window.host.failures.readOnly = true;
      await window.host?.app.vault.adapter.append('A.md', 'x');
    });
    await expect(write).rejects.toThrow('EROFS');
    expect(await vault.read('A.md')).toBe(notes['A.md']);
  });

  test('uses the clock that it was given', async () => {
    const { page } = await show(notes, { clock: String(86_400_000) });
    const shown = await page.evaluate(() => [Date.now(), new Date().getTime()]);
    for (const ms of shown) expect(Math.abs(ms - Date.now() - 86_400_000)).toBeLessThan(60_000);
  });
});

describe('the page of the host', () => {
  test.each([
    ['light', 'desktop'],
    ['dark', 'desktop'],
    ['light', 'phone'],
  ] as const)('shows the sample vault: %s, %s', async (theme, viewport) => {
    vault = await bench.openVault();
    const opened = await vault.open({ theme, viewport });
    await opened.page.locator('.markdown-reading-view').first().waitFor();
    await opened.screenshot(`host-${theme}-${viewport}`);
    await opened.page.locator(`body.theme-${theme}${viewport === 'phone' ? '.is-phone' : ''}`).waitFor();
    expect(opened.errors).toEqual([]);
  });

  test('runs a command from the palette', async () => {
    const { page } = await show(notes);
    await page.keyboard.press('Control+p');
    await page.keyboard.type('light dark');
    await page.keyboard.press('Enter');
    await page.waitForSelector('body.theme-dark', { state: 'attached' });
  });

  test('opens the settings, and closes them with Escape', async () => {
    const opened = await show(notes);
    await opened.page.keyboard.press('Control+,');
    await opened.page.locator('.modal.mod-settings').waitFor();
    await opened.screenshot('host-settings');
    await opened.page.keyboard.press('Escape');
    await opened.page.locator('.modal').waitFor({ state: 'detached' });
  });

  test('opens the same tabs after a reload', async () => {
    const opened = await show(notes);
    await opened.openNote('B.md');
    await opened.layoutSaved('B.md');
    await opened.page.goto(vault.url);
    await opened.ready();
    await shows(opened, '.mod-root .workspace-tab-header-inner-title', ['B']);
  });

  test('leaves no component or listener behind when the plugin is reloaded', async () => {
    const opened = await show(notes);
    await opened.page.locator('.nf-status', { hasText: 'to study' }).waitFor();
    const before = await opened.census();
    for (let i = 0; i < 3; i += 1) {
      await opened.page.evaluate(() => window.host?.reloadPlugin());
      await opened.page.locator('.nf-status', { hasText: 'to study' }).waitFor();
    }
    await soon(async () => expect(await opened.census()).toEqual(before));
  });
});
