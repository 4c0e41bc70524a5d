// The menus of files, folders and of the editor, and the commands of the same names, under both ends of the app's
// versions: what is offered where, what it does, and that a note changes only where its person asks.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const sleep = `---
# mine
tags: [flashcards/sleep, biology]
---
## Sleep
It restores.

### Spindle
A burst of N2.

> [!tip] Why?
> Because.

## Memory
It lasts.

## References
Smith.
`;
const notes = {
  'Sleep.md': sleep,
  'Folder/Tea.md': '---\ntags: flashcards\n---\n## Tea\nWater.\n\n## Milk\nFat.\n',
  'Folder/Plain.md': '## Plain\nText.\n',
  'Folder/Board.md': '---\nkanban-plugin: board\n---\n## Do\n- [ ] It\n',
  'Inline.md': '#flashcards\n\n## Inline\nText.\n',
  'Picture.png': '',
};

const ours = (
  'Study this note|Review due cards|Show cards of this note|Open card list|Deck options|Add flashcards tag|' +
  'Remove flashcards tag|Study this section|Show card at cursor|No cards from here…|Toggle cloze'
).split('|');

describe.each(['1.8', '1.13'])('in Obsidian %s', (api) => {
  async function open(note = 'Sleep.md', options: PageOptions = {}): Promise<PluginPage> {
    vault = await bench.openVault(notes);
    const params = { api, note, mode: 'source', ...options.params };
    const plugin = new PluginPage(await vault.open({ ...options, params }));
    // The menus are there once all notes are read.
    await eventually(
      () => plugin.page.evaluate(() => window.host?.commands().includes('note-flashcards:find-card')),
      'the plugin is ready',
    );
    return plugin;
  }

  const item = ({ page }: PluginPage, title: string) => page.locator('.menu-item', { hasText: title });
  const editor = ({ page }: PluginPage) => page.locator('.host-editor:visible');

  /** Our items of the menu on screen; closes it. */
  async function offered(plugin: PluginPage): Promise<string[]> {
    await plugin.page.locator('.menu').waitFor();
    const all = await plugin.page.locator('.menu-item-title').allTextContents();
    await plugin.page.keyboard.press('Escape');
    await plugin.page.locator('.menu').waitFor({ state: 'detached' });
    return all.filter((title) => ours.includes(title));
  }

  async function openFileMenu({ page }: PluginPage, path: string): Promise<void> {
    await page.locator(`.tree-item-self[data-path="${path}"]`).click({ button: 'right' });
    await page.locator('.menu').waitFor();
  }

  /** Puts the cursor before a text, or selects it. */
  async function point({ page }: PluginPage, text: string, selects = false): Promise<void> {
    await page.evaluate(
      ([wanted, isWhole]) => {
        const edited = window.host?.app.workspace.activeEditor?.editor;
        const at = edited?.getValue().indexOf(wanted) ?? -1;
        if (!edited || at < 0) throw new Error(`no “${wanted}” in the note`);
        const end = isWhole ? at + wanted.length : at;
        edited.setSelection(edited.offsetToPos(at), edited.offsetToPos(end));
      },
      [text, selects] as const,
    );
  }

  async function openEditorMenu(plugin: PluginPage): Promise<void> {
    await editor(plugin).evaluate((el) => {
      const at = { clientX: 400, clientY: 200 };
      el.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
    });
    await plugin.page.locator('.menu').waitFor();
  }

  const notice = ({ page }: PluginPage, text: string) => page.locator('.notice', { hasText: text });
  const answer = ({ page }: PluginPage, name: string) =>
    page.locator('.modal').getByRole('button', { name, exact: true }).click();
  const isText = (path: string, text: string) => soon(async () => expect(await vault.read(path)).toBe(text));
  const undo = ({ page }: PluginPage) =>
    page.evaluate(() => window.host?.app.workspace.activeEditor?.editor?.undo());

  async function asked(plugin: PluginPage): Promise<string[]> {
    const found: string[] = [];
    for (;;) {
      const card = plugin.page.locator('.nf-review .nf-card, .nf-review .nf-end');
      await card.first().waitFor();
      if (await plugin.page.locator('.nf-review .nf-end').count()) return found;
      found.push(await plugin.question());
      await plugin.grade(4);
    }
  }

  test('files and folders offer what applies to them, and nothing else', async () => {
    const plugin = await open();
    const menuOf = async (path: string): Promise<string[]> => {
      await openFileMenu(plugin, path);
      return offered(plugin);
    };
    expect(await menuOf('Sleep.md')).toEqual([
      'Study this note',
      'Show cards of this note',
      'Deck options',
      'Remove flashcards tag',
    ]);
    expect(await menuOf('Folder/Plain.md')).toEqual(['Add flashcards tag']);
    expect(await menuOf('Folder/Board.md')).toEqual([]);
    expect(await menuOf('Picture.png')).toEqual([]);
    expect(await menuOf('Folder')).toEqual([
      'Review due cards',
      'Open card list',
      'Deck options',
      'Add flashcards tag',
      'Remove flashcards tag',
    ]);
    await openFileMenu(plugin, 'Sleep.md');
    await plugin.host.screenshot(`menu-note-${api}`);
    await plugin.page.keyboard.press('Escape');
    // The header of a tab is such a menu, too.
    await plugin.page.locator('.workspace-tab-header[data-type="markdown"]').click({ button: 'right' });
    expect(await offered(plugin)).toContain('Study this note');
    expect(plugin.host.errors).toEqual([]);
  });

  test('a note, a folder and several files are studied and listed', async () => {
    const plugin = await open();
    await openFileMenu(plugin, 'Folder');
    await item(plugin, 'Review due cards').click();
    expect(['Tea', 'Milk']).toContain(await plugin.question());
    await plugin.endReview();
    await openFileMenu(plugin, 'Folder');
    await item(plugin, 'Open card list').click();
    await soon(async () =>
      expect(await plugin.page.locator('.nf-grid .nf-row').allTextContents()).toHaveLength(2),
    );
    await openFileMenu(plugin, 'Sleep.md');
    await item(plugin, 'Show cards of this note').click();
    await soon(async () =>
      expect(await plugin.page.locator('.nf-grid .nf-row').allTextContents()).toHaveLength(4),
    );
    for (const path of ['Folder/Tea.md', 'Inline.md', 'Folder/Board.md'])
      await plugin.page.locator(`.tree-item-self[data-path="${path}"]`).click({ modifiers: ['Alt'] });
    await openFileMenu(plugin, 'Inline.md');
    await plugin.host.screenshot(`menu-several-${api}`);
    await item(plugin, 'Open card list').click();
    await soon(async () =>
      expect(await plugin.page.locator('.nf-grid .nf-row').allTextContents()).toHaveLength(3),
    );
    await openFileMenu(plugin, 'Inline.md');
    await item(plugin, 'Review due cards').click();
    expect((await asked(plugin)).sort()).toEqual(['Inline', 'Milk', 'Tea']);
    expect(plugin.host.errors).toEqual([]);
  });

  test('the options of a deck are opened', async () => {
    const plugin = await open();
    await openFileMenu(plugin, 'Sleep.md');
    await item(plugin, 'Deck options').click();
    await plugin.page.locator('.modal-title', { hasText: 'sleep' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('a tag is added to one note, and to several after a question', async () => {
    const plugin = await open();
    await openFileMenu(plugin, 'Folder/Plain.md');
    await item(plugin, 'Add flashcards tag').click();
    await answer(plugin, 'Add the tag');
    await notice(plugin, '“Plain” has 1 card.').waitFor();
    await isText('Folder/Plain.md', `---\ntags:\n  - flashcards\n---\n${notes['Folder/Plain.md']}`);
    await openFileMenu(plugin, 'Folder');
    await item(plugin, 'Remove flashcards tag').click();
    await plugin.page.locator('.modal', { hasText: '2 notes' }).waitFor();
    await plugin.host.screenshot(`menu-untag-${api}`);
    await answer(plugin, 'Remove');
    await notice(plugin, 'Changed 2 notes.').waitFor();
    await isText('Folder/Plain.md', notes['Folder/Plain.md']);
    await isText('Folder/Tea.md', '## Tea\nWater.\n\n## Milk\nFat.\n');
    await openFileMenu(plugin, 'Folder');
    await item(plugin, 'Add flashcards tag').click();
    await answer(plugin, 'Not now');
    await isText('Folder/Plain.md', notes['Folder/Plain.md']);
    await openFileMenu(plugin, 'Folder');
    await item(plugin, 'Add flashcards tag').click();
    await answer(plugin, 'Add the tag');
    await isText('Folder/Plain.md', `---\ntags:\n  - flashcards\n---\n${notes['Folder/Plain.md']}`);
    expect(await vault.read('Folder/Board.md')).toBe(notes['Folder/Board.md']);
    expect(plugin.host.errors).toEqual([]);
  });

  test('a tag is removed from reviewed cards only after a question, and their history waits', async () => {
    const plugin = await open();
    await plugin.studyNote();
    await plugin.grade(4);
    await plugin.endReview();
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
    await plugin.run('remove-tag');
    await answer(plugin, 'Not now');
    expect(await vault.read('Sleep.md')).toBe(sleep);
    await plugin.run('remove-tag');
    await answer(plugin, 'Remove');
    await isText('Sleep.md', sleep.replace('flashcards/sleep, ', ''));
    await plugin.run('add-tag');
    await answer(plugin, 'Add the tag');
    await isText('Sleep.md', sleep.replace('flashcards/sleep', 'flashcards'));
    await plugin.run('open-cards');
    await soon(async () =>
      expect(await plugin.page.locator('.nf-grid .nf-row', { hasText: 'new' }).count()).toBe(6),
    );
    expect(eventsOf(await vault.logs(), 'r')).toHaveLength(1);
    expect(plugin.host.errors).toEqual([]);
  });

  test('a tag in the text is told, not removed', async () => {
    const plugin = await open('Inline.md');
    await plugin.run('remove-tag');
    await notice(plugin, 'line 1').waitFor();
    expect(await vault.read('Inline.md')).toBe(notes['Inline.md']);
  });

  test('a section is studied as it is typed, with what is below it', async () => {
    const plugin = await open();
    await point(plugin, 'It restores');
    await openEditorMenu(plugin);
    await plugin.host.screenshot(`menu-editor-${api}`);
    expect(await offered(plugin)).toEqual([
      'Study this section',
      'No cards from here…',
      'Show card at cursor',
    ]);
    await editor(plugin).pressSequentially('Text typed a moment ago. ');
    await openEditorMenu(plugin);
    await item(plugin, 'Study this section').click();
    expect((await asked(plugin)).sort()).toEqual(['Sleep', 'Spindle', 'Why?']);
    await plugin.endReview();
    await point(plugin, 'Because');
    await openEditorMenu(plugin);
    await item(plugin, 'Study this section').click();
    await plugin.page.locator('.nf-review').waitFor();
    await plugin.endReview();
    await point(plugin, 'Smith');
    await plugin.run('study-section');
    await notice(plugin, 'There is no card here: ignored heading.').waitFor();
    // In reading view, a command means what is at the top.
    await plugin.host.openNote('Folder/Tea.md', 'preview');
    await plugin.page.locator('.markdown-preview-view h2', { hasText: 'Tea' }).waitFor();
    await plugin.run('study-section');
    await plugin.asks('Tea');
    expect(plugin.host.errors).toEqual([]);
  });

  test('a section is left out after a question, and one undo takes it back', async () => {
    const plugin = await open();
    await point(plugin, 'A burst');
    await openEditorMenu(plugin);
    await item(plugin, 'No cards from here…').click();
    await plugin.page.locator('.modal', { hasText: 'hides 2 cards' }).waitFor();
    await plugin.host.screenshot(`menu-exclude-${api}`);
    await answer(plugin, 'Not now');
    expect(await editor(plugin).inputValue()).toBe(sleep);
    await plugin.run('exclude-section');
    await answer(plugin, 'Add the line');
    const without = sleep.replace('### Spindle\n', '### Spindle\n%% no cards %%\n\n');
    await soon(async () => expect(await editor(plugin).inputValue()).toBe(without));
    await isText('Sleep.md', without);
    await point(plugin, 'Because');
    await plugin.run('find-card');
    await notice(plugin, 'excluded by “no cards”').waitFor();
    await undo(plugin);
    expect(await editor(plugin).inputValue()).toBe(sleep);
    await isText('Sleep.md', sleep);
    // In reading view, what is at the top counts.
    await plugin.host.openNote('Sleep.md', 'preview');
    await plugin.page.locator('.markdown-preview-view h2', { hasText: 'Sleep' }).waitFor();
    await plugin.run('exclude-section');
    await plugin.page.locator('.modal', { hasText: '“Sleep”' }).waitFor();
    await answer(plugin, 'Add the line');
    await isText('Sleep.md', sleep.replace('## Sleep\n', '## Sleep\n%% no cards %%\n\n'));
    expect(plugin.host.errors).toEqual([]);
  });

  test('the card of a place is shown, or why there is none', async () => {
    const plugin = await open();
    await point(plugin, 'Because');
    await openEditorMenu(plugin);
    await item(plugin, 'Show card at cursor').click();
    await plugin.page.locator('.nf-info-card', { hasText: 'Why?' }).waitFor();
    await plugin.page.keyboard.press('Escape');
    await point(plugin, 'Smith');
    await plugin.run('find-card');
    await notice(plugin, 'There is no card here: ignored heading.').waitFor();
    await plugin.host.openNote('Folder/Plain.md', 'source');
    await plugin.run('find-card');
    await notice(plugin, "This note isn't tagged").waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('a cloze is made of the selection and taken away again; each is one undo', async () => {
    const plugin = await open();
    await point(plugin, 'burst', true);
    await openEditorMenu(plugin);
    expect(await offered(plugin)).toContain('Toggle cloze');
    await openEditorMenu(plugin);
    await item(plugin, 'Toggle cloze').click();
    const marked = sleep.replace('burst', '==burst==');
    await isText('Sleep.md', marked);
    await point(plugin, 'burst');
    await plugin.run('toggle-cloze');
    await isText('Sleep.md', sleep);
    await undo(plugin);
    expect(await editor(plugin).inputValue()).toBe(marked);
    await undo(plugin);
    expect(await editor(plugin).inputValue()).toBe(sleep);
    await plugin.page.evaluate(() => {
      const edited = window.host?.app.workspace.activeEditor?.editor;
      const ranges = ['restores', 'lasts'].map((word) => {
        const at = edited?.getValue().indexOf(word) ?? 0;
        return { anchor: edited?.offsetToPos(at), head: edited?.offsetToPos(at + word.length) };
      });
      edited?.setSelections(ranges as Parameters<typeof edited.setSelections>[0]);
    });
    await plugin.run('toggle-cloze');
    await isText('Sleep.md', sleep.replace('restores', '==restores==').replace('lasts', '==lasts=='));
    await undo(plugin);
    await isText('Sleep.md', sleep);
    await point(plugin, '# mine', true);
    await plugin.run('toggle-cloze');
    await notice(plugin, 'No clozes in').waitFor();
    await point(plugin, 'It lasts');
    await plugin.run('toggle-cloze');
    await notice(plugin, 'Select the text').waitFor();
    await isText('Sleep.md', sleep);
    expect(plugin.host.errors).toEqual([]);
  });

  test('commands are there where they apply', async () => {
    const plugin = await open();
    const there = async (): Promise<string[]> => {
      const all = await plugin.page.evaluate(() => window.host?.commands() ?? []);
      const names = ['list-note', 'deck-options', 'add-tag', 'remove-tag', 'study-section', 'toggle-cloze'];
      return names.filter((name) => all.includes(`note-flashcards:${name}`));
    };
    expect(await there()).toEqual([
      'list-note',
      'deck-options',
      'remove-tag',
      'study-section',
      'toggle-cloze',
    ]);
    await plugin.host.openNote('Folder/Plain.md', 'preview');
    await soon(async () => expect(await there()).toEqual(['add-tag']));
    await plugin.host.openNote('Folder/Board.md', 'preview');
    await soon(async () => expect(await there()).toEqual([]));
  });
});

test('nothing is offered while the history is unread, and no menu waits', async () => {
  const log = 'Flashcards/log/abcd/log-abcd-2026-11.md';
  vault = await bench.openVault({ ...notes, [log]: 'x\n' });
  const plugin = new PluginPage(
    await vault.open({ params: { note: 'Sleep.md', mode: 'source', hang: log } }),
  );
  await plugin.openSidebar('note');
  await plugin.row('Spindle').waitFor();
  for (const place of ['.tree-item-self[data-path="Sleep.md"]', '.host-editor']) {
    await plugin.page.locator(place).evaluate((el) => {
      const at = { clientX: 400, clientY: 200 };
      el.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
    });
    await plugin.page.locator('.menu').waitFor();
    const titles = await plugin.page.locator('.menu-item-title').allTextContents();
    expect(titles.filter((title) => ours.includes(title))).toEqual([]);
    await plugin.page.keyboard.press('Escape');
  }
});
