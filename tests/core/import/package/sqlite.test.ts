// Our reader and writer of tables against the real SQLite: what one writes, the other reads.
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { drain } from '../../../../src/core/history/drain.ts';
import { Database } from '../../../../src/core/import/sqlite/database.ts';
import { PagedBytes } from '../../../../src/core/import/sqlite/paged-bytes.ts';
import type { SqlValue } from '../../../../src/core/import/sqlite/record.ts';
import { type NewTable, writeDatabase } from '../../../../src/core/import/sqlite/write-database.ts';
import { anySign, runs } from '../../../random.ts';
import { asked, made, sqlite } from './real-sqlite.ts';

const pageSizes = [512, 1024, 4096, 32_768, 65_536];

function paged(bytes: Uint8Array): PagedBytes {
  const all = new PagedBytes();
  all.add(bytes);
  return all;
}

function read(bytes: Uint8Array, table: string, columns: readonly string[]): SqlValue[][] {
  const database = Database.open(paged(bytes));
  const damage = { damaged: 0 };
  const rows = [...(database?.rows(table, columns, damage) ?? [])];
  expect([damage.damaged, database?.damaged]).toEqual([0, 0]);
  return rows;
}

const value: fc.Arbitrary<SqlValue> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -200, max: 200 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }).map((number) => (Number.isInteger(number) ? 0.5 : number)),
  fc.string({ unit: anySign, maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
  fc.nat(9000).map((length) => 'ä'.repeat(length)),
  fc.uint8Array({ maxLength: 3000 }),
);
const rows = fc
  .array(fc.tuple(fc.oneof(fc.nat(500), fc.nat({ max: 2 ** 50 })), value, value, fc.integer()), {
    maxLength: 200,
  })
  .map((list) => [...new Map(list.map((row) => [row[0], row])).values()].sort((a, b) => a[0] - b[0]));

test('reads what the real SQLite writes, of any size of page', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...pageSizes), fc.boolean(), (list, pageSize, isVacuumed) => {
      const bytes = made((database) => {
        database.run(`PRAGMA page_size=${pageSize}; PRAGMA auto_vacuum=${isVacuumed ? 1 : 0}`);
        database.run('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c INTEGER); CREATE INDEX i ON t (c)');
        for (const row of list) database.run('INSERT INTO t VALUES (?, ?, ?, ?)', row);
      });
      expect(read(bytes, 't', ['id', 'a', 'b', 'c'])).toEqual(list);
    }),
    { numRuns: runs(2000) },
  );
});

test('the real SQLite reads what we write, and finds it sound', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...pageSizes), fc.nat(12), (list, pageSize, others) => {
      const table = (name: string): NewTable => ({
        name,
        sql: `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, a, b, c INTEGER)`,
        rows: list,
        indexes: [
          { name: `${name}_c`, columns: [3], sql: `CREATE INDEX ${name}_c ON ${name} (c)` },
          { name: `${name}_d`, columns: [3, 0], sql: `CREATE INDEX ${name}_d ON ${name} (c, id)` },
        ],
      });
      const names = ['t', ...Array.from({ length: others }, (_, nth) => `other${nth}`)];
      const bytes = drain(writeDatabase(names.map(table), pageSize)).whole();
      expect(asked(bytes, 'PRAGMA integrity_check')).toEqual([['ok']]);
      expect(asked(bytes, 'SELECT id, a, b, c FROM t')).toEqual(list);
      expect(asked(bytes, 'SELECT id FROM t ORDER BY c, id').length).toBe(list.length);
      expect(read(bytes, names.at(-1) ?? '', ['id', 'a', 'b', 'c'])).toEqual(list);
    }),
    { numRuns: runs(2000) },
  );
});

test.each(pageSizes)('writes and reads many rows on pages of %d bytes', (pageSize) => {
  const list = Array.from({ length: 20_000 }, (_, nth) => [nth * 3, nth % 7, 5 - nth, `row ${nth}`]);
  const table = {
    name: 't',
    sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c)',
    rows: list,
    indexes: [
      { name: 'i', columns: [1], sql: 'CREATE INDEX i ON t (a)' },
      { name: 'j', columns: [1, 2], sql: 'CREATE INDEX j ON t (a, b)' },
    ],
  };
  const bytes = drain(writeDatabase([table], pageSize)).whole();
  expect(asked(bytes, 'PRAGMA integrity_check')).toEqual([['ok']]);
  expect(asked(bytes, 'SELECT count(*) FROM t INDEXED BY j WHERE a = 3')).toEqual([[2857]]);
  expect(read(bytes, 't', ['id', 'a', 'b', 'c'])).toEqual(list);
  const changed = new sqlite.Database(bytes);
  changed.run(
    "DELETE FROM t WHERE id % 2 = 0; UPDATE t SET a = 9, c = 'new' WHERE id < 300; INSERT INTO t (c) VALUES ('x')",
  );
  const later = changed.export();
  changed.close();
  expect(asked(later, 'PRAGMA integrity_check')).toEqual([['ok']]);
  expect(read(later, 't', ['id']).length).toBe(10_001);
});

