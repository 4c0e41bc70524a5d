// `npm run docs:picture`: takes the pictures of the README and the user guide from the built plugin in our API host. Look
// at them before you commit them: browsers and fonts differ between machines, so no test compares it.
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Harness } from '../../tests/e2e/harness.ts';
import { PluginPage } from '../../tests/e2e/plugin-page.ts';
import { studiedVault } from '../../tests/e2e/studied-vault.ts';

const root = resolve(import.meta.dirname, '..', '..');
const file = join(root, 'docs', 'picture.png');
const blockFile = join(root, 'docs', 'card-block.png');
/** Bytes; a page should open quickly. */
const most = 200_000;

const blocks = ['show: heatmap', 'deck: Memory', 'is:due\nshow: list\nlimit: 3', 'is:due\nshow: button'];

/** Code blocks in a note of the sample vault, studied for most of a year. */
async function takeBlocks(harness: Harness): Promise<void> {
  const folder = await studiedVault(2000, join(root, 'tests', 'fixtures', 'vault'));
  const vault = await harness.openVault(folder);
  const text = blocks.map((block) => `\`\`\`flashcards\n${block}\n\`\`\`\n`).join('\n');
  await vault.save('Today.md', text);
  const { page } = await vault.open({ viewport: { width: 1040, height: 640 }, params: { note: 'Today.md' } });
  await page.evaluate(() => {
    const { leftSplit, rightSplit } = window.host?.app.workspace ?? {};
    leftSplit?.collapse();
    rightSplit?.collapse();
  });
  await page.locator('.nf-block .nf-year-4').first().waitFor();
  await page.locator('.nf-block .mod-cta').waitFor();
  await page.locator('.markdown-preview-view').first().screenshot({ path: blockFile });
  await vault.close();
  await rm(folder, { recursive: true });
}

const harness = await Harness.start();
try {
  await takeBlocks(harness);
  const vault = await harness.openVault();
  const host = await vault.open({
    viewport: { width: 1100, height: 700 },
    params: { note: 'Forgetting Curve.md' },
  });
  const plugin = new PluginPage(host);
  await host.page.evaluate(() => window.host?.app.workspace.leftSplit.collapse());
  await plugin.setOption('general', 'openReviewsIn', 'sidebar');
  await plugin.studyNote();
  // Its property and title come first.
  while ((await plugin.question()) !== 'What did Ebbinghaus measure?') await plugin.grade(3);
  await plugin.reveal();
  await host.page.mouse.move(0, 0);
  await host.page.screenshot({ path: file });
  await vault.close();
} finally {
  await harness.stop();
}
for (const path of [file, blockFile]) {
  const { size } = statSync(path);
  console.log(`${path}: ${String(Math.round(size / 1000))} kB`);
  if (size > most) throw new Error(`The picture has more than ${String(most / 1000)} kB.`);
}
