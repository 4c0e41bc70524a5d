import { describe, expect, test } from '@jest/globals';
import { step } from '../../../../src/core/study/session/session.ts';
import {
  gradedCards,
  hardCards,
  outcomes,
  phaseOf,
  remaining,
  waitingUntil,
} from '../../../../src/core/study/session/session-state.ts';
import {
  answer,
  answered,
  day,
  easy,
  newCards,
  learning,
  minute,
  noon,
  onScreen,
  run,
  scheduler,
  sessionOf,
  today,
  two,
  type Deed,
} from '../cards.ts';

describe('a session', () => {
  test('opens with the question of its first card', () => {
    const session = two();
    expect([onScreen(session), phaseOf(session)]).toEqual(['a', 'question']);
  });

  test('knows what was hard: cards graded Again, or, if none were, Hard', () => {
    const three = () => sessionOf({ due: [easy('a', 9), easy('b', 8), easy('c', 8)] });
    const hard = run(three(), ...answer(2), ...answer(3), ...answer(2)).session;
    expect(hardCards(hard)).toEqual({ grade: 2, ids: ['a', 'c'] });
    const again = run(three(), ...answer(2), ...answer(1), ...answer(4)).session;
    expect(hardCards(again)).toEqual({ grade: 1, ids: ['b'] });
    expect(hardCards(run(again, { kind: 'undo' }, { kind: 'undo' }).session).ids).toEqual(['a']);
    expect(hardCards(run(three(), ...answer(3)).session).ids).toEqual([]);
  });

  test('without a card is finished at once', () => {
    expect(phaseOf(sessionOf({}))).toBe('finished');
  });

  test('shows the answer when it is revealed', () => {
    expect(phaseOf(run(two(), { kind: 'reveal' }).session)).toBe('answer');
  });

  test('shows an answer of two parts after two steps', () => {
    const once = run(two(), { kind: 'reveal-part', parts: 2 }).session;
    const twice = run(once, { kind: 'reveal-part', parts: 2 }).session;
    expect([once.current?.parts, phaseOf(once), phaseOf(twice)]).toEqual([1, 'question', 'answer']);
  });

  test('opens a long answer at its beginning, which can be graded, and shows the rest when asked', () => {
    const opened = run(two(), { kind: 'reveal', parts: 2 }).session;
    expect([opened.current?.parts, opened.current?.collapsed, phaseOf(opened)]).toEqual([2, true, 'answer']);
    const whole = run(opened, { kind: 'reveal' }).session;
    expect([whole.current?.collapsed, phaseOf(whole)]).toEqual([false, 'answer']);
    const next = run(opened, { kind: 'grade', grade: 4 }).session;
    expect([next.current?.collapsed, next.current?.parts, phaseOf(next)]).toEqual([false, 0, 'question']);
    const back = run(next, { kind: 'undo' }).session;
    expect([onScreen(back), back.current?.collapsed, phaseOf(back)]).toEqual(['a', false, 'question']);
  });

  test.each<Deed>([
    { kind: 'reveal' },
    { kind: 'reveal-part', parts: 2 },
    { kind: 'grade', grade: 3 },
    { kind: 'skip' },
    { kind: 'bury' },
    { kind: 'suspend' },
  ])('without a card on screen does nothing on $kind', (deed) => {
    const session = sessionOf({});
    expect(run(session, deed)).toEqual({ session, effects: [] });
  });

  test('has outcomes with a card on screen, and waits for the next step without one', () => {
    const moment = { now: noon, zone: 0 };
    const waiting = sessionOf({ learning: [learning('l', 30)] });
    expect([outcomes(two(), moment) === null, outcomes(waiting, moment)]).toEqual([false, null]);
    expect([waitingUntil(two()), waitingUntil(waiting)]).toEqual([null, noon + 10 * minute]);
  });

  test('accepts no grade before the answer is shown', () => {
    const session = two();
    expect(run(session, { kind: 'grade', grade: 3 })).toEqual({ session, effects: [] });
  });

  test('asks to append a review with everything that the log needs', () => {
    const { effects } = run(
      two(),
      { kind: 'reveal', now: noon + 2000 },
      { kind: 'grade', grade: 3, now: noon + 6000 },
    );
    expect(effects).toEqual([
      {
        kind: 'review',
        ticket: 1,
        card: easy('a', 9),
        grade: 3,
        now: noon + 6000,
        zone: 0,
        day: today,
        took: 6000,
      },
    ]);
  });

  test('plans nothing: after a grade it waits for the card as the log has planned it', () => {
    const revealed = run(two(), { kind: 'reveal' }).session;
    const plan = (): never => {
      throw new Error('planned twice');
    };
    const rules = { ...revealed.rules, scheduler: { ...scheduler, step: plan, next: plan, replay: plan } };
    const moment = { now: noon, zone: 0 };
    const { session: graded } = step({ ...revealed, rules }, { kind: 'grade', grade: 1, ...moment });
    expect([onScreen(graded), graded.queue.learning]).toEqual([null, []]);
    const { session: planned } = step(graded, { kind: 'planned', card: learning('a', 1), ...moment });
    expect([onScreen(planned), planned.queue.learning]).toEqual(['b', [learning('a', 1)]]);
    const { session: unknown } = step(graded, { kind: 'planned', card: null, ...moment });
    expect([onScreen(unknown), unknown.queue.learning]).toEqual(['b', []]);
  });

  test('shows the next card after a grade', () => {
    expect(onScreen(run(two(), ...answer(3)).session)).toBe('b');
  });

  test('shows on the buttons what each grade does', () => {
    const session = two();
    const [, , good] = outcomes(session, { now: noon, zone: 0 }) ?? [];
    expect(good?.schedule.dueDay).toBeGreaterThan(today);
  });

  test('counts what is left, with the card on screen', () => {
    const session = sessionOf({ due: [easy('a', 9)], new: [newCards('n')], learning: [learning('l', 5)] });
    expect(remaining(session)).toEqual({ learning: 1, due: 1, new: 1 });
  });

  test('sums answers, again and time', () => {
    const { session } = run(two(), ...answer(1, noon + 4000), ...answer(3, noon + 10_000));
    expect(session.stats).toEqual({ answers: 2, again: 1, time: 10_000 });
  });

  test('counts each graded card once, whatever the grade, and no skipped one', () => {
    const session = sessionOf({ due: [easy('a', 9), easy('b', 8), easy('c', 7)] }, { practice: true });
    const deeds = [...answer(1), { kind: 'skip' } as const, ...answer(3), ...answer(3)];
    const { session: after } = run(session, ...deeds);
    expect([after.stats.answers, gradedCards(after)]).toEqual([3, 2]);
    expect(gradedCards(run(after, { kind: 'undo' }).session)).toBe(2);
  });

  test('counts no more than five minutes for one answer', () => {
    expect(run(two(), ...answer(3, noon + 60 * minute)).session.stats.time).toBe(5 * minute);
  });

  test('closed in the middle of a card records nothing', () => {
    const { session, effects } = run(two(), { kind: 'reveal' }, { kind: 'close' });
    expect([phaseOf(session), session.stats.answers, effects]).toEqual(['closed', 0, []]);
  });

  test('does nothing more when it is closed', () => {
    const { session } = run(two(), { kind: 'reveal' }, { kind: 'close' });
    expect(run(session, { kind: 'grade', grade: 3 }, { kind: 'undo' }).effects).toEqual([]);
  });
});

