// When all cards are linked once more: after a pause, once for many changes, and never twice at a time.
import { expect, test } from '@jest/globals';
import { Relinker } from '../../../src/app/cards/relinker.ts';

class Host {
  readonly linked: (readonly string[])[] = [];
  readonly waits: number[] = [];
  #due: (() => void) | null = null;

  readonly after = (ms: number, run: () => void): (() => void) => {
    this.waits.push(ms);
    this.#due = run;
    return () => {
      this.#due = null;
    };
  };

  readonly enqueue = (run: () => Promise<void>): Promise<void> => Promise.resolve().then(run);

  readonly relink = (foreign: readonly string[]): Promise<void> => {
    this.linked.push(foreign);
    return Promise.resolve();
  };

  pause(): void {
    this.#due?.();
  }
}

test('links once for everything that changed before a pause', async () => {
  const host = new Host();
  const relinker = new Relinker(host);
  relinker.soon(['a']);
  relinker.soon();
  relinker.soon(['b', 'a']);
  expect(host.linked).toEqual([]);
  host.pause();
  await relinker.settle();
  expect(host.linked).toEqual([['a', 'b']]);
});

test('settling does not wait for the pause', async () => {
  const host = new Host();
  const relinker = new Relinker(host);
  relinker.soon(['a']);
  await relinker.settle();
  expect(host.linked).toEqual([['a']]);
  await relinker.settle();
  expect(host.linked).toHaveLength(1);
});

test('a failed linking does not stop the next one', async () => {
  const host = new Host();
  let fails = true;
  const relinker = new Relinker({
    after: host.after,
    enqueue: host.enqueue,
    relink: (foreign) => (fails ? Promise.reject(new Error('disk')) : host.relink(foreign)),
  });
  relinker.soon(['a']);
  await relinker.settle();
  fails = false;
  relinker.soon(['b']);
  await relinker.settle();
  expect(host.linked).toEqual([['b']]);
});

test('nothing is linked once it is closed', () => {
  const host = new Host();
  const relinker = new Relinker(host);
  relinker.soon(['a']);
  relinker.close();
  host.pause();
  expect(host.linked).toEqual([]);
});
