// The folder of the history is renamed or moved by the user (edge case 43): open, closed, and on another device.
import { describe, expect, test } from '@jest/globals';
import { fileOf, review } from '../../core/history/events.ts';
import { answer, APPEND_WITHIN, Device, gradesOf } from '../device.ts';

const PHONE = 'Flashcards/log/phone1/log-phone1-2026-11.md';
const phoneLog = fileOf([review('phone1.1', 'two', 4)], 'phone1');

/** A device with an answer of its own and one of a phone, in the log. */
async function started() {
  const device = new Device();
  device.files.files.set(PHONE, { text: phoneLog, mtime: 1 });
  const history = await device.open();
  history.append([answer('one', 1)]);
  await history.flush();
  return { device, history };
}

/** Moves files on disk; gives from where to where. */
function move({ files: { files } }: Device, from: string, to: string): (readonly [string, string])[] {
  return [...files].flatMap(([path, file]) => {
    if (!path.startsWith(`${from}/`)) return [];
    const target = `${to}${path.slice(from.length)}`;
    files.delete(path);
    files.set(target, file);
    return [[path, target] as const];
  });
}

/** As long ago as the latest lines are no longer remembered. */
function forgetRecent(device: Device): void {
  for (const key of device.store.values.keys()) if (key.includes('recent')) device.store.values.delete(key);
}

const all = (device: Device) => [...device.files.files.keys()].filter((path) => path.endsWith('.md')).sort();
const grades = (history: Parameters<typeof gradesOf>[0]) => [
  gradesOf(history, 'one'),
  gradesOf(history, 'two'),
];

describe('a folder that is moved while the app runs', () => {
  test.each([
    ['into another folder', 'System/Flashcards'],
    ['to a new name', 'Cards'],
  ])('%s is followed at once, and nothing is written to the old place', async (_, to) => {
    const { device, history } = await started();
    const moved = move(device, 'Flashcards', to);
    expect(history.renamed('Flashcards', to)).toBe(true);
    for (const [before, after] of moved) history.renamed(before, after);
    history.append([answer('one', 2)]);
    await history.flush();
    expect([history.folder, grades(history)]).toEqual([to, [[1, 2], [4]]]);
    expect(all(device).filter((path) => !path.startsWith(`${to}/`))).toEqual([]);
    const again = await device.open(to);
    expect([grades(again), device.told]).toEqual([[[1, 2], [4]], []]);
  });

  test('by its parent is followed', async () => {
    const device = new Device();
    const history = await device.open('A/Flashcards');
    history.append([answer('one')]);
    await history.flush();
    move(device, 'A', 'B/C');
    expect([history.renamed('A', 'B/C'), history.folder]).toEqual([true, 'B/C/Flashcards']);
  });

  test('whose logs alone are moved is followed', async () => {
    const { device, history } = await started();
    const moved = move(device, 'Flashcards/log', 'Cards/log');
    history.renamed('Flashcards/log', 'Cards/log');
    for (const [before, after] of moved) history.renamed(before, after);
    expect(history.folder).toBe('Cards');
  });

  test('to a name that never syncs is read there, and reported', async () => {
    const { device, history } = await started();
    move(device, 'Flashcards', '_private');
    expect(history.renamed('Flashcards', '_private')).toBe(false);
    history.append([answer('one', 2)]);
    await history.flush();
    expect([history.folder, device.told]).toEqual(['Flashcards', [expect.stringContaining("don't sync")]]);
    expect(grades(await device.open())).toEqual([[1, 2], [4]]);
  });

  test.each(['create first', 'delete first'] as const)(
    'by another device is followed when the sync brings it, %s',
    async (order) => {
      const { device, history } = await started();
      const moved = move(device, 'Flashcards', 'System/Flashcards');
      const [gone, come] = [moved.map(([before]) => before), moved.map(([, after]) => after)];
      for (const path of order === 'create first' ? [...come, ...gone] : [...gone, ...come])
        await history.absorb(path);
      history.append([answer('one', 2)]);
      await history.flush();
      expect([history.folder, grades(history)]).toEqual(['System/Flashcards', [[1, 2], [4]]]);
      expect(all(device).filter((path) => path.startsWith('Flashcards/'))).toEqual([]);
    },
  );

  test('keeps what this device wrote last: what a sync cuts off is written again', async () => {
    const { device, history } = await started();
    const moved = move(device, 'Flashcards', 'Cards');
    history.renamed('Flashcards', 'Cards');
    const own =
      moved.map(([, path]) => path).find((path) => /log-/.test(path) && !path.includes('phone1')) ?? '';
    const text = device.files.files.get(own)?.text ?? '';
    device.files.files.set(own, { text: text.split('\n').slice(0, 1).join('\n'), mtime: 9 });
    await history.absorb(own);
    await device.pass(APPEND_WITHIN);
    expect(device.files.files.get(own)?.text).toContain('"g":1');
  });
});

