// The real SQLite, compiled to WebAssembly: makes databases that we read, and reads those that we make.
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';
import type { SqlValue } from '../../../../src/core/import/sqlite/record.ts';

export const sqlite: SqlJsStatic = await initSqlJs();

/** A database in a file of bytes, made by statements. */
export function made(fill: (database: Database) => void): Uint8Array {
  const database = new sqlite.Database();
  try {
    fill(database);
    return database.export();
  } finally {
    database.close();
  }
}

/** All rows of a query. */
export function asked(bytes: Uint8Array, query: string): SqlValue[][] {
  const database = new sqlite.Database(bytes);
  try {
    return database.exec(query)[0]?.values ?? [];
  } finally {
    database.close();
  }
}
