// Decks, note types and options in tables of their own, with messages of Protocol Buffers: collections of Anki since
// 2.1.28.
import type { Damage, Database } from '../sqlite/database.ts';
import type { SqlValue } from '../sqlite/record.ts';
import type { AnkiDeck, AnkiNoteType, AnkiTemplate } from './collection.ts';
import { kindOf } from './note-type-kind.ts';
import { ProtoMessage } from './protobuf.ts';
import type { AnkiOptions } from './schema-11.ts';

const messageOf = (value: SqlValue | undefined): ProtoMessage =>
  new ProtoMessage(value instanceof Uint8Array ? value : new Uint8Array(0));
const textOf = (value: SqlValue | undefined): string => String(value ?? '');

/** Rows of whole numbers for ids and places; others are damaged. */
function* numbered(
  database: Database,
  table: string,
  columns: readonly string[],
  ids: number,
  damage: Damage,
): Generator<{ readonly id: number; readonly ordinal: number; readonly rest: readonly SqlValue[] }> {
  for (const row of database.rows(table, columns, damage)) {
    const [id, ordinal] = row;
    if (row.slice(0, ids).every(Number.isSafeInteger))
      yield { id: Number(id), ordinal: Number(ordinal), rest: row.slice(ids) };
    else damage.damaged++;
  }
}

export function decksOfTables(database: Database, damage: Damage): readonly AnkiDeck[] {
  return Array.from(numbered(database, 'decks', ['id', 'name', 'kind'], 1, damage), ({ id, rest }) => ({
    id,
    name: textOf(rest[0]).replaceAll('\x1f', '::'),
    filtered: messageOf(rest[1]).has(2),
  }));
}

export function noteTypesOfTables(database: Database, damage: Damage): readonly AnkiNoteType[] {
  const fields = new Map<number, string[]>();
  const templates = new Map<number, AnkiTemplate[]>();
  for (const { id, rest } of numbered(database, 'fields', ['ntid', 'ord', 'name'], 2, damage))
    listOf(fields, id).push(textOf(rest[0]));
  for (const { id, ordinal, rest } of numbered(
    database,
    'templates',
    ['ntid', 'ord', 'name', 'config'],
    2,
    damage,
  )) {
    const config = messageOf(rest[1]);
    const [front, back] = [config.text(1), config.text(2)];
    listOf(templates, id).push({ name: textOf(rest[0]), ordinal, front, back });
  }
  return Array.from(numbered(database, 'notetypes', ['id', 'name', 'config'], 1, damage), ({ id, rest }) => {
    const config = messageOf(rest[1]);
    const name = textOf(rest[0]);
    const own = listOf(templates, id);
    const kind = kindOf(config.number(1) === 1, config.number(9), name, own);
    return { id, name, kind, fields: listOf(fields, id), templates: own, css: config.text(3) };
  });
}

/** Both tables are in order: their keys are the note type and the place. */
function listOf<T>(lists: Map<number, T[]>, id: number): T[] {
  const list = lists.get(id) ?? [];
  lists.set(id, list);
  return list;
}

export function optionsOfTable(database: Database, damage: Damage): AnkiOptions {
  const options = new Map<string, unknown>();
  const decoder = new TextDecoder();
  for (const [key, value] of database.rows('config', ['key', 'val'], damage)) {
    try {
      const json = value instanceof Uint8Array ? decoder.decode(value) : textOf(value);
      options.set(textOf(key), JSON.parse(json));
    } catch {
      damage.damaged++;
    }
  }
  return options;
}
