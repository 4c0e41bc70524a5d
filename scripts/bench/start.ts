// A restart with one of our views visible, in our API host (not Obsidian), which waits for such views as the app does:
// how long the plugin blocks the layout, and when the view is drawn. `npm run bench:start -- [notes]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Harness } from '../../tests/e2e/harness.ts';
import { views } from '../../tests/e2e/views.ts';
import { figureOf, formatFigure } from './figure.ts';
import { generateVault } from './generate.ts';

const notes = Number(process.argv[2] ?? 2000);
const restarts = 5;
const settings = { general: { openReviewsIn: 'tab' } };

const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-restart-'));
const harness = await Harness.start();
try {
  await generateVault(folder, notes);
  const vault = await harness.openVault(folder);
  await vault.save('.obsidian/plugins/note-flashcards/data.json', JSON.stringify(settings));
  console.log(`${String(notes)} notes; ms from the start of restoring the layout`);
  for (const [name, command, type, drawn] of views) {
    const host = await vault.open();
    const { page } = host;
    page.setDefaultTimeout(120_000);
    await host.run(`note-flashcards:${command}`);
    await host.layoutSaved(`"${type}"`);
    // Checks every frame, from the first: polling from outside would be part of the measurement.
    await page.addInitScript(`{
      const look = () => {
        if (document.querySelector(${JSON.stringify(drawn)})) performance.mark('drawn');
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }`);
    const ready: number[] = [];
    const seen: number[] = [];
    while (seen.length < restarts) {
      await host.reload();
      await page.locator(drawn).first().waitFor();
      await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
      const [from = 0, until = 0, at = 0] = await page.evaluate(() =>
        ['layout-restoring', 'layout-ready', 'drawn'].map(
          (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? 0,
        ),
      );
      ready.push(until - from);
      seen.push(at - from);
    }
    console.log(
      `${name}: layout ready ${formatFigure(figureOf(ready))}, drawn ${formatFigure(figureOf(seen))}`,
    );
    await page.close();
  }
  await vault.close();
} finally {
  await harness.stop();
  await rm(folder, { recursive: true, force: true });
}
