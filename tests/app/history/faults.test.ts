// No acknowledged review is lost, wherever the app dies, and whatever call fails.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { History } from '../../../src/app/history/history.ts';
import { readLogFolders } from '../../../src/app/history/log-reader.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { runs } from '../../random.ts';
import { settle } from '../clock.ts';
import { APPEND_WITHIN, answer, Device } from '../device.ts';
import { type Fault, faultyLogs, FaultySwitch, faultyStore } from './faulty-storage.ts';

type Step = 'answer' | 'pair' | 'undo' | 'pass' | 'flush' | 'restart';

const step = fc.constantFrom<Step>('answer', 'answer', 'pair', 'undo', 'pass', 'pass', 'flush', 'restart');
const faultAt = (deadly: boolean, last: number): fc.Arbitrary<Fault> =>
  fc.record({
    call: fc.nat(last),
    when: fc.constantFrom('before', 'in', 'after'),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    deadly: fc.constant(deadly),
  });

class Life {
  readonly files = new MemoryLogFiles();
  readonly store = new MemoryLocalStore();
  /** Ids of all events that were acknowledged. */
  readonly acknowledged: string[] = [];
  private starts = 0;

  /** One run of the app, up to its death or the end of its steps. */
  async session(steps: readonly Step[], fault: Fault | null): Promise<Device> {
    const gate = new FaultySwitch(fault);
    const ports = { logs: faultyLogs(this.files, gate), store: faultyStore(this.store, gate) };
    this.starts += 1;
    const device = new Device(this.files, this.store, this.starts, ports);
    device.now += this.starts * 60_000;
    let history: History;
    try {
      history = await device.open();
      for (const each of steps) {
        if (gate.dead) break;
        if (each === 'restart') history = await device.open();
        else await this.act(history, device, each, gate);
      }
    } catch (error) {
      if (!gate.dead) throw error;
    }
    await settle();
    return device;
  }

  private async act(history: History, device: Device, each: Step, gate: FaultySwitch): Promise<void> {
    device.now += 1000;
    if (each === 'pass') await device.pass(APPEND_WITHIN);
    else if (each === 'flush') await history.flush();
    else if (each === 'undo') history.undo();
    else {
      const answers = [answer('one', 2), answer('two', 4)].slice(0, each === 'pair' ? 2 : 1);
      const events = history.append(answers);
      // The app handles the error of a call that killed it; a real one would not have come so far.
      if (!gate.dead) this.acknowledged.push(...events.map(({ i }) => i));
    }
  }

  /** Ids of the events that another device finds in the logs, and what it cannot read. */
  async written(): Promise<{ ids: Set<string>; problems: readonly unknown[] }> {
    const { files, unread } = await readLogFolders(this.files, ['Flashcards']);
    const ids = new Set(files.flatMap(({ lines }) => lines.map(({ event }) => event.i)));
    return { ids, problems: [...unread, ...files.flatMap(({ problems }) => problems)] };
  }

  /** Starts once more without faults, and says what is missing in the logs then. */
  async recover(): Promise<{ lost: string[]; problems: readonly unknown[] }> {
    const device = await this.session(['flush'], null);
    await device.pass(APPEND_WITHIN);
    const { ids, problems } = await this.written();
    return { lost: this.acknowledged.filter((id) => !ids.has(id)), problems };
  }
}

const nothing = { lost: [], problems: [] };

describe('an acknowledged review is never lost', () => {
  test('when the app dies before, during or after any call, again and again', async () => {
    const session = fc.tuple(fc.array(step, { minLength: 1, maxLength: 12 }), faultAt(true, 30));
    await fc.assert(
      fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 4 }), async (sessions) => {
        const life = new Life();
        for (const [steps, fault] of sessions) await life.session(steps, fault);
        expect(await life.recover()).toEqual(nothing);
      }),
      { numRuns: runs(10_000) },
    );
  }, 900_000);

  test('when a file operation fails and the app continues', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), faultAt(false, 30), async (steps, fault) => {
        const life = new Life();
        await life.session(['answer', ...steps.filter((each) => each !== 'restart'), 'flush'], fault);
        expect(await life.recover()).toEqual(nothing);
      }),
      { numRuns: runs(2000) },
    );
  }, 900_000);

  test('when local storage is full: the log has it at once, and the user is notified', async () => {
    const device = new Device();
    const history = await device.open();
    device.store.full = true;
    history.append([answer('one')]);
    await settle();
    expect([...device.files.files.values()].map(({ text }) => text).join('')).toContain('"k":"r"');
    expect(device.told).toEqual([expect.stringContaining('Storage is full')]);
  });

  test('when local storage is full, no append works, and the log is deleted before the next start', async () => {
    const device = new Device();
    const history = await device.open();
    const [review] = history.append([answer('one')]);
    await history.flush();
    const [log = ''] = [...device.files.files.keys()].filter((path) => path.includes('/log/'));
    device.store.limit = device.store.size;
    device.files.files.set('Flashcards', { text: 'a file', mtime: 1 });
    // Too much for the store, even without the lines that were written last.
    history.append(Array.from({ length: 50 }, (_, nth) => answer(`card ${nth}`)));
    await settle();
    for (const path of [log, 'Flashcards']) device.files.files.delete(path);
    const restarted = await device.open();
    await restarted.flush();
    expect([...restarted.reviews()].map(({ i }) => i)).toContain(review?.i);
  });
});

describe('an append that fails', () => {
  test('is reported once and retried until it is written', async () => {
    const device = new Device();
    const history = await device.open();
    device.files.files.set('Flashcards', { text: 'a file', mtime: 1 });
    history.append([answer('one')]);
    for (let n = 0; n < 3; n += 1) await device.pass(60_000);
    expect(device.told).toEqual([expect.stringContaining('safe on this device')]);
    device.files.files.delete('Flashcards');
    await device.pass(60_000);
    expect([history.waiting, device.files.files.size]).toEqual([false, 2]);
  });
});
