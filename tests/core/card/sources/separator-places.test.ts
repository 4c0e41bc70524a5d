// Where the sides of a separator begin and end, and what is left for the cards around it.
import { describe, expect, test } from '@jest/globals';
import type { Separators } from '../../../../src/core/card/options.ts';
import { separated, withSchedules, withoutSchedules } from './separated.ts';

/** `line source: question → answer` of every card, with `/` for the end of a line and `SR` for a schedule. */
function cardsOf(note: string, separators: Partial<Separators> = {}): string[] {
  return separated(withSchedules(note), separators).map(({ line, source, question, answer }) =>
    withoutSchedules(`${line} ${source}: ${question} → ${answer}`.replaceAll('\n', '/')),
  );
}

describe('the question of a separator on a line of its own', () => {
  test.each<[string, string, string[]]>([
    ['is the heading directly above', '# H\n?\nA', ['1 separator: H → A']],
    ['is the heading without its bold signs', '# **H**\n?\nA', ['1 separator: H → A']],
    ['is the text above rather than the heading', '# H\nQ\n?\nA', ['2 separator: Q → A']],
    ['is no heading above a blank line', '# H\n\n?\nA', ['1 heading: H → ?/A']],
    ['is needed', '?\nA', ['1 title: Note → ?/A']],
    ['leaves the bold signs of its one line out', '**Q**\n?\nA', ['1 separator: Q → A']],
    ['keeps bold signs within a line', '**Q** and **R**\n?\nA', ['1 separator: **Q** and **R** → A']],
    ['keeps the bold signs of one line of two', '**Q**\nR\n?\nA', ['1 separator: **Q**/R → A']],
    ['may be indented a little', '  Q\n  ?\n  A', ['1 separator: Q → A']],
    ['is a whole list, with its marks', '- one\n- two\n?\nA', ['1 separator: - one/- two → A']],
    ['is a list of one item, without its mark', '- one\n?\nA', ['1 separator: one → A']],
    ['is the item that it is indented into', '- Q\n  ?\n  A', ['1 separator: Q → A']],
    [
      'is the inner item',
      '- a\n  - Q\n    ?\n    A\n  - b',
      ['1 title: Note → - a//  - b', '2 separator: Q → A'],
    ],
    [
      'is the outer item with all in it',
      '- a\n  - Q\n  ?\n  A\n- b',
      ['1 separator: a/- Q → A', '5 title: Note → - b'],
    ],
    ['is the item without bold signs', '- **Q**\n  ?\n  A', ['1 separator: Q → A']],
    [
      'is the last paragraph of an item',
      '- a\n\n  Q\n  ?\n  A',
      ['1 title: Note → - a', '3 separator: Q → A'],
    ],
    ['is no task that is open', '- [ ] Q\n  ?\n  A', ['1 title: Note → - [ ] Q/  ?/  A']],
    ['is a task that was reviewed', '- [ ] Q\n  ?\n  A\n  SR', ['1 separator: Q → A']],
    ['begins in its quote', 'text\n> Q\n> ?\n> A', ['1 title: Note → text', '2 separator: Q → A']],
    ['is none outside of its quote', 'Q\n> ?\n> A', ['1 title: Note → Q/> ?/> A']],
    [
      'begins below the title of a callout',
      '> [!note] T\n> Q\n> ?\n> A',
      ['1 title: Note → > [!note] T', '2 separator: Q → A'],
    ],
    [
      'begins below a blank line of its quote',
      '> a\n>\n> Q\n> ?\n> A',
      ['1 title: Note → > a/>', '3 separator: Q → A'],
    ],
    ['begins below lines of tags', '<details open>\n<b>\nQ\n?\nA', ['3 separator: Q → A']],
    ['is a line of tags where nothing else is', '<div>\n?\nA', ['1 separator: <div> → A']],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });
});

