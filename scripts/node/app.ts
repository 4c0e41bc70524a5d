// The app over a vault on disk, for the command line.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { inTurn } from '../../src/app/work/read-ahead.ts';
import type { NoteFacts } from '../../src/app/browse/card-row.ts';
import { Flashcards, type AppHost } from '../../src/app/flashcards.ts';
import type { Progress } from '../../src/app/notes/change-queue.ts';
import type { Clock, FileStat, IndexCache, LocalStore, NoteFiles, NoteLinks } from '../../src/app/ports.ts';
import { templateFoldersIn } from '../../src/core/card/not-note.ts';
import { createResolver, type ResolveLink } from '../../src/core/links/resolve.ts';
import { frontmatterEnd } from '../../src/core/note/mask.ts';
import { inEnglish, written, type WrittenProblem } from './english.ts';
import { readProperties, valuesFor } from '../../src/core/note/properties.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';
import { defaultSettings, type Settings } from '../../src/core/settings.ts';
import { nodeLogFiles } from './log-files.ts';
import { nodeFacts } from './note-facts.ts';
import { isGlued } from './settings.ts';
import { listFiles, readNoteNow } from './vault.ts';

/** Storage that lives only as long as the process. */
export function memoryStore(): LocalStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      if (value === null) values.delete(key);
      else values.set(key, value);
    },
  };
}

/** Keeps nothing: a command reads every note. */
export const noCache: IndexCache = {
  load: () => Promise.resolve(new Map()),
  save: () => Promise.resolve(),
};

/** This machine's clock, or one fixed at `at` (ms since 1970). */
export function systemClock(at?: number): Clock {
  return { now: () => at ?? Date.now(), zone: (moment) => -new Date(moment).getTimezoneOffset() };
}

export interface NodeApp {
  readonly app: Flashcards;
  /** Every file in the vault. */
  readonly files: readonly FileStat[];
  readonly links: NoteLinks;
  readonly host: AppHost;
  /** Notes that could not be read, and the app's messages. */
  readonly problems: () => readonly WrittenProblem[];
  readonly messages: readonly string[];
  /** For searches. */
  readonly facts: NoteFacts;
}

export interface NodeAppOptions {
  /** ms since 1970; defaults to this machine's clock. */
  readonly at?: number;
  /** Whether events may be appended to the vault's logs. */
  readonly write?: boolean;
  /** What this device remembers of the vault; by default nothing. */
  readonly store?: LocalStore;
  /** What an earlier run read, and the version of the program that goes with it; by default every note is read. */
  readonly index?: { readonly cache: IndexCache; readonly version: string } | undefined;
  readonly settings?: Settings;
  /** Whether glued separators count; detected from the vault if omitted. */
  readonly glued?: boolean;
  /** How much of what was read for cards stays in memory; by default all that may be read twice. */
  readonly keptNotes?: AppHost['keptNotes'];
  /** Called while the notes are read. */
  readonly progress?: (progress: Progress) => void;
}

/** A command lists or searches what it has read: notes of up to this many characters are read for cards only once. */
const keptNotes = { notes: Infinity, longest: Infinity, all: 16_000_000 };

function nodeNotes(
  vault: string,
  files: readonly FileStat[],
  folder: string,
  problems: WrittenProblem[],
): Omit<NoteFiles, 'list'> & { texts: Map<string, string>; list: () => readonly FileStat[] } {
  const texts = new Map<string, string>();
  const unread = new Set<string>();
  const known = new Map(files.map((file) => [file.path, file]));
  return {
    texts,
    list: () => files.filter(({ path }) => /\.md$/i.test(path) && !path.startsWith(`${folder}/log/`)),
    stat: (path) => known.get(path) ?? null,
    // A command sees the vault as it was when it was read.
    read: (path) => {
      const known = texts.get(path);
      if (known !== undefined || unread.has(path)) return Promise.resolve(known ?? null);
      const read = readNoteNow(vault, path);
      if ('text' in read) {
        texts.set(path, read.text);
        return Promise.resolve(read.text);
      }
      unread.add(path);
      problems.push(read.problem);
      return Promise.resolve(null);
    },
  };
}

