import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '../../../../src/core/history/event.ts';
import { phaseOf, remaining } from '../../../../src/core/study/session/session-state.ts';
import {
  answer,
  minute,
  noon,
  onScreen,
  run,
  sessionOf,
  two,
  // Cards and what is done with them.
  easy,
  newCards,
  learning,
  type Deed,
} from '../cards.ts';
import { runs } from '../../../random.ts';

describe('undo', () => {
  test('brings the card back as it was, question first', () => {
    const { session } = run(two(), ...answer(3), { kind: 'undo' });
    expect([session.current?.card, phaseOf(session)]).toEqual([easy('a', 9), 'question']);
  });

  test('asks to undo exactly that event', () => {
    const { effects } = run(two(), ...answer(3), ...answer(3), { kind: 'undo' }, { kind: 'undo' });
    expect(effects.slice(2)).toEqual([
      { kind: 'undo', ticket: 2 },
      { kind: 'undo', ticket: 1 },
    ]);
  });

  test('puts the card that was on screen back to the front', () => {
    const { session } = run(two(), ...answer(3), { kind: 'undo' });
    expect(session.queue.due.map(({ id }) => id)).toEqual(['b']);
  });

  test('works after the last card', () => {
    const { session } = run(two(), ...answer(3), ...answer(3), { kind: 'undo' });
    expect(onScreen(session)).toBe('b');
  });

  test('removes the card from its learning step', () => {
    const { session } = run(two(), ...answer(1), { kind: 'undo' });
    expect(remaining(session)).toEqual({ learning: 0, due: 2, new: 0 });
  });

  test('removes the answer from the totals', () => {
    const { session } = run(two(), ...answer(1, noon + 3000), { kind: 'undo' });
    expect(session.stats).toEqual({ answers: 0, again: 0, time: 0 });
  });

  test.each(['bury', 'suspend', 'reset', 'skip'] as const)('takes back %s', (kind) => {
    const { session } = run(two(), { kind }, { kind: 'undo' });
    expect([onScreen(session), session.queue.due.map(({ id }) => id)]).toEqual(['a', ['b']]);
  });

  test('undoes a flag and leaves the answer shown', () => {
    const { session } = run(two(), { kind: 'reveal' }, { kind: 'flag', flag: 1 }, { kind: 'undo' });
    expect(session.current).toMatchObject({ card: { schedule: { flag: 0 } }, revealed: true });
  });

  test('of a new answer has its own ticket', () => {
    const { effects } = run(two(), ...answer(3), { kind: 'undo' }, ...answer(4), { kind: 'undo' });
    expect(effects.at(-1)).toEqual({ kind: 'undo', ticket: 2 });
  });

  test('with nothing left in the session continues in the log', () => {
    expect(run(two(), { kind: 'undo' }).effects).toEqual([{ kind: 'undo-earlier' }]);
  });

  test('shows the card that the log returned', () => {
    const { session } = run(two(), { kind: 'undo' }, { kind: 'show', card: easy('z', 9) });
    expect([onScreen(session), session.queue.due.map(({ id }) => id)]).toEqual(['z', ['a', 'b']]);
  });

  test('of everything leads back to the start, whatever was done', () => {
    const grades = fc.constantFrom<Grade>(1, 2, 3, 4);
    const deed = fc.oneof(
      grades.map((grade): readonly Deed[] => answer(grade)),
      fc.constantFrom('bury', 'suspend', 'reset', 'skip').map((kind): readonly Deed[] => [{ kind }]),
      fc.nat(7).map((flag): readonly Deed[] => [{ kind: 'flag', flag }]),
    );
    const start = sessionOf({
      learning: [learning('l1', 0), learning('l2', 15)],
      due: [easy('a', 9), easy('b', 8), easy('c', 12)],
      new: [newCards('n1'), newCards('n2')],
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const done = run(
          start,
          ...deeds.flat().map((each, index) => ({ ...each, now: noon + index * minute })),
        );
        const undos = done.session.done.map((): Deed => ({ kind: 'undo' }));
        const { session } = run(done.session, ...undos);
        expect([onScreen(session), remaining(session), session.stats, session.done]).toEqual([
          onScreen(start),
          remaining(start),
          start.stats,
          [],
        ]);
      }),
      { numRuns: runs(5000, 200) },
    );
  });

  test('can itself be taken back: redo leads to the end again, whatever was done', () => {
    const grades = fc.constantFrom<Grade>(1, 2, 3, 4);
    const deed = fc.oneof(
      grades.map((grade): readonly Deed[] => answer(grade)),
      fc.constantFrom('bury', 'suspend', 'reset', 'skip').map((kind): readonly Deed[] => [{ kind }]),
      fc.nat(7).map((flag): readonly Deed[] => [{ kind: 'flag', flag }]),
    );
    const queue = {
      learning: [learning('l1', 0), learning('l2', 15)],
      due: [easy('a', 9), easy('b', 8), easy('c', 12)],
      new: [newCards('n1'), newCards('n2')],
    };
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), fc.boolean(), (deeds, practice) => {
        const end = run(sessionOf(queue, { practice }), ...deeds.flat()).session;
        const undone = run(end, ...end.done.map((): Deed => ({ kind: 'undo' }))).session;
        const { session } = run(undone, ...end.done.map((): Deed => ({ kind: 'redo' })));
        expect([session.stats, session.undone]).toEqual([end.stats, []]);
        expect(session.done.map(({ kind, ticket, card, grade }) => [kind, ticket, card.id, grade])).toEqual(
          end.done.map(({ kind, ticket, card, grade }) => [kind, ticket, card.id, grade]),
        );
        expect(remaining(session)).toEqual(remaining(end));
      }),
      { numRuns: runs(5000, 200) },
    );
  });

  test('redoes the very event, until something else is done', () => {
    const undone = run(two(), ...answer(3), { kind: 'undo' }).session;
    const { session, effects } = run(undone, { kind: 'redo' });
    expect(effects).toMatchObject([{ kind: 'redo', ticket: 1, card: { id: 'a' } }]);
    expect([onScreen(session), session.stats.answers]).toEqual(['b', 1]);
    expect(run(undone, ...answer(4), { kind: 'redo' }).effects.at(-1)).toEqual({ kind: 'redo-earlier' });
  });

  test('undoes exactly what was recorded', () => {
    const grades = fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { maxLength: 12 });
    fc.assert(
      fc.property(grades, (given) => {
        const { session, effects } = run(two(), ...given.flatMap((grade) => answer(grade)));
        const undone = run(session, ...session.done.map((): Deed => ({ kind: 'undo' }))).effects;
        const tickets = effects.flatMap((effect) => (effect.kind === 'review' ? effect.ticket : []));
        expect(undone).toEqual(tickets.reverse().map((ticket) => ({ kind: 'undo', ticket })));
      }),
      { numRuns: runs(5000, 200) },
    );
  });
});
