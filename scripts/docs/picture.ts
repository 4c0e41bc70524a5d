// `npm run docs:picture`: takes the README's picture from the built plugin in our API host. Look at it before you
// commit it: browsers and fonts differ between machines, so no test compares it.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Harness } from '../../tests/e2e/harness.ts';
import { PluginPage } from '../../tests/e2e/plugin-page.ts';

const file = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'picture.png');
/** Bytes; a README should open quickly. */
const most = 200_000;

const harness = await Harness.start();
try {
  const vault = await harness.openVault();
  const host = await vault.open({
    viewport: { width: 1100, height: 700 },
    params: { note: 'Forgetting Curve.md' },
  });
  const plugin = new PluginPage(host);
  // The sample vault contains another plugin's schedules, whose import is offered once.
  await host.page.getByRole('button', { name: 'No thanks' }).click();
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
const { size } = statSync(file);
console.log(`${file}: ${String(Math.round(size / 1000))} kB`);
if (size > most) throw new Error(`The picture has more than ${String(most / 1000)} kB.`);
