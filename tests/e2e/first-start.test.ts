// The first start, in the built plugin: what each kind of vault is shown, and the way from there to a reviewed card.
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { cutsNothingOff, keepsRules, looks } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const srVault = join(import.meta.dirname, '..', 'fixtures', 'sr-vault');
const sample = 'How memory works.md';
const tea = '# Tea\n\n## What is in it?\n\nWater, mostly.\n\n## How long does it draw?\n\nThree minutes.\n';
const untagged = { 'Tea.md': tea, 'Shopping.md': 'Bread, and butter.\n' };

let vault: TestVault;

async function open(
  notes: string | Readonly<Record<string, string>>,
  options: PageOptions = {},
): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  return new PluginPage(await vault.open(options));
}

const button = ({ page }: PluginPage, name: string) => page.getByRole('button', { name, exact: true });

async function reviewIsLogged(): Promise<void> {
  await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
}

describe('an empty vault', () => {
  test('shows the page by itself, and creates the sample only on a yes, which is then reviewed', async () => {
    const plugin = await open({});
    await button(plugin, 'Try a sample note').click();
    await button(plugin, 'Not now').click();
    await plugin.page.locator('.modal').waitFor({ state: 'detached' });
    expect(await vault.snapshot()).toEqual({});
    await button(plugin, 'Try a sample note').click();
    await button(plugin, 'Create and review').click();
    await plugin.asks('Why recall instead of rereading?');
    await plugin.page.locator('.nf-progress-text', { hasText: '4 new' }).waitFor();
    await plugin.grade(3);
    await reviewIsLogged();
    expect(Object.keys(await vault.snapshot())).toEqual([sample]);
    await plugin.endReview();
    await plugin.page.locator('.nf-panel-today .nf-study:enabled').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('opens the page, not an empty review, when a review is asked for', async () => {
    const plugin = await open({}, { viewport: 'phone' });
    await eventually(async () => {
      await plugin.run('review');
      return plugin.page.locator('.nf-first').isVisible();
    }, 'the page in the sidebar');
    expect(await plugin.page.locator('.nf-review').count()).toBe(0);
  });
});

describe('a vault without tagged notes', () => {
  test('offers notes that have headings, asks for the tag, and reviews the note', async () => {
    const plugin = await open(untagged, { params: { note: 'Shopping.md' } });
    await button(plugin, 'Make cards from “Shopping”').waitFor();
    await button(plugin, 'Make cards from “Tea”').click();
    await button(plugin, 'Add the tag').click();
    await plugin.asks('What is in it?');
    await plugin.grade(3);
    await reviewIsLogged();
    expect(await vault.read('Tea.md')).toBe(`---\ntags:\n  - flashcards\n---\n${tea}`);
    expect(await vault.read('Shopping.md')).toBe(untagged['Shopping.md']);
    expect(plugin.host.errors).toEqual([]);
  });

  test('never overwrites a note that has the name of the sample', async () => {
    const own = { [sample]: '## Mine\n\nMy own text.\n' };
    const plugin = await open(own);
    await button(plugin, 'Try a sample note').click();
    await button(plugin, 'Not now').click();
    await plugin.page.locator('.modal').waitFor({ state: 'detached' });
    expect(await vault.read(sample)).toBe(own[sample]);
  });
});

describe('a vault with schedules of Spaced Repetition', () => {
  test('offers the import in the sidebar, also at the second start, until there is a history', async () => {
    const plugin = await open(srVault);
    await plugin.openSidebar('today');
    await plugin.page.locator('.nf-first').getByRole('button', { name: 'Preview import' }).waitFor();
    await plugin.host.screenshot('first-start-import');
    await plugin.host.reload();
    await plugin.openSidebar('today');
    await plugin.page.locator('.nf-first').getByRole('button', { name: 'Preview import' }).click();
    await plugin.page.getByRole('button', { name: /^Import \d+ schedules$/ }).click();
    await eventually(async () => eventsOf(await vault.logs(), 'x').length > 0, 'the schedules in the log');
    await plugin.page.locator('.nf-first').waitFor({ state: 'detached' });
  });
});

const many = Object.fromEntries(
  Array.from({ length: 5000 }, (_, index) => {
    const number = String(index);
    return [
      `Notes ${String(Math.floor(index / 100))}/Note ${number}.md`,
      `---\ntags: flashcards\n---\n## What is ${number}?\n\nThe number before ${String(index + 1)}.\n`,
    ] as const;
  }),
);

describe('a large vault', () => {
  test('shows its progress, and can be used meanwhile', async () => {
    const plugin = await open(many, { params: { note: 'Notes 0/Note 0.md' } });
    await plugin.openSidebar('today');
    await plugin.page.getByText(/^Indexing [\d,]+ of 5,000$/).waitFor();
    // Nothing is counted that is not known yet.
    const reading = plugin.page.locator('.nf-panel-today', { hasText: 'Indexing' });
    await reading.locator('.nf-counts', { hasText: '–new–learning–due' }).waitFor();
    await reading.locator('.nf-study:enabled', { hasText: /^Study$/ }).waitFor();
    await plugin.host.screenshot('first-start-many');
    await plugin.page.locator('.nf-study').click();
    await plugin.grade(3);
    await reviewIsLogged();
    await plugin.endReview();
    await plugin.page.getByText('Study 20 cards').waitFor({ timeout: 60_000 });
    expect(plugin.host.errors).toEqual([]);
  });

  test('starts the review that is asked for before any note is read as soon as one is', async () => {
    const plugin = await open(many);
    await plugin.run('review');
    await plugin.page.locator('.nf-review').waitFor();
    expect(await plugin.page.locator('.nf-end').count()).toBe(0);
    await plugin.grade(3);
    await reviewIsLogged();
    expect(plugin.host.errors).toEqual([]);
  });
});

test.each(looks)('the page in %s passes the accessibility rules', async (name, options) => {
  const plugin = await open(untagged, { ...options, params: { note: 'Shopping.md' } });
  await plugin.openSidebar('today');
  await button(plugin, 'Try a sample note').waitFor();
  await plugin.host.screenshot(`first-start-${name}`);
  await keepsRules(plugin, '.nf-first');
  await cutsNothingOff(plugin, ['.nf-first']);
  await soon(async () => expect(await plugin.page.locator('.nf-first button').count()).toBe(3));
  if (name !== 'light-wide') return;
  await button(plugin, 'Try a sample note').click();
  await plugin.host.screenshot('first-start-sample');
});

/** The clicks from the first start to the first question; Space and a grade follow. */
const ways: readonly [
  vault: string,
  notes: string | Readonly<Record<string, string>>,
  clicks: readonly string[],
][] = [
  ['empty', {}, ['Try a sample note', 'Create and review']],
  ['untagged', untagged, ['Make cards from “Tea”', 'Add the tag']],
  ['tagged', { 'Tea.md': `---\ntags: flashcards\n---\n${tea}` }, ['Flashcards', 'Study 2 cards']],
  ['of schedules', srVault, ['Study 20 cards']],
];

test.each(ways)(
  'a vault that is %s has a graded card after two clicks and two keys',
  async (name, notes, clicks) => {
    const plugin = await open(notes);
    for (const [at, click] of clicks.entries()) {
      // The ribbon's icons have a name, but no role, as in the app.
      const target = button(plugin, click)
        .or(plugin.page.getByLabel(click, { exact: true }))
        .first();
      await target.waitFor();
      await plugin.host.screenshot(`first-way-${name.replaceAll(' ', '-')}-${at}`);
      await target.click();
    }
    expect(clicks.length).toBeLessThanOrEqual(2);
    await plugin.page.locator('.nf-reveal').waitFor();
    await plugin.host.screenshot(`first-way-${name.replaceAll(' ', '-')}-question`);
    await plugin.press('Space');
    await plugin.page.locator('[data-grade="3"]').waitFor();
    await plugin.press('3');
    await reviewIsLogged();
    expect(plugin.host.errors).toEqual([]);
  },
);
