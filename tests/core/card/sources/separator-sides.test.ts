// The two sides of a separator, and the cards that they make.
import { describe, expect, test } from '@jest/globals';
import type { Section } from '../../../../src/core/card/section.ts';
import { side, sideCards } from '../../../../src/core/card/sources/separator-sides.ts';
import { sliceRun, type Span } from '../../../../src/core/note/span.ts';
import { noteText, span } from '../note-text.ts';

describe('a side', () => {
  const shown = (
    text: string,
    tag?: string,
    runs: readonly Span[] = [{ start: 0, end: text.length }],
  ): string => {
    const note = noteText(text, { tags: tag === undefined ? [] : [span(text, tag)] });
    return sliceRun(text, side(note, runs));
  };

  test.each([
    ['has no blanks around', '  a b \n', 'a b'],
    ['has no comments', 'a <!-- b --> c %% d %%', 'a  c'],
    ['has no tags of details', '<details><summary>a</summary>b</details>', 'ab'],
    ['has no tags of details in capitals or with attributes', '<Details open>a</DETAILS>', 'a'],
    ['keeps other tags', '<detail>a</detail>', '<detail>a</detail>'],
    ['is empty where nothing else is left', '<summary> %% a %% </summary>', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('has no watched tags', () => {
    expect(shown('a #flashcards b #other', '#flashcards')).toBe('a  b #other');
  });

  test('of several slices is all of them', () => {
    const text = '> a <summary>b\n> c';
    expect(
      shown(text, undefined, [
        { start: 2, end: 15 },
        { start: 17, end: 18 },
      ]),
    ).toBe('a b\nc');
  });
});

describe('the cards of two sides', () => {
  const text = 'Q::A';
  const [question, answer] = [[span(text, 'Q')], [span(text, 'A')]];
  const section = { headings: ['P', 'H'], shownHeadings: ['P', 'H'] } as unknown as Section;
  const cards = (sides: Partial<Parameters<typeof sideCards>[2]>) =>
    sideCards(noteText(text), section, { question, answer, bothWays: false, ...sides });

  test('are one that asks for the other side', () => {
    expect(cards({})).toEqual([
      {
        source: 'separator',
        question,
        answer: [answer],
        chip: null,
        nth: null,
        headings: ['P', 'H'],
        context: ['Note', 'P', 'H'],
        at: 0,
      },
    ]);
  });

  test('are two siblings, each at its own question, where it is both ways', () => {
    expect(
      cards({ bothWays: true }).map(({ question: asked, answer: given, at, tests }) => [
        asked,
        given,
        at,
        tests,
      ]),
    ).toEqual([
      [question, [answer], 0, 0],
      [answer, [question], 3, 0],
    ]);
  });

  test('are not below the heading that is their question', () => {
    expect(cards({ fromHeading: true }).map(({ context, headings }) => [context, headings])).toEqual([
      [
        ['Note', 'P'],
        ['P', 'H'],
      ],
    ]);
  });

  test('are not made if a side is empty', () => {
    expect([cards({ question: [] }), cards({ answer: [] })]).toEqual([[], []]);
  });
});
