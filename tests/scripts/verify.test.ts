import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatVerifyResult, type VerifyResult } from '../../src/app/history/verify.ts';
import { extractCards } from '../../src/core/card/extract.ts';
import { cardIds, snapshotOf } from '../../src/core/identity/fingerprint/fingerprint.ts';
import { encodeEvent } from '../../src/core/history/log-format.ts';
import { verifyVault } from '../../scripts/cli/verify.ts';
import { fileOf, review, seen } from '../core/history/events.ts';
import { inEnglish, written } from '../../scripts/node/english.ts';
import { appWords } from '../../src/app/strings.ts';

const note = {
  path: 'Sleep.md',
  text: '---\ntags: flashcards\n---\n# Dreams\nThey come in REM sleep, mostly.\n',
};
const [card] = extractCards(note).cards;
if (!card) throw new Error('the note gives a card');
const gone = { ...card, note: 'Gone.md', question: 'Waves', answer: 'They are slow in deep sleep.' };
const events = [
  seen('desk01.1', cardIds([card])[0] ?? '', snapshotOf(card)),
  review('desk01.2', cardIds([card])[0] ?? ''),
  seen('desk01.3', 'gonegonegone', snapshotOf(gone)),
  review('desk01.4', 'gonegonegone'),
];
const LOGS = 'Flashcards/log';

const files: Record<string, string> = {
  [note.path]: note.text,
  'Flashcards/README.md': '# What this is\n',
  'Flashcards/My list.md': '# A note of mine\n{"not":"an event"}\tabc\n',
  [`${LOGS}/desk01/log-desk01-2026-11.md`]: fileOf(events),
  [`${LOGS}/desk01/log-desk01-2026-11 (conflict).md`]: fileOf(events.slice(0, 3)).slice(0, -20),
  [`${LOGS}/phone1/log-phone1-2026-11.md`]: fileOf([review('phone1.1', 'gonegonegone')], 'phone1').replace(
    '"g":3',
    '"g":4',
  ),
  [`${LOGS}/phone1/log-phone1-2026-12.md`]: '\0'.repeat(4096),
  [`${LOGS}/newer1/log-newer1-2026-11.md`]: `${fileOf([], 'newer1').replace('min=1', 'min=2')}${encodeEvent(review('newer1.1', 'gonegonegone'))}\n`,
};

let vault = '';
let result: VerifyResult;
beforeAll(async () => {
  vault = await mkdtemp(join(tmpdir(), 'verify-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(vault, path)), { recursive: true });
    await writeFile(join(vault, path), text);
  }
  const huge = join(vault, LOGS, 'desk01/log-desk01-2026-10.md');
  await writeFile(huge, '');
  await truncate(huge, 100 * 1024 * 1024);
  ({ result } = await verifyVault(vault, 'Flashcards'));
}, 60_000);
afterAll(() => rm(vault, { recursive: true }));

describe('verify', () => {
  test('counts logs, events, devices, torn and double lines', () => {
    const { files: logs, events: distinct, devices, torn, duplicates } = result;
    expect({ logs, distinct, devices, torn, duplicates }).toEqual({
      logs: 5,
      distinct: 5,
      devices: 3,
      torn: 1,
      duplicates: 2,
    });
  });

  test('names the histories whose card is not in the vault', () => {
    expect(result.orphans).toEqual([
      { id: 'gonegonegone', note: 'Gone.md', source: 'heading', question: 'Waves', reviews: 2 },
    ]);
  });

  test('quarantines what cannot be read, with path and line', () => {
    const told = result.unreadable
      .map(written)
      .map(({ path, line, message }) => [path.slice(LOGS.length + 1), line, message]);
    const saying = (words: string) => expect.stringContaining(words) as unknown;
    expect(told.sort()).toEqual([
      ['desk01/log-desk01-2026-10.md', 1, saying('Skipped: 100 MB')],
      ['newer1/log-newer1-2026-11.md', 1, saying('From a newer version')],
      ['phone1/log-phone1-2026-11.md', 2, saying('The checksum is')],
      ['phone1/log-phone1-2026-12.md', 1, saying('NUL bytes')],
    ]);
  });

  test('says it all in words', () => {
    expect(formatVerifyResult(result, appWords, inEnglish)).toMatch(
      /^4 unreadable places. The rest is fine\./,
    );
  });

  test('of a log folder that is a file reports just that', async () => {
    const odd = await mkdtemp(join(tmpdir(), 'verify-'));
    await writeFile(join(odd, 'Flashcards'), 'a file');
    const { result: told } = await verifyVault(odd, 'Flashcards');
    await rm(odd, { recursive: true });
    expect({ ...told, unreadable: told.unreadable.map(written) }).toMatchObject({
      files: 0,
      unreadable: [{ path: 'Flashcards', line: 1, message: expect.stringContaining('is a file') as unknown }],
    });
  });

  test('of a missing vault fails with one sentence', async () => {
    await expect(verifyVault('/nowhere/at/all', 'Flashcards')).rejects.toThrow('there is no folder at');
  });

  test.each(['.flash', '_flash', 'a/.b', '/abs', 'C:\\x', '../out', 'a/../../b', ''])(
    'refuses %p as the folder of the history',
    async (folder) => {
      await expect(verifyVault(vault, folder)).rejects.toThrow();
    },
  );
});

test('a history moves with its text, but not while a note without its tag still has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  const [section, rest] = [
    '## Waves\nThey are slow in deep sleep, and quick when one wakes up.\n',
    '# Dreams\nMostly in REM sleep.\n',
  ];
  const [waves] = extractCards({ path: 'Sleep.md', text: `---\ntags: flashcards\n---\n${section}` }).cards;
  if (!waves) throw new Error('the section gives a card');
  const log = fileOf([seen('desk01.1', 'waves', snapshotOf(waves)), review('desk01.2', 'waves')]);
  await mkdir(join(folder, LOGS, 'desk01'), { recursive: true });
  await writeFile(join(folder, `${LOGS}/desk01/log-desk01-2026-11.md`), log);
  await writeFile(join(folder, 'Brain.md'), `---\ntags: flashcards\n---\n${section}`);
  await writeFile(join(folder, 'Sleep.md'), `${rest}${section}`);
  const orphans = async () => (await verifyVault(folder, 'Flashcards')).result.orphans.map(({ id }) => id);
  expect(await orphans()).toEqual(['waves']);
  await writeFile(join(folder, 'Sleep.md'), rest);
  expect(await orphans()).toEqual([]);
  await rm(folder, { recursive: true });
});
