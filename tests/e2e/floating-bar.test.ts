// A phone whose app has a bar that floats over the end of each view, as since Obsidian 1.11, with a notch and a home bar.
import { expect, test } from '@jest/globals';
import { fitsFinger, isInView } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';
/** px of the device's own bars, as the host plays them. */
const notch = 47;
const homeBar = 34;

async function open(
  theme: 'light' | 'dark' = 'light',
  viewport: 'phone' | { width: number; height: number } = 'phone',
  api = '1.13',
): Promise<PluginPage> {
  const vault = await bench.openVault(undefined, undefined, { hasTouch: true, isMobile: true });
  return new PluginPage(await vault.open({ theme, viewport, params: { note, device: 'phone', api } }));
}

/** Scrolls to the end of what scrolls, and waits until the lowest thing in it is in full view there. */
async function endsInView({ page }: PluginPage, scroller: string): Promise<void> {
  await soon(async () => {
    const covered = await page.evaluate((selector) => {
      const el = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
      if (!el) return `nothing is ${selector}`;
      el.scrollTo(0, el.scrollHeight);
      const places = [...el.querySelectorAll('*')]
        .filter((one) => one.childElementCount === 0 && one.checkVisibility() && !one.closest('.nf-unseen'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.width > 0);
      const lowest = places.sort((one, other) => other.box.bottom - one.box.bottom)[0];
      if (!lowest) return `nothing is in ${selector}`;
      const { left, right, bottom } = lowest.box;
      const hit = document.elementFromPoint((left + right) / 2, bottom - 1);
      return el.contains(hit) ? '' : `${lowest.one.outerHTML} at ${String(bottom)}`;
    }, scroller);
    expect(covered).toBe('');
  });
}

test.each([
  ['light', { width: 390, height: 844 }],
  ['dark', { width: 390, height: 844 }],
  ['light', { width: 320, height: 568 }],
] as const)('each screen ends above the bar (%s, %p)', async (theme, size) => {
  const plugin = await open(theme, size);
  const { page } = plugin;
  const name = `floating-${theme}-${String(size.width)}`;
  const drawn = { today: '.nf-study:enabled', note: '[data-card]', decks: '.nf-deck-name' } as const;
  for (const tab of ['today', 'note', 'decks'] as const) {
    await plugin.openSidebar(tab);
    await page.locator(drawn[tab]).first().waitFor();
    await endsInView(plugin, `.nf-panel-${tab}`);
    await plugin.host.screenshot(`${name}-${tab}`);
  }
  await page.evaluate(() => window.host?.app.workspace.rightSplit.collapse());
  await plugin.run('open-cards');
  await page.locator('.nf-grid .nf-row').first().waitFor();
  await endsInView(plugin, '.nf-grid');
  await plugin.host.screenshot(`${name}-cards`);
  await plugin.run('tidy');
  await page.locator('.nf-tidy-row').first().waitFor();
  await endsInView(plugin, '.nf-tidy-page');
  await plugin.host.screenshot(`${name}-tidy`);
  await plugin.run('statistics');
  await page.locator('.nf-statistics-report').waitFor();
  await endsInView(plugin, '.nf-statistics');
  await plugin.host.screenshot(`${name}-statistics`);
  expect(plugin.host.errors).toEqual([]);
});

test('a review in a tab has its buttons above the bar', async () => {
  const plugin = await open();
  await plugin.setOption('general', 'openReviewsIn', 'tab');
  await plugin.studyNote();
  await isInView(plugin, '.nf-review :is(.nf-reveal, .nf-tool)');
  await plugin.reveal();
  await isInView(plugin, '.nf-review :is(.nf-grade, .nf-tool)');
  await plugin.host.screenshot('floating-review-tab');
});

test.each(['light', 'dark'] as const)(
  'a review in a dialog is clear of notch and home bar (%s)',
  async (theme) => {
    const plugin = await open(theme);
    await plugin.studyNote();
    await plugin.skipTo('Process S');
    await plugin.reveal();
    await fitsFinger(plugin, '.nf-review');
    const { top, bottom } = await plugin.page.evaluate(() => {
      const edges = [...document.querySelectorAll('.nf-review :is(.nf-grade, .nf-tool)')].map((el) =>
        el.getBoundingClientRect(),
      );
      return {
        top: Math.min(...edges.map((edge) => edge.top)),
        bottom: window.innerHeight - Math.max(...edges.map((edge) => edge.bottom)),
      };
    });
    expect(top).toBeGreaterThanOrEqual(notch);
    expect(bottom).toBeGreaterThanOrEqual(homeBar);
    // The bar of the app is under the window: its room would be wasted here.
    expect(bottom).toBeLessThan(homeBar + 40);
    await plugin.host.screenshot(`floating-review-${theme}`);
  },
);

test('a bar that does not float is not allowed for twice', async () => {
  const plugin = await open('light', 'phone', '1.8');
  await plugin.setOption('general', 'openReviewsIn', 'tab');
  await plugin.studyNote();
  await plugin.page.locator('.nf-reveal').waitFor();
  const room = await plugin.page.evaluate(() => {
    const bar = document.querySelector('.mobile-navbar')?.getBoundingClientRect().top ?? 0;
    return bar - (document.querySelector('.nf-reveal')?.getBoundingClientRect().bottom ?? 0);
  });
  expect(room).toBeGreaterThanOrEqual(0);
  expect(room).toBeLessThan(60);
});
