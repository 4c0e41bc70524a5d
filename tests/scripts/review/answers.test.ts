// What counts once, what is refused, and what a crash leaves: `answer` of the command line.
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { openToRead, withOwnLog, withRecord } from '../../../scripts/cli/open.ts';
import { answerIn, nextIn } from '../../../scripts/cli/review.ts';
import { inEnglish } from '../../../scripts/node/english.ts';
import { openNodeApp } from '../../../scripts/node/app.ts';
import { recordAt } from '../../../scripts/node/record/vault-record.ts';
import { answerCard } from '../../../src/app/outside/review-json.ts';
import { Showings } from '../../../src/app/outside/showings.ts';
import { MessageError } from '../../../src/core/text/message.ts';
import { iso, noteOf, ReviewedVault, start } from './reviewed-vault.ts';

const vault = new ReviewedVault();
const run = promisify(execFile);

async function next(path = vault.path): Promise<{ readonly id: string; readonly showing: string }> {
  const shown = await nextIn(path);
  if (!shown) throw new Error('nothing is due');
  return shown;
}

async function refused(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof MessageError) return inEnglish(error.reason);
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('it was taken');
}

describe('one showing', () => {
  test('counts once, whatever the second grade', async () => {
    vault.write({ 'A.md': noteOf(3) });
    const { id, showing } = await next();
    const first = await answerIn(vault.path, id, '3', { showing });
    expect(await answerIn(vault.path, id, '1', { showing })).toEqual(first);
    expect(vault.reviews()).toMatchObject([{ i: first.event, g: 3 }]);
  });

  test('counts once also after the card was answered again', async () => {
    vault.write({ 'A.md': noteOf(3) });
    const { id, showing } = await next();
    const first = await answerIn(vault.path, id, '3', { showing });
    await answerIn(vault.path, id, '3');
    expect(await answerIn(vault.path, id, '3', { showing })).toEqual(first);
    expect(vault.reviews()).toHaveLength(2);
  });

  test('is refused if the card was answered elsewhere since, or if it is of another card', async () => {
    vault.write({ 'A.md': noteOf(3) });
    const { id, showing } = await next();
    await answerIn(vault.path, id, '2');
    const late = 'This card was answered since, or another was shown.';
    expect(await refused(answerIn(vault.path, id, '3', { showing }))).toBe(late);
    const other = await next();
    expect(other.id).not.toBe(id);
    expect(await refused(answerIn(vault.path, id, '3', { showing: other.showing }))).toBe(late);
    expect(vault.reviews()).toHaveLength(1);
  });

  test('answered before an undo can be answered again', async () => {
    vault.write({ 'A.md': noteOf(1) });
    const { id, showing } = await next();
    await answerIn(vault.path, id, '1', { showing });
    await withOwnLog(vault.path, { answers: false }, ({ app }) => app.undo());
    expect((await next()).showing).toBe(showing);
    const again = await answerIn(vault.path, id, '4', { showing });
    expect([again.reps, again.state]).toEqual([1, 'review']);
  });
});

