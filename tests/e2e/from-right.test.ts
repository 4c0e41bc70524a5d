// An app that is written from the right: keys and signs that point follow it, and our words stay in their order.
import { expect, test } from '@jest/globals';
import { keepsRulesOfAxe } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const tea =
  '---\ntags: flashcards/drinks/hot\n---\n# Tea\n## What is in it?\nWater.\n\n## From where?\nChina.\n';

async function open(dir: 'ltr' | 'rtl'): Promise<PluginPage> {
  const vault = await bench.openVault({ 'Tea.md': tea });
  return new PluginPage(await vault.open({ params: { note: 'Tea.md', dir } }));
}

/** Whether the first character of an element stands at the left of its last. */
async function startsAtLeft({ page }: PluginPage, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((el) => {
    const text = el.firstChild as Text;
    const placeOf = (at: number): number => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    };
    return placeOf(0) < placeOf(text.length - 1);
  });
}

test.each([
  ['ltr', 'ArrowRight', 'ArrowLeft', 'right'],
  ['rtl', 'ArrowLeft', 'ArrowRight', 'left'],
] as const)('the sidebar runs and points in the reading direction: %s', async (dir, on, back, side) => {
  const plugin = await open(dir);
  const { page } = plugin;
  const chosen = page.locator('.nf-tab[aria-selected="true"]');
  const isAt = (tab: string) => soon(async () => expect(await chosen.getAttribute('data-tab')).toBe(tab));
  await plugin.openSidebar('today');
  await chosen.press(on);
  await isAt('note');
  await chosen.press(on);
  await isAt('decks');
  const toggle = page.locator('[data-deck="drinks"] .nf-deck-toggle');
  await toggle.press('Enter');
  await page.locator(`[data-deck="drinks"] .lucide-chevron-${side}`).waitFor();
  await page.locator('.nf-tab[data-tab="decks"]').press(back);
  await isAt('note');
});

test('a number at the start of a sentence stays there', async () => {
  const plugin = await open('rtl');
  const { page } = plugin;
  await plugin.studyNote();
  expect(await startsAtLeft(plugin, '.nf-lane-new .nf-lane-name')).toBe(true);
  await plugin.reveal();
  expect(await startsAtLeft(plugin, '[data-grade="3"] .nf-grade-interval')).toBe(true);
  await plugin.press('4');
  await page.locator('.nf-reveal').waitFor();
  await plugin.endReview();
  expect(await startsAtLeft(plugin, '.nf-status')).toBe(true);
  await plugin.openSidebar('statistics');
  await page.locator('[data-tile="known"] dd').waitFor();
  expect(await startsAtLeft(plugin, '[data-tile="known"] dd')).toBe(true);
});

test.each(['ltr', 'rtl'] as const)('the choice of what to study passes the rules of axe: %s', async (dir) => {
  const plugin = await open(dir);
  const { page } = plugin;
  await plugin.run('choose');
  for (const [typed, shown] of [
    ['', 'All due cards'],
    ['china', 'china'],
    ['nothing like it', 'No results'],
  ] as const) {
    await page.locator('.prompt input').fill(typed);
    await page.locator('.prompt-results', { hasText: shown }).waitFor();
    await keepsRulesOfAxe(plugin, '.prompt');
  }
});

test('the question whether a note may be tagged passes the rules of axe', async () => {
  const vault = await bench.openVault({ 'Tea.md': '# Tea\n## What is in it?\nWater.\n' });
  const plugin = new PluginPage(await vault.open({ theme: 'dark', params: { note: 'Tea.md' } }));
  await plugin.run('study-note');
  await plugin.page.locator('.modal .modal-button-container').waitFor();
  await keepsRulesOfAxe(plugin, '.modal-content');
});

test('the choice of what to study tells a screen reader which row is chosen', async () => {
  const plugin = await open('ltr');
  const { page } = plugin;
  await plugin.run('choose');
  const field = page.getByRole('combobox');
  const rows = page.getByRole('option');
  await rows.nth(1).waitFor();
  for (const nth of [0, 1, 2, 1]) {
    await soon(async () => {
      expect(await field.getAttribute('aria-activedescendant')).toBe(await rows.nth(nth).getAttribute('id'));
      expect(await rows.nth(nth).getAttribute('aria-selected')).toBe('true');
    });
    await field.press(nth === 2 ? 'ArrowUp' : 'ArrowDown');
  }
  await field.fill('nothing like it');
  await page.getByRole('status').filter({ hasText: 'No results' }).waitFor();
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
});

test.each([
  ['a title', '---\ntags: flashcards\n---\nماء.\n'],
  ['a property', '---\ntags: flashcards\nsummary: ماء\n---\n'],
])('a right-to-left question of %s is shown as such, under its name for screen readers', async (_, text) => {
  const vault = await bench.openVault({ 'الشاي.md': text });
  const plugin = new PluginPage(await vault.open({ params: { note: 'الشاي.md' } }));
  await plugin.studyNote();
  const question = plugin.page.locator('.nf-question h3');
  await question.waitFor();
  await soon(async () => expect(await question.evaluate((el) => getComputedStyle(el).direction)).toBe('rtl'));
});
