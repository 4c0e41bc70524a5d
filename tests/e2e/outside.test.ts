// What comes from outside: addresses, and the app's own command line, whose JSON is that of the repository's.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NextJson } from '../../src/app/outside/review-json.ts';
import type { AnswerJson } from '../../src/app/outside/showings.ts';
import type { PageOptions, TestVault } from './harness.ts';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const run = promisify(execFile);
let vault: TestVault;
let config = '';

beforeAll(() => {
  config = mkdtempSync(join(tmpdir(), 'outside-'));
});

afterAll(() => rmSync(config, { recursive: true }));

const notes = {
  'A.md': '---\ntags: flashcards/ml/attention\n---\n# A\n## Short\nIt is on [[C]].\n\n## Long\nIt is long.\n',
  'B.md': '---\ntags: flashcards\n---\n# B\n## One\nAlso [[Missing page]].\n',
  'C.md': '---\ntags: flashcards/ml\n---\n# C\n## Two\nText.\n',
};

async function open(options: PageOptions = {}, folder?: typeof notes): Promise<PluginPage> {
  vault = await (folder ? bench.openVault(folder) : bench.openVault());
  const plugin = new PluginPage(await vault.open(options));
  await plugin.page.locator('.nf-status', { hasText: 'to study' }).waitFor();
  return plugin;
}

function go(plugin: PluginPage, address: string, isPassedOn = false): Promise<boolean | undefined> {
  return plugin.page.evaluate(([uri, passed]) => window.host?.openUri(uri, passed), [
    `obsidian://note-flashcards${address}`,
    isPassedOn,
  ] as const);
}

async function ask(plugin: PluginPage, verb: string, params: Record<string, string> = {}): Promise<string> {
  const said = await plugin.page.evaluate(
    ([name, given]) => window.host?.cli(`note-flashcards:${name}`, given),
    [verb, params] as const,
  );
  return said ?? '';
}

async function json<T>(plugin: PluginPage, verb: string, params: Record<string, string> = {}): Promise<T> {
  return JSON.parse(await ask(plugin, verb, { ...params, json: 'true' })) as T;
}

/** What the repository's command line prints of the same vault. */
async function printed(verb: string, ...args: string[]): Promise<unknown> {
  const env = { ...process.env, NOTE_FLASHCARDS_CONFIG: config };
  const { stdout } = await run(
    process.execPath,
    ['scripts/run-cli.mjs', verb, vault.path, ...args, '--json'],
    { env, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

describe.each([['1.8.7'], ['1.13.1']])('an address in version %s', (api) => {
  test.each([
    ['?action=study&deck=ml', '3 new'],
    ['?deck=ml', '3 new'],
    ['/study?note=C', '1 new'],
    ['/study?query=source%3Aheading%20short', '1 new'],
    ['/next', '4 new'],
  ])('%s opens a review', async (address, count) => {
    const plugin = await open({ params: { api } }, notes);
    expect(await go(plugin, address)).toBe(true);
    await plugin.page.locator('.nf-progress-text', { hasText: count }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test('opens the card list with a search, the statistics, and the check of the history', async () => {
    const plugin = await open({ params: { api } }, notes);
    const { page } = plugin;
    await go(plugin, '/search?query=deck%3Aml');
    await page.getByText('3 of 4 cards').waitFor();
    await go(plugin, '/stats');
    await page.getByText('Nothing reviewed yet').waitFor();
    await go(plugin, '/verify');
    await page.locator('.modal', { hasText: 'No problems found' }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });

  test.each([
    ['/study?deck=nowhere', 'There is no deck “nowhere”.'],
    ['?action=study&query=lapses%3Amany', 'Column 8'],
    ['?action=dance', 'Unknown action: “dance”.'],
    ['?action=answer&id=none&grade=3&showing=x', 'There is no card “none”.'],
    ['/answer?id=none&grade=7', 'A grade is 1 to 4'],
  ])('%s gets one sentence', async (address, sentence) => {
    const plugin = await open({ params: { api } }, notes);
    await go(plugin, address, true);
    await plugin.page.locator('.notice', { hasText: sentence }).waitFor();
    expect(plugin.host.errors).toEqual([]);
  });
});

describe("the app's own command line", () => {
  test('has the verbs of the repository, and prints the same JSON', async () => {
    const plugin = await open({ params: { api: '1.13.1' } });
    for (let n = 0; n < 3; n += 1) {
      const { id, showing } = await json<NextJson>(plugin, 'next');
      await json<AnswerJson>(plugin, 'answer', { id, grade: '3', showing, ms: '1200' });
    }
    await eventually(async () => eventsOf(await vault.logs(), 'r').length === 3, 'three reviews');
    for (const [verb, params, ...args] of [
      ['cards', {}],
      ['due', {}],
      ['search', { query: 'source:callout' }, 'source:callout'],
      ['search', { query: 'link:a tag:flashcards' }, 'link:a tag:flashcards'],
      ['stats', { days: '3' }, '--days', '3'],
      ['verify', {}],
    ] as const)
      expect([verb, await json(plugin, verb, params)]).toEqual([verb, await printed(verb, ...args)]);
    const { counts, ...next } = await json<NextJson>(plugin, 'next');
    expect({ counts, ...next }).toEqual(await printed('next'));
    expect(plugin.host.errors).toEqual([]);
  });

  test('counts an answer for one showing once, and says why others do not count', async () => {
    const plugin = await open({ params: { api: '1.13.1' } }, notes);
    const { id, showing } = await json<NextJson>(plugin, 'next', { note: 'C' });
    const answer = { id, grade: '3', showing };
    const first = await json<AnswerJson>(plugin, 'answer', answer);
    expect(first).toMatchObject({ id, state: 'learning', reps: 1 });
    expect(await json(plugin, 'answer', answer)).toEqual(first);
    await go(plugin, `/answer?id=${id}&grade=3&showing=${showing}`);
    await plugin.page.locator('.notice', { hasText: 'learning' }).waitFor();
    expect(await ask(plugin, 'answer', { ...answer, grade: '5' })).toBe('A grade is 1 to 4, not “5”.');
    expect(await ask(plugin, 'answer', { ...answer, ms: 'x' })).toBe('“ms” needs a number, not “x”.');
    await ask(plugin, 'answer', { id, grade: '3' });
    const late = 'This card was answered since, or another was shown.';
    const other = await json<NextJson>(plugin, 'next', { note: 'B' });
    expect(await ask(plugin, 'answer', { ...answer, showing: other.showing })).toBe(late);
    expect(await json(plugin, 'due', { note: 'C' })).toMatchObject([{ id, reps: 2 }]);
    expect(await json(plugin, 'due', { deck: 'ml/attention' })).toEqual([]);
    expect(await ask(plugin, 'due')).toBe('3 new, 0 learning, 0 due');
    await ask(plugin, 'study', { note: 'B' });
    await plugin.question();
  });

  test('answers what a running review asks, which goes on to the next card', async () => {
    const plugin = await open({ params: { api: '1.13.1' } }, notes);
    await go(plugin, '/study?deck=ml');
    await plugin.question();
    const { id, showing } = await json<NextJson>(plugin, 'next', { deck: 'ml' });
    await ask(plugin, 'answer', { id, grade: '4', showing });
    await plugin.page.locator('.nf-progress-text', { hasText: '2 new' }).waitFor();
  });
});
