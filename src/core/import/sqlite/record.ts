// A row as SQLite stores it: a header with the type of each column, then their values (“Record Format” of its file
// format). Integers are numbers: those beyond 2^53 lose their last digits.

export type SqlValue = number | string | Uint8Array | null;

/** Decodes the text of a database. */
export type DecodeText = (bytes: Uint8Array) => string;

/** A number of one to nine bytes: its value, and where the next begins; null beyond the end. Nine hold negative ones. */
export function varint(
  bytes: Uint8Array,
  from: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  /** The same as the two's complement that it is if all nine bytes are used. */
  let signed = ((bytes[from] ?? 0) & 64) > 0 ? -1 : 0;
  for (let next = from + 1; next < from + 9; next++) {
    const byte = bytes[next - 1];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 127);
    signed = signed * 128 + (byte & 127);
    if (byte < 128) return { value, next };
  }
  const last = bytes[from + 8];
  return last === undefined ? null : { value: signed * 256 + last, next: from + 9 };
}

/** Of numbers. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Bytes of a value of this type; NaN for the two types that are reserved. */
export function sizeOf(type: number): number {
  return type < 12 ? (sizes[type] ?? NaN) : (type - (type % 2) - 12) / 2;
}

/**
 * The values of some columns; null if the record is damaged. A column that a later version of the table added is null.
 * @param wanted the columns' places in the record
 */
export function readRecord(
  bytes: Uint8Array,
  wanted: readonly number[],
  decode: DecodeText,
): SqlValue[] | null {
  const header = varint(bytes, 0);
  if (header === null || header.value > bytes.length) return null;
  const types: number[] = [];
  const places: number[] = [];
  let place = header.value;
  for (let at = header.next; at < header.value;) {
    const type = varint(bytes, at);
    if (type === null || type.next > header.value) return null;
    types.push(type.value);
    places.push(place);
    place += sizeOf(type.value);
    at = type.next;
  }
  // NaN for the two types that are reserved.
  if (!(place <= bytes.length)) return null;
  return wanted.map((column) => {
    const type = types[column];
    const from = places[column];
    return type === undefined || from === undefined ? null : valueAt(bytes, from, type, decode);
  });
}

function valueAt(bytes: Uint8Array, from: number, type: number, decode: DecodeText): SqlValue {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  const end = from + sizeOf(type);
  if (type >= 12) {
    const part = bytes.subarray(from, end);
    return type % 2 === 0 ? part.slice() : decode(part);
  }
  if (type === 7) {
    const real = new DataView(bytes.buffer, bytes.byteOffset + from, 8).getFloat64(0);
    return Number.isNaN(real) ? null : real;
  }
  // The first byte carries the sign.
  let value = ((bytes[from] ?? 0) << 24) >> 24;
  for (let at = from + 1; at < end; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}
