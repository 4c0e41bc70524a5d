// Measures all figures of one vault in one run, so that their ratios hold on any machine.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTurn } from '../../src/app/work/read-ahead.ts';
import { Library } from '../../src/app/notes/library.ts';
import { NoteIndex } from '../../src/app/index/note-index.ts';
import type { NoteFiles } from '../../src/app/ports.ts';
import { cardReader } from '../../src/core/card/extract.ts';
import { parseNote } from '../../src/core/note/parse/markdown.ts';
import type { Settings } from '../../src/core/settings.ts';
import { noCache, systemClock } from '../node/app.ts';
import { isGlued, readSettings } from '../node/settings.ts';
import { checkVault, listFiles, readNote } from '../node/vault.ts';
import { openBenchApp } from './bench-app.ts';
import { figureOf, measure, quantile, timed, type Figure } from './figure.ts';
import { givenOf } from './given.ts';
import { measureOwnHistory, type OwnHistory } from './measure-own.ts';
import { measureWarmStarts, type WarmStarts } from './measure-warm.ts';

const runs = 5;
const saves = 60;

export interface Saved {
  /** ms */
  readonly p50: number;
  readonly p95: number;
}

/** MB that a process grows by when it indexes the vault, after garbage collection. */
export interface Memory {
  readonly rssMb: number;
  /** The part taken by JavaScript objects. */
  readonly heapMb: number;
}

export interface BenchResult {
  readonly notes: number;
  readonly bytes: number;
  readonly cards: number;
  /** remark with all extensions, keeping the trees of all notes. */
  readonly remark: Figure;
  /** Only reading the files. */
  readonly read: Figure;
  /** From the list of files to the cards of all notes, including reading. */
  readonly firstIndex: Figure;
  /** The same without reading: the texts are in memory. */
  readonly extract: Figure;
  /** One saved note, from its text to cards, ids, and queue. */
  readonly save: Saved;
  /** The same for a 30 KB note, which the vault may not contain. */
  readonly largeSave: Saved;
  /** The first queue over all cards. */
  readonly queue: Figure;
  /** The same after an answer. */
  readonly nextQueue: Figure;
  readonly warm: WarmStarts;
  /** With the vault's logs, if requested. */
  readonly own: OwnHistory | null;
  readonly memory: Memory;
}

function diskNotes(vault: string, paths: readonly string[]): NoteFiles {
  return {
    list: () => paths.map((path) => ({ path, mtime: 0, size: 0 })),
    stat: (path) => ({ path, mtime: 0, size: 0 }),
    read: async (path) => {
      const read = await readNote(vault, path);
      return 'text' in read ? read.text : null;
    },
  };
}

/** Reads as the plugin reads many notes: a few are awaited at a time. */
export async function readAll(
  paths: readonly string[],
  read: (path: string) => Promise<unknown>,
): Promise<void> {
  for await (const one of inTurn(paths, read)) void one;
}

/** Indexes from scratch to the cards of all notes; returns their number. */
export async function firstIndex(
  vault: string,
  paths: readonly string[],
  settings: Settings,
): Promise<number> {
  const after = (): (() => void) => () => undefined;
  const index = new NoteIndex({ cache: noCache, clock: systemClock(), after, version: '' }, settings.cards);
  const library = new Library(diskNotes(vault, paths), index, settings.cards);
  await readAll(paths, (path) => library.read(path, after, () => undefined));
  return [...library.notes.values()].reduce((sum, { cards }) => sum + cards.length, 0);
}

