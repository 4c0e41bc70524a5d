// How fast the screens are: the built plugin in the browser host over 10,000 cards. `npm run bench:screens`.
import { Harness } from '../../tests/e2e/harness.ts';
import { PluginPage } from '../../tests/e2e/plugin-page.ts';
import { quantile, screenVault } from './screen-vault.ts';

const notes = 500;
const cardsEach = 20;
const answers = 100;
/** Frames for scrolling the list of all cards from top to bottom. */
const scrolledFrames = 600;

const harness = await Harness.start();
const vault = await harness.openVault(
  screenVault(notes, cardsEach, (note, card) => {
    const link = `[[Note ${String((note * 7 + card) % notes)}]]`;
    return `An answer with **bold** text, $x_${String(card)}^2$ and ${link}.`;
  }),
);
try {
  const plugin = new PluginPage(await vault.open());
  await plugin.setOption('study', 'newPerDay', 9999);
  await plugin.openSidebar('today');
  await plugin.page
    .locator('.nf-count-new .nf-count-number', { hasText: '9,999' })
    .waitFor({ timeout: 120_000 });
  // tsx names the functions it compiles with a helper that the page lacks.
  await plugin.page.evaluate('globalThis.__name = (named) => named');
  const { first, next } = await plugin.page.evaluate(async (count) => {
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const drawn = async (selector: string, start: number): Promise<number> => {
      while (!document.querySelector(selector)) await painted();
      await painted();
      return performance.now() - start;
    };
    const text = '.nf-question :is(h3, p)';
    const opened = performance.now();
    window.host?.run('note-flashcards:review');
    const firstCard = await drawn(text, opened);
    const times: number[] = [];
    for (let answer = 0; answer < count; answer += 1) {
      document.querySelector<HTMLElement>('.nf-reveal')?.click();
      while (!document.querySelector('[data-grade="4"]')) await painted();
      const before = document.querySelector<HTMLElement>('.nf-card')?.dataset['card'] ?? '';
      const start = performance.now();
      document.querySelector<HTMLElement>('[data-grade="4"]')?.click();
      times.push(await drawn(`.nf-card:not([data-card="${before}"]) ${text}`, start));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return { first: firstCard, next: times };
  }, answers);
  await plugin.page.keyboard.press('Escape');
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid .nf-row').first().waitFor();
  const frames = await plugin.page.evaluate(async (count) => {
    const grid = document.querySelector<HTMLElement>('.nf-grid');
    if (!grid) throw new Error('there is no list of cards');
    const step = grid.scrollHeight / count;
    const times: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < count; frame += 1) {
      grid.scrollTop = frame * step;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return { times, reached: grid.scrollTop / (grid.scrollHeight - grid.clientHeight) };
  }, scrolledFrames);
  const lengths = [...frames.times].sort((a, b) => a - b);
  const sorted = [...next].sort((a, b) => a - b);
  const result = {
    cards: notes * cardsEach,
    firstCardMs: Math.round(first),
    scrolling: {
      frames: lengths.length,
      // 16.7 ms is one frame at 60 Hz; the frame clock rounds to 0.1 ms.
      missed: lengths.filter((ms) => ms > 17).length,
      p95: quantile(lengths, 0.95),
      longest: quantile(lengths, 1),
      reached: Math.round(frames.reached * 100) / 100,
    },
    nextCardMs: { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: quantile(sorted, 1) },
  };
  console.log(JSON.stringify(result));
} finally {
  await vault.close();
  await harness.stop();
}
