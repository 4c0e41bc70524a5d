// What a note by a stranger, and a plugin that is started again and again, may not do.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const attacks = [
  '<script>window.pwned = 1</script>text',
  '<img src="missing.png" onerror="window.pwned = 2">',
  '[link](javascript:window.pwned=3) and <a href="javascript:window.pwned = 3">b</a>',
  '<iframe srcdoc="<script>parent.pwned = 4</script>"></iframe>text',
  '<style>body { display: none }</style>text',
  '</div></div></div></div><h1 class="outside">text',
  '<base href="https://example.invalid/"><meta http-equiv="refresh" content="0;url=https://example.invalid/">text',
  '> [!x]</div></div>\n> <svg onload="window.pwned = 5"></svg><details open ontoggle="window.pwned = 6">text',
  '<div style="position:fixed;inset:0;z-index:9999">text',
  '<form action="https://example.invalid/"><button>text</button></form>',
];
const hostile = `---\ntags: flashcards\n---\n${attacks
  .map((attack, nth) => `## ${String(nth)} <img src=x onerror="window.pwned = 7">\n${attack}\n\nThe end.\n`)
  .join('\n')}`;

test('a hostile note runs nothing, loads nothing and stays inside its card', async () => {
  const vault = await bench.openVault({ 'Hostile.md': hostile });
  const plugin = new PluginPage(await vault.open({ params: { note: 'Hostile.md', mode: 'source' } }));
  const { page } = plugin;
  const away: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(vault.url) && !/^(data|blob):/.test(request.url()))
      away.push(request.url());
  });
  await plugin.openSidebar('note');
  await plugin.row('0').first().waitFor();
  await plugin.studyNote();
  while ((await page.locator('.nf-end').count()) === 0) {
    await plugin.reveal();
    // The controls of the review are where they were, and in reach.
    await page.locator('.nf-review [data-grade="4"]').click({ trial: true });
    expect(await page.locator('.nf-card').count()).toBe(1);
    expect(await page.evaluate(() => document.querySelector('.outside:not(.nf-card *)'))).toBeNull();
    await plugin.press('4');
    await page.locator('.nf-reveal, .nf-end').first().waitFor();
  }
  expect(away).toEqual([]);
  expect(await page.evaluate(() => [Reflect.get(window, 'pwned') as unknown, document.baseURI])).toEqual([
    undefined,
    page.url(),
  ]);
});

/** A start takes half a second; `npm test` makes all hundred. */
const starts = process.env['FULL'] === '1' ? 100 : 10;

test('a plugin started many times leaves no connection, timer, listener or element behind', async () => {
  const vault = await bench.openVault({ 'A.md': '---\ntags: flashcards\n---\n## Q\nA\n' });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  const { page } = plugin;
  // Counted from the next start of the page on, before any script of it.
  await page.addInitScript(() => {
    const counts = { connections: 0, intervals: 0 };
    Reflect.set(window, 'counts', counts);
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      const request = open(name, version);
      request.addEventListener('success', () => {
        counts.connections += 1;
        const { result } = request;
        const close = result.close.bind(result);
        let isOpen = true;
        result.close = () => {
          if (isOpen) counts.connections -= 1;
          isOpen = false;
          close();
        };
      });
      return request;
    };
    const start = window.setInterval.bind(window) as (...args: unknown[]) => number;
    const stop = window.clearInterval.bind(window);
    const running = new Set<unknown>();
    window.setInterval = ((...args: unknown[]) => {
      const id = start(...args);
      running.add(id);
      counts.intervals = running.size;
      return id;
    }) as typeof window.setInterval;
    window.clearInterval = (id) => {
      running.delete(id);
      counts.intervals = running.size;
      stop(id);
    };
  });
  await plugin.host.reload();
  const session = await page.context().newCDPSession(page);
  const restart = async (times: number): Promise<void> => {
    for (let nth = 0; nth < times; nth += 1) {
      await page.evaluate(() => window.host?.reloadPlugin());
      await page.locator('.nf-status', { hasText: 'to study' }).waitFor();
      await plugin.openSidebar('note');
      await plugin.row('Q').waitFor();
    }
  };
  const look = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const counts = (await page.evaluate(() => Reflect.get(window, 'counts') as unknown)) as {
      connections: number;
      intervals: number;
    };
    const leaves = await page.locator('.workspace-leaf').count();
    return { nodes, jsEventListeners, leaves, ...counts, census: await plugin.host.census() };
  };
  await restart(2);
  const before = await look();
  await restart(starts);
  await soon(async () => {
    const after = await look();
    expect(after.census).toEqual(before.census);
    expect(after.leaves).toBe(before.leaves);
    // Two stores, and no more however often the plugin was started.
    expect(after.connections).toBeLessThanOrEqual(2);
    expect(after.intervals).toBe(before.intervals);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(10);
    expect(after.nodes - before.nodes).toBeLessThan(50);
  });
});
