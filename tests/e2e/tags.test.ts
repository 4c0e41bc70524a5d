// Which notes are watched: the same at the start, after an edit, after a restart and on the command line, under every
// version of the app; and what becomes of tags that Obsidian no longer reads.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { TestVault } from './harness.ts';
import { PluginPage } from './plugin-page.ts';
import { eventually, soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const root = resolve(import.meta.dirname, '../..');

const body = '# One\n\nText of one.\n\n## Two\n\nText of two.\n';
const noteWith = (yaml: string): string => `---\n${yaml}\n---\n${body}`;

/** Each with the cards that it gives. */
const shapes: Readonly<Record<string, readonly [text: string, cards: number]>> = {
  'Word.md': [noteWith('tags: flashcards'), 2],
  'Quoted.md': [noteWith('tags: "#flashcards/ml"'), 2],
  'Brackets.md': [noteWith('tags: [flashcards, biology]'), 2],
  'Block.md': [noteWith('tags:\n  - flashcards'), 2],
  'Body.md': [`${body}\n#flashcards\n`, 2],
  'Comment.md': [`${body}\n%% #flashcards %%\n`, 2],
  'Comment block.md': [`${body}\n%%\n- #flashcards\n%%\n`, 2],
  'Comma.md': [noteWith('tags: flashcards, biology'), 0],
  'Blank.md': [noteWith('tags: flashcards biology'), 0],
  'Singular.md': [noteWith('tag: flashcards'), 0],
  'Singular list.md': [noteWith('tag:\n  - flashcards'), 0],
  'Capital.md': [noteWith('Tags: flashcards'), 0],
  'Html.md': [`${body}\n<!-- #flashcards -->\n`, 0],
  'Other.md': [noteWith('tags: biology'), 0],
};
const notes = Object.fromEntries(Object.entries(shapes).map(([path, [text]]) => [path, text]));
const expected = Object.fromEntries(Object.entries(shapes).map(([path, [, cards]]) => [path, cards]));
const mistaken = ['Blank.md', 'Capital.md', 'Comma.md', 'Singular list.md', 'Singular.md'];

async function open(vault: TestVault, api: string): Promise<PluginPage> {
  return new PluginPage(await vault.open({ params: { note: 'Other.md', mode: 'source', api } }));
}

/** Opens the list of all cards and waits until it has as many as these notes have together. */
async function shows(plugin: PluginPage, cards: Readonly<Record<string, number>>): Promise<void> {
  await plugin.run('open-cards');
  const all = Object.values(cards).reduce((sum, count) => sum + count, 0);
  await plugin.page.locator('.nf-cards-count', { hasText: new RegExp(`^${String(all)} cards$`) }).waitFor();
}

const problem = (plugin: PluginPage, path: string) =>
  plugin.page.locator('[data-section="problems"] .nf-problem-row', { hasText: path });

describe.each(['1.8', '1.9', '1.13'])('in an app of version %s', (api) => {
  test('the same notes give cards at the start, after an edit and after a restart', async () => {
    const vault = await bench.openVault(notes);
    const plugin = await open(vault, api);
    await shows(plugin, expected);
    for (const [path, text] of Object.entries(notes)) await vault.save(path, `${text}\nMore.\n`);
    // A note that is edited last tells that all others have been read.
    await vault.save('Word.md', `${notes['Word.md'] ?? ''}\n## Three\n\nText.\n`);
    const edited = { ...expected, 'Word.md': 3 };
    await shows(plugin, edited);
    await plugin.host.reload();
    await shows(plugin, edited);
    expect(plugin.host.errors).toEqual([]);
  });

  test('notes with tags that no longer count are listed, each with a button that fixes it', async () => {
    const vault = await bench.openVault(notes);
    const plugin = await open(vault, api);
    await plugin.run('tidy');
    for (const path of mistaken) await problem(plugin, `${path}:2`).waitFor();
    await plugin.page.getByText(`Problems in notes and history (${String(mistaken.length)})`).waitFor();
    await plugin.host.screenshot(`tags-problems-${api}`);
    for (const path of mistaken) {
      await problem(plugin, `${path}:2`).getByRole('button', { name: 'Fix the tags' }).click();
      await problem(plugin, `${path}:2`).waitFor({ state: 'detached' });
    }
    expect(await vault.read('Comma.md')).toBe(noteWith('tags: [flashcards, biology]'));
    expect(await vault.read('Singular.md')).toBe(noteWith('tags: flashcards'));
    expect(await vault.read('Capital.md')).toBe(noteWith('tags: flashcards'));
    await shows(plugin, { ...expected, ...Object.fromEntries(mistaken.map((path) => [path, 2])) });
    expect(plugin.host.errors).toEqual([]);
  });

  test('the tag is added without changing any other byte', async () => {
    const yaml = '# mine\naliases: [\'A\',  "B"]   # two\ntags:\n  - biology # first\ncount: 007';
    const vault = await bench.openVault({ 'Other.md': noteWith(yaml).replaceAll('\n', '\r\n') });
    const plugin = await open(vault, api);
    await plugin.openSidebar('note');
    await plugin.page.getByRole('button', { name: 'Make flashcards from it' }).click();
    await plugin.page.getByRole('button', { name: 'Add the tag' }).click();
    const tagged = yaml.replace('  - biology', '  - flashcards\n  - biology');
    await eventually(
      async () => (await vault.read('Other.md')) === noteWith(tagged).replaceAll('\n', '\r\n'),
      'the tag in the note',
    );
    await soon(async () => expect(await plugin.rows()).toEqual(['One', 'Two']));
    expect(plugin.host.errors).toEqual([]);
  });

  test('a note whose properties do not parse is left alone, and the line is reported', async () => {
    const broken = '---\nmood: calm\nlist: [a\n---\n# One\nText.\n';
    const vault = await bench.openVault({ 'Other.md': broken });
    const plugin = await open(vault, api);
    await plugin.openSidebar('note');
    await plugin.page.getByRole('button', { name: 'Make flashcards from it' }).click();
    await plugin.page.getByRole('button', { name: 'Add the tag' }).click();
    await plugin.page
      .locator('.notice', { hasText: /Nothing was written\. Line \d: The properties/ })
      .waitFor();
    expect(await vault.read('Other.md')).toBe(broken);
    expect(plugin.host.errors).toEqual([]);
  });
});

test('the command line gives the same cards and reports the same notes', async () => {
  const vault = await bench.openVault(notes);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run-cli.mjs', 'cards', vault.path, '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  const rows = JSON.parse(stdout) as { note: string }[];
  const counts = Object.fromEntries(
    Object.keys(notes).map((path) => [path, rows.filter(({ note }) => note === path).length]),
  );
  expect(counts).toEqual(expected);
  for (const path of mistaken) expect(stderr).toContain(`${path}:2`);
});
