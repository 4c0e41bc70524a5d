// Encodes a row as SQLite stores it: the reverse of record.ts.
import { sizeOf, type SqlValue } from './record.ts';

const encoder = new TextEncoder();

/** A number from 0 to 2^53 in as few bytes as it takes. */
export function varintBytes(value: number): number[] {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    bytes.unshift((left % 128) + 128);
  return bytes;
}

const widths = [1, 2, 3, 4, 6, 8];

/** The type of a value that is stored in a record. */
function typeOf(value: number | Uint8Array | null, isText: boolean): number {
  if (value === null) return 0;
  if (typeof value !== 'number') return value.length * 2 + (isText ? 13 : 12);
  if (!Number.isSafeInteger(value)) return 7;
  if (value === 0 || value === 1) return 8 + value;
  const most = value < 0 ? -value : value + 1;
  return 1 + widths.findIndex((width) => most <= 2 ** (8 * width - 1));
}

export function recordBytes(values: readonly SqlValue[]): Uint8Array {
  const parts = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
  const types: number[] = [];
  let head = 0;
  let body = 0;
  parts.forEach((part, nth) => {
    const type = typeOf(part, typeof values[nth] === 'string');
    types.push(type);
    head += type < 128 ? 1 : varintBytes(type).length;
    body += sizeOf(type);
  });
  // The header counts its own length, which has a second byte from 128 on.
  head += head < 127 ? 1 : 2;
  const record = new Uint8Array(head + body);
  let at = 0;
  const number = (value: number): void => {
    if (value < 128) record[at++] = value;
    else for (const byte of varintBytes(value)) record[at++] = byte;
  };
  number(head);
  types.forEach(number);
  parts.forEach((part, nth) => {
    const type = types[nth] ?? 0;
    const size = sizeOf(type);
    if (typeof part !== 'number') record.set(part ?? [], at);
    else if (type === 7) new DataView(record.buffer).setFloat64(at, part);
    else
      for (let left = part, place = at + size; place-- > at; left = Math.floor(left / 256))
        record[place] = left % 256;
    at += size;
  });
  return record;
}
