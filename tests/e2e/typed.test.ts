// Answers that are typed in a review, by keys alone and by touch.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { keepsRules, looks } from './look-rules.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const tea = `---
tags: flashcards
---
## What is in it?
Hot water, mostly.

## How is it made?
- Boil the water.
- Pour it over the leaves.
- Wait three minutes.
`;
const notes = {
  'Tea.md': tea,
  'Moon.md': '---\ntags: flashcards\n---\nThe moon is ==384,400 km== away from us.\n',
  'Code.md': '---\ntags: flashcards\n---\n## How are files listed?\n`ls -l /tmp`\n',
};

async function open(note: string, typed: string, options: PageOptions = {}): Promise<PluginPage> {
  const touch = 'viewport' in options ? { hasTouch: true, isMobile: true } : {};
  vault = await bench.openVault(notes, undefined, touch);
  const plugin = new PluginPage(await vault.open({ ...options, params: { note } }));
  if (typed !== 'off') await plugin.setOption('general', 'typed', typed);
  await plugin.host.openNote(note);
  await plugin.studyNote();
  return plugin;
}

const field = ({ page }: PluginPage) => page.locator('.nf-typed-field');
const status = ({ page }: PluginPage) => page.locator('.nf-typed-status');
const difference = ({ page }: PluginPage): Promise<string[]> =>
  page
    .locator('.nf-typed-text > *')
    .evaluateAll((els) => els.map((el) => `${el.tagName.toLowerCase()} ${el.textContent}`));
const focusIs = ({ page }: PluginPage, selector: string): Promise<unknown> =>
  page.waitForFunction((one) => document.activeElement?.matches(one), selector);

/** Everything that was ever written down: the log, the settings and what the app keeps on the device. */
async function written({ page }: PluginPage): Promise<string> {
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  return kept + JSON.stringify(await vault.logs());
}

describe('a short answer', () => {
  test('is typed, compared and graded by keys alone, and leaves no trace', async () => {
    const plugin = await open('Tea.md', 'short');
    await focusIs(plugin, '.nf-typed-field');
    // Letters and digits that are keys of the review.
    await plugin.page.keyboard.type('3 buxs of WATER');
    expect(await field(plugin).inputValue()).toBe('3 buxs of WATER');
    await plugin.page.keyboard.press('Shift+Enter');
    await plugin.page.keyboard.type('mostly');
    await plugin.page.keyboard.press('Enter');
    await plugin.answer.waitFor();
    expect(await difference(plugin)).toEqual(['del 3 buxs of', 'ins Hot', 'span water, mostly.']);
    expect(await status(plugin).textContent()).toBe(
      'Words right: 2 of 3; wrong: 3 buxs of; missing: Hot. Suggested grade: Again',
    );
    await focusIs(plugin, '[data-grade="1"]');
    await plugin.page.keyboard.press('Enter');
    await plugin.asks('How is it made?');
    const logs = await eventually(async () => {
      const found = eventsOf(await vault.logs(), 'r');
      return found.length === 1 && found;
    }, 'one review');
    expect(logs[0]?.['g']).toBe(1);
    expect(await written(plugin)).not.toContain('buxs');
  });

  test('that is all right suggests Good, and most of it Hard', async () => {
    const plugin = await open('Tea.md', 'short');
    await field(plugin).fill('hot water mostly');
    await field(plugin).press('Enter');
    await focusIs(plugin, '[data-grade="3"]');
    await plugin.press('u');
    await plugin.press('s');
    await plugin.asks('How is it made?');
    // A long one has no field.
    await focusIs(plugin, '.nf-reveal');
    expect(await field(plugin).isVisible()).toBe(false);
    await plugin.press('s');
    await plugin.asks('What is in it?');
    await field(plugin).fill('water mostly');
    await field(plugin).press('Enter');
    await focusIs(plugin, '[data-grade="2"]');
  });

  test('is not shown by the Enter that takes a word of an input method', async () => {
    const plugin = await open('Tea.md', 'all');
    await field(plugin).fill('お茶');
    // As WebKit tells of it: the word first, then the key.
    await field(plugin).evaluate((el) => {
      el.dispatchEvent(new CompositionEvent('compositionend', { data: 'お茶' }));
      el.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      el.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));
    });
    expect(await plugin.page.locator('[data-grade]').count()).toBe(0);
    await field(plugin).press('Enter');
    await focusIs(plugin, '[data-grade="1"]');
  });

  test('left empty is shown as ever', async () => {
    const plugin = await open('Tea.md', 'all');
    await field(plugin).press('Enter');
    await focusIs(plugin, '[data-grade="3"]');
    expect(await status(plugin).textContent()).toBe('');
    await plugin.page.locator('.nf-typed').waitFor({ state: 'hidden' });
  });

  test('can be held to its exact spelling', async () => {
    const plugin = await open('Tea.md', 'off');
    await plugin.endReview();
    await plugin.setOption('general', 'typed', 'all');
    await plugin.setOption('general', 'typedStrict', true);
    await plugin.host.openNote('Tea.md');
    await plugin.studyNote();
    await field(plugin).fill('hot water, mostly.');
    await field(plugin).press('Enter');
    await soon(async () =>
      expect(await difference(plugin)).toEqual(['del hot', 'ins Hot', 'span water, mostly.']),
    );
  });
});

test('Escape leaves the field, in a dialog and in a tab, and only the next one closes', async () => {
  for (const place of ['modal', 'tab']) {
    vault = await bench.openVault(notes);
    const plugin = new PluginPage(await vault.open({ params: { note: 'Tea.md' } }));
    await plugin.setOption('general', 'openReviewsIn', place);
    await plugin.setOption('general', 'typed', 'all');
    await plugin.host.openNote('Tea.md');
    await plugin.studyNote();
    await focusIs(plugin, '.nf-typed-field');
    await plugin.page.keyboard.press('Escape');
    await focusIs(plugin, '.nf-reveal');
    await plugin.endReview();
  }
});

test('a cloze and code are compared with what is hidden, and code with its blanks', async () => {
  const plugin = await open('Moon.md', 'short');
  // The note's title asks for the whole text.
  await focusIs(plugin, '.nf-typed-field');
  await plugin.page.keyboard.press('Escape');
  await plugin.skipTo('The moon is […] away from us.');
  await field(plugin).fill('384,400 miles');
  await field(plugin).press('Enter');
  await soon(async () => expect(await difference(plugin)).toEqual(['span 384,400', 'del miles', 'ins km']));
  await plugin.endReview();
  await plugin.host.openNote('Code.md');
  await plugin.studyNote();
  await field(plugin).fill('ls -l  /tmp');
  await field(plugin).press('Enter');
  await soon(async () => {
    const shown = await difference(plugin);
    expect(shown.filter((piece) => !piece.startsWith('span'))).not.toEqual([]);
  });
  expect((await difference(plugin)).join('')).toContain('␣');
});

test('a long answer becomes points: those named are ticked, and the ticks suggest the grade', async () => {
  const plugin = await open('Tea.md', 'all');
  await focusIs(plugin, '.nf-typed-field');
  await plugin.page.keyboard.press('Escape');
  await plugin.press('s');
  await plugin.asks('How is it made?');
  await focusIs(plugin, '.nf-typed-field');
  await plugin.page.keyboard.type('boil water');
  await plugin.page.keyboard.press('Enter');
  const boxes = plugin.page.locator('.nf-point input');
  await boxes.nth(2).waitFor();
  expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([
    true,
    false,
    false,
  ]);
  await status(plugin).filter({ hasText: 'Points: 1 of 3. Suggested grade: Again' }).waitFor();
  await focusIs(plugin, '[data-grade="1"]');
  await boxes.nth(1).focus();
  await plugin.page.keyboard.press('Space');
  await status(plugin).filter({ hasText: 'Points: 2 of 3. Suggested grade: Hard' }).waitFor();
  await plugin.page.keyboard.press('Enter');
  await focusIs(plugin, '[data-grade="2"]');
  await boxes.nth(2).focus();
  await plugin.page.keyboard.press('Space');
  await status(plugin).filter({ hasText: 'Suggested grade: Good' }).waitFor();
  // The keys of the grades work from a point, too.
  await plugin.page.keyboard.press('2');
  await plugin.asks('What is in it?');
  const [review] = await eventually(async () => {
    const found = eventsOf(await vault.logs(), 'r');
    return found.length === 1 && found;
  }, 'one review');
  expect(review?.['g']).toBe(2);
});

test('typing is switched for a running review, and the next one is as set', async () => {
  const plugin = await open('Tea.md', 'off');
  expect(await field(plugin).count()).toBe(0);
  await plugin.press('t');
  await focusIs(plugin, '.nf-typed-field');
  await plugin.page.keyboard.press('Escape');
  await plugin.page.locator('.nf-tool-more').click();
  await plugin.page.locator('.menu-item', { hasText: 'Type answers' }).click();
  await field(plugin).waitFor({ state: 'detached' });
  await plugin.press('t');
  await field(plugin).waitFor();
  await plugin.page.keyboard.press('Escape');
  await plugin.endReview();
  await plugin.studyNote();
  await plugin.reveal();
  expect(await plugin.page.locator('.nf-typed').count()).toBe(0);
});

test('the setting is found in the words that people of Anki know', async () => {
  const plugin = await open('Tea.md', 'off');
  await plugin.endReview();
  await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
  await plugin.page.locator('.nf-settings-search input').fill('type in the answer');
  await plugin.page.locator('[data-option="general.typed"]').waitFor();
  await plugin.page.locator('[data-option="general.swipe"]').waitFor({ state: 'hidden' });
});

test.each(looks)('keeps the rules for everyone: %s', async (name, options) => {
  const plugin = await open('Tea.md', 'all', options);
  const isPhone = 'viewport' in options;
  await field(plugin).waitFor();
  // A phone's keyboard would cover the question.
  if (isPhone) await focusIs(plugin, '.nf-reveal');
  await plugin.host.screenshot(`typed-field-${name}`);
  await keepsRules(plugin, '.nf-review');
  await field(plugin).fill('cold water');
  if (isPhone) await plugin.page.locator('.nf-reveal').tap();
  else await field(plugin).press('Enter');
  await status(plugin).filter({ hasText: 'Suggested' }).waitFor();
  await plugin.host.screenshot(`typed-words-${name}`);
  await keepsRules(plugin, '.nf-review');
  const good = plugin.page.locator('[data-grade="3"]');
  if (isPhone) await good.tap();
  else await good.click();
  await plugin.asks('How is it made?');
  await field(plugin).fill('First one boils the water, and then it is all poured over some leaves of tea.');
  if (isPhone) await plugin.page.locator('.nf-reveal').tap();
  else await field(plugin).press('Enter');
  const last = plugin.page.locator('.nf-point').nth(2);
  if (isPhone) await last.tap();
  else await last.click();
  await status(plugin).filter({ hasText: 'Points: 3 of 3' }).waitFor();
  await plugin.host.screenshot(`typed-points-${name}`);
  await keepsRules(plugin, '.nf-review');
});
