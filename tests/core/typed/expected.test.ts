// What an answer asks to be typed, which points were named, and the grade that follows.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { expectedOf } from '../../../src/core/typed/expected.ts';
import { namedPoints } from '../../../src/core/typed/points.ts';
import { proposedGrade } from '../../../src/core/typed/propose.ts';
import { noteText, runs } from '../../random.ts';

const of = (answer: string) => expectedOf({ source: 'heading', question: 'Q', answer, cloze: null });
const pointsOf = (answer: string): readonly string[] => {
  const expected = of(answer);
  return expected?.kind === 'points' ? expected.points : [];
};

test('a box without a name asks for no number', () => {
  const box = { source: 'occlusion', question: '![[a.png]] 2', cloze: null } as const;
  expect(expectedOf({ ...box, answer: '2' })).toBeNull();
  expect(expectedOf({ ...box, answer: 'Aorta' })).toMatchObject({ kind: 'words', text: 'Aorta' });
});

test('the hint of a gap is no word of an answer', () => {
  expect(of('It pumps ==blood::liquid== around.')).toMatchObject({ text: 'It pumps blood around.' });
});

describe('what an answer asks to be typed', () => {
  test.each([
    [
      'a short text, without its markup',
      '**Water**, mostly: [[H2O|the wet kind]].',
      'Water, mostly: the wet kind.',
    ],
    ['a number', '42', '42'],
    ['Chinese', '北京是中国的首都', '北京是中国的首都'],
  ])('are words: %s', (_, answer, text) => {
    expect(of(answer)).toEqual({ kind: 'words', text, isCode: false, isShort: true });
  });

  test.each([
    ['in a line', '`a = 1`', 'a = 1', true],
    ['in a block', '```js\nif (a) {\n  b();\n}\n```', 'if (a) {\n  b();\n}', false],
    ['in a block of a line', '```\nls -l\n```', 'ls -l', true],
  ])('is code: %s', (_, answer, text, isShort) => {
    expect(of(answer)).toEqual({ kind: 'words', text, isCode: true, isShort });
  });

  test.each([
    [
      'the items of a list, without what leads to it',
      'Three:\n\n- **One** thing\n- Two\n  - Deep',
      ['One thing', 'Two', 'Deep'],
    ],
    ['tasks and numbers', '1. [ ] One\n2. [x] Two', ['One', 'Two']],
    [
      'the sentences of a text',
      'It began in 1914, e.g. in Sarajevo, and went on for four years. Then it was over.',
      ['It began in 1914, e.g. in Sarajevo, and went on for four years.', 'Then it was over.'],
    ],
    ['paragraphs and quotes', 'One.\n\n> [!note] Two.\n> Three.', ['One.', 'Two. Three.']],
    ['the rows of a table', '| a | b |\n|---|---|\n| x | y |\n| z | `w` |', ['x: y', 'z: w']],
    ['a text with a formula', 'So $a = b$.', ['So a = b.']],
  ])('are points: %s', (_, answer, points) => {
    expect(pointsOf(answer)).toEqual(points);
  });

  test.each([
    ['a picture', '![[a.png]]'],
    ['a formula alone', '$$\nx^2\n$$'],
    ['a diagram is code too long', `\`\`\`mermaid\n${'a --> b\n'.repeat(200)}\`\`\``],
    ['nothing', ''],
  ])('is nothing: %s', (_, answer) => {
    expect(of(answer)).toBeNull();
  });

  test('is nothing for a whole note, which is read', () => {
    expect(expectedOf({ source: 'note', question: 'Q', answer: 'A text.', cloze: null })).toBeNull();
  });

  test('of a cloze is what it hides', () => {
    const note = (body: string) =>
      extractCards(
        { path: 'A.md', text: body },
        {
          ...defaultCardOptions,
          watch: 'all',
          clozeMarks: { ...defaultCardOptions.clozeMarks, curly: true, anki: true },
        },
      ).cards.filter(({ source }) => source === 'cloze');
    const texts = note('The moon is ==384,400 km== away, and `x` is ==`y = 1`== here.').map((card) =>
      expectedOf(card),
    );
    expect(texts).toEqual([
      { kind: 'words', text: '384,400 km', isCode: false, isShort: true },
      { kind: 'words', text: 'y = 1', isCode: true, isShort: true },
    ]);
    const [both] = note('{{c1::One}} and {{c1::two}} are numbers of a sort.').map((card) => expectedOf(card));
    expect(both).toMatchObject({ kind: 'words', text: 'One, two' });
  });

  test('is read from any note without a fault, and has words', () => {
    fc.assert(
      fc.property(noteText, (answer) => {
        const expected = of(answer);
        const texts = expected?.kind === 'words' ? [expected.text] : (expected?.points ?? ['x']);
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.every((text) => text.trim() !== '')).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('a point', () => {
  test('counts as named where most of its words were typed, in any order and spelling', () => {
    expect(namedPoints(['Boil the water', 'Pour it over', 'Wait'], 'WATER, boil! over')).toEqual([
      true,
      false,
      false,
    ]);
    expect(namedPoints(['Éclair'], 'eclair')).toEqual([true]);
    expect(namedPoints(['a b'], 'a')).toEqual([false]);
  });

  test('is named by itself, and by no empty text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('red', 'blue', 'grün', '汉字', '7'), { minLength: 1 }),
        (words) => {
          const point = words.join(' ');
          expect(namedPoints([point], point)).toEqual([true]);
          expect(namedPoints([point], '')).toEqual([false]);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('the grade that is suggested', () => {
  test.each([
    [1, true, 3],
    [0.8, true, 2],
    [0.5, true, 1],
    [0, true, 1],
    [1, false, 3],
    [0.8, false, 1],
  ])('for a share of %d, with Hard: %s, is %d', (share, hasHard, grade) => {
    expect(proposedGrade(share, hasHard)).toBe(grade);
  });
});
