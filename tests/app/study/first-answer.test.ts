// The first answer to a card is two lines of the log, its snapshot and the review, and one change for all who listen.
import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../../src/app/study/review.ts';
import { phaseOf } from '../../../src/core/study/session/session-state.ts';
import type { Grade } from '../../../src/core/history/event.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { World } from '../world.ts';

const note = '---\ntags: flashcards\n---\n## Amber\nHardened resin of old conifers.\n';

function stepsOf(learningSteps: readonly number[], learnAheadMinutes: number): Settings {
  const { schedule, study } = defaultSettings;
  return {
    ...defaultSettings,
    schedule: { ...schedule, learningSteps },
    study: { ...study, learnAheadMinutes },
  };
}

function give(review: Review, grade: Grade): void {
  review.dispatch({ kind: 'reveal' });
  review.dispatch({ kind: 'grade', grade });
}

describe('the last new card of a session', () => {
  test.each([
    [[30], 20, 1],
    [[30], 0, 3],
    [[1, 10], 0, 1],
    [[1, 10], 0, 2],
    [[1, 10], 5, 3],
    [[600], 20, 1],
    [[3 * 1440], 20, 1],
    [[], 0, 1],
    [[], 20, 3],
    [[0.5], 20, 1],
  ] as const)(
    'is asked once as a new card with steps %j, “learn ahead” %d and grade %d',
    async (steps, ahead, grade) => {
      const world = await World.open({ 'N.md': note }, stepsOf(steps, ahead));
      const review = world.review({ kind: 'all' });
      const asked: string[] = [];
      review.onChange(({ current }) => {
        if (current && !current.revealed) asked.push(current.card.schedule.state);
      });
      give(review, grade);
      expect(asked).not.toContain('new');
      const step = world.app.study.schedule(world.id('Amber'));
      const isAhead = step.dueAt !== null && step.dueAt <= world.now + ahead * 60_000;
      const after = step.dueAt === null ? 'finished' : isAhead ? 'question' : 'waiting';
      expect(phaseOf(review.session)).toBe(after);
    },
  );

  test('is asked once after a mark, which is also two lines', async () => {
    const world = await World.open({ 'N.md': note }, stepsOf([30], 20));
    const review = world.review({ kind: 'all' });
    review.dispatch({ kind: 'suspend' });
    expect(phaseOf(review.session)).toBe('finished');
  });
});

describe('a first answer', () => {
  test('is one change of the history, with snapshot and review in it', async () => {
    const world = await World.open({ 'N.md': note });
    const { history } = world.app;
    const seen: unknown[] = [];
    history.onChange((ids) =>
      seen.push(
        [...ids].map((id) => [
          history.cards.get(id)?.snapshot?.question,
          history.cards.get(id)?.reviews.length,
        ]),
      ),
    );
    world.answer('Amber', 1);
    expect(seen).toEqual([[['Amber', 1]]]);
  });

  test('is one change of the counts', async () => {
    const world = await World.open({ 'N.md': note });
    const seen: unknown[] = [];
    const review = world.review({ kind: 'all' });
    world.app.onChange(() => seen.push(world.app.study.counts({ scope: { kind: 'all' } })));
    give(review, 3);
    expect(seen).toEqual([{ learning: 1, due: 0, new: 0 }]);
  });

  test('is undone as one, and the card is new again', async () => {
    const world = await World.open({ 'N.md': note });
    const review = world.review({ kind: 'all' });
    give(review, 1);
    review.dispatch({ kind: 'undo' });
    expect([review.session.current?.card.schedule.state, world.reps('Amber')]).toEqual(['new', 0]);
  });
});
