// What a review asks: the question with its subject, in one line.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

async function asking(title: string, text: string): Promise<PluginPage> {
  const note = `${title}.md`;
  const vault = await bench.openVault({ [note]: text, 'Mask.md': 'A mask.\n' });
  const plugin = new PluginPage(await vault.open({ params: { note } }));
  await plugin.studyNote();
  return plugin;
}

test('a heading is asked with the title of its note', async () => {
  const plugin = await asking('PointNet', '---\ntags: flashcards\n---\n## Architecture\nShared layers.\n');
  await soon(async () => expect(await plugin.prompt()).toBe('PointNet: architecture'));
});

test('a summary is asked for in a sentence', async () => {
  const plugin = await asking('PointNet', '---\ntags: flashcards\nsummary: Learns on sets.\n---\n');
  await soon(async () => expect(await plugin.prompt()).toBe('PointNet, in a sentence'));
});

test('a file with a number in its name is asked by its subject', async () => {
  const plugin = await asking('05 - DNS', '---\ntags: flashcards\n---\nNames become addresses.\n');
  await soon(async () => expect(await plugin.prompt()).toBe('DNS'));
});

test('a question with a link keeps it behind the subject', async () => {
  const plugin = await asking('Faster', '---\ntags: flashcards\n---\n## [[Mask]] and boxes\nBoth.\n');
  await soon(async () => expect(await plugin.prompt()).toBe('Faster: Mask and boxes'));
  await plugin.page.locator('.nf-question a.internal-link', { hasText: 'Mask' }).waitFor();
});
