// What the end-to-end tests of the plugin do on a page: open its screens and read them.
import type { HostPage } from './harness.ts';

const id = 'note-flashcards';

export class PluginPage {
  constructor(readonly host: HostPage) {
    host.page.setDefaultTimeout(10_000);
  }

  get page() {
    return this.host.page;
  }

  /** Runs a command of the plugin. */
  run(command: string): Promise<void> {
    return this.host.run(`${id}:${command}`);
  }

  async openSidebar(tab: 'today' | 'note' | 'decks' = 'today'): Promise<void> {
    await this.run('open-sidebar');
    // By keyboard: a notice may lie over the tabs.
    await this.page.locator(`.nf-tab[data-tab="${tab}"]`).press('Enter');
    await this.page.locator(`.nf-panel-${tab}`).waitFor();
  }

  /** Questions in the tab of the note. */
  async rows(): Promise<string[]> {
    return this.page.locator('.nf-panel-note [data-card] .nf-row-text').allTextContents();
  }

  row(question: string) {
    return this.page.locator('.nf-panel-note [data-card]', { hasText: question });
  }

  /** Starts the review of a note that is open, and waits for its first question. */
  async studyNote(): Promise<void> {
    await this.run('study-note');
    await this.question();
  }

  /** The text of the question on screen. */
  async question(): Promise<string> {
    const el = this.page.locator('.nf-question :is(h3, p)').first();
    await el.waitFor();
    return (await el.textContent()) ?? '';
  }

  get answer() {
    return this.page.locator('.nf-answer-text');
  }

  get said() {
    return this.page.locator('.nf-said');
  }

  async reveal(): Promise<void> {
    await this.page.keyboard.press('Space');
    await this.answer.waitFor();
    await this.page.locator('[data-grade="3"]').waitFor();
  }

  /** Shows the answer and grades it; waits until the next card or the end is on screen. */
  async grade(grade: 1 | 2 | 3 | 4): Promise<void> {
    const card = await this.page.locator('.nf-card').getAttribute('data-card');
    await this.reveal();
    await this.page.keyboard.press(String(grade));
    await this.page.waitForFunction((before) => {
      const now = document.querySelector<HTMLElement>('.nf-card');
      return !now || now.dataset['card'] !== before || now.closest('.nf-review')?.querySelector('.nf-reveal');
    }, card);
  }

  async setOption(group: string, name: string, value: unknown): Promise<void> {
    const path = '.obsidian/plugins/note-flashcards/data.json';
    await this.page.evaluate(
      async ([file, one, option, to]) => {
        const app = window.host?.app;
        const plugin = window.host?.plugin;
        if (!app || !plugin) throw new Error('the page is not ready');
        const data = ((await plugin.loadData()) ?? {}) as Record<string, Record<string, unknown>>;
        data[one] = { ...data[one], [option]: to };
        await plugin.saveData(data);
        await plugin.onExternalSettingsChange?.();
        return file;
      },
      [path, group, name, value] as const,
    );
  }
}

/** The events of a vault's logs, of one kind or all. */
export function eventsOf(logs: Readonly<Record<string, string>>, kind?: string): Record<string, unknown>[] {
  return Object.values(logs)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line.split('\t')[0] ?? '') as Record<string, unknown>)
    .filter((event) => kind === undefined || event['k'] === kind);
}

/** Tries again until the check gives a value; for what the page does in its own time. */
export async function eventually<T>(
  check: () => Promise<T | null | undefined | false>,
  what: string,
): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await check();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never happened: ${what}`);
}
