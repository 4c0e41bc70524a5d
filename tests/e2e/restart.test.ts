// A restart with a view of ours in sight: the app waits for every such view before its layout is ready.
import { describe, expect, test } from '@jest/globals';
import type { HostPage, TestVault } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';
import { views } from './views.ts';

const bench = useHarness();

const note = (name: string) => `---\ntags: flashcards\n---\n# ${name}\n## What is ${name}?\n\nA note.\n`;
const few = { 'A.md': note('A'), 'B.md': note('B') };
const many = Object.fromEntries(
  Array.from({ length: 2000 }, (_, index) => [`Notes/N${String(index)}.md`, note(`N${String(index)}`)]),
);

const settings = '.obsidian/plugins/note-flashcards/data.json';

/** A vault that was left with a view in front. */
async function leftWith(
  command: string,
  type: string,
  notes: Readonly<Record<string, string>>,
): Promise<{ vault: TestVault; page: HostPage }> {
  const vault = await bench.openVault({
    ...notes,
    [settings]: JSON.stringify({ general: { openReviewsIn: 'tab' } }),
  });
  const page = await vault.open();
  await page.run(`note-flashcards:${command}`);
  await page.layoutSaved(`"${type}"`);
  return { vault, page };
}

describe.each([
  ['a few notes', few],
  ['2,000 notes', many],
] as const)('with %s', (_, notes) => {
  test.each(views)(
    'the app is not held up by the visible %s, which is drawn',
    async (_name, command, type, drawn) => {
      const { page } = await leftWith(command, type, notes);
      await page.reload();
      await new PluginPage(page).page.locator(drawn).first().waitFor();
      expect(page.errors).toEqual([]);
    },
  );
});

test.each(views)('an error while starting is shown in the %s', async (...[, command, type]) => {
  const { vault, page } = await leftWith(command, type, few);
  await vault.save(settings, '{ "general": ');
  await page.reload();
  const problem = page.page.locator(`.workspace-leaf-content[data-type="${type}"] .nf-problem`);
  await problem.filter({ hasText: "Note Flashcards couldn't start" }).waitFor();
});
