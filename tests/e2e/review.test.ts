// What can be done with a card in a review.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
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
  'Moon.md':
    '---\ntags: flashcards\n---\nThe moon is ==384,400 km== away, and ==27 days== bring it around.\n',
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

/** A finger across the card, as the browser sees one. */
async function swipe(plugin: PluginPage, way: 'left' | 'right'): Promise<void> {
  const box = await plugin.page.locator('.nf-review-body').boundingBox();
  const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  const [from, to] = way === 'right' ? [90, 290] : [290, 90];
  const session = await plugin.page.context().newCDPSession(plugin.page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y }] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: to, y }] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** Reviews one card, and shows that nothing else was ever written down: events are appended in their order. */
async function onlyOneReviewIsLogged(plugin: PluginPage): Promise<void> {
  await plugin.host.openNote('Tea.md');
  await plugin.studyNote();
  await plugin.grade(3);
  await logged('r', 1);
  expect(eventsOf(await vault.logs()).map(({ k }) => k)).toEqual(['c', 'r']);
}

describe('a cloze', () => {
  test('fills its gap where it is', async () => {
    const plugin = await open();
    await plugin.host.openNote('Moon.md');
    await plugin.studyNote();
    await plugin.skipTo('The moon is […] away, and 27 days bring it around.');
    const blank = plugin.page.locator('.nf-question mark.nf-gap');
    await blank.filter({ hasText: '[…]' }).waitFor();
    const before = await plugin.page.locator('.nf-question p, .nf-question h3').boundingBox();
    await plugin.reveal();
    await plugin.page.locator('.nf-answer mark.nf-gap', { hasText: '384,400 km' }).waitFor();
    expect(await blank.isVisible()).toBe(false);
    // The other highlight is no gap.
    expect(await plugin.page.locator('.nf-answer mark').count()).toBe(2);
    expect(await plugin.page.locator('.nf-answer mark.nf-gap').count()).toBe(1);
    expect((await plugin.answer.boundingBox())?.y).toBe(before?.y);
  });
});

describe('what an answer did', () => {
  test('shows for a moment with an undo, and disappears by itself', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    await plugin.grade(3);
    await plugin.said.filter({ hasText: /: in \d/ }).waitFor();
    await plugin.said.getByRole('button', { name: 'Undo' }).click();
    await plugin.asks(first);
    await plugin.page.locator('.nf-said:not(.is-shown)').waitFor({ state: 'attached' });
    expect(await plugin.said.textContent()).toBe('');
  });
});

describe('undo', () => {
  test('goes back many levels, also from the end of the session', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    for (let card = 0; card < 3; card += 1) await plugin.grade(4);
    await plugin.page.locator('.nf-end').waitFor();
    for (let level = 0; level < 3; level += 1) {
      await plugin.press('u');
      await plugin.said.filter({ hasText: /^Undid: Easy on “.+”\.$/ }).waitFor();
    }
    await plugin.asks(first);
    expect(await logged('u', 3)).toHaveLength(3);
    for (let level = 0; level < 3; level += 1) {
      await plugin.press('Shift+U');
      await plugin.said.filter({ hasText: /^Redid: Easy on “.+”\.$/ }).waitFor();
    }
    await plugin.page.locator('.nf-end', { hasText: '3 cards, 3 reviews' }).waitFor();
  });

  test('works after a restart', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(4);
    const [review] = await logged('r', 1);
    await plugin.host.reload();
    await plugin.openSidebar('today');
    await plugin.run('undo');
    await plugin.page.locator('.notice', { hasText: /Undid: Easy on “.+”\./ }).waitFor();
    const [undo] = await logged('u', 1);
    expect(undo?.['e']).toBe(review?.['i']);
    await plugin.run('redo');
    await plugin.page.locator('.notice', { hasText: /Redid: Easy on “.+”\./ }).waitFor();
  });
});