describe('bad input', () => {
  test('gets one sentence, and nothing is recorded', async () => {
    vault.write({ 'A.md': noteOf(200) });
    const { id } = await next();
    const answer = (name: string, grade = '3', flags = {}): Promise<string> =>
      refused(answerIn(vault.path, name, grade, flags));
    expect(await answer(id, '7')).toBe('A grade is 1 to 4, not “7”.');
    expect(await answer(id, '3.5')).toBe('A grade is 1 to 4, not “3.5”.');
    expect(await answer('gone')).toBe('There is no card “gone”.');
    expect(await answer('')).toBe('There is no card “”.');
    for (const length of [1, 5])
      expect(await answer(id.slice(0, length))).toBe(`There is no card “${id.slice(0, length)}”.`);
    expect(await answer(id, '3', { at: 'tomorrow' })).toContain('--at takes a time');
    for (const at of [
      '2026-02-30T10:00:00Z',
      '2026-02-29',
      '0001-01-01',
      '1999-12-31',
      '9999-12-31T00:00:00Z',
    ])
      expect(await answer(id, '3', { at })).toContain(`--at takes a time such as`);
    expect(await answer(id, '3', { ms: '-1' })).toContain('--ms takes a whole number');
    expect(await refused(nextIn(vault.path, { query: 'lapses:many' }))).toContain('Column 8');
    expect(await refused(nextIn(join(vault.root, 'none')))).toContain('there is no folder at');
    expect(vault.events()).toEqual([]);
  });

  test('is a suspended and a buried card, too', async () => {
    vault.write({ 'A.md': noteOf(2) });
    const { id } = await next();
    await withOwnLog(vault.path, { answers: false }, ({ app }) => app.mark([id], 'suspended', true));
    const { id: other } = await next();
    await withOwnLog(vault.path, { answers: false }, ({ app }) =>
      app.mark([other], 'buried', app.study.today),
    );
    for (const name of [id, other])
      expect(await refused(answerIn(vault.path, name, '3'))).toBe('This card is suspended or buried.');
    expect(vault.reviews()).toEqual([]);
  });

  test('ends the program with code 1 and one line, and JSON alone is on standard output', async () => {
    vault.write({ 'A.md': noteOf(1) });
    const cli = (...args: string[]) => run(process.execPath, ['scripts/run-cli.mjs', ...args]);
    const { stdout } = await cli('next', vault.path, '--json');
    const { id } = JSON.parse(stdout) as { id: string };
    const failed = await cli('answer', vault.path, id, '7', '--json').catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'note-flashcards: A grade is 1 to 4, not “7”.\n',
    });
    const search = await cli('search', vault.path, 'question', '--json');
    expect(Object.keys((JSON.parse(search.stdout) as object[])[0] ?? {})).toEqual(
      'id note source question prompt asked context deck line links'.split(' '),
    );
    const stats = await cli('stats', vault.path, '--days', '2', '--json');
    expect(JSON.parse(stats.stdout)).toMatchObject({ reviews: 0, retention: null, new: 1, byDay: [{}, {}] });
  });
});

test('the beginning of an id names its card, and a long answer counts five minutes', async () => {
  vault.write({ 'A.md': noteOf(1) });
  const { id } = await next();
  const given = await answerIn(vault.path, id.slice(0, 6), '3', { ms: '99999999' });
  expect(given.id).toBe(id);
  expect(vault.reviews()).toMatchObject([{ c: id, d: 300_000 }]);
});

describe('a run that ends before it appends', () => {
  async function crashed(id: string, showing: string): Promise<void> {
    await withRecord(vault.path, async (store) => {
      const { app } = await openNodeApp(vault.path, { write: true, store });
      answerCard(app, { id, grade: '3', showing, took: 0 });
      // Killed here: nothing is appended.
    });
    expect(vault.events()).toEqual([]);
  }

  test('loses nothing, and the next command appends it once', async () => {
    vault.write({ 'A.md': noteOf(2) });
    const { id, showing } = await next();
    await crashed(id, showing);
    const { app } = await openToRead(vault.path);
    expect(app.study.schedule(id).reps).toBe(1);
    app.close();
    expect((await next()).id).not.toBe(id);
    expect(vault.reviews()).toHaveLength(1);
    const again = await answerIn(vault.path, id, '3', { showing });
    expect(again.reps).toBe(1);
    expect(vault.reviews()).toMatchObject([{ i: again.event }]);
  });

  test('after it appended appends nothing again', async () => {
    vault.write({ 'A.md': noteOf(2) });
    const { id, showing } = await next();
    const device = join(recordAt(vault.path).folder, 'note-flashcards-device.json');
    await withRecord(vault.path, async (store) => {
      const { app } = await openNodeApp(vault.path, { write: true, store });
      answerCard(app, { id, grade: '3', showing, took: 0 });
      const waiting = readFileSync(device, 'utf8');
      await app.flush();
      app.close();
      // Killed before it could note that the answer is in the log.
      writeFileSync(device, waiting);
    });
    await answerIn(vault.path, id, '3', { showing });
    expect(vault.reviews()).toHaveLength(1);
    expect((await next()).id).not.toBe(id);
  });

  test('before it took the answer takes it at the second try', async () => {
    vault.write({ 'A.md': noteOf(2) });
    const { id, showing } = await next();
    await withRecord(vault.path, async (store) => {
      new Showings(store).set(showing, { id, after: 0 });
      return Promise.resolve();
    });
    expect((await answerIn(vault.path, id, '3', { showing })).reps).toBe(1);
  });
});

