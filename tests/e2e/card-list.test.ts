// The list of all cards: finding, selecting, and what can be done with many at once.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const head = (deck: string) => `---\ntags: flashcards/${deck}\n---\n`;
const many = Array.from({ length: 300 }, (_, nth) => `## Question ${String(nth)}\nAnswer.\n`).join('\n');
const notes = {
  'A.md': `${head('ml')}## Alpha\nIt is of [[Chinchilla]].\n\n## Bravo\nPlain tea.\n\n> [!tip] Charlie\n> A callout.\n`,
  'Folder/B.md': `${head('ml/nlp')}## Delta\nOf $x$.\n`,
  'Many.md': `${head('many')}${many}`,
};

async function open(options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  const plugin = new PluginPage(
    await vault.open({ ...options, params: { note: 'A.md', ...options.params } }),
  );
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid .nf-row').first().waitFor();
  return plugin;
}

const count = (plugin: PluginPage, text: string) =>
  plugin.page.locator('.nf-cards-count', { hasText: text }).waitFor();
const row = (plugin: PluginPage, question: string) =>
  plugin.page.locator('.nf-grid .nf-row', { hasText: question }).first();
const selected = (plugin: PluginPage) =>
  plugin.page.locator('.nf-grid [aria-selected="true"] .nf-cell-question').allTextContents();

function isSelected(plugin: PluginPage, questions: readonly string[]): Promise<void> {
  return soon(async () => expect(await selected(plugin)).toEqual(questions));
}

