// A note that tests its reader: answers are covered in the reading view, and graded where they are.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRules, keepsRulesOfAxe } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
/** The color of a callout's title is the app's. */
const sections = '.markdown-preview-sizer > div:not(.el-callout)';
let vault: TestVault;

const note = [
  '---\ntags: flashcards\nsummary: What it is about\n---',
  'The text before the first heading.',
  '## Spindle\nA burst in N2 with [a link](https://example.com).',
  '> [!tip] Callout\n> Its body.',
  '**Lead:** the rest of it.',
  '## Cells\n| Term | Meaning |\n|---|---|\n| soma | the body |\n| axon | the fiber |',
  '## List\n- capital :: Paris\n- city :: Rome',
  '## Cloze\n%% only clozes %%\nIt ==hides== this.',
  '## References\nNo card.\n',
].join('\n\n');

async function open(
  files: Readonly<Record<string, string>> = { 'A.md': note },
  options: PageOptions = {},
): Promise<PluginPage> {
  vault = await bench.openVault(files);
  return new PluginPage(await vault.open({ ...options, params: { note: 'A.md', ...options.params } }));
}

const covers = (plugin: PluginPage) => plugin.page.locator('.nf-cover:visible');

async function start(plugin: PluginPage): Promise<void> {
  await plugin.run('self-test');
  await plugin.page.waitForFunction(() => document.activeElement?.matches('.nf-cover'));
}

/** What can be read of the note. */
const readable = (plugin: PluginPage): Promise<string> =>
  plugin.page.locator('.markdown-preview-sizer').evaluate((el) => {
    const copy = el.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('.nf-veil, .nf-cover, .nf-test-bar, .inline-title'))
      hidden.remove();
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Without the height of what is above, which is measured later. */
const html = (plugin: PluginPage): Promise<string> =>
  plugin.page
    .locator('.markdown-preview-sizer')
    .evaluate((el) => el.innerHTML.replace(/ style="(?:height: 0px;)?"/, ''));

const focused = ({ page }: PluginPage): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[data-nf-test]')?.textContent ?? '');

/** Presses a key once the focus is in the test. */
async function press(plugin: PluginPage, key: string): Promise<void> {
  await plugin.page.waitForFunction(() => document.activeElement?.closest('[data-nf-test]'));
  await plugin.page.keyboard.press(key);
}

const grades = async (): Promise<unknown[]> => eventsOf(await vault.logs(), 'r').map(({ g }) => g);

test.each(['1.8', '1.13'])('covers answers and no question under %s', async (api) => {
  const plugin = await open({ 'A.md': note }, { params: { api } });
  const before = await html(plugin);
  await start(plugin);
  await plugin.host.screenshot(`self-test-${api}`);
  expect(await readable(plugin)).toBe(
    'A, in a sentence Spindle CalloutLead: Cells Term Meaning soma axon List capital :: city :: Cloze It this. References No card.',
  );
  expect(await covers(plugin).count()).toBe(10);
  await plugin.run('self-test');
  await covers(plugin).first().waitFor({ state: 'detached' });
  expect(await html(plugin)).toBe(before);
  expect(plugin.host.errors).toEqual([]);
});

test('a whole note of 13 cards is tested by keys alone, and no byte of it changes', async () => {
  const seed = [
    '---\ntags: flashcards\nsummary: Short\n---\nMain idea.',
    '### Dataset\nThe text.\n\n> [!NOTE]\n> A remark.\n\nMore of it.',
    '### Hyperparameters\n![[Nowhere.png]]\nA batch size of 4 million.',
    '### Training Details\n- They use [[Pre-Norm|norms]].\n- They use `grad`.',
    '### Efficient Implementation\n**Improved Causal MHSA**\nThey do.\n\n**Activation Checkpointing**\nThey save.',
    '### Results\n**Multi-Shot QA**\nOn par.\n\n**Massive Multitask**\nWorse.\n\n**Toxicity**\nSome.\n\nMore.',
    '**[[WinoGender]] Dataset**\nBiased.\n\n**Carbon Footprint**\nMuch.\n',
  ].join('\n\n');
  const plugin = await open({ 'A.md': seed });
  const before = await vault.snapshot();
  await start(plugin);
  for (let card = 0; card < 13; card += 1) {
    await soon(async () => expect(await focused(plugin)).toContain('Show answer'));
    await press(plugin, card % 2 === 0 ? 'Space' : 'Enter');
    await soon(async () => expect(await focused(plugin)).toContain('Good'));
    await press(plugin, String(1 + (card % 4)));
  }
  await plugin.page.locator('.nf-said', { hasText: '13 cards' }).waitFor();
  expect(await covers(plugin).count()).toBe(0);
  await soon(async () => expect(await grades()).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1]));
  expect(new Set(eventsOf(await vault.logs(), 'r').map(({ c }) => c)).size).toBe(13);
  expect(await vault.snapshot()).toEqual(before);
  expect(plugin.host.errors).toEqual([]);
});

