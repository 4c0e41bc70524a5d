// What may happen to the folder of logs while the app runs, and what another device may do to it.
import { describe, expect, test } from '@jest/globals';
import { formatVerifyResult, verifyHistory } from '../../../src/app/history/verify.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { fileOf, review } from '../../core/history/events.ts';
import { APPEND_WITHIN, answer, Device, gradesOf } from '../device.ts';
import { inEnglish, written } from '../../../scripts/node/english.ts';
import { appWords } from '../../../src/app/strings.ts';

const OTHER = 'Flashcards/log/phone1/log-phone1-2026-11.md';

const logs = (device: Device) => [...device.files.files.keys()].filter((path) => path.includes('/log/'));
const textOf = (device: Device, path: string) => device.files.files.get(path)?.text ?? '';
const put = (device: Device, path: string, text: string) => device.files.files.set(path, { text, mtime: 1 });

/** What another device makes of the logs: the grades of a card. */
const asRead = async (device: Device, card = 'one') => gradesOf(await new Device(device.files).open(), card);

/** The files that are read meanwhile. */
async function readsOf(device: Device, run: () => Promise<void>): Promise<readonly string[]> {
  const read = device.files.read.bind(device.files);
  const paths: string[] = [];
  device.files.read = (path) => {
    paths.push(path);
    return read(path);
  };
  await run();
  device.files.read = read;
  return paths;
}

async function started(...grades: readonly (1 | 2 | 3 | 4)[]) {
  const device = new Device();
  const history = await device.open();
  for (const grade of grades) history.append([answer('one', grade)]);
  await history.flush();
  return { device, history };
}

describe('a log that comes while the app runs', () => {
  test.each([
    ['of another device', OTHER],
    ['under the name of a conflicted copy', OTHER.replace('.md', ' (conflicted copy 2).md')],
    ['under a name that says nothing', 'Flashcards/Untitled 3.md'],
  ])('%s counts, and listeners learn which cards changed', async (_, path) => {
    const { device, history } = await started(1);
    const heard: string[] = [];
    history.onChange((changed) => heard.push(...changed));
    put(device, path, fileOf([review('phone1.1', 'one', 4), review('phone1.2', 'two', 2)], 'phone1'));
    await history.absorb(path);
    expect([gradesOf(history, 'one').length, gradesOf(history, 'two'), heard.sort()]).toEqual([
      2,
      [2],
      ['one', 'two'],
    ]);
  });

  test('counts once, however often and under however many names it arrives', async () => {
    const { device, history } = await started();
    for (const path of [OTHER, OTHER, OTHER.replace('.md', ' 2.md')]) {
      put(device, path, fileOf([review('phone1.1', 'one', 4)], 'phone1'));
      await history.absorb(path);
    }
    expect(gradesOf(history, 'one')).toEqual([4]);
  });

  test('removes nothing when it arrives with fewer lines than before', async () => {
    const { device, history } = await started();
    const both = [review('phone1.1', 'one', 4), review('phone1.2', 'one', 2)];
    for (const events of [both, both.slice(0, 1)]) {
      put(device, OTHER, fileOf(events, 'phone1'));
      await history.absorb(OTHER);
    }
    expect(gradesOf(history, 'one')).toEqual([4, 2]);
  });

  test('of this device is not read when its own append is reported', async () => {
    const { device, history } = await started(1, 2);
    const reads = await readsOf(device, async () => {
      for (let n = 0; n < 3; n += 1) {
        history.append([answer('one', 4)]);
        await history.flush();
        for (const path of logs(device)) await history.absorb(path);
      }
    });
    expect([reads, gradesOf(history, 'one')]).toEqual([[], [1, 2, 4, 4, 4]]);
  });

  test('of this device is read if somebody else changed it after an append, even to the same size', async () => {
    const { device, history } = await started(1, 2);
    const [own = ''] = logs(device);
    for (const filler of ['', ' '.repeat(9)]) {
      history.append([answer('two', 4)]);
      await history.flush();
      put(device, own, `${textOf(device, own).slice(0, -9)}${filler}`);
      expect(await readsOf(device, () => history.absorb(own))).toEqual([own]);
    }
    await device.pass(APPEND_WITHIN);
    expect(await asRead(device)).toEqual([1, 2]);
  });

  test('is left alone outside the folder if it is merely named like one, or not even that', async () => {
    const { device, history } = await started();
    put(device, 'log-work-2026-11.md', 'What I did in November.\n');
    put(device, 'November.md', fileOf([review('phone1.1', 'one', 4)], 'phone1'));
    for (const path of ['log-work-2026-11.md', 'November.md']) await history.absorb(path);
    expect([history.cards.size, history.problems(), history.formerFolders]).toEqual([0, [], []]);
  });

  test('of this device changes nothing if it is what the device wrote', async () => {
    const { device, history } = await started(1, 2);
    const before = new Map(device.files.files);
    for (const path of logs(device)) await history.absorb(path);
    await device.pass(APPEND_WITHIN);
    expect([gradesOf(history, 'one'), device.files.files]).toEqual([[1, 2], before]);
  });
});

