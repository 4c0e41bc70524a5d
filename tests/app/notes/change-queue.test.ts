// A first reading of many notes, on a clock that moves by 50 ms with each note that is read.
import { describe, expect, test } from '@jest/globals';
import { Flashcards } from '../../../src/app/flashcards.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { MemoryIndexCache } from '../../contract/memory-index-cache.ts';
import { MemoryLocalStore, MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';

const count = 100;
const notes = Object.fromEntries(
  Array.from({ length: count }, (_, index) => [
    `Note ${String(index)}.md`,
    `---\ntags: flashcards\n---\n## What is ${String(index)}?\nA number.\n`,
  ]),
);

/** Numbers of cards that were there whenever the app said that something changed, in order, each once. */
async function cardsWhileReading(logs: MemoryLogFiles, review = false): Promise<readonly number[]> {
  let now = Date.UTC(2026, 10, 2, 17);
  const files = new MemoryNotes(notes);
  const app = await Flashcards.open(
    {
      files: {
        list: () => files.list(),
        stat: (path) => files.stat(path),
        read: (path) => {
          now += 50;
          return files.read(path);
        },
      },
      links: files.links(),
      logs,
      store: new MemoryLocalStore(),
      clock: { now: () => now, zone: () => 0 },
      random: (bytes) => new Uint8Array(bytes),
      after: (ms, run) => {
        if (ms === 0) setImmediate(run);
        return () => undefined;
      },
      tell: () => undefined,
      cache: new MemoryIndexCache(),
      version: '1',
    },
    defaultSettings,
  );
  const seen = new Set<number>();
  app.onChange(() => seen.add(app.linker.notes.size));
  await app.index();
  if (review) {
    const first = app.startReview({ scope: { kind: 'all' } });
    first.dispatch({ kind: 'reveal' });
    first.dispatch({ kind: 'grade', grade: 3 });
  }
  await app.flush();
  app.close();
  return [...seen];
}

describe('while many notes are read for the first time', () => {
  test('cards arrive bit by bit if nothing has a history', async () => {
    const seen = await cardsWhileReading(new MemoryLogFiles());
    expect(seen.at(-1)).toBe(count);
    expect(seen.length).toBeGreaterThan(5);
  });

  test('cards arrive all at once if one has a history, since it may be in any note', async () => {
    const logs = new MemoryLogFiles();
    await cardsWhileReading(logs, true);
    expect(await cardsWhileReading(logs)).toEqual([0, count]);
  });
});