test('a table with a highlight in a cell is tested by keys alone, and then undone', async () => {
  const table = '| Term | Meaning |\n|---|---|\n| axon | b ==c== |\n| soma | a |\n';
  const plugin = await open({ 'A.md': `---\ntags: flashcards\n---\n## T\n\n${table}` });
  const { page } = plugin;
  await start(plugin);
  for (const given of ['1', '2', '3']) {
    await soon(async () => expect(await focused(plugin)).toContain('Show answer'));
    await press(plugin, 'Enter');
    await page.locator('.nf-test-bar').waitFor();
    await page.keyboard.press(given);
  }
  await soon(async () => expect(await grades()).toEqual([1, 2, 3]));
  await page.locator('.nf-said', { hasText: '3 cards' }).waitFor();
  await page.keyboard.press('u');
  await soon(async () => expect(await focused(plugin)).toContain('Good'));
  await page.keyboard.press('4');
  await soon(async () => expect(await grades()).toEqual([1, 2, 3, 4]));
  await page.keyboard.press('Escape');
  await page.locator('.nf-testing').waitFor({ state: 'detached' });
  expect(await page.locator('.markdown-reading-view[tabindex]').count()).toBe(0);
  expect(plugin.host.errors).toEqual([]);
});

test('what is inside a cover is passed by the arrows until that is shown', async () => {
  const plugin = await open({
    'A.md': '---\ntags: flashcards\n---\n## First\nIt ==is== so.\n\n## Second\nTwo.\n',
  });
  await start(plugin);
  await soon(async () => expect(await focused(plugin)).toContain('First'));
  await press(plugin, 'ArrowDown');
  await soon(async () => expect(await focused(plugin)).toContain('Second'));
  await press(plugin, 'Enter');
  await soon(async () => expect(await focused(plugin)).toContain('Good'));
  await press(plugin, '3');
  await soon(async () => expect(await focused(plugin)).toContain('First'));
});

test('footnotes are hidden while a covered answer cites one', async () => {
  const body = '## First\nOne.[^1]\n\n## Second\nTwo.\n\n## References\n\n[^1]: Its source.\n';
  const plugin = await open({ 'A.md': `---\ntags: flashcards\n---\n${body}` });
  const footnote = plugin.page.getByText('Its source.');
  await footnote.waitFor();
  await start(plugin);
  expect(await footnote.isVisible()).toBe(false);
  await press(plugin, 'Enter');
  await footnote.waitFor();
  expect(await covers(plugin).count()).toBe(1);
});

test('covers what it covers in forced colors, too', async () => {
  const plugin = await open();
  await plugin.page.emulateMedia({ forcedColors: 'active' });
  await start(plugin);
  await plugin.host.screenshot('self-test-forced');
  const veil = plugin.page.locator('p .nf-veil, p.nf-veil').first();
  expect(await veil.evaluate((el) => getComputedStyle(el).color)).toBe('rgba(0, 0, 0, 0)');
});

