// The list of a zip file's entries, and their contents one by one. Only the list and the entry asked for are in memory.
// Zip64 is read; an encrypted file is refused.
import { crcOf } from '../../history/checksum.ts';
import { MessageError, problemMessage } from '../../text/message.ts';
import type { ByteSource } from '../anki/collection.ts';
import { inflater, type Unpacker } from './inflate.ts';
import type { UnpackLimits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes once unpacked, as the list says. */
  readonly size: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its own head begins. */
  readonly at: number;
}

/** Bytes read from the source, and unpacked, at once. */
const step = 0x1_0000;
const largestList = 0x800_0000;
const damaged = (name: string): MessageError => new MessageError(problemMessage('package/damaged', name));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const uint64 = (bytes: DataView, at: number): number =>
  bytes.getUint32(at + 4, true) * 0x1_0000_0000 + bytes.getUint32(at, true);

/**
 * By name; the first of two entries of one name counts. Null if the list is damaged or cut: then no entry is trusted,
 * since the one that counts may be missing.
 */
export async function zipEntries(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry> | null> {
  const tailSize = Math.min(source.size, 0x1_0000 + 42);
  const tail = view(await source.read(source.size - tailSize, tailSize));
  let end = tailSize - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x0605_4b50) end--;
  if (end < 0) return null;
  const count = tail.getUint16(end + 10, true);
  let size = tail.getUint32(end + 12, true);
  let from = tail.getUint32(end + 16, true);
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x0706_4b50) {
    const at = uint64(tail, end - 12);
    if (at + 56 > source.size) return null;
    const large = view(await source.read(at, 56));
    if (large.getUint32(0, true) !== 0x0606_4b50) return null;
    size = uint64(large, 40);
    from = uint64(large, 48);
  }
  if (size > largestList || from + size > source.size) return null;
  return listed(view(await source.read(from, size)), count);
}

/** @param count of the entries, of which 65536 are 0 */
function listed(list: DataView, count: number): ReadonlyMap<string, ZipEntry> | null {
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  let at = 0;
  let found = 0;
  for (; at + 46 <= list.byteLength && list.getUint32(at, true) === 0x0201_4b50;) {
    const nameEnd = at + 46 + list.getUint16(at + 28, true);
    const extraEnd = nameEnd + list.getUint16(at + 30, true);
    if (extraEnd > list.byteLength) break;
    const name = decoder.decode(new Uint8Array(list.buffer, list.byteOffset + at + 46, nameEnd - at - 46));
    const [size, packed, place] = largeNumbers(
      list,
      [list.getUint32(at + 24, true), list.getUint32(at + 20, true), list.getUint32(at + 42, true)],
      nameEnd,
      extraEnd,
    );
    if (!entries.has(name))
      entries.set(name, {
        name,
        packed,
        size,
        crc: list.getUint32(at + 16, true),
        method: list.getUint16(at + 10, true),
        isEncrypted: (list.getUint16(at + 8, true) & 1) === 1,
        at: place,
      });
    at = extraEnd + list.getUint16(at + 32, true);
    found++;
  }
  return at === list.byteLength && (found & 0xffff) === count ? entries : null;
}

type Numbers = readonly [size: number, packed: number, at: number];

/** A number that has no room in its field is in an extra one, in this order. */
function largeNumbers(list: DataView, numbers: Numbers, from: number, end: number): Numbers {
  for (let at = from; at + 4 <= end;) {
    const next = at + 4 + list.getUint16(at + 2, true);
    if (list.getUint16(at, true) === 1) {
      let place = at + 4;
      const [size, packed, start] = numbers.map((number) => {
        if (number !== 0xffff_ffff || place + 8 > Math.min(next, end)) return number;
        place += 8;
        return uint64(list, place - 8);
      });
      return [size ?? 0, packed ?? 0, start ?? 0];
    }
    at = next;
  }
  return numbers;
}

/** The name that an entry's own head has: unlike that of the list only if one of them is damaged. */
export async function ownName(source: ByteSource, { at, name }: ZipEntry): Promise<string> {
  const length = Math.min(name.length, source.size - at - 30);
  return length > 0 ? new TextDecoder().decode(await source.read(at + 30, length)) : '';
}

/** Throws a MessageError if the entry is damaged, cut, encrypted or unpacks to too much; pieces may have come before. */
export async function* unpackEntry(
  source: ByteSource,
  entry: ZipEntry,
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array, void> {
  const { name, packed, size, method } = entry;
  if (entry.isEncrypted) throw new MessageError(problemMessage('package/encrypted'));
  const count = limits.counter(name, packed);
  if (entry.at + 30 > source.size) throw damaged(name);
  const head = view(await source.read(entry.at, 30));
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const end = from + packed;
  if (head.getUint32(0, true) !== 0x0403_4b50 || end > source.size || (method !== 0 && method !== 8))
    throw damaged(name);
  const unpacker = method === 8 ? inflater(count) : stored(count);
  let crc = 0;
  let length = 0;
  for (let at = from; at < end || at === from; at += step) {
    const bytes = await source.read(at, Math.min(step, end - at));
    for (const piece of safely(unpacker, name)(bytes, at + step >= end)) {
      crc = crcOf(piece, crc);
      length += piece.length;
      yield piece;
    }
  }
  if (crc !== entry.crc || length !== size) throw damaged(name);
}

function stored(count: (bytes: number) => void): Unpacker {
  return {
    push: (piece) => {
      count(piece.length);
      return [piece];
    },
  };
}

/** What a library throws becomes a sentence. */
export function safely(unpacker: Unpacker, name: string): Unpacker['push'] {
  return (piece, isLast) => {
    try {
      return unpacker.push(piece, isLast);
    } catch (error) {
      throw error instanceof MessageError ? error : damaged(name);
    }
  };
}
