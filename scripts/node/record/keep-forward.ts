// A log is read as one whose clock only goes forward, except when it is put right. Answers at a given time may go back in
// time: from there on they are those of a new device.
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { newDevice } from '../../../src/app/history/journal/device-record.ts';
import { WindowSlot } from '../../../src/app/history/journal/window-slot.ts';
import type { LocalStore } from '../../../src/app/ports.ts';

const key = 'clock';
const schema = v.object({ now: v.number(), given: v.boolean() });
type Run = v.InferOutput<typeof schema>;

function lastRun(store: LocalStore): Run | null {
  try {
    return v.parse(schema, JSON.parse(store.get(key) ?? 'null'));
  } catch {
    return null;
  }
}

/** Call before an answer is recorded. @param at the time given for it, ms since 1970 */
export function keepForward(store: LocalStore, at: number | undefined): void {
  const random = (count: number): Uint8Array => randomBytes(count);
  const last = lastRun(store);
  const run: Run = { now: at ?? Date.now(), given: at !== undefined };
  if (last && run.now < last.now && (run.given || last.given)) {
    const { place, record } = WindowSlot.open(store, random);
    place.save(newDevice(random, record));
  }
  store.set(key, JSON.stringify(run));
}
