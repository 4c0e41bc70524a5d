// Opens a package of Anki, `.apkg` or `.colpkg`, of any version: its collection is read into memory, its media one by
// one when asked for. What is damaged is left out and told; a package that tells nothing is refused with a sentence.
import { type Message, MessageError, problemMessage, reasonOf } from '../../text/message.ts';
import { Database } from '../sqlite/database.ts';
import { PagedBytes } from '../sqlite/paged-bytes.ts';
import { ownName, safely, unpackEntry, type ZipEntry, zipEntries } from '../zip/archive.ts';
import { zstdUnpacker } from '../zip/inflate.ts';
import { UnpackLimits } from '../zip/limits.ts';
import type { AnkiPackage, ByteSource, PackageWatch, UnreadPackage } from './collection.ts';
import { mediaMap } from './media-map.ts';
import { ProtoMessage } from './protobuf.ts';
import { readCollection } from './read-collection.ts';

/** The newest first: beside it a package has an old one with a note that asks to update. Its place is its version. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];
const largestList = 0x400_0000;

/** Whether a file is named like a package. */
export function isPackageName(name: string): boolean {
  return /\.(?:apkg|colpkg)$/i.test(name);
}

/** Null if stopped. Never rejects. */
export async function openPackage(
  source: ByteSource,
  watch: PackageWatch,
): Promise<AnkiPackage | UnreadPackage | null> {
  try {
    return await new Opening(source, watch).open();
  } catch (error) {
    if (error === stopped) return null;
    return {
      problem:
        error instanceof MessageError ? error.reason : problemMessage('package/failed', reasonOf(error)),
    };
  }
}

const stopped = new Error('stopped');

function isDamage(error: unknown): boolean {
  return error instanceof MessageError && error.reason.code === 'problems/package/damaged';
}

function nullIfDamaged(error: unknown): null {
  if (isDamage(error)) return null;
  throw error;
}

class Opening {
  readonly #source: ByteSource;
  readonly #watch: PackageWatch;
  readonly #limits: UnpackLimits;

  constructor(source: ByteSource, watch: PackageWatch) {
    this.#source = source;
    this.#watch = watch;
    this.#limits = new UnpackLimits(source.size);
  }

  async open(): Promise<AnkiPackage | UnreadPackage> {
    const entries = await zipEntries(this.#source);
    if (entries === null)
      return { problem: problemMessage((await this.#isZip()) ? 'package/broken' : 'package/unread') };
    const version = await this.#version(entries);
    const place = collections.findIndex((name) => entries.has(name));
    const entry = entries.get(collections[place] ?? '');
    if (entry === undefined) return { problem: problemMessage('package/unread') };
    // The version says which one is real: an older one only asks to update.
    if ((version !== null && place > 3 - version) || (await this.#hidesCollection(entries)))
      return { problem: problemMessage('package/broken') };
    const isLatest = place === 0;
    const bytes = new PagedBytes();
    const damaged: Message[] = [];
    try {
      for await (const piece of this.#unpacked(entry, isLatest)) bytes.add(piece);
    } catch (error) {
      // What was unpacked before the damage is still read.
      if (!isDamage(error)) throw error;
      damaged.push(problemMessage('package/partly', entry.name));
    }
    this.#watch.progress(0.2);
    const database = Database.open(bytes);
    if (database === null) return { problem: problemMessage('package/damaged', entry.name) };
    const read = await this.#inSlices(readCollection(database), () => 0.2 + 0.8 * database.share);
    if ('problem' in read) return read;
    this.#watch.progress(1);
    damaged.push(...read.damaged);
    // A collection without a card may be whole; one that lost its rows is not.
    if (read.collection.cards.length === 0 && damaged.length > 0)
      return { problem: problemMessage('package/broken') };
    const { media, told } = await this.#media(entries, isLatest);
    return { collection: read.collection, media, damaged: [...damaged, ...told] };
  }

  async #isZip(): Promise<boolean> {
    const head = await this.#source.read(0, Math.min(4, this.#source.size));
    return String.fromCharCode(...head) === 'PK\x03\x04';
  }

  /** Whether an entry is a collection, but listed under a damaged name. */
  async #hidesCollection(entries: ReadonlyMap<string, ZipEntry>): Promise<boolean> {
    const lengths = collections.map(({ length }) => length);
    for (const entry of entries.values())
      if (lengths.includes(entry.name.length) && !collections.includes(entry.name))
        if (collections.includes(await ownName(this.#source, entry))) return true;
    return false;
  }

  /** Null if the package does not say. */
  async #version(entries: ReadonlyMap<string, ZipEntry>): Promise<number | null> {
    const meta = entries.get('meta');
    const bytes = meta && (await this.#whole(meta, false, 1024).catch(nullIfDamaged));
    if (!bytes) return null;
    const version = new ProtoMessage(bytes).number(1) ?? 0;
    if (version < 1 || version > collections.length) throw new MessageError(problemMessage('package/newer'));
    return version;
  }

  async #media(
    entries: ReadonlyMap<string, ZipEntry>,
    isLatest: boolean,
  ): Promise<{ readonly media: AnkiPackage['media']; readonly told: readonly Message[] }> {
    const list = entries.get('media');
    if (list === undefined) return { media: [], told: [] };
    try {
      const { media, damaged } = mediaMap(await this.#whole(list, isLatest, largestList), isLatest, entries);
      const readers = media.map(({ name, size, entry }) => ({
        name,
        size,
        read: () => this.#whole(entry, isLatest, Infinity, size ?? undefined),
      }));
      return { media: readers, told: damaged };
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      return { media: [], told: [error.reason] };
    }
  }

  /** Throws a MessageError if it is damaged, or larger than `most` or unlike `size`. */
  async #whole(entry: ZipEntry, isZstd: boolean, most: number, size?: number): Promise<Uint8Array> {
    const bytes = new PagedBytes();
    for await (const piece of this.#unpacked(entry, isZstd)) {
      bytes.add(piece);
      if (bytes.size > most) throw new MessageError(problemMessage('package/tooLarge', entry.name));
    }
    if (size !== undefined && size !== bytes.size)
      throw new MessageError(problemMessage('package/damaged', entry.name));
    return bytes.whole();
  }

  async *#unpacked(entry: ZipEntry, isZstd: boolean): AsyncGenerator<Uint8Array, void> {
    const pieces = unpackEntry(this.#source, entry, this.#limits);
    const unpack = isZstd && safely(zstdUnpacker(this.#limits.counter(entry.name, entry.packed)), entry.name);
    for await (const piece of pieces) {
      if (unpack) yield* unpack(piece, false);
      else yield piece;
      await this.#pause();
    }
    if (unpack) yield* unpack(new Uint8Array(0), true);
  }

  async #inSlices<T>(work: Generator<undefined, T>, share: () => number): Promise<T> {
    for (let step = 1; ; step++) {
      const { done, value } = work.next();
      if (done) return value;
      if (step % 256 !== 0) continue;
      this.#watch.progress(share());
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (!(await this.#watch.pause())) throw stopped;
  }
}
