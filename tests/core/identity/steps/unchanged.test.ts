import { describe, expect, test } from '@jest/globals';
import type { AnyCard, CardText, LostCard } from '../../../../src/core/identity/fingerprint/card-text.ts';
import { keepAnswer } from '../../../../src/core/identity/fingerprint/fingerprint.ts';
import { pairUnchanged } from '../../../../src/core/identity/steps/unchanged.ts';
import { lose, note } from '../cards.ts';

const [one, two] = note('n.md', ['One', 'first'], ['Two', 'second']) as [CardText, CardText];
const [lostOne, lostTwo] = [lose(one), lose(two)];

const kept = ({ answer, ...place }: CardText): AnyCard => ({
  ...place,
  kept: keepAnswer({ question: place.question, answer }),
});

const pairsOf = (
  lost: readonly LostCard[],
  after: readonly AnyCard[],
  moves: ReadonlyMap<string, string> = new Map(),
): (readonly [string, string])[] | null =>
  pairUnchanged(lost, after, moves)?.map(([from, to]) => [
    from.snapshot.question,
    `${to.note}#${to.question}`,
  ]) ?? null;

describe('lost cards that all stand where they were', () => {
  const pairs = [
    ['One', 'n.md#One'],
    ['Two', 'n.md#Two'],
  ];

  test.each([
    ['are paired with their cards, in the order of the note', [one, two], [...pairs]],
    ['are paired in the new order of the note', [two, one], [...pairs].reverse()],
    ['are paired with cards of which only hashes are kept', [kept(one), kept(two)], [...pairs]],
    ['leave cards alone that are new', [one, { ...one, question: 'New' }, two], [...pairs]],
    ['leave equal cards of other notes alone', [one, { ...one, note: 'm.md' }, two], [...pairs]],
  ])('%s', (_, after, expected) => {
    expect(pairsOf([lostOne, lostTwo], after)).toEqual(expected);
  });

  test('are found in the note that theirs is now', () => {
    const after = [{ ...one, note: 'm.md' }];
    expect(pairsOf([lostOne], after, new Map([['n.md', 'm.md']]))).toEqual([['One', 'm.md#One']]);
  });

  test('are an empty list where nothing is lost, whatever cards there are', () => {
    expect(pairsOf([], [one, two])).toEqual([]);
  });
});

describe('the linker has to look closer', () => {
  const bare = (field: 'questionHash' | 'answerHash'): LostCard => ({
    ...lostOne,
    snapshot: { ...lostOne.snapshot, [field]: '' },
  });

  test.each([
    ['where a card is gone', [lostOne, lostTwo], [one]],
    ['where an answer was edited', [lostOne], [{ ...one, answer: 'another' }]],
    ['where a question was edited', [lostOne], [{ ...one, question: 'Another' }]],
    ['where a card has another source', [lostOne], [{ ...one, source: 'lead-in' }]],
    ['where all cards are gone', [lostOne], []],
    ['where a card stands twice', [lostOne], [one, one]],
    ['where two histories ask for one card', [lostOne, { ...lostOne, id: 'other' }], [one]],
    ['where the log has no hash of a question', [bare('questionHash')], [one]],
    ['where the log has no hash of an answer', [bare('answerHash')], [one]],
  ])('%s', (_, lost, after) => {
    expect(pairsOf(lost, after)).toBeNull();
  });
});
