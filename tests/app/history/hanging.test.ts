// Logs whose reading hangs, or fails, at the start: nothing waits for them, nothing is lost, nothing is written to them.
import { describe, expect, test } from '@jest/globals';
import type { History } from '../../../src/app/history/history.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { fileOf, review } from '../../core/history/events.ts';
import { answer, Device, gradesOf } from '../device.ts';
import { readLogFolders } from '../../../src/app/history/log-reader.ts';
import { HangingLogs } from './hanging-logs.ts';
import { written } from '../../../scripts/node/english.ts';

const PHONE = 'Flashcards/log/phone1/log-phone1-2026-11.md';
const TABLET = 'Flashcards/log/tablet/log-tablet-2026-11.md';

function put(files: MemoryLogFiles, path: string, device: string, ...grades: (1 | 2 | 3 | 4)[]): void {
  const events = grades.map((grade, nth) => review(`${device}.${String(nth + 1)}`, 'one', grade));
  files.files.set(path, { text: fileOf(events, device), mtime: 1 });
}

/** A vault with two logs of other devices. */
function vault() {
  const files = new MemoryLogFiles();
  put(files, PHONE, 'phone1', 4);
  put(files, TABLET, 'tablet', 2);
  return files;
}

class SlowDevice extends Device {
  readonly logs: HangingLogs;

  constructor(files: MemoryLogFiles, store?: Device['store']) {
    const logs = new HangingLogs(files);
    super(files, store, 1, { logs });
    this.logs = logs;
  }

  /** Opens while some logs hang: the start waits for a moment. */
  async openSlowly(): Promise<History> {
    let opened: History | null = null;
    void this.open().then((history) => (opened = history));
    for (let halves = 0; halves < 6 && !opened; halves += 1) {
      await this.pass(500);
      for (let breaths = 0; breaths < 80; breaths += 1) await this.pass(0);
    }
    if (!opened) throw new Error('the start is held up');
    return opened;
  }
}

const sorted = (history: History, id: string) => [...gradesOf(history, id)].sort();

const missing = (history: History) => history.missingLogs().map(({ path }) => path);

describe('a log that hangs at the start', () => {
  test('delays nothing: the others count, and the state of the cards is not yet known', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    const history = await device.openSlowly();
    expect([history.knowledge, gradesOf(history, 'one')]).toEqual(['reading', [2]]);
  });

  test('is named after ten seconds, and nothing else is', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    const history = await device.openSlowly();
    let heard = 0;
    history.onChange(() => (heard += 1));
    await device.pass(9500);
    expect([history.knowledge, missing(history), heard]).toEqual(['missing', [PHONE], 1]);
    expect(history.problems().map(written)).toEqual([
      { path: PHONE, line: 1, message: 'Not read yet: the drive is not responding.' },
    ]);
  });

  test('is skipped when the user says so', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    const history = await device.openSlowly();
    await device.pass(9500);
    history.continueWithout();
    expect([history.knowledge, history.isWhole, missing(history)]).toEqual(['known', false, [PHONE]]);
  });

  test.each([
    ['before it is named', 1000],
    ['after it was named', 60_000],
  ])('counts as soon as it arrives, %s', async (_, ms) => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    const history = await device.openSlowly();
    const heard: string[] = [];
    history.onChange((ids) => heard.push(...ids));
    await device.pass(ms);
    device.logs.release(PHONE);
    await device.pass(0);
    expect([history.knowledge, history.isWhole, history.problems(), heard]).toEqual([
      'known',
      true,
      [],
      ['one'],
    ]);
    expect(sorted(history, 'one')).toEqual([2, 4]);
  });

  test('is requested once, however long it hangs', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    await device.openSlowly();
    for (let minutes = 0; minutes < 5; minutes += 1) await device.pass(60_000);
    expect(device.logs.asked).toBe(1);
  });

  test('does not delay the next ones, however many hang', async () => {
    const files = vault();
    const device = new SlowDevice(files);
    for (let nth = 0; nth < 60; nth += 1) {
      const path = `Flashcards/log/a${String(nth)}/log-a${String(nth)}-2026-11.md`;
      put(files, path, `a${String(nth)}`, 1);
      device.logs.hang(path);
    }
    const history = await device.openSlowly();
    expect([sorted(history, 'one'), missing(history).length]).toEqual([[2, 4], 60]);
  });

  test('that turns out to be unreadable stays missing, and is tried again', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang(PHONE);
    const history = await device.openSlowly();
    device.files.evicted.add(PHONE);
    device.logs.release(PHONE);
    await device.pass(0);
    expect([history.knowledge, missing(history)]).toEqual(['missing', [PHONE]]);
    device.files.evicted.clear();
    await device.pass(60_000);
    expect([history.knowledge, sorted(history, 'one')]).toEqual(['known', [2, 4]]);
  });
});

