// The tables of an Anki collection of schema 11, as statements: the schema that every Anki since 2.1 imports, whatever
// its own.
import type { NewIndex } from '../sqlite/write-database.ts';

export interface LegacyTable {
  readonly sql: string;
  readonly indexes: readonly NewIndex[];
}

/** A column is a whole number, unless it ends in `*`: then it is text. The first is the key. */
function table(name: string, columns: string, indexes: Readonly<Record<string, string>> = {}): LegacyTable {
  const names = columns.split(' ');
  const definitions = names.map((column, nth) =>
    nth === 0
      ? 'id integer primary key'
      : `${column.replace('*', '')} ${column.endsWith('*') ? 'text' : 'integer'} not null`,
  );
  return {
    sql: `CREATE TABLE ${name} (${definitions.join(', ')})`,
    indexes: Object.entries(indexes).map(([index, keys]) => ({
      name: `ix_${name}_${index}`,
      columns: keys.split(' ').map((key) => names.indexOf(key)),
      sql: `CREATE INDEX ix_${name}_${index} on ${name} (${keys.replaceAll(' ', ', ')})`,
    })),
  };
}

export const legacyTables = {
  col: table('col', 'id crt mod scm ver dty usn ls conf* models* decks* dconf* tags*'),
  notes: table('notes', 'id guid* mid mod usn tags* flds* sfld csum flags data*', {
    usn: 'usn',
    csum: 'csum',
  }),
  cards: table(
    'cards',
    'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data*',
    {
      usn: 'usn',
      nid: 'nid',
      sched: 'did queue due',
    },
  ),
  revlog: table('revlog', 'id cid usn ease ivl lastIvl factor time type', { usn: 'usn', cid: 'cid' }),
  graves: {
    sql: 'CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)',
    indexes: [],
  },
} as const;
