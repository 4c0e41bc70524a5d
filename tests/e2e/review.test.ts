// What can be done with a card in a review.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, eventually, PluginPage } from './plugin-page.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const tea = `---
tags: flashcards
---
# Tea
## What is in it?
Water, mostly.

## How is it made?
- Boil the water.
- Pour it over the leaves.

Wait three minutes.

## Where is it from?
China. See [[Cup]].
`;

const notes = {
  'Tea.md': tea,
  'Cup.md': '---\ntags: flashcards\nsummary: Holds tea.\n---\n# Cup\n## What is it made of?\nClay.\n',
};

async function open(options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  return new PluginPage(await vault.open({ ...options, params: { note: 'Tea.md', ...options.params } }));
}

/** Waits until the log on disk has that many events of a kind, and gives them. */
function logged(kind: string, count: number): Promise<Record<string, unknown>[]> {
  return eventually(
    async () => {
      const found = eventsOf(await vault.logs(), kind);
      return found.length >= count && found;
    },
    `${String(count)} events of kind ${kind}`,
  );
}

describe('undo', () => {
  test('goes back many levels, also from the end of the session', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    for (let card = 0; card < 3; card += 1) await plugin.grade(4);
    await plugin.page.locator('.nf-end').waitFor();
    for (let level = 0; level < 3; level += 1) await plugin.page.keyboard.press('u');
    expect(await plugin.question()).toBe(first);
    expect(await logged('u', 3)).toHaveLength(3);
  });

  test('works after a restart', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(4);
    const [review] = await logged('r', 1);
    await plugin.host.reload();
    await plugin.openSidebar('today');
    await plugin.run('undo');
    const [undo] = await logged('u', 1);
    expect(undo?.['e']).toBe(review?.['i']);
  });
});

describe('a key', () => {
  test.each([
    ['b', 'buried', /hidden until tomorrow/i],
    ['x', 'suspended', /not a card/i],
    ['f', 'flag', /flagged/i],
    ['r', 'reset', /forgotten/i],
  ])('%s writes down that the card is %s, and says so', async (key, field, said) => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.page.keyboard.press(key);
    await plugin.said.filter({ hasText: said }).waitFor();
    const [event] = await logged('x', 1);
    expect(event?.['w']).toBe(field);
  });

  test('s puts the card at the end and writes nothing', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    await plugin.page.keyboard.press('s');
    await plugin.said.filter({ hasText: /skipped/i }).waitFor();
    expect(await plugin.question()).not.toBe(first);
    await plugin.page.keyboard.press('Escape');
    await plugin.page.waitForTimeout(300);
    expect(eventsOf(await vault.logs())).toEqual([]);
  });

  test('? shows every key, and the review has the focus again afterwards', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.page.keyboard.press('?');
    await plugin.page.locator('.nf-keys', { hasText: 'Bury until tomorrow' }).waitFor();
    await plugin.page.keyboard.press('Escape');
    await plugin.page.locator('.nf-keys').waitFor({ state: 'detached' });
    await plugin.reveal();
  });

  test('i tells why a card is due, with its reviews and its forgetting curve', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(1);
    for (let others = 0; others < 2; others += 1) await plugin.grade(4);
    await plugin.question();
    await plugin.page.keyboard.press('i');
    await plugin.page.locator('.nf-reviews td', { hasText: 'Again' }).waitFor();
    await plugin.page.locator('svg.nf-curve').waitFor();
    await plugin.host.screenshot('review-info');
  });

  test('e opens the note in the editor; the card has the new text on the way back', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.page.keyboard.press('e');
    await plugin.page.locator('.nf-review').waitFor({ state: 'detached' });
    await vault.save('Tea.md', tea.replace('Water, mostly.', 'Water and leaves.'));
    await plugin.page.waitForTimeout(800);
    await plugin.run('resume');
    await plugin.reveal();
    expect(await plugin.answer.textContent()).toContain('Water and leaves.');
  });
});

describe('a session', () => {
  test('shows a card that was not known again, and tells the end in words', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    await plugin.grade(1);
    await plugin.grade(4);
    await plugin.grade(4);
    expect(await plugin.question()).toBe(first);
    await plugin.grade(4);
    const end = await plugin.page.locator('.nf-end').textContent();
    expect(end).toMatch(/4 cards .*“again” 1 time \(25 %\)/);
    await plugin.host.screenshot('review-end');
  });

  test('shows an answer part by part', async () => {
    const plugin = await open();
    await plugin.setOption('general', 'stepByStep', true);
    await plugin.studyNote();
    while ((await plugin.question()) !== 'How is it made?') await plugin.page.keyboard.press('s');
    const visible = () => plugin.answer.locator('li:visible, p:visible').allTextContents();
    await plugin.page.keyboard.press('Space');
    await plugin.answer.waitFor();
    expect(await visible()).toEqual(['Boil the water.']);
    await plugin.page.keyboard.press('Space');
    await plugin.page.keyboard.press('Space');
    await plugin.page.locator('[data-grade="3"]').waitFor();
    expect(await visible()).toEqual(['Boil the water.', 'Pour it over the leaves.', 'Wait three minutes.']);
  });

  test('offers the rest of a note after what is due', async () => {
    const plugin = await open();
    await plugin.studyNote();
    for (let card = 0; card < 3; card += 1) await plugin.grade(4);
    await plugin.page.evaluate(() => window.host?.setClockOffset(2 * 86_400_000));
    await plugin.page.keyboard.press('Escape');
    await plugin.run('study-note');
    await plugin.page.getByRole('button', { name: /go on with the rest/i }).click();
    await plugin.question();
  });

  test('as practice, writes nothing down', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    await plugin.page.getByRole('button', { name: 'Practise' }).click();
    await plugin.question();
    await plugin.grade(3);
    await plugin.page.waitForTimeout(2500);
    expect(eventsOf(await vault.logs())).toEqual([]);
  });

  test('lets a person look into a linked note after the answer', async () => {
    const plugin = await open();
    await plugin.studyNote();
    while ((await plugin.question()) !== 'Where is it from?') await plugin.page.keyboard.press('s');
    expect(await plugin.page.locator('.nf-peek-note').count()).toBe(0);
    await plugin.reveal();
    await plugin.page.locator('.nf-peek-note', { hasText: 'Cup' }).click();
    await plugin.page.locator('.nf-peek-text', { hasText: 'Holds tea.' }).waitFor();
    await plugin.host.screenshot('review-peek');
  });

  test.each(['sidebar', 'tab'])('runs in a %s as in a window', async (place) => {
    const plugin = await open();
    await plugin.setOption('general', 'openReviewsIn', place);
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.question();
    expect(await plugin.page.locator('.modal').count()).toBe(0);
    await plugin.host.screenshot(`review-in-${place}`);
    expect(await logged('r', 1)).toHaveLength(1);
    expect(plugin.host.errors).toEqual([]);
  });
});
