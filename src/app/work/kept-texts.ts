// Loads data kept between starts, with a timeout, and computes the checksums that detect damage.
import type { After, IndexCache } from '../ports.ts';

/** How long, in ms, to wait for the store; WebKit's may hang forever after a start. */
const patience = 3000;

/** The answer, or null if it is not in time; the work may still go on. @param ms defaults to the store's timeout */
export async function inTime<T>(answer: Promise<T>, after: After, ms = patience): Promise<T | null> {
  let cancel = (): void => undefined;
  const late = new Promise<null>((resolve) => {
    cancel = after(ms, () => resolve(null));
  });
  const given = await Promise.race([answer, late]);
  cancel();
  return given;
}

/** What the store holds under the version; null if it fails or is too slow. */
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
 * FNV-1a over pairs of UTF-16 units, starting at an offset and seeded with a name; in two parts that need not wait for
 * each other. Takes a fraction of the time of a CRC, which matters for every text read at a start, and is enough to
 * detect damage.
 */
export function checksumFrom(name: string, text: string, from: number, to = text.length): string {
  let [a, b] = [0x811c9dc5, to - from];
  for (let at = 0; at < name.length; at += 1) a = Math.imul(a ^ name.charCodeAt(at), 0x01000193);
  let at = from;
  for (; at + 3 < to; at += 4) {
    a = Math.imul(a ^ text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 16), 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ text.charCodeAt(at + 2) ^ (text.charCodeAt(at + 3) << 16), 0x01000193) ^ (b >>> 15);
  }
  for (; at < to; at += 1) a = Math.imul(a ^ text.charCodeAt(at), 0x01000193) ^ (a >>> 15);
  return ((Math.imul(a, 0x01000193) ^ b ^ (b >>> 15)) >>> 0).toString(36);
}

/**
 * JSON in one-byte characters, if that is shorter: texts with wider ones take twice the space, in memory and in the
 * store, and twice the time. Chinese or Russian is left as it is.
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
  // A replacement in a wide string stays wide in V8 until the string is rebuilt.
  return JSON.parse(JSON.stringify(narrow)) as string;
}
