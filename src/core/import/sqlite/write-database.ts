// Writes an SQLite file: tables whose first column is their integer primary key, and indexes over numbers. Enough for
// what Anki imports, and what the real engine finds sound.
import { PagedBytes } from './paged-bytes.ts';
import type { SqlValue } from './record.ts';
import { PageWriter, type TreeKind, TreeWriter } from './tree-writer.ts';
import { recordBytes } from './write-record.ts';

export interface NewIndex {
  readonly name: string;
  /** Places of its columns, which hold whole numbers. */
  readonly columns: readonly number[];
  readonly sql: string;
}

export interface NewTable {
  readonly name: string;
  readonly sql: string;
  /** The key comes first: 0 or more, each above the last. */
  readonly rows: Iterable<readonly SqlValue[]>;
  readonly indexes: readonly NewIndex[];
}

type Entry = readonly number[];

function inOrder(a: Entry, b: Entry): number {
  for (let nth = 0; nth < a.length; nth++) {
    const before = (a[nth] ?? 0) - (b[nth] ?? 0);
    if (before !== 0) return before;
  }
  return 0;
}

/** Yields after each row. @param pageSize a power of two from 512 to 65536 */
export function* writeDatabase(
  tables: readonly NewTable[],
  pageSize = 4096,
): Generator<undefined, PagedBytes, undefined> {
  const out = new PagedBytes();
  const pages = new PageWriter(out, pageSize);
  // The list of tables names their pages, so it is written last.
  pages.add(new Uint8Array(pageSize));
  const list: SqlValue[][] = [];
  const listed = (type: TreeKind, table: string, name: string, sql: string, tree: TreeWriter): void => {
    list.push([type, name, table, pages.add(tree.finish()), sql]);
  };
  for (const { name, sql, rows, indexes } of tables) {
    const table = new TreeWriter(pages, 'table');
    const entries = indexes.map((): Entry[] => []);
    for (const row of rows) {
      const rowid = Number(row[0]);
      table.add(recordBytes([null, ...row.slice(1)]), rowid, false);
      indexes.forEach(({ columns }, nth) =>
        entries[nth]?.push([...columns.map((column) => Number(row[column])), rowid]),
      );
      yield;
    }
    listed('table', name, name, sql, table);
    for (const [nth, index] of indexes.entries()) {
      const tree = new TreeWriter(pages, 'index');
      const sorted = (entries[nth] ?? []).sort(inOrder);
      for (const [at, entry] of sorted.entries()) {
        tree.add(recordBytes(entry), 0, at === sorted.length - 1);
        yield;
      }
      listed('index', name, index.name, index.sql, tree);
    }
  }
  const schema = new TreeWriter(pages, 'table', 100);
  list.forEach((row, nth) => schema.add(recordBytes(row), nth + 1, false));
  const first = schema.finish();
  first.set(head(pageSize, pages.count));
  out.view(0, pageSize).set(first);
  return out;
}

/** The first 100 bytes of the file. */
function head(pageSize: number, pages: number): Uint8Array {
  const bytes = new Uint8Array(100);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('SQLite format 3\0'));
  view.setUint16(16, pageSize === 0x1_0000 ? 1 : pageSize);
  // Not WAL; nothing reserved; fractions of a page that are fixed.
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  view.setUint32(24, 1);
  view.setUint32(28, pages);
  // Schema: its first state, in the format of today, in UTF-8.
  view.setUint32(40, 1);
  view.setUint32(44, 4);
  view.setUint32(56, 1);
  // The change that this head belongs to, and the engine it is like.
  view.setUint32(92, 1);
  view.setUint32(96, 3_040_001);
  return bytes;
}
