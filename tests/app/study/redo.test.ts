// Undo and redo in a review, while the command or another review undoes and redoes the same.
import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../../src/app/study/review.ts';
import { World } from '../world.ts';

const note = '---\ntags: flashcards\n---\n## Amber\nResin.\n\n## Cobalt\nA metal.\n';

interface Graded {
  readonly world: World;
  readonly review: Review;
  readonly reps: () => number;
}

/** A review whose first card was graded. */
async function graded(): Promise<Graded> {
  const world = await World.open({ 'N.md': note });
  const review = world.review({ kind: 'all' });
  const id = review.session.current?.card.id ?? '';
  review.dispatch({ kind: 'reveal' });
  review.dispatch({ kind: 'grade', grade: 4 });
  return { world, review, reps: () => world.app.study.schedule(id).reps };
}

describe('undo across the beginning of a review', () => {
  test('is redone in the opposite order, what was undone last first', async () => {
    const world = await World.open({ 'N.md': note });
    const [before, own] = world.app.study.queue({ scope: { kind: 'all' } }).new.map(({ id }) => id);
    if (before === undefined || own === undefined) throw new Error('two cards');
    world.app.mark([before], 'flag', 1);
    const review = world.review({ kind: 'all' });
    review.dispatch({ kind: 'suspend' });
    const suspended = review.session.done[0]?.card.id ?? '';
    const state = () => [
      world.app.study.schedule(suspended).suspended,
      world.app.study.schedule(before).flag,
    ];
    expect(state()).toEqual([true, 1]);
    review.dispatch({ kind: 'undo' });
    review.dispatch({ kind: 'undo' });
    expect(state()).toEqual([false, 0]);
    review.dispatch({ kind: 'redo' });
    expect(state()).toEqual([false, 1]);
    review.dispatch({ kind: 'redo' });
    expect(state()).toEqual([true, 1]);
  });
});

describe('an answer that the command undid', () => {
  test('counts again after an undo and a redo in its review', async () => {
    const { world, review, reps } = await graded();
    expect(reps()).toBe(1);
    world.app.undo();
    review.dispatch({ kind: 'undo' });
    expect([reps(), review.session.stats.answers]).toEqual([0, 0]);
    review.dispatch({ kind: 'redo' });
    expect([reps(), review.session.stats.answers]).toEqual([1, 1]);
    await world.quit();
    await world.start();
    expect(reps()).toBe(1);
  });

  test('is undone once, so that one redo by the command brings it back', async () => {
    const { world, review, reps } = await graded();
    review.dispatch({ kind: 'undo' });
    world.app.undo();
    expect(world.app.redo()?.events.map(({ k }) => k)).toEqual(['r']);
    expect(reps()).toBe(1);
  });
});
