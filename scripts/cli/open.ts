// Opens a vault for a command, with what this device remembers of it: a run of the command line is a device like any other.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { indexFile, programVersion } from '../node/record/index-file.ts';
import { readOnlyStore, fileStore } from '../node/record/file-store.ts';
import { keepForward } from '../node/record/keep-forward.ts';
import { locked } from '../node/record/lock.ts';
import { claimRecord, recordAt, rememberedOf } from '../node/record/vault-record.ts';
import { memoryStore, openNodeApp, type NodeApp, type NodeAppOptions } from '../node/app.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import type { LocalStore } from '../../src/app/ports.ts';
import { earliest, latest } from '../../src/core/history/admit.ts';
import { WindowSlot } from '../../src/app/history/journal/window-slot.ts';

/** Whether the calendar has the day: `Date.parse` takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** Parses an ISO 8601 text to ms since 1970; fails with a sentence. */
export function parseTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) && isDay(text) ? Date.parse(text) : NaN;
  // Also if it is none.
  if (!(at >= earliest && at <= latest))
    throw new Error(`--at takes a time such as 2026-11-25T08:00:00Z, not “${text}”`);
  return at;
}

interface OpenOptions extends Pick<NodeAppOptions, 'write' | 'store'> {
  readonly at?: number | undefined;
  /** The record's folder; null if nothing is remembered. */
  readonly folder: string | null;
}

async function open(vault: string, { at, folder, ...options }: OpenOptions): Promise<NodeApp> {
  const settings = await readSettings(vault);
  const index =
    folder === null
      ? undefined
      : {
          cache: indexFile(join(folder, 'index'), options.write === true),
          version: programVersion(),
        };
  const opened = await openNodeApp(vault, { ...options, settings, index, ...(at !== undefined && { at }) });
  const { knowledge, history } = opened.app;
  if (knowledge !== 'known') {
    const paths = history.missingLogs().map(({ path }) => path);
    throw new Error(`part of the review history can't be read: ${paths.join(', ')}`);
  }
  return opened;
}

/** Opens a vault to read it. Nothing is written, neither there nor to what is remembered. */
export async function openToRead(vault: string, at?: number): Promise<NodeApp> {
  await checkVault(vault);
  const remembered = rememberedOf(recordAt(vault));
  const store = remembered === null ? memoryStore() : readOnlyStore(remembered);
  return open(vault, { store, at, folder: remembered });
}

/** Runs with what this device remembers of a vault, while no other command changes it. */
export async function withRecord<T>(
  vault: string,
  run: (store: LocalStore, folder: string) => Promise<T>,
): Promise<T> {
  await checkVault(vault);
  const record = recordAt(vault);
  return locked(record.lock, () => {
    claimRecord(record);
    return run(fileStore(record.folder), record.folder);
  });
}

interface WriteOptions {
  /** The time that was given, ms since 1970. */
  readonly at?: number | undefined;
  /** Whether an answer is recorded at that time. */
  readonly answers: boolean;
}

/** Opens a vault to write to its log, and appends what was recorded. */
export function withOwnLog<T>(
  vault: string,
  { at, answers }: WriteOptions,
  run: (opened: NodeApp) => T | Promise<T>,
): Promise<T> {
  return withRecord(vault, async (store, folder) => {
    if (answers) keepForward(store, at);
    const opened = await open(vault, { store, at, folder, write: true });
    try {
      return await run(opened);
    } finally {
      await opened.app.flush();
      for (const message of opened.messages) process.stderr.write(`note-flashcards: ${message}\n`);
      opened.app.close();
    }
  });
}

/** Whether a run ended before it could append what it had recorded. */
export function hasWaiting(vault: string): boolean {
  const remembered = rememberedOf(recordAt(vault));
  if (remembered === null) return false;
  return WindowSlot.open(readOnlyStore(remembered), (count) => randomBytes(count)).record.ahead.length > 0;
}
