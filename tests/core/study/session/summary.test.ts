import { describe, expect, test } from '@jest/globals';
import { summarize } from '../../../../src/core/study/session/summary.ts';
import { answer, easy, fresh, learning, minute, noon, run, sessionOf } from '../cards.ts';

describe('the end of a session', () => {
  test('tells answers, cards, the share of again, and time', () => {
    const { session } = run(
      sessionOf({ fresh: [fresh('n')] }),
      ...answer(1, noon + 2000),
      ...answer(3, noon + 4000),
      ...answer(3, noon + 9000),
    );
    expect(summarize(session, [])).toMatchObject({ answers: 3, cards: 1, againRate: 1 / 3, time: 9000 });
  });

  test('has no share of again without an answer', () => {
    expect(summarize(sessionOf({}), []).againRate).toBeNull();
  });

  test('tells what comes next', () => {
    const session = sessionOf({ learning: [learning('l', 45), learning('m', 50)] });
    expect(summarize(session, [2, 7])).toMatchObject({
      learning: 2,
      nextAt: noon + 45 * minute,
      tomorrow: 7,
    });
  });

  test('does not count what was undone', () => {
    const { session } = run(sessionOf({ due: [easy('a', 9)] }), ...answer(3), { kind: 'undo' });
    expect(summarize(session, [])).toMatchObject({ answers: 0, cards: 0 });
  });
});
