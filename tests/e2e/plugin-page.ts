// What the end-to-end tests of the plugin do on a page: open its screens and read them.
import type { HostPage } from './harness.ts';
import { patience, soon } from './soon.ts';

const id = 'note-flashcards';

export class PluginPage {
  constructor(readonly host: HostPage) {
    host.page.setDefaultTimeout(patience);
  }

  get page() {
    return this.host.page;
  }

  /** Runs a command of the plugin. */
  run(command: string): Promise<void> {
    return this.host.run(`${id}:${command}`);
  }

  async openSidebar(tab: 'today' | 'note' | 'decks' | 'statistics' = 'today'): Promise<void> {
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

  private get questionEl() {
    return this.page.locator('.nf-review .nf-question :is(h3, p)').first();
  }

  /** The text of the question on screen, without the subject before it. */
  async question(): Promise<string> {
    await this.questionEl.waitFor();
    return this.questionEl.evaluate((el) => {
      const copy = el.cloneNode(true) as HTMLElement;
      for (const subject of copy.querySelectorAll('.nf-subject')) subject.remove();
      return copy.textContent ?? '';
    });
  }

  /** The whole line: the question with its subject. */
  async prompt(): Promise<string> {
    await this.questionEl.waitFor();
    return (await this.questionEl.textContent()) ?? '';
  }

  /** Waits until this is the question on screen. */
  async asks(question: string): Promise<void> {
    await soon(async () => {
      const asked = await this.question();
      // No matcher of jest: measurements use this page too.
      if (asked !== question) throw new Error(`asks “${asked}”, not “${question}”`);
    });
  }

  get answer() {
    return this.page.locator('.nf-review .nf-answer-text');
  }

  get said() {
    return this.page.locator('.nf-said');
  }

  /** Presses a key once the review has the focus: it takes it in its own time, and keys go where the focus is. */
  async press(key: string): Promise<void> {
    // A flag, not the element: what a page gives to a test is kept alive by it.
    await this.page.waitForFunction(() => Boolean(document.activeElement?.closest('.nf-review')));
    await this.page.keyboard.press(key);
  }

  async reveal(): Promise<void> {
    await this.press('Space');
    await this.answer.waitFor();
    await this.page.locator('[data-grade="3"]').waitFor();
  }

  /** Shows the answer and grades it; waits until the next card or the end is on screen. */
  async grade(grade: 1 | 2 | 3 | 4): Promise<void> {
    const card = await this.page.locator('.nf-review .nf-card').getAttribute('data-card');
    await this.reveal();
    await this.press(String(grade));
    await this.page.waitForFunction((before) => {
      const now = document.querySelector<HTMLElement>('.nf-review .nf-card');
      if (!now || now.dataset['card'] !== before) return true;
      return Boolean(now.closest('.nf-review')?.querySelector('.nf-reveal'));
    }, card);
  }

  /** Skips cards until this question is on screen. */
  async skipTo(question: string): Promise<void> {
    for (let cards = 0; (await this.question()) !== question; cards += 1) {
      if (cards > 30) throw new Error(`no card asks ${question}`);
      const card = await this.page.locator('.nf-review .nf-card').getAttribute('data-card');
      await this.press('s');
      await this.page.locator(`.nf-review .nf-card:not([data-card="${String(card)}"])`).waitFor();
    }
  }

  /** Ends the review that is in a window. */
  async endReview(): Promise<void> {
    await this.press('Escape');
    await this.page.locator('.nf-review').waitFor({ state: 'detached' });
  }

  /** Sets an option, and starts the plugin anew with it: whether it had read its settings before makes no difference. */
  async setOption(group: string, name: string, value: unknown): Promise<void> {
    await this.page.evaluate(
      async ([one, option, to]) => {
        const { plugin } = window.host ?? {};
        if (!plugin) throw new Error('the page is not ready');
        const data = ((await plugin.loadData()) ?? {}) as Record<string, Record<string, unknown>>;
        data[one] = { ...data[one], [option]: to };
        await plugin.saveData(data);
        await window.host?.reloadPlugin();
      },
      [group, name, value] as const,
    );
  }

  /** Moves the clock of the page to a local time. @param month 1 to 12 */
  async setTime(year: number, month: number, day: number, hour: number, minute: number): Promise<void> {
    await this.page.evaluate(
      ([y, m, d, h, min]) => {
        window.host?.setClockOffset(0);
        window.host?.setClockOffset(new Date(y, m - 1, d, h, min).getTime() - Date.now());
      },
      [year, month, day, hour, minute] as const,
    );
  }
}

/** The events of a vault's logs, of one kind or all. */
export function eventsOf(logs: Readonly<Record<string, string>>, kind?: string): Record<string, unknown>[] {
  return (
    Object.values(logs)
      // What stands behind the last line end is still being written.
      .flatMap((text) => text.split('\n').slice(0, -1))
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line.split('\t')[0] ?? '') as Record<string, unknown>)
      .filter((event) => kind === undefined || event['k'] === kind)
  );
}