describe('a key', () => {
  test.each([
    ['b', 'buried', /buried until tomorrow/i],
    ['x', 'suspended', /card suspended/i],
    ['Control+3', 'flag', /Flag: Green/],
  ])('%s records that the card is %s, and says so', async (key, field, said) => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.press(key);
    await plugin.said.filter({ hasText: said }).waitFor();
    const [event] = await logged('x', 1);
    expect(event?.['w']).toBe(field);
  });

  test('f offers the seven flags, each in its color', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.press('f');
    const items = plugin.page.locator('.menu-item');
    await items.first().waitFor();
    const names = ['Red', 'Orange', 'Green', 'Blue', 'Pink', 'Turquoise', 'Purple'];
    expect(await items.allTextContents()).toEqual(names);
    const colors = await items
      .locator('svg')
      .evaluateAll((all) => all.map((svg) => getComputedStyle(svg).stroke));
    expect(new Set(colors).size).toBe(names.length);
    await items.nth(5).click();
    await plugin.said.filter({ hasText: /^Flag: Turquoise/ }).waitFor();
    await plugin.page.locator('.nf-flag-6', { hasText: 'Turquoise' }).waitFor();
    expect((await logged('x', 1))[0]).toMatchObject({ w: 'flag', v: 6 });
  });

  test('resets nothing by itself: the menu does, after a yes', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const reset = async (answer: string): Promise<void> => {
      await plugin.page.locator('.nf-tool-more').click();
      await plugin.page.locator('.menu-item', { hasText: 'Reset card…' }).click();
      await plugin.page.getByRole('button', { name: answer, exact: true }).click();
    };
    await plugin.press('r');
    await reset('Cancel');
    await reset('Reset');
    await plugin.said.filter({ hasText: /card reset to new/i }).waitFor();
    expect((await logged('x', 1)).map(({ w }) => w)).toEqual(['reset']);
  });

  test('of the user works, and two grades are offered where that is set', async () => {
    const plugin = await open();
    await plugin.setOption('general', 'keys', { bury: ['h'], good: ['2'], hard: [] });
    await plugin.setOption('general', 'twoButtons', true);
    await plugin.studyNote();
    await plugin.reveal();
    expect(await plugin.page.locator('.nf-grade-name').allTextContents()).toEqual(['Again1', 'Good2']);
    await plugin.press('2');
    await plugin.said.filter({ hasText: /: in \d/ }).waitFor();
    await plugin.press('h');
    await plugin.said.filter({ hasText: /buried until tomorrow/i }).waitFor();
    expect((await logged('r', 1))[0]).toMatchObject({ g: 3 });
  });

  test('s moves the card to the end and records nothing', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    await plugin.press('s');
    await plugin.said.filter({ hasText: /skipped/i }).waitFor();
    await soon(async () => expect(await plugin.question()).not.toBe(first));
    await plugin.endReview();
    await onlyOneReviewIsLogged(plugin);
  });

  test('? shows every key, and the review has the focus again afterwards', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.press('?');
    await plugin.page.locator('.nf-keys', { hasText: 'Bury until tomorrow' }).waitFor();
    await plugin.page.keyboard.press('Escape');
    await plugin.page.locator('.nf-keys').waitFor({ state: 'detached' });
    await plugin.reveal();
  });

  test('i shows why a card is due, with its reviews and its forgetting curve', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(1);
    for (let others = 0; others < 2; others += 1) await plugin.grade(4);
    await plugin.question();
    await plugin.press('i');
    await plugin.page.locator('.nf-reviews td', { hasText: 'Again' }).waitFor();
    await plugin.page.locator('svg.nf-curve').waitFor();
    await plugin.host.screenshot('review-info');
  });

  test('e opens the note in the editor; afterwards the card has the new text', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.press('e');
    await plugin.page.locator('.nf-review').waitFor({ state: 'detached' });
    await plugin.page.waitForFunction(
      () => window.host?.app.workspace.activeEditor?.editor?.getCursor().line === 4,
    );
    await vault.save('Tea.md', tea.replace('Water, mostly.', 'Water and leaves.'));
    await plugin.run('resume');
    await plugin.reveal();
    await plugin.answer.filter({ hasText: 'Water and leaves.' }).waitFor();
  });
});

describe('a session', () => {
  test('shows a forgotten card again, and sums up at the end', async () => {
    const plugin = await open();
    await plugin.studyNote();
    const first = await plugin.question();
    await plugin.grade(1);
    await plugin.grade(4);
    await plugin.grade(4);
    await plugin.asks(first);
    await plugin.grade(4);
    const end = plugin.page.locator('.nf-end', { hasText: /3 cards, 4 reviews, .*Again 1 time \(25%\)/ });
    await end.waitFor();
    await plugin.host.screenshot('review-end');
    // All were new today: there is no retention to tell.
    expect(await end.locator('.nf-end-day div').allTextContents()).toEqual([
      expect.stringMatching(/due tomorrow\.$/),
      '1-day streak',
    ]);
    const hard = end.locator('.nf-end-hard button');
    expect(await hard.allTextContents()).toEqual([expect.stringContaining(first)]);
    await hard.press('Enter');
    await plugin.page.locator('.nf-end').waitFor({ state: 'detached' });
    await plugin.run('resume');
    await plugin.page.locator('.nf-end-hard').waitFor();
  });

  test('shows an answer part by part', async () => {
    const plugin = await open();
    await plugin.setOption('general', 'stepByStep', true);
    await plugin.studyNote();
    await plugin.skipTo('How is it made?');
    const shows = (parts: readonly string[]) =>
      soon(async () => {
        expect(await plugin.answer.locator('li:visible, p:visible').allTextContents()).toEqual(parts);
      });
    const parts = ['Boil the water.', 'Pour it over the leaves.', 'Wait three minutes.'];
    for (let shown = 1; shown <= parts.length; shown += 1) {
      await plugin.press('Space');
      await shows(parts.slice(0, shown));
    }
    await plugin.page.locator('[data-grade="3"]').waitFor();
  });

  test('grades by a swipe once that is turned on', async () => {
    const plugin = await open({ viewport: 'phone' });
    await plugin.setOption('general', 'swipe', true);
    await plugin.studyNote();
    await plugin.question();
    await swipe(plugin, 'right');
    await plugin.page.locator('[data-grade="3"]').waitFor();
    await swipe(plugin, 'right');
    expect(await logged('r', 1)).toMatchObject([{ g: 3 }]);
    await plugin.page.locator('.nf-reveal').waitFor();
    await swipe(plugin, 'left');
    await plugin.page.locator('[data-grade="1"]').waitFor();
    await swipe(plugin, 'left');
    expect(await logged('r', 2)).toMatchObject([{ g: 3 }, { g: 1 }]);
  });

  test('offers the rest of a note after what is due', async () => {
    const plugin = await open();
    await plugin.studyNote();
    for (let card = 0; card < 3; card += 1) await plugin.grade(4);
    await plugin.page.evaluate(() => window.host?.setClockOffset(2 * 86_400_000));
    await plugin.endReview();
    await plugin.run('study-note');
    await plugin.page.getByRole('button', { name: /study \d+ more/i }).click();
    await plugin.question();
  });

  test('as practice, records nothing', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    await plugin.page.getByRole('button', { name: 'Practice' }).click();
    await plugin.question();
    await plugin.grade(3);
    await plugin.endReview();
    await onlyOneReviewIsLogged(plugin);
  });

  test('lets the user look into a linked note after the answer', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.skipTo('Where is it from?');
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
