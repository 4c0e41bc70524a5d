// The package half of `anki-import`: an `.apkg` or `.colpkg`, with media, schedules and the whole review log.
import { open, type FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { makeCollector } from '../node/collector.ts';
import {
  PackageImport,
  type PackagePlan,
  type PackageResult,
} from '../../src/app/transfer/package-import.ts';
import type { AppHost } from '../../src/app/flashcards.ts';
import type { LocalStore } from '../../src/app/ports.ts';
import type { ByteSource } from '../../src/core/import/anki/collection.ts';
import { isPackageName, openPackage } from '../../src/core/import/anki/open-package.ts';
import { MessageError } from '../../src/core/text/message.ts';
import { memoryStore, openNodeApp } from '../node/app.ts';
import { inEnglish } from '../node/english.ts';
import { nodeNewFiles } from '../node/new-files.ts';
import { readSettings } from '../node/settings.ts';
import { counted } from './print.ts';

export interface PackageFlags {
  /** From the vault's root, tidy. */
  readonly folder: string;
  readonly mediaFolder?: string;
  readonly tag?: string;
  readonly dryRun?: boolean;
}

/** What other programs read of a package (contract). */
export interface PackageRow {
  readonly decks: number;
  readonly cards: number;
  readonly notes: readonly string[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Those that the history lacked. */
  readonly reviews: number;
  /** Files that the vault lacked. */
  readonly media: number;
}

export interface PackageCommandWatch {
  readonly progress: (what: string, share: number) => void;
  readonly isStopped: () => boolean;
}

export interface ImportedPackage {
  readonly row: PackageRow;
  readonly isStopped: boolean;
}

/** A package is read once, and its cards are many. */
const keptForImport = { notes: 1, longest: 200_000, all: 200_000 };

/** Whether a file is a zip, as a package is, or is named like one. */
export async function isPackage(path: string): Promise<boolean> {
  if (isPackageName(path)) return true;
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE() === 0x04034b50;
  } finally {
    await file.close();
  }
}

/** Rejects if the file was cut since. */
export async function sourceOf(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (from, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, from);
      if (bytesRead < length) throw new Error('the file ends too early');
      return bytes;
    },
  };
}

/** Imports a package, or with `dryRun` only says what would come along. Throws if it can't be read. */
export async function importPackage(
  path: string,
  vault: string,
  { folder, mediaFolder, tag, dryRun = false }: PackageFlags,
  { progress, isStopped }: PackageCommandWatch,
  store: LocalStore = memoryStore(),
): Promise<ImportedPackage> {
  const settings = await readSettings(vault);
  const file = await open(path);
  const collect = makeCollector();
  try {
    const opened = await openPackage(await sourceOf(file), {
      pause: async () => {
        await setImmediate();
        collect();
        return !isStopped();
      },
      progress: (share) => progress('reading the package', share),
    });
    if (opened === null) throw new Error('stopped; nothing was imported');
    if ('problem' in opened) throw new MessageError(opened.problem);
    const { app, host, messages } = await openNodeApp(vault, {
      settings,
      write: !dryRun,
      store,
      keptNotes: keptForImport,
    });
    try {
      const after: AppHost['after'] = (ms, run) =>
        host.after(ms, () => {
          collect();
          run();
        });
      const work = new PackageImport({ ...host, after, vault: nodeNewFiles(vault), ends: true }, app, opened);
      const watch = (what: string) => ({
        progress: (share: number) => progress(what, share),
        isCancelled: isStopped,
      });
      const choices = {
        folder,
        mediaFolder: mediaFolder ?? (folder === '' ? 'media' : `${folder}/media`),
        tag: tag ?? settings.cards.tags[0] ?? 'flashcards',
        cardOptions: settings.cards,
      };
      const plan = await work.plan(choices, watch('writing notes'));
      if (plan === null) throw new Error('stopped; nothing was imported');
      if (dryRun) return { row: rowOf(plan, null, messages), isStopped: false };
      const result = await work.run(plan, watch('importing'));
      await app.flush();
      if (app.history.waiting) throw new Error(`the log in ${settings.general.folder} couldn't be written`);
      return { row: rowOf(plan, result, messages), isStopped: result.isStopped };
    } finally {
      app.close();
    }
  } finally {
    await file.close();
  }
}

function rowOf(plan: PackagePlan, result: PackageResult | null, messages: readonly string[]): PackageRow {
  const isNew = ({ isThere }: { readonly isThere: boolean }): boolean => !isThere;
  const kept = plan.notes.filter(({ isThere }) => isThere).length;
  return {
    decks: plan.decks,
    cards: plan.cards,
    notes: result?.notes ?? plan.notes.filter(isNew).map(({ path }) => path),
    problems: [...problemsOf(plan, result, kept, messages)].map((message) => ({ line: 1, message })),
    reviews: result?.reviews ?? plan.newReviews,
    media: result?.media.length ?? plan.media.filter(isNew).length,
  };
}

function* problemsOf(
  { damaged, left, rows }: PackagePlan,
  result: PackageResult | null,
  kept: number,
  messages: readonly string[],
): Generator<string> {
  yield* damaged.map(inEnglish);
  for (const { deck, text, reason } of left)
    yield `${[deck, text].filter((part) => part !== '').join(': ')}: ${inEnglish(reason)}`;
  if (rows.gone > 0) yield `${counted(rows.gone, 'review')} of cards that are not in the collection.`;
  if (rows.left > 0) yield `${counted(rows.left, 'review')} of cards that do not come along.`;
  if (rows.wrongTime > 0)
    yield `${counted(rows.wrongTime, 'review')} from a clock that was wrong: before 2000 or in the future.`;
  if (rows.previews > 0)
    yield `${counted(rows.previews, 'preview')} in filtered decks, which changed no schedule.`;
  if (kept > 0) yield `${counted(kept, 'note')} with the same text exist already and stay.`;
  for (const { path, reason } of result?.failed ?? [])
    yield `${path}: ${typeof reason === 'string' ? reason : inEnglish(reason)}`;
  yield* messages;
}
