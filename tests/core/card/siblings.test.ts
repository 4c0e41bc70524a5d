import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../src/core/card/draft.ts';
import { groupsOf } from '../../../src/core/card/siblings.ts';

/** A card at `at` whose answer covers `[from, to)`. */
const card = (at: number, from: number, to: number, more: Partial<Draft> = {}): Draft => ({
  source: 'heading',
  question: 'Q',
  answer: [[{ start: from, end: to }]],
  chip: null,
  nth: null,
  headings: [],
  context: [],
  at,
  ...more,
});
/** A cloze of the text from `tests` on, that hides what stands at `hidden`. */
const cloze = (tests: number, hidden: number): Draft =>
  card(tests, tests, tests + 20, {
    source: 'cloze',
    tests,
    cloze: { hidden: [{ start: hidden, end: hidden + 1 }], hint: null },
  });

/** Which drafts have one group, by number; 0 for none. */
function groups(...drafts: readonly Draft[]): number[] {
  const found = groupsOf(drafts);
  const names = [...new Set(found.values())];
  return drafts.map((draft) => names.indexOf(found.get(draft) ?? '') + 1);
}

describe('siblings', () => {
  const forward = card(0, 5, 8, { source: 'separator', tests: 0 });
  const back = card(5, 0, 3, { source: 'separator', tests: 0 });

  test.each<[string, readonly Draft[], readonly number[]]>([
    ['are none where each card tests its own text', [card(0, 5, 8), card(10, 15, 18)], [0, 0]],
    ['are both ways of a separator', [forward, back, card(20, 30, 40)], [1, 1, 0]],
    ['are not both ways of two separators', [forward, back, { ...forward, at: 50, tests: 50 }], [1, 1, 2]],
    ['are the clozes of one text', [cloze(0, 3), cloze(0, 9)], [1, 1]],
    ['are not the clozes of two texts', [cloze(0, 3), cloze(30, 33)], [1, 2]],
    ['are a cloze and the card around it', [card(0, 5, 25), cloze(5, 8)], [1, 1]],
    ['are not a cloze and the card beside it', [card(0, 5, 8), cloze(5, 8)], [0, 1]],
    ['are a cloze and the card that begins with it', [card(0, 8, 9), cloze(5, 8)], [1, 1]],
    ['are the clozes of two texts in one card', [card(0, 5, 60), cloze(5, 8), cloze(40, 44)], [1, 1, 1]],
    [
      'are a cloze and the card one of whose slices is around it',
      [
        card(0, 0, 0, {
          answer: [
            [{ start: 0, end: 2 }],
            [
              { start: 30, end: 32 },
              { start: 5, end: 25 },
            ],
          ],
        }),
        cloze(5, 8),
      ],
      [1, 1],
    ],
    ['are no clozes around a cloze', [cloze(0, 9), { ...cloze(0, 30), tests: 30 }], [1, 2]],
  ])('%s', (_, drafts, expected) => {
    expect(groups(...drafts)).toEqual(expected);
  });
});
