// Writes an Anki package of schema 11 with a media list in JSON, which every Anki since 2.1 imports with schedules. Its
// collection has two names: as `collection.anki21` no Anki takes its learning cards for those of the first scheduler, as
// `collection.anki2` other programs find it. Checksums and sort fields are computed by Anki on import.
import { PagedBytes } from '../sqlite/paged-bytes.ts';
import { type NewTable, writeDatabase } from '../sqlite/write-database.ts';
import { ZipWriter } from '../zip/write-zip.ts';
import type {
  AnkiCard,
  AnkiCollection,
  AnkiNote,
  AnkiReview,
  NewMedia,
  PackageSink,
  PackageWatch,
} from './collection.ts';
import { legacyOptions } from './legacy-options.ts';
import { legacyTables } from './legacy-schema.ts';

export interface WrittenPackage {
  readonly media: number;
  /** Media that could not be read, have the name of another, or no room in 4 GB. */
  readonly leftOut: readonly string[];
}

const stopped = new Error('stopped');

/**
 * Ids of notes and cards are unique; a review at the time of another moves by a millisecond.
 * @param media one is in memory at a time
 * @returns null if stopped. Rejects with what the sink throws
 */
export async function writePackage(
  collection: AnkiCollection,
  media: Iterable<NewMedia> | AsyncIterable<NewMedia>,
  sink: PackageSink,
  watch: PackageWatch,
): Promise<WrittenPackage | null> {
  const pause = async (): Promise<void> => {
    if (!(await watch.pause())) throw stopped;
  };
  try {
    const zip = new ZipWriter(sink);
    await zip.add(['collection.anki21', 'collection.anki2'], await database(collection, watch, pause));
    const written = await addMedia(zip, media, pause);
    await zip.finish();
    watch.progress(1);
    return written;
  } catch (error) {
    if (error === stopped) return null;
    throw error;
  }
}

async function database(
  collection: AnkiCollection,
  watch: PackageWatch,
  pause: () => Promise<void>,
): Promise<PagedBytes> {
  const { notes, cards, reviews } = collection;
  const work = writeDatabase(tablesOf(collection));
  // A row each, and an entry in each of its indexes.
  const steps = 1 + notes.length * 3 + cards.length * 4 + reviews.length * 3;
  for (let step = 0; ; step++) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % 256 !== 0) continue;
    watch.progress((0.5 * step) / steps);
    await pause();
  }
}

/** Numbered as they come; the list of their names is last. */
async function addMedia(
  zip: ZipWriter,
  media: Iterable<NewMedia> | AsyncIterable<NewMedia>,
  pause: () => Promise<void>,
): Promise<WrittenPackage> {
  const names = new Set<string>();
  const leftOut: string[] = [];
  for await (const { name: given, read } of media) {
    const name = given.normalize('NFC');
    const bytes = names.has(name) ? null : await read().catch(() => null);
    if (bytes === null || !zip.hasRoom(bytes.length)) leftOut.push(name);
    else {
      await zip.add([String(names.size)], paged(bytes));
      names.add(name);
    }
    await pause();
  }
  const list = JSON.stringify(Object.fromEntries([...names].entries()));
  await zip.add(['media'], paged(new TextEncoder().encode(list)));
  return { media: names.size, leftOut };
}

function paged(bytes: Uint8Array): PagedBytes {
  const all = new PagedBytes();
  all.add(bytes);
  return all;
}

function tablesOf(collection: AnkiCollection): readonly NewTable[] {
  const { createdAt, notes, cards, reviews } = collection;
  const modifiedAt = [...notes, ...cards].reduce((last, row) => Math.max(last, row.modifiedAt), createdAt);
  const { col, graves } = legacyTables;
  const times = [createdAt, modifiedAt * 1000, modifiedAt * 1000];
  const row = [1, ...times, 11, 0, 0, 0, ...legacyOptions(collection, modifiedAt)];
  return [
    { ...col, name: 'col', rows: [row] },
    { ...legacyTables.notes, name: 'notes', rows: rowsOf(notes, noteRow) },
    { ...legacyTables.cards, name: 'cards', rows: rowsOf(cards, cardRow) },
    { ...legacyTables.revlog, name: 'revlog', rows: rowsOf(apart(reviews), reviewRow) },
    { ...graves, name: 'graves', rows: [] },
  ];
}

type Row = readonly (number | string)[];

function* rowsOf<T extends { readonly id: number }>(
  list: readonly T[],
  row: (value: T) => Row,
): Generator<Row> {
  for (const value of [...list].sort((a, b) => a.id - b.id)) yield row(value);
}

/** Each in its own millisecond: `id` is the table's key. */
function apart(reviews: readonly AnkiReview[]): AnkiReview[] {
  let free = 0;
  const sorted = [...reviews].sort((a, b) => a.id - b.id);
  return sorted.map((review) => {
    const id = Math.max(review.id, free);
    free = id + 1;
    return id === review.id ? review : { ...review, id };
  });
}

function noteRow({ id, guid, noteTypeId, modifiedAt, tags, fields }: AnkiNote): Row {
  const written = tags.length > 0 ? ` ${tags.join(' ')} ` : '';
  return [id, guid, noteTypeId, modifiedAt, -1, written, fields.join('\x1f'), 0, 0, 0, ''];
}

function cardRow(card: AnkiCard): Row {
  const { id, noteId, deckId, ordinal, modifiedAt, type, queue, due, interval, factor, reps, lapses } = card;
  const { homeDeckId, homeDue, flag, memory } = card;
  // One step left while learning.
  const left = type === 1 || type === 3 ? 1001 : 0;
  const data = memory === null ? '' : JSON.stringify({ s: memory.stability, d: memory.difficulty });
  return [
    ...[id, noteId, deckId, ordinal, modifiedAt, -1, type, queue, due, interval, factor, reps, lapses],
    ...[left, homeDue, homeDeckId, flag, data],
  ];
}

function reviewRow({ id, cardId, ease, interval, lastInterval, factor, time, type }: AnkiReview): Row {
  return [id, cardId, -1, ease, interval, lastInterval, factor, time, type];
}
