// Makes Anki packages of each kind for tests, with the real SQLite and a zip library of their own way of writing.
import { zipSync, type Zippable } from 'fflate';
import type { Database } from 'sql.js';
import type { AnkiPackage, ByteSource, PackageWatch } from '../../../../src/core/import/anki/collection.ts';
import { openPackage } from '../../../../src/core/import/anki/open-package.ts';
import { made } from './real-sqlite.ts';
import { frame } from './zstd.ts';

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, length) =>
    from < 0 || from + length > bytes.length
      ? Promise.reject(new Error(`read ${from} to ${from + length} of ${bytes.length}`))
      : Promise.resolve(bytes.slice(from, from + length)),
});

export const patient: PackageWatch = { pause: () => Promise.resolve(true), progress: () => undefined };

/** Opens what must open. */
export async function opened(bytes: Uint8Array): Promise<AnkiPackage> {
  const found = await openPackage(sourceOf(bytes), patient);
  if (found === null || 'problem' in found) throw new Error(JSON.stringify(found));
  return found;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const packed = (files: Zippable): Uint8Array => zipSync(files);

const tables11 = `
  CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
    ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
    models text not null, decks text not null, dconf text not null, tags text not null);
  CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
    usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
    flags integer not null, data text not null);
  CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
    mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
    ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
    left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
  CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
    ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
    type integer not null);
  CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
  CREATE INDEX ix_notes_usn on notes (usn);
  CREATE INDEX ix_cards_usn on cards (usn);
  CREATE INDEX ix_revlog_usn on revlog (usn);
  CREATE INDEX ix_cards_nid on cards (nid);
  CREATE INDEX ix_cards_sched on cards (did, queue, due);
  CREATE INDEX ix_revlog_cid on revlog (cid);
  CREATE INDEX ix_notes_csum on notes (csum);`;

/** The real engine knows no collation \`unicase\`: another is given of the same length, and renamed in the file. */
const tables18 = `
  CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE  nocase,
    mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
  CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL,
    val blob NOT NULL) without rowid;
  CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE  nocase,
    config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
  CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
  CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE  nocase,
    mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
  CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid);
  CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE  nocase,
    mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
  CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
  CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE  nocase,
    mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
  CREATE UNIQUE INDEX idx_decks_name ON decks (name);
  CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE  nocase, usn integer NOT NULL, collapsed boolean NOT NULL,
    config blob NULL) without rowid;`;

export interface MadeRows {
  readonly notes?: readonly (readonly (number | string)[])[];
  readonly cards?: readonly (readonly (number | string)[])[];
  readonly revlog?: readonly (readonly number[])[];
}

export interface Made11 extends MadeRows {
  readonly conf?: object;
  readonly models?: object;
  readonly decks?: object;
  readonly ver?: number;
  readonly pageSize?: number;
  /** Statements at the end. */
  readonly then?: string;
}

function insert(
  database: Database,
  table: string,
  rows: readonly (readonly (number | string | Uint8Array)[])[] = [],
) {
  for (const row of rows)
    database.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(',')})`, [...row]);
}

/** A collection with JSON in \`col\`. */
export function schema11(given: Made11): Uint8Array {
  const { conf = {}, models = {}, decks = {}, ver = 11 } = given;
  return made((database) => {
    database.run(`PRAGMA page_size=${given.pageSize ?? 4096}`);
    database.run(tables11);
    const texts = [conf, models, decks].map((value) => JSON.stringify(value));
    insert(database, 'col', [[1, 1_600_000_000, 0, 0, ver, 0, 0, 0, ...texts, '{}', '{}']]);
    insert(database, 'notes', given.notes);
    insert(database, 'cards', given.cards);
    insert(database, 'revlog', given.revlog);
    if (given.then) database.run(given.then);
  });
}

export interface Made18 extends MadeRows {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly decks?: readonly (readonly [id: number, name: string, kind: Uint8Array])[];
  readonly noteTypes?: readonly (readonly [id: number, name: string, config: Uint8Array])[];
  readonly fields?: readonly (readonly [type: number, ord: number, name: string])[];
  readonly templates?: readonly (readonly [type: number, ord: number, name: string, config: Uint8Array])[];
  readonly pageSize?: number;
}

/** A collection with tables of decks and note types, and the collation that only Anki knows. */
export function schema18(given: Made18): Uint8Array {
  const none = new Uint8Array(0);
  const bytes = made((database) => {
    database.run(`PRAGMA page_size=${given.pageSize ?? 4096}`);
    database.run(tables11);
    database.run(tables18);
    insert(database, 'col', [[1, 1_600_000_000, 0, 0, 18, 0, 0, 0, '', '', '', '', '']]);
    const config = Object.entries(given.config ?? {});
    insert(
      database,
      'config',
      config.map(([key, value]) => [key, 0, 0, utf8(JSON.stringify(value))]),
    );
    insert(
      database,
      'decks',
      given.decks?.map(([id, name, kind]) => [id, name, 0, 0, none, kind]),
    );
    insert(
      database,
      'notetypes',
      given.noteTypes?.map(([id, name, bytes]) => [id, name, 0, 0, bytes]),
    );
    insert(
      database,
      'fields',
      given.fields?.map((row) => [...row, none]),
    );
    insert(
      database,
      'templates',
      given.templates?.map(([id, ord, name, bytes]) => [id, ord, name, 0, 0, bytes]),
    );
    insert(database, 'notes', given.notes);
    insert(database, 'cards', given.cards);
    insert(database, 'revlog', given.revlog);
  });
  const [from, to] = [utf8(' nocase'), utf8('unicase')];
  for (let at = 0; at < bytes.length - 7; at++)
    if (from.every((byte, nth) => bytes[at + nth] === byte)) bytes.set(to, at);
  return bytes;
}

/** A message of Protocol Buffers. */
export function message(
  fields: readonly (readonly [field: number, value: number | string | Uint8Array])[],
): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let left = value;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
    bytes.push(left);
  };
  for (const [field, value] of fields) {
    number(field * 8 + (typeof value === 'number' ? 0 : 2));
    if (typeof value === 'number') number(value);
    else {
      const part = typeof value === 'string' ? utf8(value) : value;
      number(part.length);
      bytes.push(...part);
    }
  }
  return Uint8Array.from(bytes);
}

/** Beside the collection of such a package. */
const old = schema11({});

/** A package as Anki has written it since 2.1.50. */
export function latest(
  collection: Uint8Array,
  media: readonly (readonly [name: string, bytes: Uint8Array])[] = [],
  more: Zippable = {},
): Uint8Array {
  const list = message(
    media.map(([name, { length }]) => [
      1,
      message([
        [1, name],
        [2, length],
        [3, new Uint8Array(20)],
      ]),
    ]),
  );
  const files = media.map(([, bytes], nth) => [String(nth), frame(bytes)] as const);
  return packed({
    meta: message([[1, 3]]),
    'collection.anki21b': frame(collection),
    'collection.anki2': old,
    media: frame(list),
    ...Object.fromEntries(files),
    ...more,
  });
}
