// Long answers: they open at their beginning or step by step, and the sidebar proposes to split them.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const sentence = (from: number): string =>
  `${Array.from({ length: 45 }, (_, index) => `word${String(from + index)}`).join(' ')}.`;
const parts = [sentence(100), sentence(200), sentence(300)];
const head = '---\ntags: flashcards\n---\n';
const note = `${head}## Long\n${parts.join('\n\n')}\n\n## Short\nOne line.\n\n## One paragraph\n${parts.join(' ')}\n`;

async function open(options: PageOptions = {}, setting?: string): Promise<PluginPage> {
  const essay = `${head}## Essay\n${sentence(100).repeat(6)}\n`;
  const vault = await bench.openVault({ 'A.md': note, 'B.md': essay });
  const plugin = new PluginPage(await vault.open({ ...options, params: { note: 'A.md' } }));
  if (setting !== undefined) await plugin.setOption('general', 'longAnswers', setting);
  return plugin;
}

const shows = (plugin: PluginPage, count: number): Promise<void> =>
  soon(async () => {
    const visible = plugin.answer.locator('p:visible');
    expect(await visible.allTextContents()).toEqual(parts.slice(0, count));
  });

describe('a long answer', () => {
  test('opens at its first paragraph, can be graded, and shows the rest on a key', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.skipTo('Long');
    await plugin.reveal();
    await shows(plugin, 1);
    const rest = plugin.page.locator('.nf-answer-rest');
    expect(await rest.getAttribute('aria-expanded')).toBe('false');
    await plugin.press('a');
    await shows(plugin, 3);
    await rest.waitFor({ state: 'detached' });
    await plugin.press('3');
    await plugin.asks('Short');
  });

  test('shows the rest by its button, and the keys stay with the review', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.skipTo('Long');
    await plugin.reveal();
    await plugin.page.locator('.nf-answer-rest').focus();
    await plugin.page.keyboard.press('Enter');
    await shows(plugin, 3);
    await plugin.press('Space');
    await plugin.asks('Short');
  });

  test('is graded at its beginning like any other', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.skipTo('Long');
    await plugin.reveal();
    await plugin.press('Space');
    await plugin.asks('Short');
    expect(await plugin.page.locator('.nf-answer-rest').count()).toBe(0);
  });

  test('is shown whole if it has one part, is short, or the setting says so', async () => {
    const plugin = await open();
    await plugin.studyNote();
    for (const question of ['Short', 'One paragraph']) {
      await plugin.skipTo(question);
      await plugin.reveal();
      expect([question, await plugin.page.locator('.nf-answer-rest').count()]).toEqual([question, 0]);
      await plugin.press('4');
    }
    await plugin.endReview();
    await plugin.setOption('general', 'longAnswers', 'whole');
    await plugin.studyNote();
    await plugin.skipTo('Long');
    await plugin.reveal();
    await shows(plugin, 3);
  });

  test('opens step by step, and a short one whole', async () => {
    const plugin = await open({}, 'steps');
    await plugin.studyNote();
    await plugin.skipTo('Long');
    for (const count of [1, 2]) {
      await plugin.press('Space');
      await shows(plugin, count);
      expect(await plugin.page.locator('[data-grade]').count()).toBe(0);
    }
    await plugin.press('Space');
    await shows(plugin, 3);
    await plugin.press('4');
    await plugin.skipTo('Short');
    await plugin.reveal();
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'desktop'],
    ['light', 'phone'],
  ] as const)('on a screen that is %s, %s, opens on a tap', async (theme, viewport) => {
    const plugin = await open({ theme, viewport });
    await plugin.studyNote();
    await plugin.skipTo('Long');
    await plugin.page.locator('.nf-reveal').click();
    await shows(plugin, 1);
    await plugin.host.screenshot(`long-answer-${theme}-${viewport}`);
    const button = plugin.page.locator('.nf-answer-rest');
    if (viewport === 'phone') expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await button.click();
    await shows(plugin, 3);
    expect(plugin.host.errors).toEqual([]);
  });
});

test('the sidebar says how many answers are long, and opens them in the card list', async () => {
  const plugin = await open();
  await plugin.openSidebar('today');
  const row = plugin.page.locator('.nf-long-answers');
  await row.getByText('Long answers (1)').waitFor();
  await plugin.host.screenshot('sidebar-long-answers');
  await row.getByRole('button').click();
  await plugin.page.locator('.nf-cards', { hasText: 'Essay' }).first().waitFor();
  expect(await plugin.page.locator('.nf-cards input').first().inputValue()).toBe(
    'is:long -is:suspended -is:aside',
  );
});