describe('a folder that was moved while the app was closed', () => {
  test.each([
    ['into another folder', 'System/Flashcards'],
    ['to a new name', 'Cards'],
    ['to what a cloud drive calls it', 'Flashcards 2'],
  ])('%s is found before any card counts as new, and reported once', async (_, to) => {
    const { device } = await started();
    move(device, 'Flashcards', to);
    forgetRecent(device);
    const history = await device.open();
    expect([grades(history), history.folder]).toEqual([[[1], [4]], to]);
    expect(device.told).toEqual([expect.stringContaining(`“${to}”`)]);
    history.append([answer('one', 2)]);
    await history.flush();
    const again = await device.open();
    expect([grades(again), again.folder, device.told.length]).toEqual([[[1, 2], [4]], to, 1]);
    expect(all(device).filter((path) => !path.startsWith(`${to}/`))).toEqual([]);
  });

  test('is found by a device that was never here before', async () => {
    const { device } = await started();
    move(device, 'Flashcards', 'System/Flashcards');
    const other = new Device(device.files, undefined, 5);
    const history = await other.open();
    expect([grades(history), history.folder]).toEqual([[[1], [4]], 'System/Flashcards']);
  });

  test('and back is followed back', async () => {
    const { device } = await started();
    move(device, 'Flashcards', 'Cards');
    await device.open();
    move(device, 'Cards', 'Flashcards');
    const history = await device.open();
    expect([grades(history), history.folder]).toEqual([[[1], [4]], 'Flashcards']);
  });

  test('is found by the headers of its logs if they have lost their names', async () => {
    const { device } = await started();
    for (const [n, path] of all(device)
      .filter((each) => each.includes('/log/'))
      .entries()) {
      const file = device.files.files.get(path);
      device.files.files.delete(path);
      if (file) device.files.files.set(`Old/Untitled ${n}.md`, file);
    }
    forgetRecent(device);
    for (const told of [1, 1]) {
      const history = await device.open();
      expect([grades(history), history.problems(), device.told.length]).toEqual([[[1], [4]], [], told]);
    }
    expect(device.told[0]).toContain('Old/Untitled 0.md');
  });

  test('is not followed into a folder that the setting has left', async () => {
    const { device, history } = await started();
    await history.useFolder('Cards');
    expect((await device.open('Cards')).folder).toBe('Cards');
  });
});

test('if two folders have logs, both are read, and the one in the setting is written to', async () => {
  const { device } = await started();
  const second = 'Flashcards 2/log/phone1/log-phone1-2026-11.md';
  device.files.files.set(second, { text: fileOf([review('phone1.2', 'two', 2)], 'phone1'), mtime: 1 });
  const history = await device.open();
  expect([grades(history), history.folder]).toEqual([[[1], [4, 2]], 'Flashcards']);
  expect(device.told).toEqual([expect.stringContaining('“Flashcards 2”')]);
});

test('a note that is merely named like a log is left alone, wherever it is', async () => {
  const device = new Device();
  device.files.files.set('Work/log-work-2026-11.md', { text: 'What I did.\n', mtime: 1 });
  const history = await device.open();
  expect([history.problems(), history.formerFolders, device.told]).toEqual([[], [], []]);
});

test('logs that are gone everywhere are reported once, with what is left', async () => {
  const { device } = await started();
  await device.open();
  forgetRecent(device);
  device.files.files.clear();
  for (const told of [1, 1]) {
    await device.open();
    expect(device.told).toHaveLength(told);
  }
  expect(device.told[0]).toContain('down from 2');
});

test('logs that a cloud drive has not fetched do not count as moved', async () => {
  const { device } = await started();
  device.files.files.set('Backup/log/phone1/log-phone1-2026-10.md', { text: phoneLog, mtime: 1 });
  device.files.search = () => Promise.resolve(['Backup/log/phone1/log-phone1-2026-10.md']);
  for (const path of all(device)) if (path.startsWith('Flashcards/')) device.files.evicted.add(path);
  expect((await device.open()).folder).toBe('Flashcards');
});
