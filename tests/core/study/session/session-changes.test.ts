// The vault changes while a session runs.
import { describe, expect, test } from '@jest/globals';
import { phaseOf } from '../../../../src/core/study/session/session-state.ts';
import { day, noon, today } from '../../schedule/histories.ts';
import {
  answer,
  answered,
  easy,
  newCards,
  learning,
  marked,
  minute,
  onScreen,
  run,
  sessionOf,
  two,
} from '../cards.ts';

describe('a card on screen whose note', () => {
  test('was edited stays there with its answer shown', () => {
    const edited = easy('a', 9, { line: 40 });
    const { session } = run(two(), { kind: 'reveal' }, { kind: 'changed', card: edited });
    expect(session.current).toMatchObject({ card: { id: 'a', line: 40 }, revealed: true });
  });

  test('was renamed is answered as the same card', () => {
    const moved = easy('a', 9, { note: 'other.md' });
    const { effects } = run(two(), { kind: 'changed', card: moved }, ...answer(3));
    expect(effects).toMatchObject([{ kind: 'review', card: { id: 'a', note: 'other.md' } }]);
  });

  test('was edited before its first review is answered by its new id', () => {
    const session = sessionOf({ new: [newCards('old')] });
    const { effects } = run(session, { kind: 'changed', card: newCards('new'), was: 'old' }, ...answer(3));
    expect(effects).toMatchObject([{ kind: 'review', card: { id: 'new' } }]);
  });

  test('was deleted is skipped with a message', () => {
    const { session, effects } = run(two(), { kind: 'reveal' }, { kind: 'gone', id: 'a' });
    expect([onScreen(session), phaseOf(session), effects]).toEqual([
      'b',
      'question',
      [{ kind: 'gone', card: easy('a', 9) }],
    ]);
  });

  test('was reviewed elsewhere and is still due is answered after that review', () => {
    const elsewhere = answered('a', [
      [4, noon - 9 * day],
      [1, noon - day],
    ]);
    const { effects } = run(two(), { kind: 'changed', card: elsewhere }, ...answer(3));
    expect(effects).toMatchObject([{ kind: 'review', card: { schedule: { reps: 2 } } }]);
  });
});

describe('a card on screen that elsewhere', () => {
  const good = answered('a', [
    [4, noon - 9 * day],
    [3, noon],
  ]);

  test.each([
    ['was answered', 'answered', good],
    ['was suspended', 'suspended', marked(easy('a', 9), { suspended: true })],
    ['was buried', 'buried', marked(easy('a', 9), { buriedUntil: today })],
  ])('%s leaves it, with a line that says so', (_, how, card) => {
    const { session, effects } = run(two(), { kind: 'reveal' }, { kind: 'changed', card });
    expect([onScreen(session), phaseOf(session), effects]).toEqual([
      'b',
      'question',
      [{ kind: 'left', card, how }],
    ]);
    expect([...session.queue.due, ...session.queue.learning]).toEqual([]);
  });

  test('was forgotten comes back with its step', () => {
    const card = answered('a', [
      [4, noon - 9 * day],
      [1, noon + 15 * minute],
    ]);
    const { session } = run(two(), { kind: 'changed', card });
    expect([onScreen(session), session.queue.learning]).toEqual(['b', [card]]);
  });

  test('was flagged, or whose answer was undone, stays', () => {
    const flagged = run(two(), { kind: 'changed', card: marked(easy('a', 9), { flag: 2 }) });
    expect([onScreen(flagged.session), flagged.effects]).toEqual(['a', []]);
    const undone = run(sessionOf({ due: [good, easy('b', 8)] }), { kind: 'changed', card: easy('a', 9) });
    expect([onScreen(undone.session), undone.effects]).toEqual(['a', []]);
  });

  test('was answered stays in a practice', () => {
    const session = sessionOf({ due: [easy('a', 9), easy('b', 8)] }, { practice: true });
    expect(onScreen(run(session, { kind: 'changed', card: good }).session)).toBe('a');
  });
});

describe('a waiting card', () => {
  test('that is gone leaves silently', () => {
    const { session, effects } = run(two(), { kind: 'gone', id: 'b' });
    expect([session.queue.due, effects]).toEqual([[], []]);
  });

  test('keeps its place when its note is edited', () => {
    const session = sessionOf({ due: [easy('a', 9), easy('b', 8), easy('c', 8)] });
    const { session: after } = run(session, { kind: 'changed', card: easy('b', 8, { line: 3 }) });
    expect(after.queue.due.map(({ id, line }) => [id, line])).toEqual([
      ['b', 3],
      ['c', 1],
    ]);
  });

  test.each([
    [
      'was reviewed on another device',
      answered('b', [
        [4, noon - 8 * day],
        [3, noon],
      ]),
    ],
    ['was suspended', marked(easy('b', 8), { suspended: true })],
    ['was buried', marked(easy('b', 8), { buriedUntil: today })],
  ])('leaves if it %s', (_, card) => {
    expect(run(two(), { kind: 'changed', card }).session.queue.due).toEqual([]);
  });

  test('moves to the learning lane if it was forgotten on another device', () => {
    const card = answered('b', [
      [4, noon - 8 * day],
      [1, noon],
    ]);
    expect(run(two(), { kind: 'changed', card }).session.queue.learning).toEqual([card]);
  });

  test('that the session itself put back stays when the library reports it', () => {
    const { session } = run(two(), ...answer(1));
    const [card] = session.queue.learning;
    if (card === undefined) throw new Error('the card is not in its learning step');
    expect(run(session, { kind: 'changed', card }).session.queue.learning).toEqual([card]);
  });

  test('of a practice stays even though it is not due', () => {
    const session = sessionOf({ due: [easy('a', 1), easy('b', 1)] }, { practice: true });
    const card = easy('b', 1, { line: 7 });
    expect(run(session, { kind: 'changed', card }).session.queue.due).toEqual([card]);
  });
});

describe('an undo of a card that', () => {
  test('is gone is recorded and announced', () => {
    const { session, effects } = run(two(), ...answer(3), { kind: 'gone', id: 'a' }, { kind: 'undo' });
    expect(effects.slice(1)).toEqual([
      { kind: 'undo', ticket: 1 },
      { kind: 'gone', card: easy('a', 9) },
    ]);
    expect(onScreen(session)).toBe('b');
  });

  test('was gone and is back shows it again', () => {
    const { session } = run(
      two(),
      ...answer(3),
      { kind: 'gone', id: 'a' },
      { kind: 'changed', card: easy('a', 9) },
      { kind: 'undo' },
    );
    expect(onScreen(session)).toBe('a');
  });

  test('was edited since shows the edited text with the old schedule', () => {
    const { session } = run(
      two(),
      ...answer(3),
      {
        kind: 'changed',
        card: answered(
          'a',
          [
            [4, noon - 9 * day],
            [3, noon],
          ],
          { line: 12 },
        ),
      },
      { kind: 'undo' },
    );
    expect(session.current?.card).toEqual(easy('a', 9, { line: 12 }));
  });
});

test('the only card gone while it is on screen ends the session', () => {
  const { session } = run(sessionOf({ learning: [learning('l', 0)] }), { kind: 'gone', id: 'l' });
  expect(phaseOf(session)).toBe('finished');
});
