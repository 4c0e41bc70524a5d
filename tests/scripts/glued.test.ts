// What the command line takes glued separators for, by what the vault shows.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openNodeApp } from '../../scripts/node/app.ts';
import { readSettings } from '../../scripts/node/settings.ts';
import { readJudgedVault } from '../../scripts/judge/read-cards.ts';

const plugins = '.obsidian/plugins';
const tagged = '---\ntags: [flashcards]\n---\n';
const capitals = `${tagged}# Capitals\nCapital of France::Paris\n`;
const scheduled = 'Riffle::A shallow stretch\n<!--SR:!2027-03-01,100,250-->\n';

let vault = '';

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(vault, dirname(path)), { recursive: true });
    await writeFile(join(vault, path), text);
  }
}

async function questions(): Promise<readonly string[]> {
  const { app, problems } = await openNodeApp(vault, { settings: await readSettings(vault) });
  const asked = [...app.library.notes.values()].flatMap(({ cards }) => cards.map(({ question }) => question));
  app.close();
  expect(problems()).toEqual([]);
  return asked;
}

beforeEach(async () => {
  vault = await mkdtemp(join(tmpdir(), 'glued-'));
  await write({ 'Capitals.md': capitals });
});

afterEach(async () => {
  await rm(vault, { recursive: true });
});

test('nothing is learned from a vault without a sign of the plugin whose users write so', async () => {
  await write({ 'Code.md': `\`\`\`\n${scheduled}\`\`\`\n` });
  expect(await questions()).toEqual(['Capitals']);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['a schedule in any note, with a tag or not', { 'Other/Rivers.md': scheduled }],
  ['its settings', { [`${plugins}/obsidian-spaced-repetition/data.json`]: '{}' }],
  ['a setting of ours', { [`${plugins}/note-flashcards/data.json`]: '{"cards":{"gluedSeparators":true}}' }],
])('a card is made where the vault holds %s', async (_, files) => {
  await write(files);
  expect(await questions()).toEqual(['Capital of France']);
});

test('none is made if the user turned it off', async () => {
  await write({
    'Rivers.md': scheduled,
    [`${plugins}/obsidian-spaced-repetition/data.json`]: '{}',
    [`${plugins}/note-flashcards/data.json`]: '{"cards":{"gluedSeparators":false}}',
  });
  expect(await questions()).toEqual(['Capitals']);
});

test('a note that cannot be read is reported once, though all are scanned first', async () => {
  await write({ 'Rivers.md': scheduled });
  await writeFile(join(vault, 'Bad.md'), Uint8Array.from([0x41, 0xff, 0xfe]));
  const { app, problems } = await openNodeApp(vault);
  app.close();
  expect(problems().filter(({ path }) => path === 'Bad.md')).toHaveLength(1);
});

test('in a folder of vaults, the judge counts them as cards where their author writes them', async () => {
  await write({
    'One/Capitals.md': capitals,
    'Two/Capitals.md': capitals,
    'Two/Rivers.md': `${tagged}${scheduled}`,
  });
  const asked = (judged: Awaited<ReturnType<typeof readJudgedVault>>) =>
    judged.notes.map(({ path, cards }) => [path, cards.map(({ question }) => question)]);
  expect(asked(await readJudgedVault(vault, false))).toEqual([
    ['Capitals.md', ['Capitals']],
    ['One/Capitals.md', ['Capitals']],
    ['Two/Capitals.md', ['Capital of France']],
    ['Two/Rivers.md', ['Riffle']],
  ]);
  // With settings of the app it is one vault, of one author.
  await write({ '.obsidian/app.json': '{}' });
  const one = asked(await readJudgedVault(vault, false)).map(([, found]) => found);
  expect(one).toEqual([['Capital of France'], ['Capital of France'], ['Capital of France'], ['Riffle']]);
});