describe('the list of cards', () => {
  test('finds by words and conditions, and says where a search is malformed', async () => {
    const plugin = await open();
    const field = plugin.page.locator('.nf-query');
    await count(plugin, '304 cards');
    await field.fill('deck:ml -source:callout');
    await count(plugin, '3 of 304 cards');
    await field.fill('link:"Chinchilla"');
    await count(plugin, '1 of 304 cards');
    await row(plugin, 'Alpha').waitFor();
    await field.fill('answer:tea or delta');
    await count(plugin, '2 of 304 cards');
    await field.fill('lapse>3');
    await plugin.page.locator('.nf-query-place mark', { hasText: 'lapse' }).waitFor();
    await plugin.page.getByText('Column 1: unknown field “lapse”. Did you mean lapses?').waitFor();
    await plugin.host.screenshot('cards-problem');
    await field.fill('nothing like it');
    await plugin.page.getByText('No matching cards.').waitFor();
    await field.fill('');
    await count(plugin, '304 cards');
    expect(plugin.host.errors).toEqual([]);
  });

  test('sorts by a column, ascending, descending and back', async () => {
    const plugin = await open();
    const first = async (question: string) =>
      eventually(
        async () =>
          (await plugin.page.locator('.nf-grid .nf-row[data-index="0"]').textContent())?.startsWith(question),
        `${question} first`,
      );
    const header = plugin.page.getByRole('columnheader', { name: 'Question' });
    await header.getByRole('button').click();
    await plugin.page.locator('[aria-sort="ascending"]').waitFor();
    await first('Alpha');
    await header.getByRole('button').press('Enter');
    await plugin.page.locator('[aria-sort="descending"]').waitFor();
    await first('Question 99');
    await header.getByRole('button').press('Enter');
    await plugin.page.locator('[aria-sort]').waitFor({ state: 'detached' });
    await first('Alpha');
  });

  test('selects by keyboard and mouse, suspends as one action, and undoes it', async () => {
    const plugin = await open();
    const { keyboard } = plugin.page;
    await plugin.page.locator('.nf-query').press('ArrowDown');
    await isSelected(plugin, ['Alpha']);
    await keyboard.press('Shift+ArrowDown');
    await isSelected(plugin, ['Alpha', 'Bravo']);
    await row(plugin, 'Delta').click({ modifiers: ['ControlOrMeta'] });
    await isSelected(plugin, ['Alpha', 'Bravo', 'Delta']);
    await row(plugin, 'Bravo').click({ modifiers: ['ControlOrMeta'] });
    await isSelected(plugin, ['Alpha', 'Delta']);
    await plugin.host.screenshot('cards-selected');
    await keyboard.press('x');
    await plugin.page.getByText('Suspended 2 cards.').waitFor();
    await row(plugin, 'Delta').getByText('suspended').waitFor();
    await eventually(async () => eventsOf(await vault.logs(), 'x').length === 2, 'both in the log');
    await plugin.page.locator('.nf-cards-said').getByRole('button', { name: 'Undo' }).click();
    await row(plugin, 'Delta').getByText('new').waitFor();
    await eventually(async () => eventsOf(await vault.logs(), 'u').length === 1, 'one undo in the log');
    expect(plugin.host.errors).toEqual([]);
  });

  test('shows the card of the keyboard as asked and answered, and opens its note', async () => {
    const plugin = await open();
    const { keyboard } = plugin.page;
    const pane = plugin.page.locator('.nf-cards-pane');
    await plugin.page.locator('.nf-query').press('ArrowDown');
    await pane.locator('.nf-answer-text', { hasText: 'It is of Chinchilla.' }).waitFor();
    await keyboard.press('ArrowDown');
    await pane.locator('.nf-question', { hasText: 'Bravo' }).waitFor();
    await pane.locator('.nf-answer-text', { hasText: 'Plain tea.' }).waitFor();
    await vault.save('A.md', `${head('ml')}## Alpha\nIt.\n\n## Bravo\nPlain coffee.\n`);
    await pane.locator('.nf-answer-text', { hasText: 'Plain coffee.' }).waitFor();
    await keyboard.press('v');
    await pane.waitFor({ state: 'hidden' });
    await keyboard.press('ArrowDown');
    await isSelected(plugin, ['Delta']);
    await plugin.page.getByRole('button', { name: 'Preview' }).click();
    await pane.locator('.nf-answer-text .math').waitFor();
    await plugin.page.locator('.nf-grid').press('Enter');
    await plugin.page.locator('.workspace-tab-header.is-active', { hasText: 'B' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('sets a due date, suspends a whole note, and undoes each at once', async () => {
    const plugin = await open();
    const { page } = plugin;
    await row(plugin, 'Alpha').click();
    await page.keyboard.press('s');
    await plugin.grade(4);
    await plugin.endReview();
    await row(plugin, 'Alpha').click();
    await page.keyboard.press('d');
    await page.getByLabel('Days from today').fill('12');
    await page.keyboard.press('Enter');
    await page.getByText('Set the due date of 1 card.').waitFor();
    await row(plugin, 'Alpha').getByText('in 12 d').waitFor();
    await row(plugin, 'Alpha').click({ button: 'right' });
    await page.getByText('Suspend whole note').click();
    await page.getByText('Suspended 3 cards.').waitFor();
    await row(plugin, 'Charlie').getByText('suspended').waitFor();
    await page.locator('.nf-cards-said').getByRole('button', { name: 'Undo' }).click();
    await row(plugin, 'Charlie').getByText('new').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Undid: Set due date on “Alpha”.').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('puts new cards before all others, in the order of the list, and undoes it', async () => {
    const plugin = await open();
    const { page } = plugin;
    await row(plugin, 'Delta').click();
    await row(plugin, 'Charlie').click({ modifiers: ['Control'] });
    await row(plugin, 'Delta').click({ button: 'right' });
    await page.getByText('Reposition…').click();
    const first = await page.locator('.menu').getByText('First', { exact: true }).boundingBox();
    const grid = await page.locator('.nf-grid').boundingBox();
    // Where the menu was that led there.
    expect(first?.x).toBeGreaterThan(grid?.x ?? NaN);
    await plugin.host.screenshot('card-list-reposition');
    await page.locator('.menu').getByText('First', { exact: true }).click();
    await page.getByText('Repositioned 2 cards.').waitFor();
    await plugin.run('review');
    await plugin.asks('Charlie');
    await plugin.endReview();
    await page.locator('.nf-grid').press('u');
    await page.getByText('Undid: Reposition (2 cards).').waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('keeps a search under a name, in the sidebar too, and the columns that were chosen', async () => {
    const plugin = await open();
    const { page } = plugin;
    await page.locator('.nf-query').fill('deck:ml');
    await count(plugin, '4 of 304 cards');
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByText('Save search…').click();
    await page.getByLabel('Name').fill('Machine learning');
    await page.keyboard.press('Enter');
    await page.locator('.nf-query').fill('');
    await count(plugin, '304 cards');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.locator('.menu').getByText('Note', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'Note' }).waitFor({ state: 'detached' });
    await page.getByRole('columnheader', { name: 'Last review' }).waitFor();
    await plugin.openSidebar('decks');
    await page.locator('.nf-saved').getByRole('button', { name: 'Machine learning' }).click();
    await count(plugin, '4 of 304 cards');
    await page.reload();
    await plugin.host.ready();
    await plugin.run('open-cards');
    await page.getByRole('columnheader', { name: 'Question' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Note' }).count()).toBe(0);
    await page.locator('.nf-query').fill('deck:ml');
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByText('Remove “Machine learning”').click();
    await page.locator('.nf-saved button').waitFor({ state: 'detached' });
    expect(plugin.host.errors).toEqual([]);
  });

  test.each([640, 900, 1280, 1600])('cuts no head of a sorted column: %i px', async (width) => {
    const plugin = await open({ viewport: { width, height: 800 } });
    for (const name of ['Difficulty', 'Lapses', 'Last review', 'Question']) {
      const button = plugin.page.getByRole('columnheader', { name }).getByRole('button');
      if ((await button.count()) === 0) continue;
      await button.click();
      await plugin.page.locator('[aria-sort]', { hasText: name }).waitFor();
      const cut = await plugin.page
        .locator('.nf-grid-head button')
        .evaluateAll((all) => all.flatMap((el) => (el.scrollWidth > el.clientWidth ? [el.textContent] : [])));
      expect(cut).toEqual([]);
    }
  });

  test('goes to both ends of a long list, and keeps the row of the keyboard in sight', async () => {
    const plugin = await open();
    const { keyboard } = plugin.page;
    await plugin.page.locator('.nf-query').press('ArrowDown');
    await keyboard.press('End');
    await isSelected(plugin, ['Question 299']);
    await plugin.page.locator('.nf-is-active', { hasText: 'Question 299' }).waitFor();
    await plugin.page.waitForFunction(() => {
      const id = document.querySelector('.nf-grid')?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent?.startsWith('Question 299') === true;
    });
    await keyboard.press('Home');
    await isSelected(plugin, ['Alpha']);
    await keyboard.press('ControlOrMeta+a');
    await count(plugin, '304 selected');
    await keyboard.press('Escape');
    await count(plugin, '304 cards');
  });

  test('studies the selection, and opens the note of a card', async () => {
    const plugin = await open();
    const { keyboard } = plugin.page;
    await plugin.page.locator('.nf-query').fill('charlie');
    await count(plugin, '1 of 304 cards');
    await plugin.page.locator('.nf-query').press('Enter');
    await isSelected(plugin, ['Charlie']);
    await keyboard.press('s');
    await plugin.asks('Charlie');
    await plugin.endReview();
    await row(plugin, 'Charlie').click({ button: 'right' });
    await plugin.page.locator('.menu-item', { hasText: 'Open note' }).click();
    await soon(async () => expect(await plugin.host.activePath()).toBe('A.md'));
  });
});
