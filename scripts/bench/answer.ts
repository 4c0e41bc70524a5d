// What an answer costs until it is acknowledged, with a 131 kB log: `npm run -s bench:answer`. Counts the time of our
// own work, excluding storage, and the reads of this device's own log, including its echo after an append.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Flashcards } from '../../src/app/flashcards.ts';
import type { LocalStore, LogFiles } from '../../src/app/ports.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { MemoryNotes } from '../../tests/contract/memory-notes.ts';
import { memoryStore, noCache, systemClock } from '../node/app.ts';
import { nodeLogFiles } from '../node/log-files.ts';
import { quietPorts } from './quiet-ports.ts';

const logSize = 131_000;
const answers = 200;
const perNote = 100;

const noteOf = (n: number): string =>
  `---\ntags: flashcards\n---\n${Array.from({ length: perNote }, (_, i) => `## Question ${n}.${i}\nThe answer to ${n}.${i}, in a few words.\n`).join('\n')}`;

/** The share of the storage, to be subtracted. */
let stored = 0;
let reads = 0;

function timedStore(store: LocalStore): LocalStore {
  const timed = <T>(run: () => T): T => {
    const start = performance.now();
    try {
      return run();
    } finally {
      stored += performance.now() - start;
    }
  };
  return {
    get: (key) => timed(() => store.get(key)),
    set: (key, value) => timed(() => store.set(key, value)),
  };
}

function countedLogs(logs: LogFiles): LogFiles {
  return {
    ...logs,
    read: (path) => {
      reads += 1;
      return logs.read(path);
    },
  };
}

function grade(app: Flashcards, review: ReturnType<Flashcards['startReview']>): number {
  review.dispatch({ kind: 'reveal' });
  const before = stored;
  const start = performance.now();
  review.dispatch({ kind: 'grade', grade: 4 });
  return performance.now() - start - (stored - before);
}

const root = await mkdtemp(join(tmpdir(), 'bench-answer-'));
try {
  const files = nodeLogFiles(root);
  const notes = new MemoryNotes(
    Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`Note ${n}.md`, noteOf(n)])),
  );
  const settings = { ...defaultSettings, study: { ...defaultSettings.study, newPerDay: 9999 } };
  const app = await Flashcards.open(
    {
      ...quietPorts(),
      files: notes,
      links: notes.links(),
      cache: noCache,
      logs: countedLogs(files),
      store: timedStore(memoryStore()),
      clock: systemClock(),
    },
    settings,
  );
  await app.index();
  // As the sidebar does.
  app.onChange(() => void app.study.counts({ scope: { kind: 'all' } }));
  const review = app.startReview({ scope: { kind: 'all' } });
  const logs = async () => (await files.list('Flashcards')).filter(({ path }) => path.includes('/log/'));
  const sizeOf = async (): Promise<number> => (await logs()).reduce((sum, { size }) => sum + size, 0);
  for (let size = 0; size < logSize && review.session.current;) {
    for (let n = 0; n < 20 && review.session.current; n += 1) grade(app, review);
    await app.flush();
    size = await sizeOf();
  }
  const size = await sizeOf();
  reads = 0;
  const times: number[] = [];
  for (let n = 0; n < answers && review.session.current; n += 1) {
    times.push(grade(app, review));
    if (n % 10 !== 9) continue;
    await app.flush();
    for (const { path } of await logs()) await app.history.absorb(path);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  process.stdout.write(
    `${times.length} answers with a log of ${Math.round(size / 1000)} kB: our own work ${at(0.5)} ms (median), ${at(0.95)} ms (p95); ${reads} reads of our own log\n`,
  );
  app.close();
} finally {
  await rm(root, { recursive: true });
}
