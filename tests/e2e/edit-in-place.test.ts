// The text of a card, edited where it is shown: in the pane of the card list, and in a review.
import { describe, expect, test } from '@jest/globals';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
let vault: TestVault;

const note = '---\ntags: flashcards\n---\n## Spindle\nA burst in N2.\n\n## Ripple\nA fast wave.\n';

async function open(notes: Record<string, string>, options: PageOptions = {}): Promise<PluginPage> {
  vault = await bench.openVault(notes);
  const plugin = new PluginPage(await vault.open({ ...options, params: { note: 'A.md' } }));
  return plugin;
}

const area = (plugin: PluginPage) => plugin.page.locator('.nf-editor textarea');

/** Opens the text of a card in the card list. */
async function edit(plugin: PluginPage, question: string, nth = 0): Promise<string> {
  await plugin.run('open-cards');
  await plugin.page.locator('.nf-grid .nf-row', { hasText: question }).nth(nth).click();
  await plugin.page.keyboard.press('e');
  await plugin.page.locator('.nf-editor textarea:enabled').waitFor();
  return area(plugin).inputValue();
}

/** As if the tab were closed by mistake. */
async function closeTab(plugin: PluginPage): Promise<void> {
  await plugin.page.evaluate(() => window.host?.app.workspace.detachLeavesOfType('note-flashcards-cards'));
  await closed(plugin);
}

const saveButton = (plugin: PluginPage) => plugin.page.getByRole('button', { name: 'Save', exact: true });
const wasChanged = 'Not saved: this text has changed in the note.';

const closed = (plugin: PluginPage) => area(plugin).waitFor({ state: 'detached' });

function holds(text: string): Promise<void> {
  return soon(async () => expect(await vault.read('A.md')).toBe(text));
}

