// What a place in a note stands for: its section, callout or selection, the cards in it, and what leaves it out.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exclusionAt } from '../../../../src/core/card/edit/exclude.ts';
import { cardAt, cardsIn, partAt, skipReasonAt } from '../../../../src/core/card/edit/part.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';

const note = `---
tags: flashcards
---
The title's text.

## Sleep
It restores.

### Spindle
A burst.

> [!tip] Why?
> Because.

### Ripple
A wave.

## Memory
It lasts.

## References
Smith.

### Old
Text.
`;
const at = (part: string): number => note.indexOf(part);
const read = (text: string) => extractCards({ path: 'N.md', text });
const asked = (from: number, to = from): readonly string[] => {
  const { cards } = read(note);
  const part = partAt(note, readOutline(note), { start: from, end: to });
  return cardsIn(part, cards, note).map((nth) => cards[nth]?.question ?? '');
};

describe('a part of a note', () => {
  test('is the text before the first heading', () => {
    expect(asked(at('The title'))).toEqual(['N']);
    expect(asked(0)).toEqual(['N']);
  });

  test('is a heading with everything below it', () => {
    expect(asked(at('It restores'))).toEqual(['Sleep', 'Spindle', 'Why?', 'Ripple']);
    expect(asked(at('## Sleep'))).toEqual(['Sleep', 'Spindle', 'Why?', 'Ripple']);
    expect(asked(at('A burst'))).toEqual(['Spindle', 'Why?']);
    expect(asked(at('It lasts'))).toEqual(['Memory']);
  });

  test('is the callout of the cursor', () => {
    expect(asked(at('Because'))).toEqual(['Why?']);
    expect(asked(at('> [!tip]'))).toEqual(['Why?']);
  });

  test('is what is selected', () => {
    expect(asked(at('### Ripple') + 5, at('Memory') + 3)).toEqual(['Ripple', 'Memory']);
  });

  test('has a card at a place, the closest', () => {
    const { cards } = read(note);
    const here = (text: string): string | undefined => cards[cardAt(at(text), cards, note)]?.question;
    expect([here('Because'), here('A wave'), here('The title'), here('Smith')]).toEqual([
      'Why?',
      'Ripple',
      'N',
      undefined,
    ]);
  });

  test('has a reason where it has no card', () => {
    const reason = (text: string, where: string) =>
      skipReasonAt(text.indexOf(where), read(text).skipped, readOutline(text), text);
    expect(reason(note, 'Smith')).toBe('heading is on the skip list');
    expect(reason(note, 'Text.')).toBe('heading is on the skip list');
    expect(reason(note, 'It lasts')).toBe(null);
    const head = '---\ntags: flashcards\n---\n';
    expect(reason(`${head}## A\n[[B]]\n`, '[[B]]')).toBe('only links');
    expect(reason(`${head}## A\n%% no cards %%\n### B\nText.\n`, 'Text.')).toBe('left out by "no cards"');
    expect(reason(`${head}%% no cards %%\n\n## A\nText.\n`, 'Text.')).toBe('left out by "no cards"');
    expect(reason(`${head}%% no cards %%\n\n## A\nText.\n`, '## A')).toBe('left out by "no cards"');
    const board = '---\ntags: flashcards\nkanban-plugin: board\n---\n## A\n- [ ] Text\n';
    expect(reason(board, 'Text')).toBe('a Kanban board');
  });
});

describe('leaving out a section', () => {
  const excluded = (text: string, where: number): string => {
    const exclusion = exclusionAt(text, readOutline(text), where);
    if (!exclusion) return text;
    const { at: place, put } = exclusion;
    return text.slice(0, place) + put + text.slice(place);
  };

  test.each([
    ['tight text', '## A\nb\n', 3, '## A\n%% no cards %%\n\nb\n'],
    ['text below a blank line', '## A\n\nb\n', 3, '## A\n%% no cards %%\n\nb\n'],
    ['nothing below', '## A', 3, '## A\n%% no cards %%\n'],
    ['an underlined heading', 'A\n---\nb', 8, 'A\n---\n%% no cards %%\n\nb'],
    ['no heading', 'b\n\n## A\n', 0, '%% no cards %%\n\nb\n\n## A\n'],
    ['properties', '---\na: b\n---\nc', 14, '---\na: b\n---\n%% no cards %%\n\nc'],
    ['only properties', '---\na: b\n---', 3, '---\na: b\n---\n%% no cards %%\n'],
    ['an open comment', 'a %% b\n## A\nb', 9, 'a %% b\n## A\n<!-- no cards -->\n\nb'],
    ['Windows line ends', '## A\r\nb\r\n', 8, '## A\r\n%% no cards %%\r\n\r\nb\r\n'],
  ])('puts the line below: %s', (_, text, where, wanted) => {
    expect(excluded(text, where)).toBe(wanted);
  });

  test('hides the cards of the section and of those below it, and no others', () => {
    const now = read(excluded(note, at('It restores')));
    expect(now.cards.map(({ question }) => question)).toEqual(['N', 'Memory']);
    expect(exclusionAt(note, readOutline(note), at('A burst'))?.heading).toBe('Spindle');
    expect(read(excluded(note, at('The title'))).cards).toEqual([]);
  });

  test('leaves out every section of any note, and gives no other card', () => {
    let made = 0;
    fc.assert(
      fc.property(noteText, fc.nat(), (given, place) => {
        const text = given.replace(/^\uFEFF/, '');
        const options = { ...defaultCardOptions, watch: 'all' as const };
        const where = place % (text.length + 1);
        const outline = readOutline(text);
        const exclusion = exclusionAt(text, outline, where);
        if (!exclusion) return;
        made += 1;
        const { at: to, put } = exclusion;
        const after = text.slice(0, to) + put + text.slice(to);
        const [then, now] = [text, after].map((one) => extractCards({ path: 'N.md', text: one }, options));
        const start = to + put.length - put.trimStart().length;
        const line = after.slice(0, start).split('\n').length;
        expectAlike(
          readOutline(after).hidden.some((one) => one.start === start),
          true,
        );
        const before = new Set(then?.cards.map(({ question, answer }) => `${question}\n${answer}`));
        const more = now?.cards.filter(
          ({ question, answer, line: own }) => own >= line && !before.has(`${question}\n${answer}`),
        );
        expectAlike(
          more?.map(({ question }) => question),
          [],
        );
      }),
      { numRuns: runs(10_000, 300) },
    );
    expect(made).toBeGreaterThan(0);
  });
});
