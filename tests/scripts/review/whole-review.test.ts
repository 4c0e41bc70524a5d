// A whole review by `next` and `answer` alone, against the app's session over the same notes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openToRead } from '../../../scripts/cli/open.ts';
import { answerIn, nextIn } from '../../../scripts/cli/review.ts';
import { verifyVault } from '../../../scripts/cli/verify.ts';
import { dueJson, type DueJson } from '../../../src/app/outside/due-json.ts';
import type { Grade } from '../../../src/core/history/event.ts';
import { World } from '../../app/world.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { runs } from '../../random.ts';
import { iso, noteOf, ReviewedVault, start } from './reviewed-vault.ts';

const vault = new ReviewedVault();

async function dueIn(at: number): Promise<readonly DueJson[]> {
  const { app } = await openToRead(vault.path, at);
  const rows = [...dueJson(app)];
  app.close();
  return rows;
}

/** What the app makes of the logs that are in the vault now. */
async function dueInApp(notes: Readonly<Record<string, string>>, at: number): Promise<readonly DueJson[]> {
  const logs = new MemoryLogFiles();
  for (const [path, text] of Object.entries(vault.logs())) logs.files.set(path, { text, mtime: 0 });
  const world = new World(new MemoryNotes(notes), logs);
  world.now = at;
  await world.start();
  const rows = [...dueJson(world.app)];
  world.app.close();
  return rows;
}

describe('a whole review', () => {
  test('goes on until nothing is due, and the app folds the same from its log', async () => {
    const notes = { 'Seed.md': noteOf(6) };
    vault.write(notes);
    let at = start;
    const asked: string[] = [];
    for (let next = await nextIn(vault.path, { at: iso(at) }); next;) {
      asked.push(next.question);
      expect(next.answer).toContain('The answer to');
      expect(next.counts.new + next.counts.learning + next.counts.due).toBeGreaterThan(0);
      const grade = asked.length % 4 === 0 ? '1' : '3';
      const flags = { showing: next.showing, at: iso(at), ms: '1500' };
      const given = await answerIn(vault.path, next.id, grade, flags);
      expect(given.id).toBe(next.id);
      at += 60_000;
      next = await nextIn(vault.path, { at: iso(at) });
    }
    expect(new Set(asked).size).toBe(6);
    expect(vault.reviews()).toHaveLength(asked.length);
    const { result } = await verifyVault(vault.path, 'Flashcards');
    expect(result).toMatchObject({ devices: 1, torn: 0, duplicates: 0, orphans: [], unreadable: [] });
    expect(result.events).toBe(vault.events().length);
    const rows = await dueIn(at);
    expect(rows).toHaveLength(6);
    expect(await dueInApp(notes, at)).toEqual(rows);
  });

  test('asks the same twice, until it is answered', async () => {
    vault.copyFrom('vault');
    const first = await nextIn(vault.path, { at: iso(start) });
    expect(await nextIn(vault.path, { at: iso(start) })).toEqual(first);
    await answerIn(vault.path, first?.id ?? '', '3', { at: iso(start) });
    expect((await nextIn(vault.path, { at: iso(start) }))?.id).not.toBe(first?.id);
  });

  test('of a search asks only what it finds', async () => {
    vault.write({ 'A.md': noteOf(2, 'Apple'), 'B.md': noteOf(2, 'Pear') });
    expect((await nextIn(vault.path, { query: 'pear' }))?.note).toBe('B.md');
    expect(await nextIn(vault.path, { query: 'plum' })).toBeNull();
  });
});

test('the same grades at the same times give the schedules that a session in the app gives', async () => {
  const notes = { 'A.md': noteOf(3, 'Apple'), 'B.md': noteOf(2, 'Pear') };
  const grade = fc.integer({ min: 1, max: 4 });
  const minutes = fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 20_000 }));
  const steps = fc.array(fc.tuple(grade, minutes), { minLength: 1, maxLength: 8 });
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const root = vault.path;
      vault.path = `${root}-${(nth += 1)}`;
      vault.write(notes);
      const world = await World.open(notes);
      let at = start;
      for (const [grade, pause] of given) {
        at += pause * 60_000;
        world.now = at;
        const review = world.review({ kind: 'all' });
        const { current } = review.session;
        if (current) {
          const next = await nextIn(vault.path, { at: iso(at) });
          expect(next?.id).toBe(current.card.id);
          review.dispatch({ kind: 'reveal' });
          review.dispatch({ kind: 'grade', grade: grade as Grade });
          const flags = { at: iso(at), ...(next && { showing: next.showing }) };
          await answerIn(vault.path, current.card.id, String(grade), flags);
        }
        world.app.endReview(review);
      }
      const rows = [...dueJson(world.app)];
      world.app.close();
      expect(await dueIn(at)).toEqual(rows);
      vault.path = root;
    }),
    { numRuns: runs(400, 5) },
  );
});
