// What an undo says that it took back.
import { describe, expect, test } from '@jest/globals';
import type { Grade, HistoryEvent } from '../../../src/core/history/event.ts';
import type { Done } from '../../../src/core/study/session/session-state.ts';
import { english } from '../../english.ts';
import { undoneInSession, undoneText, type CardNames } from '../../../src/ui/study/undone-text.ts';

const questions = new Map([
  ['one', 'Softmax'],
  ['two', 'What is **attention** to [[Softmax|it]]?'],
  ['long', 'A question '.repeat(10)],
]);
const names: CardNames = {
  locale: english,
  flashcards: {
    history: { canonical: (id) => (id === 'old' ? 'one' : id) },
    card: (id) => {
      const question = questions.get(id);
      return question === undefined ? null : { card: { question, asksName: false } };
    },
  },
};

let nth = 0;
const base = () => ({ i: `a.${String((nth += 1))}`, t: 0 });
const review = (c: string, g: Grade): HistoryEvent => ({ ...base(), k: 'r', c, g, d: 0, z: 0, y: 0 });
const field = (c: string, w: string, v: unknown): HistoryEvent => ({ ...base(), k: 'x', c, w, v });
const snapshot = (c: string): HistoryEvent => ({ ...base(), k: 'c', c, m: '' });
const alias = (f: string, c: string): HistoryEvent => ({ ...base(), k: 'a', f, c });

describe('an undo from the log says', () => {
  test.each<[string, readonly HistoryEvent[], string]>([
    ['the grade and the card', [review('one', 3)], 'Good on “Softmax”'],
    ['the card as it is shown', [review('two', 1)], 'Again on “What is attention to it?”'],
    ['the card that a history was joined to', [review('old', 4)], 'Easy on “Softmax”'],
    ['no more of a question than fits', [review('long', 2)], `Hard on “${'A question '.repeat(5)}A que…”`],
    ['how many cards are gone from the vault', [review('gone', 3)], 'Good (1 card)'],
    ['that a card was suspended', [snapshot('one'), field('one', 'suspended', true)], 'Suspend on “Softmax”'],
    ['that a card came back', [field('one', 'suspended', false)], 'Unsuspend on “Softmax”'],
    ['that a card was buried', [field('one', 'buried', 20_000)], 'Bury on “Softmax”'],
    ['that a card was unburied', [field('one', 'buried', null)], 'Unbury on “Softmax”'],
    ['that a card was flagged', [field('one', 'flag', 1)], 'Flag on “Softmax”'],
    ['that a flag was removed', [field('one', 'flag', 0)], 'Remove flag on “Softmax”'],
    ['that a card was reset', [field('one', 'reset', true)], 'Reset on “Softmax”'],
    ['that a card is asked', [field('one', 'ask', true)], 'Ask on “Softmax”'],
    ['that a card was set aside', [field('one', 'ask', false)], 'Set aside on “Softmax”'],
    ['that a history got its card', [alias('lost', 'one')], 'Match on “Softmax”'],
    ['that two cards differ', [field('one', 'apart', 'two')], 'Different cards on “Softmax”'],
    [
      'how many cards it was about',
      [field('one', 'suspended', true), field('two', 'suspended', true)],
      'Suspend (2 cards)',
    ],
    [
      'that schedules were imported',
      [field('one', 'memory', {}), field('two', 'memory', {}), field('two', 'memory', {})],
      'Import (2 cards)',
    ],
    ['no more where a newer version did it', [field('one', 'moon', true)], 'Change'],
  ])('%s', (_, events, sentence) => {
    expect(undoneText({ name: 'a.1', events }, names)).toBe(sentence);
  });
});

describe('an undo in a session says', () => {
  const done = (kind: Done['kind'], grade: Grade | null = null, flag = 0): Done => ({
    kind,
    grade,
    ticket: null,
    card: { id: 'one', schedule: { flag } } as Done['card'],
    lane: 'due',
    took: 0,
  });

  test.each<[string, Done, string]>([
    ['the grade', done('grade', 1), 'Again on “Softmax”'],
    ['that a card was skipped', done('skip'), 'Skip on “Softmax”'],
    ['that a card was flagged', done('flag'), 'Flag on “Softmax”'],
    ['that a flag was changed', { ...done('flag', null, 1), flag: 3 }, 'Flag on “Softmax”'],
    ['that a flag was removed', { ...done('flag', null, 1), flag: 0 }, 'Remove flag on “Softmax”'],
  ])('%s', (_, one, sentence) => {
    expect(undoneInSession(one, names)).toBe(sentence);
  });
});
