// Loads data kept between starts, with a timeout, and computes the checksums that detect damage.
import { hashOf } from '../../core/history/packed/columns.ts';
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

/** Units hashed at a time; in UTF-8, each takes up to three bytes. */
const piece = 32_768;

/** Detects damage: FNV-1a, from an offset and seeded with a name. Long texts are hashed as bytes, four times as fast. */
export function checksumFrom(name: string, text: string, from: number, to = text.length): string {
  let hash = 0x811c9dc5;
  const add = (unit: number): void => void (hash = Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15));
  for (let at = 0; at < name.length; at += 1) add(name.charCodeAt(at));
  if (to - from < piece) for (let at = from; at < to; at += 1) add(text.charCodeAt(at));
  else {
    const [encoder, bytes] = [new TextEncoder(), new Uint8Array(3 * piece)];
    for (let at = from; at < to; at += piece) {
      const { written } = encoder.encodeInto(text.slice(at, Math.min(at + piece, to)), bytes);
      const end = Math.ceil(written / 16) * 16;
      bytes.fill(0, written, end);
      add(hashOf(new Int32Array(bytes.buffer, 0, end / 4), 0, [written]));
    }
  }
  return (hash >>> 0).toString(36);
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