describe('a grade', () => {
  const two = '---\ntags: flashcards\n---\n## First\nOne.\n\n## Second\nTwo.\n';

  test('counts once, is undone as in a review, and then asks again', async () => {
    const plugin = await open({ 'A.md': two });
    const { page } = plugin;
    await start(plugin);
    await covers(plugin).first().click();
    await page.locator('[data-grade="3"]').evaluate((el: HTMLElement) => {
      el.click();
      el.click();
    });
    await soon(async () => expect(await grades()).toEqual([3]));
    await soon(async () => expect(await focused(plugin)).toContain('Second'));
    await press(plugin, 'u');
    await page.locator('.nf-test-bar').waitFor();
    await soon(async () => expect(eventsOf(await vault.logs(), 'u')).toHaveLength(1));
    await page.locator('[data-grade="4"]').click();
    await soon(async () => expect(await grades()).toEqual([3, 4]));
  });

  test('is not offered for what was answered today, and no card is covered that is not asked', async () => {
    const plugin = await open({ 'A.md': `${two}\n## Third\nThree.\n` });
    const { page } = plugin;
    await plugin.studyNote();
    await plugin.grade(4);
    await plugin.press('x');
    await plugin.endReview();
    await start(plugin);
    expect(await readable(plugin)).toBe('First Second Two. Third');
    await press(plugin, 'Enter');
    await soon(async () => expect(await focused(plugin)).toContain('Third'));
    expect(await page.locator('.nf-test-bar').count()).toBe(0);
    expect(await readable(plugin)).toBe('First One. Second Two. Third');
    await soon(async () => expect(await grades()).toEqual([4]));
  });

  test('made in a review beside the test shows its answer', async () => {
    const plugin = await open({ 'A.md': two });
    await plugin.setOption('general', 'openReviewsIn', 'sidebar');
    await start(plugin);
    await plugin.studyNote();
    await plugin.grade(3);
    await soon(async () => expect(await readable(plugin)).toBe('First One. Second'));
  });
});

