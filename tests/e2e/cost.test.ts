// What a review costs: nothing is left behind by one that was closed.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

/** Opening and closing so often takes 15 s; `npm test` does it in full. */
const rounds = process.env['FULL'] === '1' ? 200 : 20;

test('reviews that were opened and closed leave no listener, no render child and no heap behind', async () => {
  const vault = await bench.openVault();
  const plugin = new PluginPage(await vault.open({ params: { note: 'Sleep/Sleep Stages.md' } }));
  const { page } = plugin;
  const session = await page.context().newCDPSession(page);
  const round = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count += 1) {
      await plugin.studyNote();
      await plugin.reveal();
      await plugin.endReview();
    }
  };
  const look = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { usedSize, nodes, jsEventListeners, census: await page.evaluate(() => window.host?.census()) };
  };
  await round(5);
  const before = await look();
  await round(rounds);
  // What the last round started may still be ending.
  await soon(async () => {
    const after = await look();
    expect(after.census).toEqual(before.census);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(10);
    expect(after.nodes - before.nodes).toBeLessThan(50);
    expect((after.usedSize - before.usedSize) / 1024 / 1024).toBeLessThan(4);
  });
});
