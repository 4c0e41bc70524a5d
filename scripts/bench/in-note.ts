// What the plugin costs inside notes: its post-processors for a note of 30 KB, and its marks for each key that is typed
// into it. The built plugin in the browser host. `npm run bench:in-note`.
import { Harness } from '../../tests/e2e/harness.ts';
import { PluginPage } from '../../tests/e2e/plugin-page.ts';
import { quantile } from './screen-vault.ts';

const rounds = 11;
const keys = 200;

const section = (n: number): string =>
  `## Heading ${String(n)}\n\nA text with **bold** words, a [[Link ${String(n)}]] and some more of it, as notes have.\n\n` +
  `**Lead ${String(n)}:** what it is about, in a sentence or two.\n\n> [!tip] Callout ${String(n)}\n> Its body.\n\n`;
let body = '';
for (let n = 0; body.length < 30_000; n += 1) body += section(n);

const harness = await Harness.start();
const vault = await harness.openVault({
  'Watched.md': `---\ntags: flashcards\n---\n${body}`,
  'Other.md': body,
});

/** ms of our post-processors for each time that the note is drawn. */
async function drawn(plugin: PluginPage, note: string): Promise<number[]> {
  await plugin.host.openNote(note);
  await plugin.page.locator('.el-h2').first().waitFor();
  return plugin.page.evaluate(async (count) => {
    const leaf = window.host?.app.workspace.getLeavesOfType('markdown')[0];
    const view = leaf?.view as unknown as {
      previewMode: { rerender(full: boolean): void; rendering: Promise<void> };
    };
    const times: number[] = [];
    for (let round = 0; round < count; round += 1) {
      Object.assign(window, { spent: 0 });
      view.previewMode.rerender(true);
      await view.previewMode.rendering;
      times.push((window as unknown as { spent: number }).spent);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return times;
  }, rounds);
}

/** Starts the plugin again with the setting, its post-processors behind a clock. */
async function withMarks(plugin: PluginPage, isOn: boolean): Promise<void> {
  await plugin.setOption('general', 'margin', isOn);
  await plugin.page.evaluate(() => {
    type Process = (...args: readonly unknown[]) => unknown;
    const proto = (window.host?.obsidian as { Plugin: { prototype: Record<string, unknown> } }).Plugin
      .prototype;
    const register = proto['registerMarkdownPostProcessor'] as Process & { isTimed?: boolean };
    if (register.isTimed) return;
    const timed = function (this: unknown, process: Process, order?: number): unknown {
      return register.call(
        this,
        (...args: readonly unknown[]) => {
          const start = performance.now();
          const made = process(...args);
          const all = window as unknown as { spent: number };
          all.spent += performance.now() - start;
          return made;
        },
        order,
      );
    };
    proto['registerMarkdownPostProcessor'] = Object.assign(timed, { isTimed: true });
  });
  await plugin.page.evaluate(() => window.host?.reloadPlugin());
  await plugin.openSidebar('note');
  await plugin.page.locator('.nf-note-head').waitFor();
}

const told = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: quantile(sorted, 1) };
};

try {
  const plugin = new PluginPage(await vault.open({ params: { note: 'Watched.md' } }));
  // tsx names the functions it compiles with a helper that the page lacks.
  await plugin.page.evaluate('globalThis.__name = (named) => named');
  await withMarks(plugin, false);
  const off = await drawn(plugin, 'Watched.md');
  await withMarks(plugin, true);
  const on = await drawn(plugin, 'Watched.md');
  const marks = await plugin.page.locator('.nf-memory').count();
  const other = await drawn(plugin, 'Other.md');
  await plugin.host.openNote('Watched.md');
  const typed = await plugin.page.evaluate(async (count) => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const leaf = window.host?.app.workspace.getLeavesOfType('markdown')[0];
    if (!leaf) throw new Error('no note is open');
    const { state } = leaf.getViewState();
    await leaf.setViewState({ type: 'markdown', state: { ...state, mode: 'source', source: false } });
    const area = document.querySelector<HTMLTextAreaElement>('.host-editor');
    if (!area) throw new Error('there is no editor');
    while (!document.querySelector('.nf-memory-layer > .nf-memory')) await frame();
    const times: number[] = [];
    for (let key = 0; key < count; key += 1) {
      window.host?.editorTimes();
      area.setRangeText('x', 60, 60, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
      await frame();
      times.push((window.host?.editorTimes() ?? []).reduce((sum, ms) => sum + ms, 0));
    }
    return times;
  }, keys);
  console.log(
    JSON.stringify({
      bytes: body.length,
      marks,
      postProcessorMs: { marksOn: told(on), marksOff: told(off), notWatched: told(other) },
      keyMs: told(typed),
    }),
  );
} finally {
  await vault.close();
  await harness.stop();
}
