// Several windows in one profile of the browser: of one vault, which share its local storage, and of two vaults.
import { afterEach, expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { oneOrigin, type Origin } from './one-origin.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let origin: Origin | null = null;
afterEach(() => origin?.close());

const note = (...questions: readonly string[]) =>
  `---\ntags: flashcards\n---\n${questions.map((each) => `## ${each}\nThe answer.\n`).join('\n')}`;

const questions = { 'A.md': ['a1', 'a2', 'a3'], 'B.md': ['b1', 'b2', 'b3'] } as const;
const notes = { 'A.md': note(...questions['A.md']), 'B.md': note(...questions['B.md']) };

const openAt = async (vault: TestVault, path: string) =>
  new PluginPage(await vault.open({ params: { note: path } }));

/** Waits until the logs hold this many reviews; gives the names of their events. */
async function reviewsIn(vault: TestVault, count: number): Promise<unknown[]> {
  let names: unknown[] = [];
  await soon(async () => {
    names = eventsOf(await vault.logs(), 'r').map(({ i }) => i);
    expect(new Set(names).size).toBe(count);
  });
  return names;
}

test('two windows of one vault that both review lose no review and use no event id twice', async () => {
  const vault = await bench.openVault(notes);
  const windows = [await openAt(vault, 'A.md'), await openAt(vault, 'B.md')];
  for (const window of windows) await window.studyNote();
  for (let nth = 0; nth < 3; nth += 1) {
    for (const window of windows) {
      await window.page.bringToFront();
      await window.grade(4);
    }
  }
  expect(await reviewsIn(vault, 6)).toHaveLength(6);
  const logs = await vault.logs();
  expect(Object.keys(logs)).toHaveLength(2);
  // Each window has heard of what the other did.
  for (const window of windows) {
    await window.page.locator('.nf-status', { hasText: 'No cards due' }).waitFor();
    expect(window.host.errors).toEqual([]);
  }
});

test('windows killed in the middle of a review leave their answers to the next one', async () => {
  const vault = await bench.openVault(notes);
  const windows = [await openAt(vault, 'A.md'), await openAt(vault, 'B.md')];
  for (const window of windows) {
    // What reaches the log is what the next window brings there.
    await window.page.route('**/api/append*', () => undefined);
    await window.studyNote();
  }
  for (let nth = 0; nth < 2; nth += 1)
    for (const window of windows) {
      await window.page.bringToFront();
      await window.grade(4);
    }
  for (const window of windows) await window.page.close();
  expect(eventsOf(await vault.logs(), 'r')).toEqual([]);
  await openAt(vault, 'A.md');
  expect(await reviewsIn(vault, 4)).toHaveLength(4);
});

test('two vaults in one profile keep their cards, histories and stores apart, over restarts', async () => {
  const [first, second] = [
    await bench.openVault(notes),
    await bench.openVault({ 'A.md': note('elsewhere') }),
  ];
  const { url } = (origin = await oneOrigin([first.url, second.url]));
  const openVault = async (nth: number) =>
    new PluginPage(await first.open({ at: url, params: { note: 'A.md', vault: String(nth) } }));
  const [one, two] = [await openVault(0), await openVault(1)];
  const databases = async () =>
    (await one.page.evaluate(() => indexedDB.databases()))
      .flatMap(({ name }) => (name === undefined || name.endsWith(' vaults') ? [] : [name]))
      .sort();
  const rowsOf = async (plugin: PluginPage) => {
    await plugin.page.bringToFront();
    await plugin.openSidebar('note');
    await plugin.row('').first().waitFor();
    return plugin.rows();
  };
  expect([await rowsOf(one), await rowsOf(two)]).toEqual([questions['A.md'], ['elsewhere']]);
  await two.studyNote();
  await two.grade(4);
  // Its page is one of the first vault's context.
  await first.writeLogs();
  expect(await reviewsIn(second, 1)).toHaveLength(1);
  await soon(async () => expect(new Set(await databases()).size).toBe(6));
  const before = await databases();
  for (const plugin of [one, two]) await plugin.host.reload();
  expect([await rowsOf(one), await rowsOf(two)]).toEqual([questions['A.md'], ['elsewhere']]);
  expect(await databases()).toEqual(before);
  expect(eventsOf(await first.logs())).toEqual([]);
});

test('a card answered in another window leaves the screen of this one, with a line that says so', async () => {
  const vault = await bench.openVault(notes);
  const windows = [await openAt(vault, 'A.md'), await openAt(vault, 'A.md')] as const;
  const [here, there] = windows;
  for (const window of windows) await window.studyNote();
  await there.page.bringToFront();
  await there.grade(4);
  await there.endReview();
  await reviewsIn(vault, 1);
  await here.page.bringToFront();
  await here.page.getByText('“a1” was answered elsewhere.').waitFor();
  await here.asks('a2');
  await here.host.screenshot('answered-elsewhere');
  await here.grade(4);
  await here.endReview();
  await reviewsIn(vault, 2);
  expect(here.host.errors).toEqual([]);
});
