// Several windows of one vault on one device: they share local storage and the folder of logs, and nothing else.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { History } from '../../src/app/history.ts';
import { readLogFolders } from '../../src/app/history-files.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../contract/memory-log-files.ts';
import { runs } from '../random.ts';
import { settle } from './clock.ts';
import { answer, Device, gradesOf } from './device.ts';

type Act = 'answer' | 'undo' | 'flush' | 'flush later' | 'pass' | 'read' | 'killed' | 'reload';

/** The windows of a person who opens several, and what each was told that it may forget. */
class Desk {
  readonly files = new MemoryLogFiles();
  readonly store = new MemoryLocalStore();
  /** Reviews that were acknowledged and not taken back. */
  readonly kept = new Set<string>();
  private readonly windows: { device: Device; history: History }[] = [];
  private minutes = 0;

  async open(): Promise<{ device: Device; history: History }> {
    const device = new Device(this.files, this.store, this.windows.length + this.minutes + 1);
    const window = { device, history: await device.open() };
    this.windows.push(window);
    return window;
  }

  async act(nth: number, act: Act): Promise<void> {
    const window = this.windows[nth % this.windows.length] ?? (await this.open());
    const { device, history } = window;
    this.minutes += 1;
    for (const each of this.windows) each.device.now += 60_000;
    if (act === 'answer')
      for (const event of history.append([answer(`card${nth}`)])) this.kept.add(JSON.stringify(event));
    else if (act === 'undo')
      for (const event of history.undo()?.events ?? []) this.kept.delete(JSON.stringify(event));
    else if (act === 'flush') await history.flush();
    else if (act === 'flush later') void history.flush();
    else if (act === 'pass') await device.pass(2000);
    else if (act === 'read') for (const path of this.files.files.keys()) await history.absorb(path);
    // The one before goes on with what it had begun, as after a reload of the plugin, or does not.
    else window.history = await this.again(window, act === 'reload');
  }

  /** All windows are killed, and one is opened: gives what the logs hold then. */
  async end() {
    const { device, history } = await this.open();
    await device.pass(2000);
    await history.flush();
    const { files, unread } = await readLogFolders(this.files, ['Flashcards']);
    const ids = new Map<string, Set<string>>();
    for (const { event, text } of files.flatMap(({ lines }) => lines))
      ids.set(event.i, (ids.get(event.i) ?? new Set()).add(text));
    const reader = await new Device(this.files).open();
    const counted = new Set([...reader.reviews()].map((event) => JSON.stringify(event)));
    return {
      lost: [...this.kept].filter((review) => !counted.has(review)),
      extra: [...counted].filter((review) => !this.kept.has(review)),
      usedTwice: [...ids].flatMap(([id, texts]) => (texts.size > 1 ? [id] : [])),
      problems: [...unread, ...files.flatMap(({ problems }) => problems)],
    };
  }

  private again({ device, history }: { device: Device; history: History }, isReload: boolean) {
    if (isReload) {
      void history.flush();
      history.close();
    }
    return device.open();
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
  test('lose no review and use no name of an event twice, whatever they do in whatever order', async () => {
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

  test('keep what the first acknowledged when the second writes after it and both are killed', async () => {
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
