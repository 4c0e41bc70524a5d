// How fast the list of all cards and the study chooser are: the built plugin in the browser host over 100,000 cards.
// `npm run bench:cards`.
import { Harness } from '../../tests/e2e/harness.ts';
import { quantile, screenVault } from './screen-vault.ts';

const notes = 5000;
const cardsEach = 20;
const rounds = 10;
/** Each finds a different number of cards than the one before, so that its result is recognizable on screen. */
const queries = [
  'question 1',
  'question 7',
  'question 7 note 12',
  '"of note 123"',
  'is:new deck:"folder 3"',
  'is:new -deck:"folder 3"',
  'source:heading lapses<1 note:"note 4"',
  'question 19 or question 3',
  '',
];

const harness = await Harness.start();
const vault = await harness.openVault(screenVault(notes, cardsEach, () => 'An answer with **bold** text.'));
try {
  const host = await vault.open({ params: { api: '1.12.2' } });
  // It answers once all notes are read.
  await host.page.evaluate(() => window.host?.cli('note-flashcards:due', {}));
  // What the first index leaves to write takes seconds more; nobody opens the list in them.
  await host.page.waitForTimeout(5000);
  // tsx names the functions it compiles with a helper that the page lacks.
  await host.page.evaluate('globalThis.__name = (named) => named');
  const found = await host.page.evaluate(
    async ([texts, times]) => {
      const painted = (): Promise<void> =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const until = async (isThere: () => boolean, start: number, patience = 20_000): Promise<number> => {
        while (!isThere()) {
          if (performance.now() - start > patience)
            throw new Error(`${isThere.toString()} was false for ${String(patience)} ms`);
          await painted();
        }
        await painted();
        return performance.now() - start;
      };
      const count = (): string => document.querySelector('.nf-cards-count')?.textContent ?? '';
      const first = (): string =>
        document.querySelector('.nf-grid .nf-row[data-index="0"]')?.textContent ?? '';
      const opened = performance.now();
      window.host?.run('note-flashcards:open-cards');
      const open = await until(() => first() !== '', opened);
      const cards = count();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      const field = document.querySelector<HTMLInputElement>('.nf-query');
      const filters: number[] = [];
      for (let round = 0; round < times; round += 1) {
        for (const text of texts) {
          const before = count();
          const start = performance.now();
          if (field) field.value = text;
          field?.dispatchEvent(new InputEvent('input'));
          filters.push(await until(() => count() !== before, start));
        }
      }
      const sorts: number[] = [];
      for (const column of ['Question', 'Note']) {
        const sort = (): void =>
          [...document.querySelectorAll<HTMLElement>('.nf-grid-sort')]
            .find((button) => button.textContent === column)
            ?.click();
        sort();
        // The header changes at once. In descending order, which is sorted anew, another row comes first.
        await new Promise((resolve) => setTimeout(resolve, 3000));
        const before = first();
        const start = performance.now();
        sort();
        sorts.push(await until(() => first() !== before, start));
      }
      const suggestions = (): readonly string[] =>
        [...document.querySelectorAll('.prompt .suggestion-item')].map(({ textContent }) => textContent);
      const asked = performance.now();
      window.host?.run('note-flashcards:choose');
      const choices = await until(() => suggestions().length > 0, asked);
      const input = document.querySelector<HTMLInputElement>('.prompt-input');
      const typed: number[] = [];
      const counted: number[] = [];
      for (const text of ['qu', 'question 7', 'note 12', 'folder 3', 'question 19 of note 4']) {
        const start = performance.now();
        if (input) input.value = text;
        input?.dispatchEvent(new InputEvent('input'));
        const offer = (): string => suggestions().find((one) => one.includes(`Search: ${text}`)) ?? '';
        typed.push(await until(() => offer() !== '', start));
        // The first reads all notes for their answers.
        counted.push(await until(() => /\d card/.test(offer()), start, 300_000));
      }
      return { cards, open, filters, sorts, choices, typed, counted };
    },
    [queries, rounds] as const,
  );
  if (found.cards !== `${(notes * cardsEach).toLocaleString('en')} cards`)
    throw new Error(`the list opened with ${found.cards}`);
  const sorted = [...found.filters].sort((a, b) => a - b);
  const result = {
    cards: found.cards,
    firstRowsMs: Math.round(found.open),
    filterMs: { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: quantile(sorted, 1) },
    sortMs: found.sorts.map(Math.round),
    chooserMs: Math.round(found.choices),
    chooserTypedMs: found.typed.map(Math.round),
    chooserCountedMs: found.counted.map(Math.round),
  };
  console.log(JSON.stringify(result));
} finally {
  await vault.close();
  await harness.stop();
}
