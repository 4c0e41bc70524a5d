// Encodes a row as SQLite stores it: the reverse of record.ts.
import type { SqlValue } from './record.ts';

const encoder = new TextEncoder();

/** A number from 0 to 2^53 in as few bytes as it takes. */
export function varintBytes(value: number): number[] {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    bytes.unshift((left % 128) + 128);
  return bytes;
}

interface Encoded {
  readonly type: number;
  readonly bytes: ArrayLike<number>;
}

const widths = [1, 2, 3, 4, 6, 8];

function encoded(value: SqlValue): Encoded {
  if (value === null) return { type: 0, bytes: [] };
  if (typeof value !== 'number') {
    const isText = typeof value === 'string';
    const bytes = isText ? encoder.encode(value) : value;
    return { type: bytes.length * 2 + (isText ? 13 : 12), bytes };
  }
  if (!Number.isSafeInteger(value)) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return { type: 7, bytes: new Uint8Array(view.buffer) };
  }
  if (value === 0 || value === 1) return { type: 8 + value, bytes: [] };
  const type = widths.findIndex((width) => value >= -(2 ** (8 * width - 1)) && value < 2 ** (8 * width - 1));
  const bytes: number[] = [];
  for (let left = value; bytes.length < (widths[type] ?? 8); left = Math.floor(left / 256))
    bytes.unshift(((left % 256) + 256) % 256);
  return { type: type + 1, bytes };
}

export function recordBytes(values: readonly SqlValue[]): Uint8Array {
  const parts = values.map(encoded);
  const types = parts.flatMap(({ type }) => varintBytes(type));
  // The header counts its own length, which has a second byte from 128 on.
  const head = varintBytes(types.length + (types.length < 127 ? 1 : 2));
  const length = parts.reduce((sum, { bytes }) => sum + bytes.length, head.length + types.length);
  const record = new Uint8Array(length);
  record.set(head);
  record.set(types, head.length);
  let at = head.length + types.length;
  for (const { bytes } of parts) {
    record.set(bytes, at);
    at += bytes.length;
  }
  return record;
}
