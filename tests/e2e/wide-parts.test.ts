// What is wider than a phone scrolls inside its card, by finger and by keys; the card itself stands still.
import { expect, test } from '@jest/globals';
import { cutsNothingOff, keepsRules } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const row = (cell: string) => `| ${Array.from({ length: 9 }, () => cell).join(' | ')} |`;
const wide = [
  ['table', [row('Unbreakable'), row('---'), row('Unbreakable')].join('\n')],
  ['formula', `$$\n${Array.from({ length: 30 }, (_, n) => `x_{${String(n)}}`).join(' + ')} = y\n$$`],
  ['code', `\`\`\`\n${'const long = 1; '.repeat(12)}\n\`\`\``],
] as const;
const narrow = '| a | b |\n|---|---|\n| 1 | 2 |\n\n$$\nx = y\n$$\n\n```\nshort\n```';

test.each(wide)('a wide %s on a phone scrolls on its own, by keys too', async (_, text) => {
  const vault = await bench.openVault({
    'A.md': `---\ntags: flashcards\n---\n## Wide\n${text}\n\n${narrow}\n`,
  });
  const plugin = new PluginPage(await vault.open({ viewport: 'phone', params: { note: 'A.md' } }));
  const { page } = plugin;
  await plugin.studyNote();
  await plugin.reveal();
  const stops = page.locator('.nf-answer-text [tabindex]');
  await stops.waitFor();
  await cutsNothingOff(plugin, ['.nf-review', '.nf-review-body', '.nf-card']);
  await keepsRules(plugin, '.nf-review');
  await stops.focus();
  await soon(async () => {
    await page.keyboard.press('ArrowRight');
    expect(await stops.evaluate((el) => el.scrollLeft)).toBeGreaterThan(0);
  });
  // With room for all of it there is nothing to stop at.
  await page.setViewportSize({ width: 2400, height: 844 });
  await page.addStyleTag({
    content: '.nf-review { --nf-column: 2000px !important; } .modal { width: 2300px !important; }',
  });
  await soon(async () => expect(await stops.evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0));
  expect(await stops.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.locator('[data-grade="3"]').focus();
  await soon(async () => expect(await stops.count()).toBe(0));
  await plugin.press('3');
  await page.locator('.nf-reveal, .nf-end').first().waitFor();
  expect(plugin.host.errors).toEqual([]);
});