describe('learning steps in a session', () => {
  test('bring a card back at its time, before the others', () => {
    const { session } = run(two(), ...answer(1), ...answer(3, noon + 11 * minute));
    expect(onScreen(session)).toBe('a');
  });

  test('let the other cards go first until then', () => {
    expect(onScreen(run(two(), ...answer(1)).session)).toBe('b');
  });

  test('bring a card a little early when nothing else is left', () => {
    const { session } = run(sessionOf({ new: [newCards('n')] }), ...answer(3));
    expect([onScreen(session), session.current?.lane]).toEqual(['n', 'learning']);
  });

  test('wait for a time that is further away', () => {
    const session = sessionOf({ learning: [learning('l', 45)] });
    expect([phaseOf(session), waitingUntil(session)]).toEqual(['waiting', noon + 25 * minute]);
  });

  test('continue by themselves at that time', () => {
    const session = sessionOf({ learning: [learning('l', 45)] });
    expect(onScreen(run(session, { kind: 'tick', now: noon + 25 * minute }).session)).toBe('l');
  });

  test('that are finished send the card to its day', () => {
    const { session } = run(sessionOf({ learning: [learning('l', 0)] }), ...answer(3));
    expect(phaseOf(session)).toBe('finished');
  });

  test('come in the order of their minutes', () => {
    const session = sessionOf({
      learning: [learning('first', 0), learning('second', 3)],
      due: [easy('a', 9)],
    });
    const { session: after } = run(session, ...answer(1, noon));
    // `first` is back in one minute, before `second`.
    expect(after.queue.learning.map(({ id }) => id)).toEqual(['first', 'second']);
  });
});

