// The whole path, in the built plugin: from a note to a reviewed card.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const plainNote = '# Tea\n\n## What is in it?\n\nWater, mostly.\n';

async function open(note: string, options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault();
  await vault.save('Inbox/Tea.md', plainNote);
  return new PluginPage(await vault.open({ ...options, params: { note, ...options.params } }));
}

describe('from a note to a card', () => {
  test('a note that is saved has its new card in the sidebar', async () => {
    const plugin = await open('Forgetting Curve.md');
    await plugin.openSidebar('note');
    await plugin.row('What did Ebbinghaus measure?').waitFor();
    const text = await vault.read('Forgetting Curve.md');
    await vault.save('Forgetting Curve.md', `${text}\n\n## Who was first?\n\nEbbinghaus, in 1885.\n`);
    await plugin.row('Who was first?').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('a note without the tag is offered it, and is left alone on a no', async () => {
    const plugin = await open('Inbox/Tea.md');
    const before = await vault.snapshot();
    await plugin.run('study-note');
    await plugin.page.getByRole('button', { name: 'Not now' }).click();
    await plugin.page.locator('.modal').waitFor({ state: 'detached' });
    expect(await vault.snapshot()).toEqual(before);
  });

  test('a note without the tag gets it on a yes, and is then studied', async () => {
    const plugin = await open('Inbox/Tea.md');
    await plugin.run('study-note');
    await plugin.page.getByText('1 card: What is in it?').waitFor();
    await plugin.page.getByRole('button', { name: 'Add the tag' }).click();
    await plugin.asks('What is in it?');
    const after = await vault.read('Inbox/Tea.md');
    expect(after).toBe(`---\ntags:\n  - flashcards\n---\n${plainNote}`);
  });
});

describe('a review', () => {
  test('writes one line to the log and no byte to a note, and is there after a reload', async () => {
    const plugin = await open('Forgetting Curve.md');
    const before = await vault.snapshot();
    await plugin.studyNote();
    await plugin.grade(3);
    const reviews = await eventually(async () => {
      const found = eventsOf(await vault.logs(), 'r');
      return found.length > 0 && found;
    }, 'the review in the log');
    expect(reviews).toMatchObject([{ g: 3 }]);
    expect(await vault.snapshot()).toEqual(before);
    await plugin.host.reload();
    await plugin.openSidebar('note');
    await plugin.page.locator('.nf-row-hint', { hasText: 'learning' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('shows the source of a card when asked, and continues where it was', async () => {
    const plugin = await open('Start here.md');
    await plugin.host.openNote('Forgetting Curve.md');
    await plugin.studyNote();
    const question = await plugin.question();
    await plugin.press('j');
    await plugin.page.locator('.nf-review').waitFor({ state: 'detached' });
    await plugin.page.getByRole('button', { name: 'Resume', exact: true }).click();
    await plugin.asks(question);
  });

  test('opens a note that a card links to', async () => {
    const plugin = await open('Memory/Spacing Effect.md');
    await studyUntil(plugin, 'a.internal-link:not(.is-unresolved)');
    const link = plugin.answer.locator('a.internal-link:not(.is-unresolved)').first();
    const name = (await link.getAttribute('data-href')) ?? '';
    const linked = name.replace(/^.*\//, '').replace(/#.*$/, '');
    await link.click();
    await plugin.page.locator('.nf-review').waitFor({ state: 'detached' });
    // The review is gone before the note is open: what is in front just then is the old note.
    await soon(async () => expect(await plugin.host.activePath()).toContain(linked));
  });

  test('previews a link on hover', async () => {
    const plugin = await open('Memory/Spacing Effect.md');
    await studyUntil(plugin, 'a.internal-link:not(.is-unresolved)');
    await plugin.host.preview(plugin.answer.locator('a.internal-link:not(.is-unresolved)').first());
    await plugin.press('3');
    await plugin.page.locator('.hover-popover').waitFor({ state: 'detached' });
  });

  test('shows a link to a missing note as missing', async () => {
    const plugin = await open('Papers/Test-Enhanced Learning (Roediger & Karpicke, 2006).md');
    await studyUntil(plugin, 'a.internal-link.is-unresolved');
    await plugin.answer.locator('a.internal-link.is-unresolved').first().waitFor();
  });
});

/** Goes through the cards of the note in front until an answer has what is wanted. */
async function studyUntil(plugin: PluginPage, selector: string): Promise<void> {
  await plugin.studyNote();
  for (let cards = 0; cards < 30; cards += 1) {
    await plugin.reveal();
    if ((await plugin.answer.locator(selector).count()) > 0) return;
    await plugin.press('4');
    await plugin.page.locator('.nf-reveal, .nf-end').first().waitFor();
    if ((await plugin.page.locator('.nf-end').count()) > 0) break;
  }
  throw new Error(`no answer with ${selector}`);
}

describe('on every screen', () => {
  test.each([
    ['light, wide', 'first-light-wide', { theme: 'light' }],
    ['dark, wide', 'first-dark-wide', { theme: 'dark' }],
    ['light, on a phone', 'first-light-phone', { theme: 'light', viewport: 'phone' }],
    ['dark, on a phone', 'first-dark-phone', { theme: 'dark', viewport: 'phone' }],
  ] as const)('%s: question, answer and grades are visible', async (_name, shot, options) => {
    const plugin = await open('Papers/A Two-Process Model of Sleep Regulation.md', options);
    await plugin.studyNote();
    await plugin.reveal();
    await plugin.page.locator('[data-grade="1"]').waitFor();
    await soon(async () => {
      const box = await plugin.page.locator('[data-grade="1"]').boundingBox();
      const view = plugin.page.viewportSize();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(view?.height ?? 0);
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    });
    await plugin.host.screenshot(shot);
    expect(plugin.host.errors).toEqual([]);
  });
});