/** Edits the notes in turn, adding a word at the end of each. */
async function measureSaves(
  texts: Map<string, string>,
  paths: readonly string[],
  settings: Settings,
): Promise<Saved> {
  const app = await openBenchApp(texts, settings);
  await app.index();
  const times: number[] = [];
  for (let turn = 0; paths.length > 0 && turn < saves; turn += 1) {
    const path = paths[turn % paths.length] ?? '';
    texts.set(path, `${texts.get(path) ?? ''}\nAnd one more sentence, number ${turn}.\n`);
    app.touch(path);
    times.push(await timed(() => app.settle()));
  }
  app.close();
  return times.length === 0 ? { p50: 0, p95: 0 } : { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function measureQueue(
  texts: ReadonlyMap<string, string>,
  settings: Settings,
): Promise<{ readonly cold: Figure; readonly next: Figure }> {
  const [times, nextTimes]: [number[], number[]] = [[], []];
  const request = { scope: { kind: 'all' } } as const;
  while (times.length < runs) {
    const app = await openBenchApp(texts, settings);
    await app.index();
    times.push(await timed(() => app.study.queue(request)));
    const review = app.startReview(request);
    review.dispatch({ kind: 'reveal' });
    nextTimes.push(
      await timed(() => {
        review.dispatch({ kind: 'grade', grade: 3 });
        app.study.queue(request);
      }),
    );
    app.close();
  }
  return { cold: figureOf(times), next: figureOf(nextTimes) };
}

/** Notes of the vault joined up to 30 KB; each after the first without its frontmatter. */
function largeNote(texts: ReadonlyMap<string, string>): string {
  let large = '';
  for (const text of texts.values()) {
    large += large === '' ? text : `\n\n${text.replace(/^---\n[^]*?\n---\n/, '')}`;
    if (large.length > 30_000) break;
  }
  return large;
}

async function measureMemory(vault: string): Promise<Memory> {
  const script = join(import.meta.dirname, 'memory.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, vault]);
  return JSON.parse(stdout) as Memory;
}

/** As the app would choose them. @param texts of all notes, if they are at hand */
export async function settingsFor(vault: string, texts?: ReadonlyMap<string, string>): Promise<Settings> {
  const saved = await readSettings(vault);
  const gluedSeparators = await isGlued(vault, async () => texts ?? (await textsOf(vault)));
  return { ...saved, cards: { ...saved.cards, gluedSeparators } };
}

async function textsOf(vault: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { path } of listFiles(vault).files) {
    const read = /\.md$/i.test(path) && (await readNote(vault, path));
    if (read && 'text' in read) texts.set(path, read.text);
  }
  return texts;
}

/** Measures a vault; writes nothing to it. `tell` is notified of what is being measured. */
export async function measureVault(
  vault: string,
  tell: (step: string) => void,
  withOwnHistory = false,
): Promise<BenchResult> {
  await checkVault(vault);
  const log = `${(await readSettings(vault)).general.folder}/log/`;
  const files = listFiles(vault).files.filter(({ path }) => /\.md$/i.test(path) && !path.startsWith(log));
  const paths = files.map(({ path }) => path);
  tell(`reading ${paths.length} notes`);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const read = await readNote(vault, path);
    if ('text' in read) texts.set(path, read.text);
  }
  const settings = await settingsFor(vault, texts);
  const read = await measure(() => readAll(paths, (path) => readNote(vault, path)), runs);
  tell('first index');
  let cards = 0;
  const index = await measure(async () => {
    cards = await firstIndex(vault, paths, settings);
  }, runs);
  tell('cards in memory');
  const extract = await measure(() => {
    const readCards = cardReader(settings.cards);
    for (const [path, text] of texts) readCards({ path, text });
  }, runs);
  tell('saves');
  const sizes = [...texts].filter(([, text]) => text.length < 5000).map(([path]) => path);
  const save = await measureSaves(new Map(texts), sizes.length > 0 ? sizes : paths, settings);
  const withLarge = new Map(texts).set('Large.md', largeNote(texts));
  const largeSave = await measureSaves(withLarge, ['Large.md'], settings);
  tell('queue');
  const { cold: queue, next: nextQueue } = await measureQueue(texts, settings);
  tell('warm start');
  const given = givenOf(files, texts);
  const warm = await measureWarmStarts(vault, given, settings, runs);
  if (withOwnHistory) tell('its own history');
  const own = withOwnHistory ? await measureOwnHistory(vault, given, settings, runs) : null;
  tell('memory');
  const memory = await measureMemory(vault);
  tell('remark');
  const remark = await measure(() => {
    for (const text of texts.values()) parseNote(text);
  }, runs);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    notes: paths.length,
    bytes,
    cards,
    remark,
    read,
    firstIndex: index,
    extract,
    save,
    largeSave,
    queue,
    nextQueue,
    warm,
    own,
    memory,
  };
}
