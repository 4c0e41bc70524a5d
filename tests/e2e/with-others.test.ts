// Beside other plugins and themes: their blocks are drawn in our screens as in a note, what fails there breaks nothing,
// and our screens can be read in the colours of Minimal and Border, by their documented variables.
import { describe, expect, test } from '@jest/globals';
import { isLegible } from './legible.ts';
import { cutsNothingOff } from './look-rules.ts';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = 'Papers/A Two-Process Model of Sleep Regulation.md';

describe('blocks of other plugins', () => {
  const text = `---
tags: flashcards
cssclasses:
  - wide-page
---
## What is sleep pressure?
The need for sleep.

\`\`\`dataview
LIST FROM #paper
\`\`\`

\`\`\`ad-note
title: A remark
Slow waves come from the cortex.
\`\`\`

\`\`\`tasks
not done
\`\`\`

It grows \`= this.rating\` while awake. [level:: high]

## Next
Text.
`;

  async function open(): Promise<PluginPage> {
    const vault = await bench.openVault({ 'A.md': text });
    const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
    // What those plugins do to a block: one draws late, one makes boxes that can be ticked, one fails.
    await plugin.page.evaluate(() => {
      const other = window.host?.plugin;
      other?.registerMarkdownCodeBlockProcessor('ad-note', (source, el) => {
        el.createDiv({ cls: 'callout admonition', text: source.split('\n').slice(1).join('\n') });
      });
      other?.registerMarkdownCodeBlockProcessor('dataview', async (_, el) => {
        await new Promise((done) => window.setTimeout(done, 50));
        const list = el.createEl('ul', 'dataview list-view-ul');
        for (let item = 0; item < 30; item += 1) list.createEl('li', { text: `Paper ${String(item)}` });
      });
      other?.registerMarkdownCodeBlockProcessor('tasks', () => {
        throw new Error('tasks is not ready');
      });
      other?.registerMarkdownPostProcessor((el) => {
        for (const code of el.findAll('code')) if (code.textContent?.startsWith('=')) code.setText('4');
      });
    });
    return plugin;
  }

  test('are drawn in a review as in a note, and one that fails leaves the rest', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.skipTo('What is sleep pressure?');
    await plugin.reveal();
    if (await plugin.page.locator('.nf-answer-rest').count()) await plugin.press('a');
    await plugin.answer.locator('.admonition', { hasText: 'Slow waves' }).waitFor();
    await plugin.answer.locator('.dataview li', { hasText: 'Paper 29' }).waitFor();
    await plugin.answer.locator('p', { hasText: 'while awake' }).waitFor();
    await plugin.host.screenshot('with-others-blocks');
    expect(await plugin.question()).toBe('What is sleep pressure?');
    // The buttons can still be reached.
    await plugin.press('3');
    await plugin.asks('Next');
  });

  test('ask nothing, are no question in a list, and change no note', async () => {
    const plugin = await open();
    await plugin.openSidebar('note');
    await soon(async () => expect(await plugin.rows()).toEqual(['What is sleep pressure?', 'Next']));
    await plugin.run('open-cards');
    await plugin.page.locator('.nf-grid .nf-row', { hasText: 'sleep pressure' }).click();
    await plugin.page.locator('.nf-cards-pane .admonition').waitFor();
  });
});

const looks = (['minimal', 'border'] as const).flatMap((look) =>
  (['light', 'dark'] as const).map((theme) => [look, theme] as const),
);

describe.each(looks)('in the colours of %s, %s', (look, theme) => {
  async function open(viewport?: 'phone'): Promise<PluginPage> {
    const vault = await bench.openVault();
    const options = viewport ? { viewport } : {};
    return new PluginPage(await vault.open({ theme, ...options, params: { note, look } }));
  }

  test('the sidebar, a review and its end can be read', async () => {
    const plugin = await open();
    for (const [tab, drawn] of [
      ['today', '.nf-study:enabled'],
      ['note', '[data-card]'],
      ['decks', '.nf-deck-name'],
    ] as const) {
      await plugin.openSidebar(tab);
      await plugin.page.locator(drawn).first().waitFor();
      await isLegible(plugin, '.nf-sidebar');
      await plugin.host.screenshot(`with-${look}-${theme}-${tab}`);
    }
    await plugin.studyNote();
    await isLegible(plugin, '.nf-review');
    await plugin.reveal();
    await plugin.host.screenshot(`with-${look}-${theme}-review`);
    await isLegible(plugin, '.nf-review');
    await cutsNothingOff(plugin, ['.nf-review', '.nf-review-body']);
    expect(plugin.host.errors).toEqual([]);
  });

  test('the card list, the statistics and the page of checks can be read', async () => {
    const plugin = await open();
    await plugin.studyNote();
    for (const grade of [4, 3, 1] as const) await plugin.grade(grade);
    await plugin.endReview();
    for (const [command, screen, drawn] of [
      ['open-cards', '.nf-cards', '.nf-row'],
      ['statistics', '.nf-statistics', 'svg'],
      ['tidy', '.nf-tidy-page', '.nf-tidy-row'],
    ] as const) {
      await plugin.run(command);
      await plugin.page.locator(`${screen} ${drawn}`).first().waitFor();
      await isLegible(plugin, screen);
      await plugin.host.screenshot(`with-${look}-${theme}-${command}`);
    }
    expect(plugin.host.errors).toEqual([]);
  });

  test('the settings can be read', async () => {
    const plugin = await open();
    await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    await plugin.page.locator('.nf-preview-count').waitFor({ state: 'attached' });
    await isLegible(plugin, '.vertical-tab-content');
    await plugin.host.screenshot(`with-${look}-${theme}-settings`);
    expect(plugin.host.errors).toEqual([]);
  });

  test('a review on a phone can be read', async () => {
    const plugin = await open('phone');
    await plugin.studyNote();
    await plugin.reveal();
    await isLegible(plugin, '.nf-review');
    await plugin.host.screenshot(`with-${look}-${theme}-phone`);
  });
});
