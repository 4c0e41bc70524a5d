// What can be chosen to study besides what is due, and what a person may ask for on the way: a copy, a notice, no motion.
import { describe, expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const tea =
  '---\ntags: flashcards\n---\n# Tea\n## What is in it?\nWater, *mostly*.\n\n## Where is it from?\nChina.\n';

async function open(): Promise<PluginPage> {
  vault = await bench.openVault({ 'Tea.md': tea });
  return new PluginPage(await vault.open({ params: { note: 'Tea.md' } }));
}

/** Knows both cards at once, on the 14th of January; they come back a week later or more. */
async function learnBoth(plugin: PluginPage): Promise<void> {
  await plugin.setTime(2027, 1, 14, 10, 0);
  await plugin.studyNote();
  for (let card = 0; card < 2; card += 1) await plugin.grade(4);
  await plugin.endReview();
}

async function choose(plugin: PluginPage, text: string): Promise<void> {
  await plugin.run('choose');
  await plugin.page.locator('.prompt input').fill(text);
  await plugin.page.locator('.suggestion-item.is-selected', { hasText: text }).waitFor();
  await plugin.page.keyboard.press('Enter');
}

describe('the choice of what to study', () => {
  test('offers only the leeches, marked as such', async () => {
    const plugin = await open();
    await plugin.setOption('schedule', 'leechLapses', 1);
    await learnBoth(plugin);
    await plugin.setTime(2027, 3, 14, 10, 0);
    await plugin.studyNote();
    const leech = await plugin.question();
    await plugin.grade(1);
    await plugin.endReview();
    await plugin.setTime(2027, 3, 16, 10, 0);
    await choose(plugin, 'Leeches');
    await plugin.asks(leech);
    await plugin.page.locator('.nf-chip-leech').waitFor();
    await plugin.grade(4);
    await plugin.page.locator('.nf-end').waitFor();
  });

  test('responds to a key at once, without rows for earlier input; the search is counted afterwards', async () => {
    const plugin = await open();
    await plugin.run('choose');
    await plugin.page.locator('.prompt input').fill('leeches');
    await plugin.page.locator('.suggestion-item.is-selected', { hasText: 'Leeches' }).waitFor();
    const rows = await plugin.page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>('.prompt input');
      if (field) field.value = 'water';
      field?.dispatchEvent(new InputEvent('input'));
      // No task of the search has run by then.
      await Promise.resolve();
      await Promise.resolve();
      return [...document.querySelectorAll('.suggestion-item')].map(({ textContent }) => textContent);
    });
    expect(rows).toEqual(['Search: water']);
    await plugin.page.locator('.suggestion-item', { hasText: '1 card' }).waitFor();
    await plugin.page.keyboard.press('Enter');
    await plugin.asks('What is in it?');
  });

  test('offers cards ahead of time if nothing is due', async () => {
    const plugin = await open();
    await learnBoth(plugin);
    await plugin.setTime(2027, 1, 19, 10, 0);
    await choose(plugin, 'All due cards');
    await plugin.page.getByText('No cards due now.').waitFor();
    await plugin.endReview();
    await choose(plugin, 'Review ahead: 7 days');
    await plugin.question();
    for (let card = 0; card < 2; card += 1) await plugin.grade(3);
    await plugin.page.locator('.nf-end', { hasText: '2 cards' }).waitFor();
  });
});

test('c copies question and answer as they are in the note', async () => {
  const plugin = await open();
  await plugin.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await plugin.studyNote();
  await plugin.skipTo('What is in it?');
  await plugin.press('c');
  await plugin.said.filter({ hasText: 'copied' }).waitFor();
  expect(await plugin.page.evaluate(() => navigator.clipboard.readText())).toBe(
    'What is in it?\n\nWater, *mostly*.',
  );
});

test('a save is followed by a notice with the number of cards, if the user wants it', async () => {
  const plugin = await open();
  await plugin.setOption('general', 'noticeOnSave', true);
  await plugin.page.locator('.nf-status', { hasText: '2 to study' }).waitFor();
  await vault.save('Tea.md', `${tea}\n## How is it made?\nWith hot water.\n`);
  await plugin.page.locator('.notice', { hasText: '“Tea” has 3 cards.' }).waitFor();
});

test('nothing in a review moves if the user prefers reduced motion', async () => {
  const plugin = await open();
  const moves = (): Promise<boolean> =>
    plugin.page.evaluate(() => {
      const all = [...document.querySelectorAll('.nf-review, .nf-review *')];
      const times = all.flatMap((el) =>
        [null, '::before', '::after'].flatMap((part) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(el, part);
          return [transitionDuration, animationName === 'none' ? '0s' : animationDuration];
        }),
      );
      return times.some((time) => time.split(',').some((one) => parseFloat(one) > 0));
    });
  await plugin.studyNote();
  await plugin.reveal();
  await soon(async () => expect(await moves()).toBe(true));
  await plugin.page.emulateMedia({ reducedMotion: 'reduce' });
  await soon(async () => expect(await moves()).toBe(false));
});