describe('the answer of a separator on a line of its own', () => {
  test.each<[string, string, string[]]>([
    ['ends at a blank line', '# H\nQ\n?\nA\n\nafter', ['1 heading: H → after', '2 separator: Q → A']],
    [
      'holds the next separator',
      'Q\n?\nA\nB\n?\nC\n\nD\n?\nE',
      ['1 separator: Q → A/B/?/C', '8 separator: D → E'],
    ],
    ['ends with its schedule', 'Q\n?\nA\nSR\nmore', ['1 separator: Q → A', '5 title: Note → more']],
    [
      'ends with the schedule of its item',
      '- Q\n  ?\n  A\n  SR\n- b',
      ['1 separator: Q → A', '5 title: Note → - b'],
    ],
    [
      'ends with a schedule left of its item',
      '- Q\n  ?\n  A\nSR\nmore',
      ['1 separator: Q → A', '5 title: Note → more'],
    ],
    ['ends where its item ends', '- Q\n  ?\n  A\nmore', ['1 separator: Q → A', '4 title: Note → more']],
    [
      'ends where the next item begins',
      '1. Q\n   ?\n   A\n2. R\n   ?\n   B',
      ['1 separator: Q → A', '4 separator: R → B'],
    ],
    ['ends above a callout', 'Q\n?\nA\n> [!note] C\n> x', ['1 separator: Q → A', '4 callout: C → x']],
    ['goes on in a quote', 'Q\n?\nA\n> x', ['1 separator: Q → A/> x']],
    ['goes on in what only looks like a callout', 'Q\n?\n[!note] A', ['1 separator: Q → [!note] A']],
    ['leaves closing tags out', '<div>\nQ\n?\nA\n</div>', ['2 separator: Q → A']],
    ['is a line of tags where nothing else is', 'Q\n?\n</div>', ['1 separator: Q → </div>']],
    ['is needed', 'Q\n?', ['1 title: Note → Q/?']],
    ['may begin below one blank line', 'Q\n?\n\nA\n\nB', ['1 separator: Q → A', '6 title: Note → B']],
    ['does not begin below two', 'Q\n?\n\n\nA', ['1 title: Note → Q/?///A']],
    ['does not begin below a blank line in an item', '- Q\n  ?\n\n  A', ['1 title: Note → - Q/  ?//  A']],
    ['does not begin below a blank line in a quote', '> Q\n> ?\n>\n> A', ['1 title: Note → > Q/> ?/>/> A']],
    [
      'is no card of its own below a blank line',
      'Q\n?\n\nB :: C',
      ['1 title: Note → Q/?', '4 separator: B → C'],
    ],
    [
      'is no card of both ways either',
      'Q\n?\n\nB ::: C',
      ['1 title: Note → Q/?', '4 separator: B → C', '4 separator: C → B'],
    ],
    [
      'is no block of its own below a blank line',
      'Q\n?\n\nX\n?\nY',
      ['1 title: Note → Q/?', '4 separator: X → Y'],
    ],
    [
      'is no block of both ways either',
      'Q\n?\n\nX\n??\nY',
      ['1 title: Note → Q/?', '4 separator: X → Y', '6 separator: Y → X'],
    ],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['reaches to the end mark, over blank lines', 'Q\n?\nA\n\nB\n+++\nC', ['1 separator: Q → A//B']],
    ['does not end at a mark in code', 'Q\n?\n```\n+++\n```\nB\n+++', ['1 separator: Q → ```/+++/```/B']],
    ['reaches to the end of the text without one', 'Q\n?\nA\n\nB', ['1 separator: Q → A//B']],
    ['is needed above the end mark', 'Q\n?\n+++\nB', []],
    ['does not end at a mark above it', '+++\nQ\n?\nA\n+++\nB', ['1 separator: +++/Q → A']],
  ])('with an end mark %s', (_, note, expected) => {
    const cards = cardsOf(note, { blockEnd: '+++' }).filter((card) => card.includes('separator'));
    expect(cards).toEqual(expected);
  });
});

describe('a separator on a line of its own', () => {
  test.each<[string, string, string[]]>([
    ['asks both ways where it is doubled', 'Q\n??\nA', ['1 separator: Q → A', '3 separator: A → Q']],
    ['asks one way where one way was reviewed', 'Q\n??\nA\nSR', ['1 separator: Q → A']],
    [
      'takes the fold around it along',
      '# H\n<details>\n\nQ\n?\nA\n\n</details>\nafter',
      ['1 heading: H → after', '4 separator: Q → A'],
    ],
    [
      'leaves a fold that does not end',
      '# H\n<details>\nQ\n?\nA\n\nafter',
      ['1 heading: H → <details>//after', '3 separator: Q → A'],
    ],
    [
      'leaves what stands around it',
      '# H\nbefore\n\nQ\n?\nA\n\nafter',
      ['1 heading: H → before//after', '4 separator: Q → A'],
    ],
    [
      'leaves the rest to the heading that it asks',
      '# H\n??\nA\n\nrest',
      ['1 heading: H → rest', '1 separator: H → A', '3 separator: A → H'],
    ],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });
});

describe('a separator within a line', () => {
  test.each<[string, string, string[]]>([
    ['divides at the first', 'Q :: A :: B', ['1 separator: Q → A :: B']],
    ['divides at the longer of two', 'a :: b ::: c', ['1 separator: a :: b → c', '1 separator: c → a :: b']],
    ['needs a question', '::A', ['1 title: Note → ::A']],
    ['needs an answer', 'Q::', ['1 title: Note → Q::']],
    ['is no inline field', 'key:: value', ['1 title: Note → key:: value']],
    ['is no inline field in brackets', '[Q:: A]', ['1 title: Note → [Q:: A]']],
    ['is one below more than a word', 'a key:: value', ['1 separator: a key → value']],
    ['leaves out bold signs around the whole line', '__Q :: A__', ['1 separator: Q → A']],
    [
      'is none inside bold, where more is bold',
      '**Q :: A** and **b**',
      ['1 title: Note → **Q :: A** and **b**'],
    ],
    ['is none inside bold, where the line goes on', '**Q :: A** b', ['1 title: Note → **Q :: A** b']],
    ['leaves out the marks of an item and of bold around', '- **Q :: A**', ['1 separator: Q → A']],
    ['leaves out the marks of an item and of bold', '- **Q**::A', ['1 separator: Q → A']],
    ['leaves out the mark of a quote', '> Q :: A', ['1 separator: Q → A']],
    ['makes no card of an open task', '- [ ] Q :: A', ['1 title: Note → - [ ] Q :: A']],
    ['makes a card of a task that was reviewed', '- [ ] Q :: A SR', ['1 separator: Q → A']],
    ['makes a card of a task with its schedule below', '- [ ] Q :: A\nSR', ['1 separator: Q → A']],
    ['asks one way where one way was reviewed', 'Q ::: A SR', ['1 separator: Q → A']],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });

  test('that is the longer of two custom marks comes first', () => {
    expect(cardsOf('Q>A>>B', { inline: '>', inlineBoth: '>>' })).toEqual([
      '1 separator: Q>A → B',
      '1 separator: B → Q>A',
    ]);
  });
});