describe('two runs at once', () => {
  test('use no sequence twice, and count one showing once', async () => {
    vault.write({ 'A.md': noteOf(5) });
    const { id, showing } = await next();
    const { app } = await openToRead(vault.path);
    const others = [...app.linker.notes.values()].flat().filter((card) => card.id !== id);
    app.close();
    const runs = [
      ...others.map((card) => [card.id, '3']),
      ...[1, 2].map(() => [id, '3', '--showing', showing]),
    ];
    const ended = await Promise.all(
      runs.map(([name = '', ...rest]) =>
        run(process.execPath, ['scripts/run-cli.mjs', 'answer', vault.path, name, ...rest, '--json']),
      ),
    );
    const events = vault.events().map(({ i }) => i);
    expect(new Set(events).size).toBe(events.length);
    expect(vault.reviews()).toHaveLength(5);
    expect(Object.keys(vault.logs())).toHaveLength(1);
    const [one, two] = ended.slice(-2).map(({ stdout }) => stdout);
    expect(one).toBe(two);
  }, 120_000);
});

test('what an earlier run read is read again once its note has changed', async () => {
  vault.write({ 'A.md': noteOf(2), 'B.md': noteOf(1, 'Pear') });
  const shown = await nextIn(vault.path);
  await withOwnLog(vault.path, { answers: false }, () => undefined);
  expect(await nextIn(vault.path)).toEqual(shown);
  vault.write({ 'A.md': noteOf(3, 'Apple') });
  const { app, problems } = await openToRead(vault.path);
  const counts = [...app.library.notes.values()].map(({ note, count }) => [note, count]);
  expect(counts.sort()).toEqual([
    ['A.md', 3],
    ['B.md', 1],
  ]);
  expect(problems()).toEqual([]);
  app.close();
  writeFileSync(join(recordAt(vault.path).folder, 'index'), 'no index');
  await withOwnLog(vault.path, { answers: false }, () => undefined);
  expect((await nextIn(vault.path))?.question).toBe('Apple 0');
});

describe('the device', () => {
  const devices = (path = vault.path): string[] => [
    ...new Set(vault.events(path).map(({ i }) => i.split('.')[0] ?? '')),
  ];
  const answer = async (path = vault.path): Promise<void> => {
    await answerIn(path, (await next(path)).id, '3');
  };

  test('is one for all runs, and lies outside the vault', async () => {
    vault.write({ 'A.md': noteOf(3) });
    await answer();
    await answer();
    expect(devices()).toHaveLength(1);
    expect(readdirSync(vault.path).sort()).toEqual(['A.md', 'Flashcards']);
  });

  test('goes on when the vault is moved, and is another one in a copy', async () => {
    vault.write({ 'A.md': noteOf(4) });
    await answer();
    const own = devices();
    const [copy, moved] = [join(vault.root, 'copy'), join(vault.root, 'moved')];
    cpSync(vault.path, copy, { recursive: true });
    await answer(copy);
    expect(devices(copy)).toHaveLength(2);
    renameSync(vault.path, moved);
    await answer(moved);
    expect(devices(moved)).toEqual(own);
  });

  test('brings nothing into another vault at the same path', async () => {
    vault.write({ 'A.md': noteOf(2) });
    await answer();
    const [first] = devices();
    rmSync(vault.path, { recursive: true });
    vault.write({ 'A.md': noteOf(2) });
    await answer();
    expect(vault.reviews()).toHaveLength(1);
    expect(devices()).not.toContain(first);
  });

  test('keeps the given times of answers that go back in time', async () => {
    vault.write({ 'A.md': noteOf(2) });
    const days = [5, 1].map((day) => start + day * 86_400_000);
    const ids: string[] = [];
    for (const day of days) {
      const at = iso(day);
      const { id } = (await nextIn(vault.path, { at })) ?? { id: '' };
      ids.push(id);
      await answerIn(vault.path, id, '4', { at });
    }
    expect(devices()).toHaveLength(2);
    const { app } = await openToRead(vault.path);
    const lastDays = ids.map((id) => app.study.schedule(id).lastDay ?? 0);
    app.close();
    expect((lastDays[0] ?? 0) - (lastDays[1] ?? 0)).toBe(4);
  });
});