describe('the test of a note', () => {
  test('follows changes of the note, and keeps what is uncovered', async () => {
    const plugin = await open({ 'A.md': '---\ntags: flashcards\n---\n## First\nOne.\n\n## Second\nTwo.\n' });
    await start(plugin);
    await press(plugin, 'Enter');
    await vault.save(
      'A.md',
      '---\ntags: flashcards\n---\n## New\nZero.\n\n## First\nOne.\n\n## Second\nTwo, too.\n',
    );
    await soon(async () => expect(await readable(plugin)).toBe('New First One. Second'));
    await plugin.page.locator('.nf-test-bar').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('keeps what is uncovered, and its keys, where its answer is changed or goes', async () => {
    const head = '---\ntags: flashcards\n---\n';
    const plugin = await open({ 'A.md': `${head}## First\nOne.\n\n## Second\nTwo.\n` });
    await start(plugin);
    await press(plugin, 'Enter');
    await soon(async () => expect(await focused(plugin)).toContain('Good'));
    await vault.save('A.md', `${head}## First\nOther words.\n\n## Second\nTwo.\n`);
    await soon(async () => expect(await readable(plugin)).toBe('First Other words. Second'));
    await soon(async () => expect(await focused(plugin)).toContain('Good'));
    await vault.save('A.md', `${head}## Second\nTwo.\n`);
    await soon(async () => expect(await readable(plugin)).toBe('Second'));
    await soon(async () => expect(await focused(plugin)).toContain('Show answer'));
    await press(plugin, 'Enter');
    await press(plugin, '3');
    await soon(async () => expect(await grades()).toEqual([3]));
    expect(plugin.host.errors).toEqual([]);
  });

  test('keeps what is uncovered where the app drops sections and draws them again', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `## Card ${String(n)}\n${'A line.\n\n'.repeat(3)}`);
    const plugin = await open({ 'A.md': `---\ntags: flashcards\n---\n${many.join('\n')}` });
    const { page } = plugin;
    await start(plugin);
    await press(plugin, 'Enter');
    const scroll = (top: number) =>
      page.locator('.markdown-preview-view').evaluate((el, to) => (el.scrollTop = to), top);
    await scroll(100_000);
    await page.getByRole('heading', { name: 'Card 59' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Card 0', exact: true }).count()).toBe(0);
    await soon(async () => expect(await readable(plugin)).toMatch(/Card 58 Card 59$/));
    await scroll(0);
    await page.locator('.nf-test-bar').waitFor();
    expect(await readable(plugin)).toMatch(/^Card 0 A line. A line. A line. Card 1 Card 2/);
    // The next card may be where nothing is drawn yet.
    await press(plugin, '4');
    for (let card = 1; card < 30; card += 1) {
      await soon(async () => expect(await focused(plugin)).toContain(`Card ${String(card)}`));
      await press(plugin, 'ArrowDown');
    }
    await scroll(0);
    await plugin.page.keyboard.press('Escape');
    await covers(plugin).first().waitFor({ state: 'detached' });
    expect(plugin.host.errors).toEqual([]);
  });

  test('leaves embeds, other notes and other views alone', async () => {
    const plugin = await open({
      'A.md': '---\ntags: flashcards\n---\n## First\nOne.\n\n## References\n![[B]]\n',
      'B.md': '---\ntags: flashcards\n---\n## Other\nEmbedded.\n',
    });
    const { page } = plugin;
    await page.locator('.markdown-embed', { hasText: 'Embedded.' }).waitFor();
    await start(plugin);
    expect(await covers(plugin).count()).toBe(1);
    expect(await page.locator('.markdown-embed [data-nf-test]').count()).toBe(0);
    await plugin.host.openNote('B.md');
    await page.getByRole('heading', { name: 'Other' }).waitFor();
    expect(await covers(plugin).count()).toBe(0);
    expect(await page.locator('.nf-testing').count()).toBe(0);
  });

  test('begins from the editor, and ends where the note is edited', async () => {
    const plugin = await open({ 'A.md': note }, { params: { mode: 'source' } });
    await start(plugin);
    await plugin.page.getByRole('button', { name: 'Test yourself in this note' }).waitFor();
    await plugin.host.openNote('A.md', 'source');
    await plugin.page.locator('.nf-testing').waitFor({ state: 'detached' });
    expect(await vault.read('A.md')).toBe(note);
  });

  test('has a button only where a note has cards, which goes with the plugin', async () => {
    const plugin = await open({ 'A.md': note, 'B.md': 'No cards.\n' });
    const { page } = plugin;
    const button = page.locator('.view-action[aria-label="Test yourself in this note"]');
    await button.click();
    await covers(plugin).first().waitFor();
    await page.evaluate(() => window.host?.unloadPlugin());
    await button.waitFor({ state: 'detached' });
    expect(await page.locator('[data-nf-test], .nf-veil, .nf-cover, .nf-testing').count()).toBe(0);
    await page.evaluate(() => window.host?.reloadPlugin());
    await button.waitFor();
    await plugin.host.openNote('B.md');
    await button.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.host?.run('note-flashcards:self-test'))).toBe(false);
  });

  test('takes keys only while it has the focus, and only its own', async () => {
    const plugin = await open();
    const { page } = plugin;
    await page.evaluate(() => {
      const { app } = window.host ?? {};
      document.body.dataset['seen'] = '';
      app?.scope.register(null, null, ({ key }) => {
        document.body.dataset['seen'] += key;
      });
    });
    await start(plugin);
    await press(plugin, 'q');
    await press(plugin, 'Enter');
    await page.locator('.markdown-preview-view').focus();
    await page.keyboard.press('3');
    expect(await page.evaluate(() => document.body.dataset['seen'])).toBe('q3');
    expect(await grades()).toEqual([]);
  });

  test('leaves Enter to a link in an answer, and to the grade that has the focus', async () => {
    const plugin = await open();
    const { page } = plugin;
    await start(plugin);
    await page.locator('.nf-veil', { hasText: 'a link' }).click();
    await page.locator('.markdown-preview-view a', { hasText: 'a link' }).focus();
    await page.evaluate(() => {
      document.addEventListener('click', (event) => {
        document.body.dataset['clicked'] = (event.target as HTMLElement).textContent ?? '';
        event.preventDefault();
      });
    });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.body.dataset['clicked'])).toBe('a link');
    await page.locator('[data-grade="2"]').focus();
    await page.keyboard.press('Enter');
    await soon(async () => expect(await grades()).toEqual([2]));
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'phone'],
  ] as const)('keeps the rules of accessibility: %s, %s', async (theme, viewport) => {
    const plugin = await open({ 'A.md': note }, { theme, viewport });
    await start(plugin);
    await plugin.host.screenshot(`self-test-${theme}-${viewport}`);
    await keepsRulesOfAxe(plugin, sections);
    await press(plugin, 'Enter');
    await plugin.page.locator('.nf-test-bar').waitFor();
    await plugin.host.screenshot(`self-test-open-${theme}-${viewport}`);
    await keepsRulesOfAxe(plugin, sections);
    if (viewport === 'phone') await keepsRules(plugin, '.nf-test-bar');
    expect(plugin.host.errors).toEqual([]);
  });
});