describe('a log that a cloud drive has not fetched', () => {
  test('is reported, and read as soon as it is there', async () => {
    const device = new Device();
    put(device, OTHER, fileOf([review('phone1.1', 'one', 4)], 'phone1'));
    device.files.evicted.add(OTHER);
    const history = await device.open();
    expect([history.problems().map(written), history.cards.size]).toEqual([
      [{ path: OTHER, line: 1, message: "The file can't be read: it is not here yet" }],
      0,
    ]);
    await device.pass(30_000);
    device.files.evicted.clear();
    await device.pass(30_000);
    expect([history.problems(), gradesOf(history, 'one')]).toEqual([[], [4]]);
  });

  test('never shrinks the state if it was read before', async () => {
    const device = new Device();
    put(device, OTHER, fileOf([review('phone1.1', 'one', 4)], 'phone1'));
    const history = await device.open();
    device.files.evicted.add(OTHER);
    await history.absorb(OTHER);
    expect(gradesOf(history, 'one')).toEqual([4]);
  });

  test("is not written to if it is this device's own, and nothing of it is written twice", async () => {
    const { device } = await started(1);
    const [own = ''] = logs(device);
    const before = textOf(device, own);
    device.files.evicted.add(own);
    const history = await device.open();
    expect(gradesOf(history, 'one')).toEqual([1]);
    history.append([answer('one', 2)]);
    await history.flush();
    device.files.evicted.clear();
    await device.pass(30_000);
    expect([textOf(device, own), logs(device)]).toEqual([before, [own, own.replace('.md', 'b.md')]]);
    expect(textOf(device, logs(device)[1] ?? '')).not.toContain('"g":1');
    expect(await asRead(device)).toEqual([1, 2]);
  });
});

describe('a log of a newer version', () => {
  test('is reported, read as far as it is understood, and continued in a new file', async () => {
    const { device } = await started(1);
    const [own = ''] = logs(device);
    const newer = textOf(device, own).replace('min=1', 'min=2');
    put(device, own, newer);
    const history = await device.open();
    history.append([answer('one', 2)]);
    await history.flush();
    expect(history.problems().map(written)).toEqual([
      { path: own, line: 1, message: expect.stringContaining('newer version') as unknown },
    ]);
    expect([textOf(device, own), logs(device)]).toEqual([newer, [own, own.replace('.md', 'b.md')]]);
    expect(await asRead(device)).toEqual([1, 2]);
  });

  test('is not written to if it became one while the app was running', async () => {
    const { device, history } = await started(1);
    const [own = ''] = logs(device);
    put(device, own, textOf(device, own).replace('min=1', 'min=2'));
    await history.absorb(own);
    history.append([answer('one', 2)]);
    await history.flush();
    expect([textOf(device, own).includes('"g":2'), logs(device).length]).toEqual([false, 2]);
  });
});

describe('a folder of logs that is deleted while the app runs', () => {
  test('is back with the next answer, with its header and all that this device had written', async () => {
    const { device, history } = await started(1, 2);
    device.files.files.clear();
    history.append([answer('one', 4)]);
    await history.flush();
    await history.flush();
    const [own = ''] = logs(device);
    expect(textOf(device, own)).toMatch(/^```flashcards-log v1 dev=/);
    expect([await asRead(device), gradesOf(history, 'one')]).toEqual([
      [1, 2, 4],
      [1, 2, 4],
    ]);
  });

  test('removes nothing from the state', async () => {
    const { device, history } = await started(1, 2);
    const [own = ''] = logs(device);
    device.files.files.clear();
    await history.absorb(own);
    expect(gradesOf(history, 'one')).toEqual([1, 2]);
  });
});

describe('a vault that cannot be written', () => {
  const readOnly = (device: Device, files = device.files) =>
    new Device(files, device.store, 1, {
      logs: {
        list: (folder) => files.list(folder),
        search: () => files.search(),
        read: (path) => files.read(path),
        stat: (path) => files.stat(path),
        append: () => Promise.reject(new Error('EROFS: read-only file system')),
      },
    });

  test('is reported in one sentence, however many answers follow', async () => {
    const device = readOnly(new Device());
    const history = await device.open();
    for (const grade of [1, 2, 3] as const) {
      history.append([answer('one', grade)]);
      await device.pass(60_000);
    }
    expect(device.told).toEqual([
      'Your reviews are safe on this device, but not in the log yet: EROFS: read-only file system',
    ]);
  });

  test('loses no answer and counts none twice, across restarts, until it can be written', async () => {
    const device = new Device();
    for (const grade of [1, 2, 3] as const) {
      const locked = readOnly(device);
      const history = await locked.open();
      history.append([answer('one', grade)]);
      await locked.pass(60_000);
      expect([gradesOf(history, 'one').length, history.waiting]).toEqual([grade, true]);
    }
    const history = await device.open();
    await device.pass(APPEND_WITHIN);
    const read = await verifyHistory({ logs: device.files, folders: ['Flashcards'], withoutCard: () => [] });
    expect([gradesOf(history, 'one'), await asRead(device)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(formatVerifyResult(read, appWords, inEnglish)).toBe(
      'No problems found: 3 events from 1 device in 1 log.\nThis check changed nothing.\n',
    );
  });
});

describe('what is entirely unreadable', () => {
  test.each([
    ['a folder that is a file', 'Flashcards', 'text'],
    ['a log of NULs', OTHER, '\0'.repeat(4096)],
    ['a log of 33 MB', OTHER, 'x'.repeat(33 * 1024 * 1024)],
  ])('%s is reported with its path, and answers are kept', async (_, path, text) => {
    const device = new Device(new MemoryLogFiles());
    put(device, path, text);
    const history = await device.open();
    history.append([answer('one')]);
    await device.pass(APPEND_WITHIN);
    expect([history.problems().map((problem) => problem.path), gradesOf(history, 'one')]).toEqual([
      [path],
      [3],
    ]);
  });
});