/** The texts of all notes, kept in memory so that none is read from disk a second time. */
async function readAll(notes: ReturnType<typeof nodeNotes>): Promise<ReadonlyMap<string, string>> {
  const reading = inTurn(notes.list(), ({ path }) => notes.read(path));
  while (!(await reading.next()).done);
  return notes.texts;
}

/** Alias → path, from the properties of all notes. */
function aliasesOf(texts: ReadonlyMap<string, string>): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [path, text] of texts) {
    const end = frontmatterEnd(text);
    const yaml = text.slice(text.indexOf('\n') + 1, end).replace(/---[ \t]*$/, '');
    if (end === 0 || !/alias/i.test(yaml)) continue;
    for (const alias of valuesFor(readProperties(yaml, 0), ['aliases', 'alias'])) {
      if (!aliases.has(alias)) aliases.set(alias, path);
    }
  }
  return aliases;
}

/** Resolves links with our own resolver, created on first use: by then the notes have been read. */
function nodeLinks(files: readonly FileStat[], texts: ReadonlyMap<string, string>): NoteLinks {
  const paths = files.map(({ path }) => path);
  let made: ResolveLink | null = null;
  const resolve: ResolveLink = (target, from) => {
    made ??= createResolver(paths, aliasesOf(texts));
    return made(target, from);
  };
  const byPath = createResolver(paths);
  return {
    resolve,
    from: (path) => {
      const targets = findLinks(texts.get(path) ?? '').map(({ target }) => byPath(target, path));
      return [...new Set(targets.filter((target) => target !== null))];
    },
  };
}

/** Opens the app and reads the vault. Without `write`, nothing is ever written. */
export async function openNodeApp(vault: string, options: NodeAppOptions = {}): Promise<NodeApp> {
  const { files, problems: unlisted } = listFiles(vault);
  const problems: WrittenProblem[] = [...unlisted];
  const messages: string[] = [];
  const given = options.settings ?? defaultSettings;
  const notes = nodeNotes(vault, files, given.general.folder, problems);
  const gluedSeparators =
    given.cards.gluedSeparators || (options.glued ?? (await isGlued(vault, () => readAll(notes))));
  const settings = { ...given, cards: { ...given.cards, gluedSeparators } };
  // Links are found in the texts, also of notes whose cards are known.
  if (options.index) await readAll(notes);
  const links = nodeLinks(files, notes.texts);
  const logs = nodeLogFiles(vault);
  const host: AppHost = {
    files: notes,
    links,
    logs: options.write ? logs : { ...logs, append: () => Promise.resolve() },
    store: options.store ?? memoryStore(),
    clock: systemClock(options.at),
    random: (count) => randomBytes(count),
    // A command ends on its own and flushes what it wrote: only the pauses between slices are needed.
    after: (ms, run) => {
      if (ms === 0) setImmediate(run);
      return () => undefined;
    },
    tell: (message) => messages.push(inEnglish(message)),
    cache: options.index?.cache ?? noCache,
    keptNotes: options.keptNotes ?? keptNotes,
    version: options.index?.version ?? '',
    templateFolders: readTemplateFolders(vault),
  };
  const app = await Flashcards.open(host, settings);
  const { progress } = options;
  const forget = app.onChange(() => {
    if (progress && app.progress) progress(app.progress);
  });
  await app.index();
  forget();
  return {
    app,
    host,
    files,
    links,
    facts: nodeFacts(notes.texts, files, links),
    messages,
    problems: () => [...problems, ...app.library.problems().map(written)],
  };
}

/** The folder of the Templates core plugin. */
function readTemplateFolders(vault: string): readonly string[] {
  const path = join('.obsidian', 'templates.json');
  if (!existsSync(join(vault, path))) return [];
  const read = readNoteNow(vault, path);
  return 'text' in read ? templateFoldersIn(read.text) : [];
}
