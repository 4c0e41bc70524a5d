// The view for Obsidian's Bases, over a base that the host gives it.
import { expect, test } from '@jest/globals';
import { keepsRules } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const notes = {
  'A.md': '---\ntags: flashcards\nstatus: reading\n---\n## One\nText.\n\n## Two\nText.\n',
  'B.md': '---\ntags: flashcards\nstatus: done\n---\n## Three\nText.\n',
  'Plain.md': 'No cards.\n',
};

test('a base shows its notes with cards, what waits and how well they are known, and studies them', async () => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', api: '1.10.0' } }));
  const { page } = plugin;
  await plugin.studyNote();
  await plugin.grade(4);
  await plugin.endReview();
  await page.evaluate(() =>
    window.host?.openBase('note-flashcards-base', {
      groups: [{ key: 'reading', paths: ['A.md', 'Plain.md'] }, { paths: ['B.md'] }],
      order: ['file.name', 'note.status'],
    }),
  );
  const cells = (path: string) => page.locator(`[data-note="${path}"] :is(th, td)`).allTextContents();
  await page.locator('[data-note="A.md"]').getByText('100%').waitFor();
  await soon(async () => {
    expect(await cells('A.md')).toEqual(['A', '2', '0', '1', '100%', 'reading']);
    expect(await cells('B.md')).toEqual(['B', '1', '0', '1', '', 'done']);
    expect(await page.locator('[data-note="Plain.md"]').count()).toBe(0);
  });
  await plugin.host.screenshot('base');
  await keepsRules(plugin, '.nf-base');
  await page.getByRole('button', { name: 'Study 2 cards' }).click();
  expect(['Two', 'Three']).toContain(await plugin.question());
  expect(plugin.host.errors).toEqual([]);
});

test('an app from before Bases starts without the view', async () => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', api: '1.9.14' } }));
  await plugin.openSidebar('note');
  await plugin.row('Two').waitFor();
  expect(plugin.host.errors).toEqual([]);
});

test.each(['1.10.0', '1.13.0'])(
  'a base is sorted and grouped by what its cards say (API %s)',
  async (api) => {
    const vault = await bench.openVault(notes);
    const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', api } }));
    const { page } = plugin;
    await page.evaluate(() =>
      window.host?.openBase('note-flashcards-base', {
        groups: [{ paths: ['B.md', 'A.md', 'Plain.md'] }],
        order: ['file.name', 'note.status'],
        options: { withAll: true, groupBy: 'new', sortBy: 'new', descending: true },
      }),
    );
    await page.locator('[data-note="Plain.md"]').waitFor();
    const heads = page.locator('.nf-base-table tbody > tr > th');
    await soon(async () =>
      expect(await heads.allTextContents()).toEqual(['New: 2', 'A', 'New: 1', 'B', 'None', 'Plain']),
    );
    expect(await page.locator('th[aria-sort="descending"]').allTextContents()).toEqual(['New']);
    await plugin.host.screenshot('base-grouped');
    await keepsRules(plugin, '.nf-base');
    expect(plugin.host.errors).toEqual([]);
  },
);
