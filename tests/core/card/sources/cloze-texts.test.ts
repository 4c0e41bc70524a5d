// Where a highlight makes a card, and what that card shows.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type ClozeMarks } from '../../../../src/core/card/options.ts';

const schedule = (...days: readonly string[]): string =>
  `<!--SR:${days.map((day) => `!2024-07-${day},84,290`).join('')}-->`;

/** `line: question` of each cloze, with `/` for the end of a line. */
function clozes(text: string, marks: Partial<ClozeMarks> = {}): string[] {
  const clozeMarks = { ...defaultCardOptions.clozeMarks, ...marks };
  return extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', clozeMarks })
    .cards.filter(({ source }) => source === 'cloze')
    .map(({ line, question }) => `${line}: ${question}`.replaceAll('\n', '/'));
}

describe('a highlight hides its text', () => {
  test.each([
    ['in its paragraph', 'Before.\n\nA ==b==\nc.\n\nAfter.', ['3: A ==[…]==/c.']],
    ['in its item', '- one\n- a ==b==\n- three', ['2: a ==[…]==']],
    ['in its item with all its lines', '- a ==b==\n  c\n- d', ['1: a ==[…]==/c']],
    ['in the inner item', '- a\n  - b ==c==', ['2: - a/  - b ==[…]==']],
    ['in its numbered item', '1. a\n2. b ==c==', ['2: b ==[…]==']],
    ['in its paragraph of a quote', '> a ==b==\n> c\n>\n> d', ['1: a ==[…]==/c']],
    ['in a quote that goes on without its mark', '> a ==b==\nc', ['1: a ==[…]==/c']],
    ['over two lines of a quote', '> a ==b\n> c==', ['1: a ==[…]==']],
    ['in the body of a callout', '> [!note] T\n> a ==b==', ['2: a ==[…]==']],
    ['in a quote in a quote', '> > a ==b==', ['1: a ==[…]==']],
    ['in an item of a quote', '> - a ==b==', ['1: a ==[…]==']],
    [
      'in its row, below the head of the table',
      '| H | I |\n| - | - |\n| a | b |\n| c | ==d== |',
      ['1: | H | I |/| - | - |/| c | ==[…]== |'],
    ],
    ['in the head of a table', '| ==H== | I |\n| - | - |\n| a | b |', ['1: | ==[…]== | I |/| - | - |']],
    ['not in a heading', '# A ==b==\ntext', []],
    ['not in code', '```\n==a==\n```\n\n    ==b==', []],
    ['not in a task', '- [ ] a ==b==\n- [x] c ==d==\n- ==e==', ['3: - [ ] a ==b==/- [x] c ==d==/- ==[…]==']],
    ['not in HTML', '<div>\n==a==\n</div>', []],
    ['not in a definition', '[a]: b "==c=="', []],
    ['not in a formula', '$$\n==a==\n$$', []],
    ['not in a comment', 'a %% ==b== %% c', []],
    ['not where the signs are those of code', 'if a == b and c == d', []],
    ['not where nothing closes it', 'a ==b and c', []],
  ])('%s', (_, text, expected) => {
    expect(clozes(text)).toEqual(expected);
  });
});

describe('a schedule proves', () => {
  test.each([
    ['a highlight of a heading', `# A ==b==\n${schedule('01')}`, ['1: A ==[…]==']],
    ['a highlight of a task', `- [ ] a ==b==\n${schedule('01')}`, ['1: a ==[…]==']],
    ['a highlight of HTML', `<div>\na ==b==\n</div>\n${schedule('01')}`, ['1: <div>/a ==[…]==/</div>']],
    [
      'no more highlights than were found',
      `a ==b== and == c ==\n${schedule('01')}`,
      ['1: a ==[…]== and == c =='],
    ],
    [
      'loose highlights where it has more parts than there are others',
      `a ==b== and == c ==\n${schedule('01', '02')}`,
      ['1: a ==[…]== and == c ==', '1: a ==b== and ==[…]=='],
    ],
    ['nothing above the blank line', `a == b ==\n\nc\n${schedule('01')}`, []],
    ['nothing in another section', `# A\na == b ==\n\n# B\nc\n${schedule('01')}`, []],
  ])('%s', (_, text, expected) => {
    expect(clozes(text)).toEqual(expected);
  });
});

describe('a question', () => {
  test.each([
    [
      'shows the other texts without their signs',
      '{{c1::a::h}} and {{c2::b}}',
      ['1: ==[h]== and ==b==', '1: ==a== and ==[…]=='],
    ],
    [
      'shows other highlights as they are',
      '==a== and ==b==',
      ['1: ==[…]== and ==b==', '1: ==a== and ==[…]=='],
    ],
    [
      'hides equal numbers together',
      '{{c2::a}} {{c1::b}} {{c2::c}}',
      ['1: ==a== ==[…]== ==c==', '1: ==[…]== ==b== ==[…]=='],
    ],
    ['shows what has no number first', '==1;;a== ==b==', ['1: ==a== ==[…]==', '1: ==[…]== ==b==']],
    ['has no comments', 'a ==b== %% c %%', ['1: a ==[…]==']],
    ['shows a hint that is a footnote', 'a ==b==^[h] c', ['1: a ==[h]== c']],
  ])('%s', (_, text, expected) => {
    expect(clozes(text)).toEqual(expected);
  });

  test('of 100 highlights has 100 cards, of 101 none', () => {
    const text = (count: number): string => Array.from({ length: count }, (_, at) => `==${at}==`).join(' ');
    expect([clozes(text(100)).length, clozes(text(101)).length]).toEqual([100, 0]);
  });

  test.each<[string, Partial<ClozeMarks>, string[]]>([
    ['bold text', { bold: true }, ['1: ==a== ==[…]== {{c}} {{c1::d}}']],
    ['curly brackets', { curly: true }, ['1: ==a== **b** ==[…]== {{c1::d}}']],
    ['brackets of Anki', { anki: true }, ['1: ==a== **b** {{c}} ==[…]==']],
    ['nothing', {}, []],
  ])('hides %s where only that is on', (_, marks, expected) => {
    const off = { highlight: false, bold: false, curly: false, anki: false };
    expect(clozes('==a== **b** {{c}} {{c1::d}}', { ...off, ...marks })).toEqual(expected);
  });
});