describe('editing the text of a card', () => {
  test('writes the block and nothing else, and the card keeps its history', async () => {
    const windows = `\uFEFF#flashcards\n\n${note.slice(note.indexOf('##'))}`.replaceAll('\n', '\r\n');
    const plugin = await open({ 'A.md': windows });
    await plugin.studyNote();
    await plugin.grade(3);
    await plugin.endReview();
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
    expect(await edit(plugin, 'Spindle')).toBe('## Spindle\nA burst in N2.');
    await plugin.host.screenshot('edit-in-place');
    await area(plugin).fill('## Spindles\nA burst of 11–16 Hz in N2.\nBrief.');
    await plugin.page.keyboard.press('ControlOrMeta+Enter');
    await closed(plugin);
    await plugin.page.locator('.nf-cards-said', { hasText: 'Note saved.' }).waitFor();
    await holds(
      windows.replace('## Spindle\r\nA burst in N2.', '## Spindles\r\nA burst of 11–16 Hz in N2.\r\nBrief.'),
    );
    const row = plugin.page.locator('.nf-grid .nf-row', { hasText: 'Spindles' });
    await row.getByText('learning').waitFor();
    await plugin.page.locator('.nf-cards-pane .nf-answer-text', { hasText: '11–16 Hz' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('writes nothing over a change that came meanwhile, and keeps what was typed', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    const other = note.replace('A burst in N2.', 'Theirs.').replace('A fast wave.', 'Slow.');
    await vault.save('A.md', other);
    await plugin.page.locator('.nf-grid .nf-row', { hasText: 'Ripple' }).click();
    await plugin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await plugin.page.getByText('Not saved: this text has changed in the note.').waitFor();
    expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.');
    await plugin.host.screenshot('edit-in-place-changed');
    await plugin.page.getByRole('button', { name: 'Copy text' }).click();
    await plugin.page.getByText('Text copied.').waitFor();
    await holds(other);
  });

  test('keeps a change elsewhere in the note', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Ripple');
    await area(plugin).fill('## Ripple\nMine.');
    await vault.save('A.md', note.replace('A burst in N2.', 'Theirs, and longer.'));
    await plugin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await closed(plugin);
    await holds(note.replace('A burst in N2.', 'Theirs, and longer.').replace('A fast wave.', 'Mine.'));
  });

  test('writes nothing over what is being typed in an editor and is not saved yet', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    await plugin.page.evaluate(() => {
      const editor = document.querySelector<HTMLTextAreaElement>('.host-editor');
      if (!editor) throw new Error('no editor');
      editor.value = editor.value.replace('A burst in N2.', 'Typed.');
      editor.dispatchEvent(new Event('input'));
    });
    await area(plugin).press('ControlOrMeta+Enter');
    await plugin.page.getByText('Not saved: this text has changed in the note.').waitFor();
    await holds(note.replace('A burst in N2.', 'Typed.'));
  });

  test('says so when the note is gone', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    await vault.remove('A.md');
    await plugin.page.getByText('No cards yet.').waitFor();
    await plugin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await plugin.page.getByText('this note or card no longer exists').waitFor();
    expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.');
    await expect(vault.read('A.md')).rejects.toThrow();
  });

  test('asks before changes are given up, and not without any', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await plugin.page.keyboard.press('Escape');
    await closed(plugin);
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    await plugin.page.keyboard.press('Escape');
    await plugin.page.getByText('Discard your changes?').waitFor();
    await plugin.page.keyboard.press('Escape');
    await plugin.page.getByText('Discard your changes?').waitFor({ state: 'detached' });
    expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.');
    await area(plugin).press('Escape');
    await plugin.page.getByRole('button', { name: 'Discard', exact: true }).click();
    await closed(plugin);
    await holds(note);
  });

  test('keeps what was typed when its tab is closed', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    await closeTab(plugin);
    expect(await edit(plugin, 'Ripple')).toBe('## Ripple\nA fast wave.');
    await plugin.page.keyboard.press('Escape');
    await edit(plugin, 'Spindle');
    await soon(async () => expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.'));
    await plugin.page.keyboard.press('ControlOrMeta+Enter');
    await closed(plugin);
    await holds(note.replace('A burst in N2.', 'Mine.'));
    await plugin.page.locator('.nf-cards-pane .nf-answer-text', { hasText: 'Mine.' }).waitFor();
    expect(await edit(plugin, 'Spindle')).toBe('## Spindle\nMine.');
    await plugin.page.locator('.nf-editor-said:empty').waitFor({ state: 'attached' });
  });

  test.each(['reviewed', 'new'])(
    'writes no kept draft over a change that came meanwhile: %s',
    async (state) => {
      const plugin = await open({ 'A.md': note });
      if (state === 'reviewed') {
        await plugin.studyNote();
        await plugin.grade(3);
        await plugin.endReview();
        await eventually(async () => eventsOf(await vault.logs(), 'r').length === 1, 'the review in the log');
      }
      await edit(plugin, 'Spindle');
      await area(plugin).fill('## Spindle\nMine.');
      await closeTab(plugin);
      const other = note.replace('A burst in N2.', 'Theirs, from elsewhere.');
      await vault.save('A.md', other);
      await plugin.run('open-cards');
      await plugin.page.locator('.nf-grid .nf-row', { hasText: 'Spindle' }).click();
      await plugin.page.locator('.nf-cards-pane .nf-answer-text', { hasText: 'Theirs' }).waitFor();
      // Another card of the note has no part in it.
      expect(await edit(plugin, 'Ripple')).toBe('## Ripple\nA fast wave.');
      await plugin.page.keyboard.press('Escape');
      await edit(plugin, 'Spindle');
      await plugin.page.getByText(wasChanged).waitFor();
      expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.');
      await area(plugin).press('End');
      await area(plugin).press('ControlOrMeta+Enter');
      await plugin.page.keyboard.type('!');
      expect(await saveButton(plugin).isDisabled()).toBe(true);
      await plugin.page.getByRole('button', { name: 'Copy text' }).click();
      await plugin.page.getByText('Text copied.').waitFor();
      await area(plugin).press('Escape');
      await plugin.page.getByRole('button', { name: 'Discard', exact: true }).click();
      await closed(plugin);
      expect(await edit(plugin, 'Spindle')).toBe('## Spindle\nTheirs, from elsewhere.');
      await holds(other);
    },
  );

  test('keeps the drafts of several cards', async () => {
    const plugin = await open({ 'A.md': note });
    for (const question of ['Spindle', 'Ripple']) {
      await edit(plugin, question);
      await area(plugin).fill(`## ${question}\nMine.`);
      await closeTab(plugin);
    }
    await edit(plugin, 'Spindle');
    await soon(async () => expect(await area(plugin).inputValue()).toBe('## Spindle\nMine.'));
    await area(plugin).press('ControlOrMeta+Enter');
    await closed(plugin);
    await edit(plugin, 'Ripple');
    await soon(async () => expect(await area(plugin).inputValue()).toBe('## Ripple\nMine.'));
    await area(plugin).press('ControlOrMeta+Enter');
    await holds(note.replace('A burst in N2.', 'Mine.').replace('A fast wave.', 'Mine.'));
  });

  test('offers no undo of a review beside a saved text', async () => {
    const plugin = await open({ 'A.md': note });
    await edit(plugin, 'Spindle');
    await area(plugin).fill('## Spindle\nMine.');
    await area(plugin).press('ControlOrMeta+Enter');
    await plugin.page.locator('.nf-cards-said', { hasText: 'Note saved.' }).waitFor();
    const undo = plugin.page.locator('.nf-cards-said').getByRole('button', { name: 'Undo' });
    expect(await undo.isVisible()).toBe(false);
    await plugin.page.locator('.nf-grid .nf-row', { hasText: 'Ripple' }).click();
    await plugin.page.keyboard.press('x');
    await undo.waitFor();
  });

  test('writes no properties that can no longer be read', async () => {
    const summary = '---\ntags: flashcards\nsummary: A short text\n---\n## Spindle\nA burst in N2.\n';
    const plugin = await open({ 'A.md': summary });
    expect(await edit(plugin, 'Property')).toBe('summary: A short text');
    await area(plugin).fill('summary: Sleep: a short text');
    await area(plugin).press('ControlOrMeta+Enter');
    await plugin.page.getByText('Put quotes around it.').waitFor();
    expect(await area(plugin).inputValue()).toBe('summary: Sleep: a short text');
    await plugin.host.screenshot('edit-in-place-properties');
    await holds(summary);
    await area(plugin).fill('summary: "Sleep: a short text"');
    await area(plugin).press('ControlOrMeta+Enter');
    await closed(plugin);
    await holds(summary.replace('A short text', '"Sleep: a short text"'));
  });

  test('knows the second of two equal blocks by its place', async () => {
    const twice = '---\ntags: flashcards\n---\n## Top\n- capital :: Paris\n\n## Below\n- capital :: Paris\n';
    const plugin = await open({ 'A.md': twice });
    expect(await edit(plugin, 'capital', 1)).toBe('- capital :: Paris');
    await area(plugin).fill('- capital :: Rome');
    await plugin.page.keyboard.press('ControlOrMeta+Enter');
    await closed(plugin);
    await holds('---\ntags: flashcards\n---\n## Top\n- capital :: Paris\n\n## Below\n- capital :: Rome\n');
  });

  test('works in a review, whose letters are then no keys', async () => {
    const plugin = await open({ 'A.md': note }, { viewport: 'phone' });
    await plugin.studyNote();
    await plugin.asks('Spindle');
    await plugin.press('Shift+E');
    await plugin.page.locator('.nf-editor textarea:enabled').waitFor();
    await plugin.page.keyboard.press('ControlOrMeta+a');
    await plugin.page.keyboard.type('## Spindle\nA burst, 1 2 x.');
    await plugin.host.screenshot('edit-in-review-phone');
    await plugin.page.keyboard.press('Escape');
    await plugin.page.getByRole('button', { name: 'Keep editing' }).click();
    await plugin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await closed(plugin);
    await holds(note.replace('A burst in N2.', 'A burst, 1 2 x.'));
    await plugin.asks('Spindle');
    await plugin.reveal();
    await plugin.answer.getByText('A burst, 1 2 x.').waitFor();
    expect(eventsOf(await vault.logs(), 'r')).toEqual([]);
    expect(plugin.host.errors).toEqual([]);
  });
});
