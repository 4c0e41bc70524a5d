// How the built plugin starts in the browser host (our API host, not Obsidian): on a vault it has never seen, and with
// its index in IndexedDB. `npm run bench:browser -- [notes]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Harness } from '../../tests/e2e/harness.ts';
import { begun, countTasks, ended, tasksOf } from './browser-tasks.ts';
import { figureOf } from './figure.ts';
import { generateVault } from './generate.ts';

const notes = Number(process.argv[2] ?? 2000);
const warmStarts = 5;

/** ms since the plugin was loaded. */
interface Start {
  readonly onload: number;
  /** Until the counts are correct. */
  readonly counts: number;
  /** Until the first card of a review is on screen. */
  readonly firstCard: number;
  readonly cards: number;
  /** Notes the plugin read for the counts. */
  readonly reads: number;
}

/** Restarts the plugin without reloading the page, so that the host has already read the vault. */
function start(page: Page): Promise<Start> {
  return page.evaluate(
    async ([first, last]) => {
      const { host } = window;
      if (!host) throw new Error('the page is not ready');
      const { vault } = host.app;
      const read = vault.cachedRead.bind(vault);
      let reads = 0;
      vault.cachedRead = (file) => {
        reads += 1;
        return read(file);
      };
      const { Plugin } = host.obsidian as { Plugin: { prototype: { load: (this: object) => void } } };
      const { load } = Plugin.prototype;
      let [since, onload] = [0, 0];
      Plugin.prototype.load = function (this: object) {
        performance.mark(first);
        since = performance.now();
        load.call(this);
        onload = performance.now() - since;
      };
      try {
        await host.reloadPlugin();
        const waiting = JSON.parse(await host.cli('note-flashcards:due', { json: 'true' })) as {
          new: number;
        };
        const counts = performance.now() - since;
        const readFor = reads;
        host.run('note-flashcards:review');
        while (!document.querySelector('.nf-question :is(h3, p)')) await new Promise(requestAnimationFrame);
        const firstCard = performance.now() - since;
        // What was read is written two seconds later.
        await new Promise((resolve) => setTimeout(resolve, 5000));
        performance.mark(last);
        return { onload, counts, firstCard, cards: waiting.new, reads: readFor };
      } finally {
        Plugin.prototype.load = load;
        vault.cachedRead = read;
      }
    },
    [begun, ended] as const,
  );
}

/** MB of objects after garbage collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-start-'));
const harness = await Harness.start();
try {
  await generateVault(folder, notes);
  const vault = await harness.openVault(folder);
  const { page } = await vault.open({ params: { plugin: 'off', api: '1.12.2' } });
  page.setDefaultTimeout(300_000);
  // tsx names the functions it compiles with a helper that the page lacks.
  await page.evaluate('globalThis.__name = (named) => named');
  const empty = await heap(page);
  const starts: Start[] = [];
  const tasks = await tasksOf(page, async () => {
    starts.push(await start(page));
  });
  const [first] = starts;
  const used = (await heap(page)) - empty;
  const warm: Start[] = [];
  while (warm.length < warmStarts) {
    await page.keyboard.press('Escape');
    warm.push(await start(page));
  }
  const figure = (of: (start: Start) => number) => figureOf(warm.map(of));
  console.log(
    JSON.stringify({
      notes,
      cards: first?.cards,
      first,
      ...countTasks(tasks),
      onload: figure(({ onload }) => onload),
      warmCounts: figure(({ counts }) => counts),
      warmFirstCard: figure(({ firstCard }) => firstCard),
      warmReads: Math.max(...warm.map(({ reads }) => reads)),
      heapMb: used,
    }),
  );
  await vault.close();
} finally {
  await harness.stop();
  await rm(folder, { recursive: true, force: true });
}
