// The statistics in a tab and in the sidebar, FSRS parameters and the simulator.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRulesOfAxe } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { studiedVault } from './studied-vault.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let folder: string;

beforeAll(async () => {
  folder = await studiedVault(6000);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(options: PageOptions = {}): Promise<{ plugin: PluginPage; vault: TestVault }> {
  const vault = await bench.openVault(folder);
  const plugin = new PluginPage(await vault.open(options));
  await plugin.run('statistics');
  await plugin.page.locator('.nf-statistics [data-figure="decks"]').waitFor({ timeout: 60_000 });
  return { plugin, vault };
}

/** How many pixels a page is wider than what is seen of it. */
function overflow({ page }: PluginPage, selector: string): Promise<number> {
  return page.locator(selector).evaluate((el) => el.scrollWidth - el.clientWidth);
}

/** Controls that are smaller than a fingertip, 44 px, or not whole within the view. */
function smallControls({ page }: PluginPage): Promise<string[]> {
  return page.locator('.nf-statistics').evaluate((view) => {
    const { left, right } = view.getBoundingClientRect();
    return [...view.querySelectorAll('button, select, summary')]
      .filter((el) => {
        const box = el.getBoundingClientRect();
        return box.height < 44 || box.width < 44 || box.left < left || box.right > right;
      })
      .map((el) => el.textContent ?? '');
  });
}

/** Rows of tiles or figures that end before the view does, or whose boxes have different ends. */
function holes({ page }: PluginPage): Promise<string[]> {
  return page.locator('.nf-statistics').evaluate((view) =>
    [...view.querySelectorAll('.nf-tiles, .nf-figures')].flatMap((group) => {
      const rows = new Map<number, DOMRect[]>();
      for (const el of group.children) {
        const box = el.getBoundingClientRect();
        rows.set(Math.round(box.top), [...(rows.get(Math.round(box.top)) ?? []), box]);
      }
      const { right } = group.getBoundingClientRect();
      return [...rows.values()]
        .filter(
          (boxes) =>
            Math.abs(Math.max(...boxes.map((box) => box.right)) - right) > 1 ||
            new Set(boxes.map((box) => Math.round(box.bottom))).size > 1,
        )
        .map((boxes) => `${group.className}, ${String(boxes.length)} in a row`);
    }),
  );
}

const looks = [
  ['light-wide', { theme: 'light' }],
  ['dark-wide', { theme: 'dark' }],
  ['light-phone', { theme: 'light', viewport: 'phone' }],
  ['light-tablet', { theme: 'light', viewport: 'tablet' }],
  ['dark-narrow', { theme: 'dark', viewport: { width: 300, height: 800 } }],
] as const satisfies readonly (readonly [string, PageOptions])[];

test('a restart keeps the period and the deck that were chosen', async () => {
  const { plugin } = await open();
  const { page } = plugin;
  const selects = page.locator('.nf-statistics-bar select');
  await selects.first().selectOption('year');
  const deck = await selects.last().locator('option').nth(1).getAttribute('value');
  await selects.last().selectOption(deck);
  await page.waitForFunction((chosen) => {
    const saved = JSON.stringify(window.host?.app.loadLocalStorage('host-layout'));
    return saved.includes('"period":"year"') && saved.includes(`"deck":"${String(chosen)}"`);
  }, deck);
  await plugin.host.reload();
  await plugin.page.locator('.nf-statistics .nf-figure').first().waitFor({ timeout: 60_000 });
  expect(await selects.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
    'year',
    deck,
  ]);
});

describe.each(looks)('in %s', (name, options) => {
  test('every figure is drawn, has a name, and nothing is cut off', async () => {
    const { plugin } = await open(options);
    const titles = await plugin.page.locator('.nf-statistics .nf-figure-title').allTextContents();
    expect(titles).toEqual(
      expect.arrayContaining([
        ...['Past year', 'Reviews', 'Forecast', 'Added cards', 'True retention', 'Card sources'],
        ...['Estimated known', 'Card states', 'Retrievability', 'Leeches'],
      ]),
    );
    await plugin.host.screenshot(`statistics-${name}`);
    for (const section of ['recall', 'cards']) {
      await plugin.page.locator(`[data-section="${section}"]`).evaluate((el) => el.scrollIntoView());
      await plugin.host.screenshot(`statistics-${section}-${name}`);
    }
    await keepsRulesOfAxe(plugin, '.nf-statistics');
    expect(await overflow(plugin, '.nf-statistics')).toBe(0);
    expect(await smallControls(plugin)).toEqual([]);
    expect(await holes(plugin)).toEqual([]);
    expect(plugin.host.errors).toEqual([]);
  });
});

test('values are read above a chart: nothing covers it, and what a finger touched stays', async () => {
  const { plugin } = await open();
  const { page } = plugin;
  const figure = page.locator('[data-figure="reviews"]');
  const readout = figure.locator('.nf-plot-readout');
  const chart = figure.getByRole('img', { name: 'Reviews Mature: interval of 21 days or more.' });
  await chart.hover();
  await eventually(async () => (await readout.textContent())?.includes('Young: '), 'the values');
  // The app shows an `aria-label` as a tooltip, over what is named.
  expect(await page.locator('.nf-statistics-report [aria-label]').count()).toBe(0);
  await page.mouse.move(0, 0);
  expect(await readout.textContent()).toBe('');
  const touch = { pointerType: 'touch', clientX: 0, clientY: 0 };
  const box = await chart.boundingBox();
  if (!box) throw new Error('no chart');
  await chart.dispatchEvent('pointerdown', { ...touch, clientX: box.x + box.width / 2, clientY: box.y + 5 });
  await chart.dispatchEvent('pointerleave', touch);
  expect(await readout.textContent()).toContain('Young: ');
});

test('a chart is read as a table, follows the period and the deck, and all is exported as CSV', async () => {
  const { plugin, vault } = await open();
  const { page } = plugin;
  await page.locator('[data-figure="intervals"] summary').click();
  await page.locator('[data-figure="intervals"] table tbody tr').first().waitFor();
  const choose = (label: string) =>
    page.locator('.nf-statistics-bar label', { hasText: label }).locator('select');
  const tile = page.locator('[data-tile="period"] dd');
  const before = await tile.textContent();
  await choose('Period').selectOption('all');
  await eventually(async () => (await tile.textContent()) !== before, 'the numbers of all time');
  const all = await tile.textContent();
  await choose('Deck').selectOption('memory');
  await eventually(async () => (await tile.textContent()) !== all, 'the numbers of the deck');
  await page.locator('[data-figure="intervals"] table').waitFor();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const csv = await eventually(
    async () =>
      (await vault.files()).includes('Flashcards statistics.csv') && vault.read('Flashcards statistics.csv'),
    'the file',
  );
  expect(csv.split('\n')[0]).toBe('figure,row,column,value');
  expect(csv).toMatch(/^sources,Callout,Retention,0?\.?\d+$/m);
  expect(csv).toMatch(/^true-retention,Mature,All time,0?\.?\d+$/m);
  expect(csv).toMatch(/^true-retention,Total,All time: Reviews,\d+$/m);
  expect(csv).toMatch(/^added,"?[A-Z][a-z]+ \d+, \d+"?,Total,\d+$/m);
  expect(csv).toMatch(/^retrievability,95%–100%,Cards,\d+$/m);
  expect(csv).toMatch(/^knowledge,"?[A-Z][a-z]+ \d+, \d+"?,Estimated known,\d+$/m);
});

test('true retention of a month is what the tile says, and comes with the first review on a later day', async () => {
  const { plugin } = await open();
  const cells = plugin.page.locator('[data-figure="true-retention"] tbody tr:last-child td');
  const [tile] = await plugin.page.locator('[data-tile="retention"] dd').allTextContents();
  expect(await cells.nth(2).evaluate((el) => el.firstChild?.textContent)).toBe(tile);
  const vault = await bench.openVault({ 'A.md': '---\ntags: flashcards\n---\n## One\nText.\n' });
  const small = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await small.studyNote();
  await small.grade(4);
  await small.run('statistics');
  await small.page.locator('.nf-tiles').waitFor();
  expect(await small.page.locator('[data-figure="true-retention"]').count()).toBe(0);
  await small.page.getByText('Shown once you have reviewed').waitFor();
});

test('card info has a point at each review on a later day', async () => {
  const vault = await bench.openVault(folder);
  const plugin = new PluginPage(await vault.open({ params: { note: 'Notes/Study 1.md' } }));
  await plugin.studyNote();
  await plugin.press('i');
  const { page } = plugin;
  const moments = await page.locator('.nf-reviews tbody td:first-child').allTextContents();
  const days = new Set(moments.map((moment) => moment.split(',').slice(0, 2).join()));
  expect(days.size).toBeGreaterThan(1);
  await page.getByRole('img', { name: 'Forgetting curve' }).waitFor();
  expect(await page.locator('.nf-curve :is(.nf-curve-known, .nf-curve-forgotten)').count()).toBe(
    days.size - 1,
  );
});

test('parameters are optimized, tested on reviews left out, and applied on request', async () => {
  const { plugin, vault } = await open();
  const { page } = plugin;
  await page.getByRole('button', { name: 'Optimize parameters' }).click();
  const yes = page.getByRole('button', { name: 'Apply', exact: true });
  await yes.waitFor({ timeout: 120_000 });
  await page.locator('.nf-parameters').scrollIntoViewIfNeeded();
  await plugin.host.screenshot('statistics-parameters');
  const cells = (await page.locator('.nf-parameters tbody td').allTextContents()).map(Number);
  expect(cells[1]).toBeLessThan(cells[0] ?? 0);
  await yes.click();
  await page.getByText('Optimized parameters applied.').waitFor({ timeout: 60_000 });
  const data = await eventually(
    async () => JSON.parse(await vault.read('.obsidian/plugins/note-flashcards/data.json')) as Settings,
    'the settings',
  );
  expect(data.schedule.weights).toHaveLength(21);
  await page.getByRole('button', { name: 'Restore defaults' }).waitFor();
});

interface Settings {
  readonly schedule: { readonly weights: readonly number[] | null };
}

test('the simulator shows reviews per day and cards known for several retentions', async () => {
  const { plugin } = await open();
  const { page } = plugin;
  await page.getByRole('button', { name: 'Simulate one year' }).click();
  const year = page.locator('[data-figure="simulated-year"] tbody tr');
  await year.first().waitFor({ timeout: 120_000 });
  await page.locator('.nf-simulator').scrollIntoViewIfNeeded();
  await page.locator('[data-figure="simulated-known"]').scrollIntoViewIfNeeded();
  await plugin.host.screenshot('statistics-simulator');
  const perDay = await year.evaluateAll((rows) =>
    rows.map((row) => Number(row.querySelector('td')?.textContent)),
  );
  expect(perDay).toEqual([...perDay].sort((a, b) => a - b));
  expect(perDay).toHaveLength(5);
});

test('the sidebar shows the month at a glance and opens the tab', async () => {
  const vault = await bench.openVault(folder);
  const plugin = new PluginPage(await vault.open());
  await plugin.openSidebar('statistics');
  await plugin.page.locator('.nf-statistics-glance [data-figure="year"]').waitFor({ timeout: 60_000 });
  await plugin.host.screenshot('sidebar-statistics');
  await keepsRulesOfAxe(plugin, '.nf-sidebar');
  await plugin.page.getByRole('button', { name: 'Open statistics' }).click();
  await plugin.page.locator('.nf-statistics [data-figure="decks"]').waitFor();
});

test('without reviews the page says what it will show, and starts one', async () => {
  const vault = await bench.openVault({ 'A.md': '---\ntags: flashcards\n---\n## One\nText.\n' });
  const plugin = new PluginPage(await vault.open());
  await plugin.run('statistics');
  await plugin.page.getByText('Shown after your first review.').waitFor();
  await plugin.host.screenshot('statistics-empty');
  await plugin.page.getByRole('button', { name: 'Start reviewing' }).click();
  await plugin.question();
});
