// Two installs that began as one: one storage was copied, and both go on under one id until they notice.
import { describe, expect, test } from '@jest/globals';
import { MemoryLocalStore, MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { snapshotOf } from '../../core/history/events.ts';
import { APPEND_WITHIN, answer, Device, gradesOf } from '../device.ts';

/** A device and its copy, which share one folder, as over a sync that merges. The copy's clock is its own. */
async function twins() {
  const files = new MemoryLogFiles();
  const first = new Device(files);
  const one = await first.open();
  one.append([answer('before', 1)]);
  await one.flush();
  const store = new MemoryLocalStore();
  for (const [key, value] of first.store.values) store.values.set(key, value);
  const second = new Device(files, store, 2);
  second.now = first.now + 5000;
  return { first, second, one, two: await second.open() };
}

const logs = (device: Device) => [...device.files.files.keys()].filter((path) => path.includes('/log/'));

const idsIn = (device: Device) =>
  new Set(
    logs(device).flatMap((path) => device.files.files.get(path)?.text.match(/(?<="i":")\w+(?=\.)/g) ?? []),
  );

describe('a device and its copy', () => {
  test('undo only their own answer if both have used one sequence', async () => {
    const { one, two, first } = await twins();
    one.append([answer('one', 2)]);
    two.append([answer('two', 3)]);
    one.undo();
    await Promise.all([one.flush(), two.flush()]);
    const reader = await new Device(first.files).open();
    expect([gradesOf(reader, 'one'), gradesOf(reader, 'two')]).toEqual([[], [3]]);
  });

  test('undo only their own batch', async () => {
    const { one, two, first } = await twins();
    for (const [history, card] of [
      [one, 'one'],
      [two, 'two'],
    ] as const) {
      history.append([{ k: 'c', c: card, ...encodeSnapshot(snapshotOf('a.md')) }, answer(card)]);
    }
    two.undo();
    await Promise.all([one.flush(), two.flush()]);
    const reader = await new Device(first.files).open();
    expect([gradesOf(reader, 'one'), gradesOf(reader, 'two')]).toEqual([[3], []]);
  });

  test('separate while running, when one reads what the other wrote', async () => {
    const { first, one, two } = await twins();
    one.append([answer('one')]);
    two.append([answer('two')]);
    await Promise.all([one.flush(), two.flush()]);
    for (const path of logs(first)) await one.absorb(path);
    one.append([answer('one')]);
    await one.flush();
    expect([idsIn(first).size, logs(first).length]).toEqual([2, 2]);
    expect([gradesOf(one, 'one'), gradesOf(one, 'two')]).toEqual([[3, 3], [3]]);
  });

  test('separate at a start', async () => {
    const { first, second, one, two } = await twins();
    one.append([answer('one')]);
    two.append([answer('two')]);
    await Promise.all([one.flush(), two.flush()]);
    for (const device of [first, second]) {
      const history = await device.open();
      history.append([answer('after')]);
      await history.flush();
    }
    expect(idsIn(first).size).toBe(3);
  });

  test('undo what came after they separated first', async () => {
    const { first, one, two } = await twins();
    one.append([answer('one', 2)]);
    two.append([answer('two')]);
    await two.flush();
    for (const path of logs(first)) await one.absorb(path);
    one.append([answer('one', 4)]);
    expect([one.undo()?.events, one.undo()?.events]).toMatchObject([[{ g: 4 }], [{ g: 2 }]]);
  });
});

describe('a device whose storage is older than its log', () => {
  test('continues under a new id', async () => {
    const device = new Device();
    const history = await device.open();
    const backup = new Map(device.store.values);
    history.append([answer('one')]);
    await history.flush();
    device.store.values.clear();
    for (const [key, value] of backup) device.store.values.set(key, value);
    const again = await device.open();
    again.append([answer('one')]);
    await again.flush();
    expect([idsIn(device).size, gradesOf(again, 'one')]).toEqual([2, [3, 3]]);
  });
});

describe('a line that a sync client overwrote', () => {
  /** Puts the log back to its header and its first line. */
  function overwrite(device: Device): void {
    for (const path of logs(device)) {
      const text = device.files.files.get(path)?.text ?? '';
      device.files.files.set(path, { text: text.split('\n').slice(0, 2).join('\n'), mtime: 1 });
    }
  }

  const kept = async (device: Device) => {
    const reader = await new Device(device.files).open();
    return gradesOf(reader, 'one');
  };

  test('is written again as soon as the file is read', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one', 1), answer('one', 2)]);
    await history.flush();
    overwrite(device);
    await history.absorb(logs(device)[0] ?? '');
    await device.pass(APPEND_WITHIN);
    expect(await kept(device)).toEqual([1, 2]);
  });

  test('is written again at the next start', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one', 1), answer('one', 2)]);
    await history.flush();
    overwrite(device);
    const again = await device.open();
    expect(gradesOf(again, 'one')).toEqual([1, 2]);
    await device.pass(APPEND_WITHIN);
    expect(await kept(device)).toEqual([1, 2]);
  });

  test('is written again once, not at every start', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one', 1), answer('one', 2)]);
    await history.flush();
    overwrite(device);
    for (let n = 0; n < 3; n += 1) {
      const again = await device.open();
      for (const path of logs(device)) await again.absorb(path);
      await device.pass(APPEND_WITHIN);
    }
    const text = device.files.files.get(logs(device)[0] ?? '')?.text ?? '';
    expect(text.match(/"g":2/g)).toHaveLength(1);
  });

  test('is written again even if the app was killed between the append and recording it', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one', 1), answer('one', 2)]);
    const before = new Map(device.store.values);
    await history.flush();
    device.store.values.clear();
    for (const [key, value] of before) device.store.values.set(key, value);
    await device.open();
    overwrite(device);
    await device.open();
    await device.pass(APPEND_WITHIN);
    expect(await kept(device)).toEqual([1, 2]);
  });

  test('is forgotten once 200,000 characters came after it', async () => {
    const device = new Device();
    const history = await device.open();
    for (let n = 0; n < 40; n += 1) {
      history.append(Array.from({ length: 100 }, (_, m) => answer(`card${n * 100 + m}`)));
      await history.flush();
    }
    const saved = device.store.values.get('note-flashcards-recent') ?? '';
    expect(saved).toContain('card3999');
    expect(saved).not.toContain('card10"');
    const byFile = JSON.parse(saved) as [path: string, lines: string[]][];
    expect(byFile.flatMap(([, lines]) => lines).join('').length).toBeLessThanOrEqual(200_000);
  });

  test('makes room in a full storage for answers that are not in the log yet', async () => {
    const device = new Device();
    const history = await device.open();
    history.append([answer('one')]);
    await history.flush();
    device.store.limit = [...device.store.values.values()].join('').length;
    history.append([answer('two')]);
    expect([device.store.values.get('note-flashcards-recent'), device.told]).toEqual([undefined, []]);
  });
});
