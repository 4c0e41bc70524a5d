// Stores columns of numbers as one block of bytes, and reads them back without visiting each number: a start must
// not get slower as the kept data grows. A block that is damaged or has a different shape is detected.

export type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

const kinds = [Uint8Array, Uint16Array, Int32Array, Float64Array] as const;

/** Byte alignment of each column: as many words as the checksum takes at once. */
const step = 16;
/** Header words before those of the columns: mark, shape, checksum, number of columns. */
const headWords = 4;
const checksumAt = 2;
/** Also detects a device with the opposite byte order. */
const mark = 0x4e46_4332;

const padded = (bytes: number): number => Math.ceil(bytes / step) * step;
const headBytes = (columns: number): number => padded((headWords + 2 * columns) * 4);

/**
 * Whole numbers are stored in as few bytes as they need: a start waits for each byte that is kept.
 * @param shape version number of the columns' contents; increase it when they change
 */
export function writeColumns(shape: number, wide: readonly Column[]): Uint8Array {
  const columns = wide.map(narrowed);
  const length = columns.reduce((sum, column) => sum + padded(column.byteLength), headBytes(columns.length));
  const block = new Uint8Array(length);
  const words = new Int32Array(block.buffer);
  words.set([mark, shape, 0, columns.length]);
  let from = headBytes(columns.length);
  for (const [at, column] of columns.entries()) {
    const kind = kinds.findIndex((one) => column instanceof one);
    words.set([kind, column.length], headWords + 2 * at);
    block.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), from);
    from += padded(column.byteLength);
  }
  words[checksumAt] = checksumOf(words);
  return block;
}

function narrowed(column: Column): Column {
  let [low, high] = [0, 0];
  for (let at = 0; at < column.length; at += 1) {
    const value = column[at] ?? 0;
    if (!Number.isInteger(value) || Object.is(value, -0)) return column;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low < -0x8000_0000 || high > 0x7fff_ffff) return column;
  const kind = low < 0 || high > 0xffff ? Int32Array : high > 0xff ? Uint16Array : Uint8Array;
  return column instanceof kind ? column : new kind(column);
}

/** The columns of a block; null if it is damaged or has a different shape. */
export function readColumns(shape: number, block: Uint8Array): readonly Column[] | null {
  if (block.byteLength < headWords * 4 || block.byteLength % step !== 0) return null;
  // Data from another program may start at any offset.
  const { buffer, byteOffset } = block.byteOffset % step === 0 ? block : block.slice();
  const words = new Int32Array(buffer, byteOffset, block.byteLength / 4);
  if (words[0] !== mark || words[1] !== shape || words[checksumAt] !== checksumOf(words)) return null;
  const count = words[headWords - 1] ?? 0;
  const columns: Column[] = [];
  let from = byteOffset + headBytes(count);
  for (let at = 0; at < count; at += 1) {
    const kind = kinds[words[headWords + 2 * at] ?? 0] ?? Uint8Array;
    const column = new kind(buffer as ArrayBuffer, from, words[headWords + 2 * at + 1]);
    columns.push(column);
    from += padded(column.byteLength);
  }
  return columns;
}

/** Distinguishes a block from any other, as far as a start needs to know. */
export function stampOf(block: Uint8Array): number {
  return new DataView(block.buffer, block.byteOffset).getInt32(checksumAt * 4, true);
}

/** Covers all words except the checksum itself. */
function checksumOf(words: Int32Array): number {
  return hashOf(words, headWords, [words[0], words[1], words[headWords - 1]]);
}

/**
 * FNV-1a over words, four at a time: none of the four parts waits for another. A start takes the hash of all that is
 * kept, so this takes a fraction of the time of a CRC; it is enough to detect damage.
 */
export function hashOf(words: Int32Array, from: number, [x, y, z]: readonly (number | undefined)[]): number {
  let [a, b, c, d] = [0x811c9dc5 | 0, x ?? 0, y ?? 0, z ?? 0];
  for (let at = from; at < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ (words[at + 1] ?? 0), 0x01000193) ^ (b >>> 15);
    c = Math.imul(c ^ (words[at + 2] ?? 0), 0x01000193) ^ (c >>> 15);
    d = Math.imul(d ^ (words[at + 3] ?? 0), 0x01000193) ^ (d >>> 15);
  }
  for (const part of [b, c, d]) a = Math.imul(a ^ part, 0x01000193) ^ (a >>> 15);
  return a;
}

/** Stores texts with any characters as a column. */
export function textColumn(texts: readonly string[]): Uint16Array {
  const json = JSON.stringify(texts);
  const column = new Uint16Array(json.length);
  for (let at = 0; at < json.length; at += 1) column[at] = json.charCodeAt(at);
  return column;
}

/** Units of a text built at a time: more arguments than that overflow the stack. */
const piece = 8192;

export function textsOf(column: Column): readonly string[] {
  let json = '';
  for (let at = 0; at < column.length; at += piece)
    json += String.fromCharCode.apply(null, column.subarray(at, at + piece) as unknown as number[]);
  return JSON.parse(json) as readonly string[];
}

/** Characters of one byte each. */
export function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= piece)
    return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
  return asciiOf(bytes, from, from + piece) + asciiOf(bytes, from + piece, to);
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
