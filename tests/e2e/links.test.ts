// Links to notes with cards: the app's own preview shows the note, and nothing of ours.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const notes = {
  'A.md': '---\ntags: flashcards\n---\n## What links?\nA word about [[Other]].\n',
  'Other.md': '---\ntags: flashcards\n---\nWhat the other note says.\n\n## Is it a card?\nIt is.\n',
};

const ours = '.hover-popover [class*="nf-"], .hover-popover[class*="nf-"]';

test.each(['1.8', '1.13'])('a preview of a note holds the note alone (API %s)', async (api) => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', api } }));
  const { page, host } = plugin;
  await plugin.openSidebar('note');
  await plugin.row('What links?').waitFor();
  await host.preview(
    page.locator('.markdown-preview-view a', { hasText: 'Other' }),
    'What the other note says',
  );
  expect(await page.locator(ours).count()).toBe(0);
  expect(host.errors).toEqual([]);
});

test.each(['1.8', '1.13'])("the peek of a review has the app's preview (API %s)", async (api) => {
  const vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md', api } }));
  const { page, host } = plugin;
  await plugin.studyNote();
  await plugin.skipTo('What links?');
  await plugin.reveal();
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.host?.app.workspace.on('hover-link' as 'quit', (event: unknown) => {
          const { source, linktext, sourcePath } = event as Record<string, unknown>;
          resolve({ source, linktext, sourcePath });
        });
      }),
  );
  await host.preview(page.locator('.nf-peek-note', { hasText: 'Other' }), 'What the other note says');
  expect(await heard).toEqual({ source: 'note-flashcards', linktext: 'Other.md', sourcePath: 'A.md' });
  expect(await page.locator(ours).count()).toBe(0);
  expect(host.errors).toEqual([]);
});