describe('tables of other kinds', () => {
  test.each(pageSizes)('without row numbers, on pages of %d bytes', (pageSize) => {
    const list = Array.from({ length: 3000 }, (_, nth) => [
      nth % 5,
      Math.floor(nth / 5),
      `${'long '.repeat(nth % 90)}`,
    ]);
    const bytes = made((database) => {
      database.run(`PRAGMA page_size=${pageSize}`);
      database.run('CREATE TABLE t (text TEXT, b INT, a INT, PRIMARY KEY (a, b)) WITHOUT ROWID');
      for (const [a = 0, b = 0, text = ''] of list)
        database.run('INSERT INTO t (a, b, text) VALUES (?, ?, ?)', [a, b, text]);
    });
    const sorted = [...list].sort((x, y) => Number(x[0]) - Number(y[0]) || Number(x[1]) - Number(y[1]));
    expect(read(bytes, 't', ['a', 'b', 'text'])).toEqual(sorted);
  });

  test.each([
    ['id INTEGER PRIMARY KEY, a', true],
    ['a, id INTEGER, PRIMARY KEY (id)', true],
    ['"id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- the, key\n [a] DEFAULT (1, 2) /* ( */', true],
    ['id INTEGER PRIMARY KEY DESC, a', false],
    ['id INT PRIMARY KEY, a', false],
    ["a TEXT DEFAULT 'x,)y', `id` INTEGER, CONSTRAINT k PRIMARY KEY (id ASC)", true],
    ['id INTEGER, a, UNIQUE (id, a), CHECK (id > 0)', false],
  ])('with the columns %s', (columns) => {
    const bytes = made((database) => {
      database.run(`CREATE TABLE t (${columns.replace('(1, 2)', '(12)')})`);
      database.run("INSERT INTO t (id, a) VALUES (7, 'x'), (9, 'y')");
    });
    expect(read(bytes, 't', ['id', 'a', 'none'])).toEqual([
      [7, 'x', null],
      [9, 'y', null],
    ]);
  });

  test.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('with text in %s', (encoding) => {
    const text = 'Grüße 漢字 \u{1f600} \ufeff';
    const bytes = made((database) => {
      database.run(`PRAGMA encoding='${encoding}'; CREATE TABLE t (a)`);
      database.run('INSERT INTO t VALUES (?)', [text]);
    });
    expect(read(bytes, 't', ['a'])).toEqual([[text]]);
  });

  test('with deleted rows, an added column, and pages that were freed', () => {
    const bytes = made((database) => {
      database.run('PRAGMA page_size=512; CREATE TABLE t (id INTEGER PRIMARY KEY, a)');
      for (let nth = 0; nth < 500; nth++) database.run('INSERT INTO t VALUES (?, ?)', [nth, 'x'.repeat(nth)]);
      database.run('DELETE FROM t WHERE id % 10 <> 3');
      database.run('ALTER TABLE t ADD COLUMN b');
      database.run("INSERT INTO t VALUES (-5, 'minus', 1)");
    });
    const kept = Array.from({ length: 50 }, (_, nth) => [nth * 10 + 3, 'x'.repeat(nth * 10 + 3), null]);
    expect(read(bytes, 't', ['id', 'a', 'b'])).toEqual([[-5, 'minus', 1], ...kept]);
  });

  test('with a head that tells of a write-ahead log', () => {
    const bytes = made((database) => database.run('CREATE TABLE t (a); INSERT INTO t VALUES (1)'));
    bytes.set([2, 2], 18);
    expect(read(bytes, 't', ['a'])).toEqual([[1]]);
  });
});

test('ends where pages point at each other, and counts what it left out', () => {
  const bytes = made((database) => {
    database.run('PRAGMA page_size=512; CREATE TABLE t (id INTEGER PRIMARY KEY, a)');
    for (let nth = 0; nth < 300; nth++) database.run('INSERT INTO t VALUES (?, ?)', [nth, 'x'.repeat(50)]);
  });
  // Page 2 is the table's root: its right child becomes itself.
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(512 + 8, 2);
  const damage = { damaged: 0 };
  const found = [...(Database.open(paged(bytes))?.rows('t', ['id'], damage) ?? [])];
  expect(damage.damaged).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(300);
  expect(found.every(([id], nth) => id === nth)).toBe(true);
});
