// The tasks of the page while schedules are imported and while the plugin starts with that history: the built plugin in
// the browser host (our API host, not Obsidian). `npm run bench:tasks -- [schedules]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { generateSrVault } from './sr-vault.ts';
import { Harness } from '../../tests/e2e/harness.ts';
import { begun, countTasks, ended, tasksOf } from './browser-tasks.ts';

const schedules = Number(process.argv[2] ?? 22_000);

/** Imports all schedules, as a person does. */
async function importAll(page: Page): Promise<void> {
  await page.evaluate(
    async ([first, last]) => {
      const button = (name: RegExp): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>('.nf-import button')].find((one) =>
          name.test(one.textContent),
        );
      const until = async (name: RegExp): Promise<HTMLElement> => {
        for (;;) {
          const found = button(name);
          if (found) return found;
          await new Promise(requestAnimationFrame);
        }
      };
      performance.mark(first);
      window.host?.run('note-flashcards:import-schedules');
      (await until(/^Import /)).click();
      await until(/^Undo/);
      // What depends on all schedules together, and what is written, comes after the last one.
      await new Promise((resolve) => setTimeout(resolve, 8000));
      performance.mark(last);
    },
    [begun, ended] as const,
  );
}

/** Starts the plugin again. Resolves to the ms until its counts are right. */
function restart(page: Page): Promise<number> {
  return page.evaluate(
    async ([first, last]) => {
      const { host } = window;
      if (!host) throw new Error('the page is not ready');
      performance.mark(first);
      const since = performance.now();
      await host.reloadPlugin();
      await host.cli('note-flashcards:due', { json: 'true' });
      const ms = performance.now() - since;
      // What it keeps for the next start is written after it.
      await new Promise((resolve) => setTimeout(resolve, 8000));
      performance.mark(last);
      return ms;
    },
    [begun, ended] as const,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'note-flashcards-tasks-'));
const harness = await Harness.start();
try {
  const written = await generateSrVault(folder, schedules);
  const vault = await harness.openVault(folder);
  const { page } = await vault.open({ params: { api: '1.12.2' } });
  page.setDefaultTimeout(300_000);
  // tsx names the functions it compiles with a helper that the page lacks.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(() => window.host?.cli('note-flashcards:due', {}));
  const tell = (what: string, more: object): void => console.log(JSON.stringify({ what, ...more }));
  tell('import', { schedules: written, ...countTasks(await tasksOf(page, () => importAll(page))) });
  await page.keyboard.press('Escape');
  for (const what of ['start that keeps the history', 'start', 'start']) {
    let countsMs = 0;
    const tasks = await tasksOf(page, async () => {
      countsMs = Math.round(await restart(page));
    });
    tell(what, { countsMs, ...countTasks(tasks) });
  }
  await vault.close();
} finally {
  await harness.stop();
  await rm(folder, { recursive: true, force: true });
}
