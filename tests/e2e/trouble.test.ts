// What a review and the sidebar do when the vault changes or fails under them.
import { describe, expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const note = '---\ntags: flashcards\n---\n# A\n## One\nFirst answer.\n\n## Two\nSecond answer.\n';

async function open(params: Record<string, string> = {}): Promise<PluginPage> {
  vault = await bench.openVault({ 'A.md': note, 'B.md': '# B\n' });
  return new PluginPage(await vault.open({ params: { note: 'A.md', ...params } }));
}

function reviews(count: number): Promise<Record<string, unknown>[]> {
  return eventually(
    async () => {
      const found = eventsOf(await vault.logs(), 'r');
      return found.length >= count && found;
    },
    `${String(count)} reviews in the log`,
  );
}

describe('while its card is on screen', () => {
  test('a note that is edited shows its new text, and the answer counts once', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.reveal();
    await vault.save('A.md', note.replace('First answer.', 'A better answer.'));
    await plugin.answer.filter({ hasText: 'A better answer.' }).waitFor();
    await plugin.press('3');
    expect(await reviews(1)).toHaveLength(1);
    await plugin.asks('Two');
  });

  test('a note that is renamed continues under its new name', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.page.evaluate(async () => {
      const app = window.host?.app;
      const file = app?.vault.getFileByPath('A.md');
      if (app && file) await app.fileManager.renameFile(file, 'Renamed.md');
    });
    await plugin.page.locator('.nf-context', { hasText: 'Renamed' }).waitFor();
    await plugin.asks('One');
    await plugin.grade(3);
    const [review] = await reviews(1);
    await plugin.endReview();
    await plugin.openSidebar('note');
    await plugin.page.locator(`[data-card="${String(review?.['c'])}"]`, { hasText: 'learning' }).waitFor();
  });

  test.each([
    ['is deleted', () => vault.remove('A.md')],
    ['loses its tag', () => vault.save('A.md', note.replace('tags: flashcards', 'tags: other'))],
  ])('a note that %s ends its cards with the reason, and nothing is counted', async (_name, change) => {
    const plugin = await open();
    await plugin.studyNote();
    await change();
    await plugin.said.filter({ hasText: 'no longer in the vault' }).waitFor();
    await plugin.page.locator('.nf-end').waitFor();
    expect(eventsOf(await vault.logs(), 'r')).toEqual([]);
    expect(plugin.host.errors).toEqual([]);
  });

  test('closing the window counts nothing', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.reveal();
    await plugin.endReview();
    // Events are appended in their order: one of the closed review would stand before this one.
    await plugin.studyNote();
    await plugin.grade(1);
    expect((await reviews(1)).map(({ g }) => g)).toEqual([1]);
  });

  test('a renderer that throws shows one sentence, and the session continues', async () => {
    const plugin = await open();
    await plugin.page.evaluate(() => {
      if (window.host) window.host.failures.render = true;
    });
    await plugin.run('study-note');
    await plugin.page.locator('.nf-problem').first().waitFor();
    await plugin.press('Space');
    await plugin.page.locator('.nf-answer .nf-plain', { hasText: 'First answer.' }).waitFor();
    await plugin.press('3');
    expect(await reviews(1)).toHaveLength(1);
  });
});

describe('when the vault cannot be written', () => {
  test('the user is notified, and the answer is there once it can', async () => {
    const plugin = await open();
    await plugin.page.evaluate(() => {
      if (window.host) window.host.failures.readOnly = true;
    });
    await plugin.studyNote();
    await plugin.grade(3);
    await vault.writeLogs();
    await plugin.page.locator('.notice').first().waitFor();
    await plugin.host.screenshot('trouble-read-only');
    await plugin.host.reload();
    expect(await reviews(1)).toHaveLength(1);
  });

  test('a log folder that vanishes in the middle loses no answer', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(3);
    await reviews(1);
    // Whole, so that nothing is being written into it while it is removed.
    await eventually(async () => (await vault.files()).includes('Flashcards/README.md'), 'the README');
    await vault.remove('Flashcards');
    await plugin.grade(3);
    await reviews(1);
    await plugin.endReview();
    await plugin.openSidebar('note');
    await eventually(
      async () => (await plugin.page.locator('.nf-row-hint', { hasText: 'learning' }).count()) === 2,
      'both cards being learned',
    );
  });
});

test('a plugin killed before it appends has the review at the next start', async () => {
  const plugin = await open();
  await plugin.page.evaluate(() => {
    if (window.host) window.host.failures.acts.add('append');
  });
  await plugin.studyNote();
  await plugin.grade(3);
  await plugin.host.reload();
  await plugin.openSidebar('note');
  await plugin.page.locator('.nf-row-hint', { hasText: 'learning' }).waitFor();
});

test('a study day ends at four in the morning, not at midnight', async () => {
  const plugin = await open();
  for (const [day, hour, minute] of [
    [14, 23, 55],
    [15, 0, 5],
    [15, 3, 55],
    [15, 4, 5],
  ] as const) {
    await plugin.setTime(2027, 1, day, hour, minute);
    await plugin.studyNote();
    await plugin.grade(1);
    await plugin.endReview();
  }
  const found = (await reviews(4)).map((review) => Number(review['y']));
  expect(found.map((day) => day - (found[0] ?? 0))).toEqual([0, 0, 0, 1]);
});