describe('the log of this device', () => {
  async function started() {
    const device = new SlowDevice(new MemoryLogFiles());
    const history = await device.open();
    for (const grade of [1, 2] as const) history.append([answer('one', grade)]);
    await history.flush();
    history.close();
    const [own = ''] = [...device.files.files.keys()].filter((path) => path.includes('/log/'));
    return { device, own, before: device.files.files.get(own)?.text };
  }

  test('is not written to while it hangs; answers go into another file, and none is lost or written twice', async () => {
    const { device, own, before } = await started();
    // What the device remembers by itself is gone, so only the log has the answers.
    device.store.set('note-flashcards-recent', null);
    device.logs.hang(own);
    const history = await device.openSlowly();
    history.append([answer('one', 4)]);
    await history.flush();
    expect([device.files.files.get(own)?.text, gradesOf(history, 'one')]).toEqual([before, [4]]);
    device.logs.release(own);
    await device.pass(0);
    await history.flush();
    expect([device.files.files.get(own)?.text, gradesOf(history, 'one')]).toEqual([before, [1, 2, 4]]);
    expect(gradesOf(await new Device(device.files).open(), 'one')).toEqual([1, 2, 4]);
  });

  test('blocks undoing actions from before the start while it hangs', async () => {
    const { device, own } = await started();
    device.logs.hang(own);
    const history = await device.openSlowly();
    expect(history.undo()).toBeNull();
    history.append([answer('two', 4)]);
    expect(history.undo()).not.toBeNull();
    expect(history.undo()).toBeNull();
    device.logs.release(own);
    await device.pass(0);
    expect(history.undoable()).not.toBeNull();
  });

  test('does not turn this device into a second one when it arrives late', async () => {
    const { device, own } = await started();
    device.store.set('note-flashcards-recent', null);
    const { id } = JSON.parse(device.store.get('note-flashcards-device') ?? '{}') as { id: string };
    device.logs.hang(own);
    const history = await device.openSlowly();
    device.logs.release(own);
    await device.pass(0);
    const [event] = history.append([answer('one', 4)]);
    expect(event?.i.split('.')[0]).toBe(id);
  });
});

describe('a folder of logs that hangs', () => {
  test('is named; answers wait on this device until it arrives, and then go to the log', async () => {
    const device = new SlowDevice(vault());
    const before = new Map(device.files.files);
    device.logs.hang('Flashcards');
    const history = await device.openSlowly();
    await device.pass(9500);
    expect([history.knowledge, missing(history)]).toEqual(['missing', ['Flashcards']]);
    history.continueWithout();
    history.append([answer('one', 3)]);
    await history.flush();
    await device.pass(60_000);
    expect([device.files.files, gradesOf(history, 'one'), history.waiting]).toEqual([before, [3], true]);
    expect(device.told).toEqual([
      'Your reviews are safe on this device, but not in the log yet: Not read yet: the drive is not responding.',
    ]);
    device.logs.release('Flashcards');
    await device.pass(0);
    await device.pass(2000);
    expect([history.knowledge, history.isWhole, sorted(history, 'one')]).toEqual(['known', true, [2, 3, 4]]);
    expect(sorted(await new Device(device.files).open(), 'one')).toEqual([2, 3, 4]);
  });

  test('loses no answer when the app is killed meanwhile', async () => {
    const device = new SlowDevice(vault());
    device.logs.hang('Flashcards');
    (await device.openSlowly()).append([answer('one', 3)]);
    const again = new Device(device.files, device.store);
    const history = await again.open();
    await again.pass(2000);
    expect(sorted(history, 'one')).toEqual([2, 3, 4]);
  });
});

describe('a folder of logs that cannot be read', () => {
  test.each([
    ['is a file', (files: MemoryLogFiles) => files.files.set('Flashcards', { text: 'Mine.', mtime: 1 })],
    [
      'may not be listed',
      (files: MemoryLogFiles) => (files.list = () => Promise.reject(new Error('EACCES'))),
    ],
  ])('because it %s is named at once; nothing is written, and answers are kept', async (_, spoil) => {
    const files = vault();
    spoil(files);
    const before = new Map(files.files);
    const device = new Device(files);
    const history = await device.open();
    expect([history.knowledge, missing(history)]).toEqual(['missing', ['Flashcards']]);
    history.append([answer('one', 3)]);
    await history.flush();
    await device.pass(60_000);
    expect([files.files, history.waiting, gradesOf(history, 'one')]).toEqual([before, true, [3]]);
  });
});

test('a history that can be read is known at once', async () => {
  const history = await new Device(vault()).open();
  expect([history.knowledge, history.isWhole, missing(history)]).toEqual(['known', true, []]);
});

describe('reading the folders of logs', () => {
  const settled = async (work: Promise<unknown>): Promise<boolean> => {
    const isDone = { value: false };
    void work.then(() => (isDone.value = true));
    for (let breaths = 0; breaths < 20; breaths += 1) await Promise.resolve();
    return isDone.value;
  };

  test.each([
    ['is waited for once', [], 1],
    ['that has been waited for is not waited for again', [PHONE], 0],
  ])('a log that hangs %s', async (_, hung, expected) => {
    const logs = new HangingLogs(vault());
    logs.hang(PHONE);
    let waits = 0;
    const patience = async (work: Promise<unknown>): Promise<boolean> => {
      const isDone = await settled(work);
      if (!isDone) waits += 1;
      return isDone;
    };
    const read = await readLogFolders(logs, ['Flashcards/log'], null, undefined, patience, hung);
    expect(read.files.map(({ path }) => path)).toEqual([TABLET]);
    expect(read.late.map(({ path }) => path)).toEqual([PHONE]);
    expect(waits).toBe(expected);
  });
});
