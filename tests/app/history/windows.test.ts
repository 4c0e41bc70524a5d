// Several windows of one vault on one device: they share local storage and the folder of logs, and nothing else.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import type { History } from '../../../src/app/history/history.ts';
import { readLogFolders } from '../../../src/app/history/log-reader.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { runs } from '../../random.ts';
import { settle } from '../clock.ts';
import { APPEND_WITHIN, answer, Device, gradesOf } from '../device.ts';
import { type Fault, faultyLogs, FaultySwitch, faultyStore } from './faulty-storage.ts';

type Act = 'answer' | 'undo' | 'flush' | 'flush later' | 'pass' | 'read' | 'killed' | 'reload';

interface Window {
  readonly device: Device;
  readonly gate: FaultySwitch;
  history: History;
}

/** The windows of a person who opens several, and what they acknowledged. */
class Desk {
  readonly files = new MemoryLogFiles();
  readonly store = new MemoryLocalStore();
  /** Reviews that were acknowledged and not taken back. */
  readonly kept = new Set<string>();
  /** Reviews that a window was about to write or to take back when it died. */
  readonly uncertain = new Set<string>();
  private readonly windows: Window[] = [];
  private starts = 0;

  /** @param faults what kills the windows, in the order in which they are opened; none kills those beyond */
  constructor(private readonly faults: readonly Fault[] = []) {}

  async open(): Promise<Window> {
    const window = await this.start();
    this.windows.push(window);
    return window;
  }

  async act(nth: number, act: Act): Promise<void> {
    const at = nth % this.windows.length;
    const found = this.windows[at];
    const window = found && !found.gate.dead ? found : await this.start();
    this.windows[at] = window;
    const { device, history, gate } = window;
    for (const each of this.windows) each.device.now += 60_000;
    try {
      if (act === 'answer') this.count(history.append([answer(`card${nth}`)]), gate);
      else if (act === 'undo') this.discount(history.undo()?.events ?? [], gate);
      else if (act === 'flush') await history.flush();
      else if (act === 'flush later') void history.flush();
      else if (act === 'pass') await device.pass(APPEND_WITHIN);
      else if (act === 'read') for (const path of this.files.files.keys()) await history.absorb(path);
      else {
        // The one before goes on with what it had begun, as after a reload of the plugin, or does not.
        if (act === 'reload') void history.flush();
        if (act === 'reload') history.close();
        window.history = await device.open();
      }
    } catch (error) {
      if (!gate.dead) throw error;
    }
  }

  /** All windows are killed, and one is opened: gives what the logs hold then. */
  async end() {
    const { device, history } = await new Desk().openOver(this);
    await device.pass(APPEND_WITHIN);
    await history.flush();
    const { files, unread } = await readLogFolders(this.files, ['Flashcards']);
    const ids = new Map<string, Set<string>>();
    for (const { event, text } of files.flatMap(({ lines }) => lines))
      ids.set(event.i, (ids.get(event.i) ?? new Set()).add(text));
    const reader = await new Device(this.files).open();
    // As written: the times that count may be earlier, where the clocks of windows differ.
    const counting = new Set([...reader.reviews()].map(({ i }) => i));
    const lines = files.flatMap((file) => file.lines).filter(({ event }) => counting.has(event.i));
    const counted = new Set(lines.map(({ text }) => text));
    return {
      lost: [...this.kept].filter((review) => !counted.has(review)),
      extra: [...counted].filter((review) => !this.kept.has(review) && !this.uncertain.has(review)),
      usedTwice: [...ids].flatMap(([id, texts]) => (texts.size > 1 ? [id] : [])),
      // A window that died as it began its file leaves one without a header, which is told, and is no harm.
      problems: [
        ...unread,
        ...files.flatMap(({ headers, problems }) => (headers.length > 0 ? problems : [])),
      ],
    };
  }

  /** A window that nothing kills, over the storage of another desk. */
  private openOver(other: Desk): Promise<Window> {
    return this.windowOver(other, null, 1000);
  }

  /** One that dies at its start is started again. */
  private async start(): Promise<Window> {
    for (;;) {
      const fault = this.faults[this.starts] ?? null;
      this.starts += 1;
      const window = await this.windowOver(this, fault, this.starts).catch(() => null);
      if (window) return window;
      if (fault === null) throw new Error('a window does not open');
    }
  }

  private async windowOver({ files, store }: Desk, fault: Fault | null, seed: number): Promise<Window> {
    const gate = new FaultySwitch(fault);
    const ports = { logs: faultyLogs(files, gate), store: faultyStore(store, gate) };
    const device = new Device(files, store, seed, ports);
    device.now += seed * 60_000;
    return { device, gate, history: await device.open() };
  }

  private count(events: readonly HistoryEvent[], { dead }: FaultySwitch): void {
    for (const event of events) (dead ? this.uncertain : this.kept).add(JSON.stringify(event));
  }

  private discount(events: readonly HistoryEvent[], { dead }: FaultySwitch): void {
    for (const text of events.map((event) => JSON.stringify(event))) {
      this.kept.delete(text);
      if (dead) this.uncertain.add(text);
    }
  }
}

const nothing = { lost: [], extra: [], usedTwice: [], problems: [] };

const act = fc.constantFrom<Act>(
  'answer',
  'answer',
  'answer',
  'undo',
  'flush',
  'flush later',
  'pass',
  'read',
  'killed',
  'reload',
);

describe('windows of one vault on one device', () => {
  test('lose no review and use no event id twice, whatever they do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(fc.nat(8), act), { maxLength: 40 }),
        async (count, steps) => {
          const desk = new Desk();
          for (let n = 0; n < count; n += 1) await desk.open();
          for (const [nth, what] of steps) await desk.act(nth, what);
          await settle();
          expect(await desk.end()).toEqual(nothing);
        },
      ),
      { numRuns: runs(3000, 100) },
    );
  }, 900_000);

  test('lose no review if they die before, during or after any call, one after the other', async () => {
    const fault: fc.Arbitrary<Fault> = fc.record({
      call: fc.nat(30),
      when: fc.constantFrom('before', 'in', 'after'),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      deadly: fc.constant(true),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(8), act), { maxLength: 40 }),
        async (faults, steps) => {
          const desk = new Desk(faults);
          for (let n = 0; n < 2; n += 1) await desk.open();
          for (const [nth, what] of steps) await desk.act(nth, what);
          await settle();
          expect(await desk.end()).toEqual(nothing);
        },
      ),
      { numRuns: runs(3000, 100) },
    );
  }, 900_000);

  test('keep what the first acknowledged if the second writes after it and both are killed', async () => {
    const desk = new Desk();
    await desk.open();
    await desk.open();
    await desk.act(0, 'answer');
    await desk.act(1, 'answer');
    expect(await desk.end()).toEqual(nothing);
  });

  test('show each other what they wrote', async () => {
    const desk = new Desk();
    const [one, two] = [await desk.open(), await desk.open()];
    one.history.append([answer('one', 1)]);
    two.history.append([answer('one', 4)]);
    await Promise.all([one.history.flush(), two.history.flush()]);
    for (const nth of [0, 1]) await desk.act(nth, 'read');
    expect([one, two].map(({ history }) => gradesOf(history, 'one'))).toEqual([
      [1, 4],
      [1, 4],
    ]);
  });
});