describe('new cards among due ones', () => {
  const queue = {
    learning: [],
    due: ['d1', 'd2', 'd3', 'd4'].map((id) => easy(id, 9)),
    new: ['n1', 'n2'].map((id) => newCards(id)),
  };

  function walk(newPlace: 'mixed' | 'before' | 'after'): string {
    const start = sessionOf({});
    let { session } = run({ ...start, rules: { ...start.rules, newPlace } }, { kind: 'queue', queue });
    let seen = '';
    for (let count = 0; count < 6; count += 1) {
      seen += session.current?.lane === 'new' ? 'n' : 'd';
      session = run(session, ...answer(4)).session;
    }
    return seen;
  }

  test.each([
    ['mixed', 'dnddnd'],
    ['before', 'nndddd'],
    ['after', 'ddddnn'],
  ] as const)('come %s: %s', (place, order) => {
    expect(walk(place)).toBe(order);
  });
});

describe('marks', () => {
  test.each([
    ['bury', { kind: 'bury' }, { field: 'buried', value: today }],
    ['suspend', { kind: 'suspend' }, { field: 'suspended', value: true }],
    ['reset', { kind: 'reset' }, { field: 'reset', value: true }],
  ] as const)('%s is recorded and takes the card away', (_, deed, mark) => {
    const { session, effects } = run(two(), deed);
    expect(effects).toEqual([{ kind: 'mark', ticket: 1, card: easy('a', 9), mark }]);
    expect(onScreen(session)).toBe('b');
  });

  test('a flag is recorded and leaves the card where it is', () => {
    const { session, effects } = run(two(), { kind: 'reveal' }, { kind: 'flag', flag: 2 });
    expect(effects).toMatchObject([{ kind: 'mark', mark: { field: 'flag', value: 2 } }]);
    expect(session.current).toMatchObject({ card: { id: 'a', schedule: { flag: 2 } }, revealed: true });
  });

  test('skipping sends a card to the end and records nothing', () => {
    const { session, effects } = run(two(), { kind: 'skip' });
    expect([onScreen(session), session.queue.due.map(({ id }) => id), effects]).toEqual(['b', ['a'], []]);
  });

  test('skipping a learning card shows the next one, and lets it come back before one much later', () => {
    const session = sessionOf({ learning: [learning('a', 0), learning('b', 5), learning('c', 45)] });
    const { session: skipped } = run(session, { kind: 'skip' });
    expect([onScreen(skipped), skipped.queue.learning.map(({ id }) => id)]).toEqual(['b', ['a', 'c']]);
  });

  test('skipping the only card shows it again', () => {
    expect(onScreen(run(sessionOf({ due: [easy('a', 9)] }), { kind: 'skip' }).session)).toBe('a');
  });
});

describe('practice', () => {
  const practice = () => sessionOf({ due: [easy('a', 1), newCards('n')] }, { practice: true });

  test('records no answer', () => {
    expect(run(practice(), ...answer(3), ...answer(1), ...answer(3)).effects).toEqual([]);
  });

  test('brings a card back after again', () => {
    const { session } = run(practice(), ...answer(1), ...answer(3));
    expect(onScreen(session)).toBe('a');
  });

  test('ends when every card was known', () => {
    expect(phaseOf(run(practice(), ...answer(3), ...answer(3)).session)).toBe('finished');
  });

  test('undoes without logging anything', () => {
    const { session, effects } = run(practice(), ...answer(3), { kind: 'undo' });
    expect([onScreen(session), effects]).toEqual(['a', []]);
  });
});

describe('the end of a study day in a session', () => {
  const late = noon + 15 * 60 * minute;

  test('asks for the queue of the new day', () => {
    const session = sessionOf({ due: [easy('a', 9)] }, { now: late });
    const { effects } = run(session, { kind: 'tick', now: late + 61 * minute });
    expect(effects).toEqual([{ kind: 'refresh', day: today + 1 }]);
  });

  test('leaves the card on screen, and its answer counts for the new day', () => {
    const session = sessionOf({ due: [easy('a', 9)] }, { now: late });
    const { effects } = run(session, ...answer(3, late + 61 * minute));
    expect(effects).toMatchObject([
      { kind: 'refresh', day: today + 1 },
      { kind: 'review', day: today + 1 },
    ]);
  });

  test('is requested once', () => {
    const session = sessionOf({}, { now: late });
    const next = late + 61 * minute;
    expect(run(session, { kind: 'tick', now: next }, { kind: 'tick', now: next + 1 }).effects).toHaveLength(
      1,
    );
  });

  test('brings cards on screen when the session was finished', () => {
    const session = sessionOf({}, { now: late });
    const queue = { learning: [], due: [easy('b', 7)], new: [] };
    expect(onScreen(run(session, { kind: 'queue', queue, now: late + day }).session)).toBe('b');
  });

  test('does not put the card on screen into the queue as well', () => {
    const queue = { learning: [], due: [easy('a', 9), answered('c', [[4, noon - 9 * day]])], new: [] };
    expect(remaining(run(two(), { kind: 'queue', queue }).session).due).toBe(2);
  });
});
