// What is kept between starts is loaded with patience, and told from what was damaged.
import type { After, IndexCache } from '../ports.ts';

/** ms for the store to answer; WebKit's may hang for ever after a start. */
const patience = 3000;

/** What was answered; null where nothing is in time. It may go on all the same. @param ms as for the store if not given */
export async function inTime<T>(answer: Promise<T>, after: After, ms = patience): Promise<T | null> {
  let cancel = (): void => undefined;
  const late = new Promise<null>((resolve) => {
    cancel = after(ms, () => resolve(null));
  });
  const given = await Promise.race([answer, late]);
  cancel();
  return given;
}

/** What the store holds under the version; null where it cannot tell, or not in time. */
export function loadInTime<Value>(
  cache: IndexCache<Value>,
  version: string,
  after: After,
): Promise<ReadonlyMap<string, Value> | null> {
  return inTime(
    cache.load(version).catch(() => null),
    after,
  );
}

/**
 * FNV-1a over pairs of UTF-16 units from an offset on, seeded by a name. A tenth of the time of a CRC, which every
 * text of a start pays, and enough to tell damage.
 */
export function checksumFrom(name: string, text: string, from: number, to = text.length): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  let at = from;
  for (; at + 1 < to; at += 2)
    hash =
      Math.imul(hash ^ text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 16), 0x01000193) ^ (hash >>> 15);
  if (at < to) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * JSON in characters of one byte, where that is shorter: texts with others take twice the room, in memory and in the
 * store, and twice the time. Chinese or Russian stays as it is.
 */
export function narrowJson(value: unknown): string {
  const json = JSON.stringify(value);
  let wide = 0;
  for (let at = 0; at < json.length; at += 1) if (json.charCodeAt(at) > 0xff) wide += 1;
  if (wide === 0 || 5 * wide > json.length) return json;
  const narrow = json.replace(
    /[\u0100-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // What is replaced in a wide text stays wide in V8, until it is made anew.
  return JSON.parse(JSON.stringify(narrow)) as string;
}
