import { describe, expect, test } from '@jest/globals';
import type { History } from '../../../src/app/history/history.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { snapshotOf } from '../../core/history/events.ts';
import { APPEND_WITHIN, answer, Device, gradesOf } from '../device.ts';

const logsOf = (device: Device) => [...device.files.files.keys()].filter((path) => path.includes('/log/'));
const textOf = (device: Device) => logsOf(device).map((path) => device.files.files.get(path)?.text ?? '');

describe('a review', () => {
  test('is in local storage when `append` returns, and in the log within two minutes', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one')]);
    expect([...device.store.values.values()].join('')).toContain('\\"k\\":\\"r\\"');
    await device.pass(APPEND_WITHIN - 1);
    expect(logsOf(device)).toEqual([]);
    await device.pass(1);
    expect(textOf(device).join('')).toMatch(
      /^```flashcards-log v1 dev=\w{8} nonce=\w{4} min=1\n\{"i":"\w{8}\.1",/,
    );
    expect(history.waiting).toBe(false);
  });

  test('is appended together with those after it, within two minutes', async () => {
    const device = new Device();
    let appends = 0;
    const append = device.files.append.bind(device.files);
    device.files.append = (path, text) => {
      if (path.includes('/log/')) appends += 1;
      return append(path, text);
    };
    const history = await device.open();
    for (let n = 0; n < 24; n += 1) {
      history.append([answer(`card${n}`)]);
      await device.pass(APPEND_WITHIN / 12);
    }
    expect([appends, history.waiting]).toEqual([2, false]);
  });

  test('is in the log at once if more is waiting than local storage should hold for long', async () => {
    const device = new Device();
    const history = await device.open();
    history.append(Array.from({ length: 1000 }, (_, n) => answer(`card${n}`)));
    await device.pass(0);
    expect([textOf(device).length, history.waiting]).toEqual([1, false]);
  });

  test('is in the log at once when the page hides', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one')]);
    await history.flush();
    expect(textOf(device)).toHaveLength(1);
  });

  test('is there at the next start if the app is killed before the append', async () => {
    const device = new Device();
    (await device.open()).append([answer('one', 2)]);
    const again = await device.open();
    expect(gradesOf(again, 'one')).toEqual([2]);
    await device.pass(APPEND_WITHIN);
    expect(
      textOf(device)
        .join('')
        .match(/"k":"r"/g),
    ).toHaveLength(1);
  });

  test('counts once if the app is killed between the append and clearing the write-ahead', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one')]);
    const before = new Map(device.store.values);
    await history.flush();
    for (const [key, value] of before) device.store.values.set(key, value);
    const again = await device.open();
    expect([gradesOf(again, 'one'), again.waiting]).toEqual([[3], false]);
  });

  test('names the card to listeners', async () => {
    const history = await new Device().open();
    const heard: string[] = [];
    const stop = history.onChange((changed) => heard.push(...changed));
    history.append([answer('one')]);
    stop();
    history.append([answer('two')]);
    expect(heard).toEqual(['one']);
  });

  test('of a device whose clock is in 1970 can be read by every device', async () => {
    const device = new Device();
    device.now = 1000;
    const history = await device.open();
    history.append([answer('one')]);
    await history.flush();
    expect(gradesOf(await device.open(), 'one')).toEqual([3]);
  });

  test('left open for a year counts', async () => {
    const history = await new Device().open();
    history.append([{ ...answer('one'), d: 365 * 86_400_000 } as never]);
    expect(gradesOf(history, 'one')).toEqual([3]);
  });
});

/** As the app does it. */
function redo(history: History) {
  const undone = history.redoable();
  if (undone) history.note(undone.undos.map((e) => ({ k: 'u', e })));
  return undone?.action ?? null;
}

describe('undo', () => {
  test('takes back action after action, last first, also after a restart', async () => {
    const device = new Device();
    const first = await device.open();
    first.append([{ k: 'c', c: 'one', ...encodeSnapshot(snapshotOf('a.md')) }, answer('one', 1)]);
    first.append([answer('two', 2)]);
    first.append([answer('one', 4)]);
    await first.flush();
    const history = await device.open();
    expect(history.undo()?.events).toMatchObject([{ k: 'r', g: 4 }]);
    expect(history.undo()?.events).toMatchObject([{ k: 'r', g: 2 }]);
    expect(history.undo()?.events).toMatchObject([{ k: 'c' }, { k: 'r', g: 1 }]);
    expect([history.undo(), history.cards.size]).toEqual([null, 0]);
  });

  test('continues where it was after a new answer', async () => {
    const history = await new Device().open();
    history.append([answer('one', 1)]);
    history.append([answer('one', 2)]);
    history.undo();
    history.append([answer('one', 4)]);
    history.undo();
    expect(gradesOf(history, 'one')).toEqual([1]);
    expect(history.undoable()?.events).toMatchObject([{ g: 1 }]);
  });

  test('is redone, last first, also after a restart, until there is a new answer', async () => {
    const device = new Device();
    const first = await device.open();
    for (const grade of [1, 2, 4] as const) first.append([answer('one', grade)]);
    for (let times = 0; times < 3; times += 1) first.undo();
    expect(redo(first)?.events).toMatchObject([{ k: 'r', g: 1 }]);
    await first.flush();
    const history = await device.open();
    expect(redo(history)?.events).toMatchObject([{ k: 'r', g: 2 }]);
    expect(gradesOf(history, 'one')).toEqual([1, 2]);
    expect(history.undo()?.events).toMatchObject([{ g: 2 }]);
    expect(redo(history)?.events).toMatchObject([{ g: 2 }]);
    expect(redo(history)?.events).toMatchObject([{ g: 4 }]);
    expect([redo(history), gradesOf(history, 'one')]).toEqual([null, [1, 2, 4]]);
    history.undo();
    history.append([answer('two', 3)]);
    expect(redo(history)).toBeNull();
  });

  test('skips what the app wrote by itself', async () => {
    const history = await new Device().open();
    history.append([answer('one', 1)]);
    history.note([{ k: 'c', c: 'one', ...encodeSnapshot(snapshotOf('b.md')) }]);
    expect(history.undo()?.events).toMatchObject([{ k: 'r' }]);
  });

  test.each([
    ['suspended', true, { suspended: true }, { suspended: false }],
    ['buried', 20_701, { buriedUntil: 20_701 }, { buriedUntil: null }],
    ['flag', 4, { flag: 4 }, { flag: 0 }],
    ['reset', true, { reviews: [] }, { reviews: [{ g: 3 }] }],
  ])('takes back %s', async (w, v, done, undone) => {
    const history = await new Device().open();
    history.append([answer('one')]);
    history.append([{ k: 'x', c: 'one', w, v }]);
    expect(history.cards.get('one')).toMatchObject(done);
    history.undo();
    expect(history.cards.get('one')).toMatchObject(undone);
  });

  test('takes back a link that the user accepted', async () => {
    const history = await new Device().open();
    history.append([answer('one')]);
    history.append([{ k: 'a', f: 'two', c: 'one' }]);
    history.undo();
    expect(history.canonical('two')).toBe('two');
  });
});

describe('the log', () => {
  test('continues in a new file at 128 KB, and when the month ends', async () => {
    const device = new Device();
    const history = await device.open();
    const many = Array.from({ length: 900 }, (_, n) => answer(`card${n}`));
    for (let n = 0; n < 4; n += 1) {
      history.append(many);
      await history.flush();
    }
    device.now = Date.UTC(2026, 11, 1);
    history.append([answer('one')]);
    await history.flush();
    expect(logsOf(device).map((path) => path.slice(-10))).toEqual([
      '2026-11.md',
      '026-11b.md',
      '026-11c.md',
      '2026-12.md',
    ]);
    expect(gradesOf(await device.open(), 'card899')).toEqual([3, 3, 3, 3]);
  });

  test('is explained once, also when the page is deleted later', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one')]);
    await history.flush();
    expect(device.files.files.get('Flashcards/README.md')?.text).toContain('# Your flashcard history');
    device.files.files.delete('Flashcards/README.md');
    history.append([answer('one')]);
    await history.flush();
    expect(device.files.files.has('Flashcards/README.md')).toBe(false);
  });
});
