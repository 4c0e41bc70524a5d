// An Anki collection from the tables of its database, of either schema. Rows that make no sense are left out and their
// table is named.
import { type Message, problemMessage } from '../../text/message.ts';
import type { Damage, Database } from '../sqlite/database.ts';
import type { SqlValue } from '../sqlite/record.ts';
import type { AnkiCard, AnkiCollection, AnkiMemory, AnkiNote, AnkiReview } from './collection.ts';
import { decksOfJson, noteTypesOfJson, type AnkiOptions, optionsOfJson } from './schema-11.ts';
import { decksOfTables, noteTypesOfTables, optionsOfTable } from './schema-18.ts';

/** Of Anki's schemas, which since 2021 are numbered up to this. */
const newest = 18;

export interface ReadCollection {
  readonly collection: AnkiCollection;
  readonly damaged: readonly Message[];
}

/** Yields after each row. */
export function* readCollection(
  database: Database,
): Generator<undefined, ReadCollection | { readonly problem: Message }> {
  const parts = new Map<string, Damage>();
  const damageOf = (table: string): Damage => {
    const damage = parts.get(table) ?? { damaged: 0 };
    parts.set(table, damage);
    return damage;
  };
  const col = ['crt', 'ver', 'conf', 'models', 'decks'] as const;
  const [head] = database.rows('col', col, damageOf('col'));
  const [createdAt, version, conf, models, decks] = head ?? [];
  if (typeof version === 'number' && version > newest) return { problem: problemMessage('package/newer') };
  if (!database.has('col') || !database.has('notes') || !database.has('cards'))
    return { problem: problemMessage('package/unread') };
  // Without its day 0 no date is known.
  if (typeof createdAt !== 'number') return { problem: problemMessage('package/damaged', 'col') };

  const isNew = database.has('notetypes');
  const oldDecks = isNew ? null : decksOfJson(decks);
  const oldTypes = isNew ? null : noteTypesOfJson(models);
  if (oldDecks?.isDamaged) damageOf('decks').damaged++;
  if (oldTypes?.isDamaged) damageOf('notetypes').damaged++;
  const noteTypes = oldTypes?.found ?? noteTypesOfTables(database, damageOf('notetypes'));
  const options = database.has('config') ? optionsOfTable(database, damageOf('config')) : optionsOfJson(conf);
  if (options === null) damageOf('config').damaged++;

  const notes = yield* read(database, 'notes', noteColumns, noteOf, damageOf('notes'));
  const cards = yield* read(database, 'cards', cardColumns, cardOf, damageOf('cards'));
  const reviews = yield* read(database, 'revlog', reviewColumns, reviewOf, damageOf('revlog'));
  const number = numberIn(options);
  const collection: AnkiCollection = {
    createdAt,
    rollover: Math.min(23, Math.max(0, number('rollover') ?? 4)),
    minutesWest: number('localOffset') ?? number('creationOffset'),
    // A deck's package has cards with a memory but no options.
    fsrs: options?.has('fsrs') ? options.get('fsrs') === true : cards.some(({ memory }) => memory !== null),
    decks: oldDecks?.found ?? decksOfTables(database, damageOf('decks')),
    noteTypes,
    notes,
    cards,
    reviews: reviews.sort((a, b) => a.id - b.id),
  };
  const damaged = [...parts].filter(([, { damaged }]) => damaged > 0).map(([table]) => table);
  if (database.damaged > 0) damaged.push('sqlite_schema');
  return { collection, damaged: damaged.map((table) => problemMessage('package/partly', table)) };
}

const numberIn = (options: AnkiOptions | null) => (name: string) => {
  const value = options?.get(name);
  return typeof value === 'number' ? value : null;
};

function* read<T>(
  database: Database,
  table: string,
  columns: readonly string[],
  make: (numbers: readonly number[], rest: readonly SqlValue[]) => T | null,
  damage: Damage,
): Generator<undefined, T[]> {
  const found: T[] = [];
  const ids = columns.filter((name) => !texts.has(name)).length;
  for (const row of database.rows(table, columns, damage)) {
    // Some programs leave a number blank, but never an id.
    const numbers = row.slice(0, ids).map((value) => (typeof value === 'number' ? Math.trunc(value) : 0));
    const isWhole = numbers.every(Number.isSafeInteger) && isAbove(numbers[0]) && isAbove(numbers[1]);
    const made = isWhole ? make(numbers, row.slice(ids)) : null;
    if (made === null) damage.damaged++;
    else found.push(made);
    yield;
  }
  return found;
}

const isAbove = (id = 0): boolean => id > 0;
const isFrom = (least: number, most: number, number: number): boolean => number >= least && number <= most;

/** Columns of text come after those of numbers. */
const texts = new Set(['guid', 'tags', 'flds', 'data']);
const noteColumns = ['id', 'mid', 'mod', 'guid', 'tags', 'flds'];
const textOf = (value: SqlValue | undefined): string => String(value ?? '');

function noteOf(
  [id = 0, noteTypeId = 0, modifiedAt = 0]: readonly number[],
  rest: readonly SqlValue[],
): AnkiNote | null {
  const [guid, tags, fields] = rest.map(textOf);
  if (typeof rest[2] !== 'string') return null;
  return {
    id,
    guid: guid ?? '',
    noteTypeId,
    modifiedAt,
    tags: (tags ?? '').split(/[ \u3000]+/).filter((tag) => tag !== ''),
    fields: (fields ?? '').split('\x1f'),
  };
}

const cardColumns = [
  ...['id', 'nid', 'did', 'ord', 'mod', 'type', 'queue', 'due'],
  ...['ivl', 'factor', 'reps', 'lapses', 'odid', 'odue', 'flags', 'data'],
];

function cardOf(numbers: readonly number[], [data]: readonly SqlValue[]): AnkiCard | null {
  const [id = 0, noteId = 0, deckId = 0, ordinal = 0, modifiedAt = 0, type = 0, queue = 0, due = 0] = numbers;
  const [interval = 0, factor = 0, reps = 0, lapses = 0, homeDeckId = 0, homeDue = 0, flags = 0] =
    numbers.slice(8);
  if (!isFrom(0, 3, type) || !isFrom(-3, 4, queue) || ordinal < 0) return null;
  const schedule = { type, queue, due, interval, factor, reps, lapses, homeDeckId, homeDue };
  return {
    id,
    noteId,
    deckId,
    ordinal,
    modifiedAt,
    ...schedule,
    flag: flags & 7,
    memory: memoryOf(textOf(data)),
  };
}

/** `{"s":12.3,"d":4.5,…}`; null if there is none. */
function memoryOf(data: string): AnkiMemory | null {
  if (!data.includes('"s"')) return null;
  try {
    const { s, d } = JSON.parse(data) as { readonly s?: unknown; readonly d?: unknown };
    const isMemory = typeof s === 'number' && typeof d === 'number' && s > 0 && d >= 1 && d <= 10;
    return isMemory ? { stability: s, difficulty: d } : null;
  } catch {
    return null;
  }
}

const reviewColumns = ['id', 'cid', 'ease', 'ivl', 'lastivl', 'factor', 'time', 'type'];

function reviewOf(numbers: readonly number[]): AnkiReview | null {
  const [id = 0, cardId = 0, ease = 0, interval = 0, lastInterval = 0, factor = 0, time = 0, type = 0] =
    numbers;
  if (!isFrom(0, 4, ease)) return null;
  return { id, cardId, ease, interval, lastInterval, factor, time, type };
}
