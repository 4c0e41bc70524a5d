// The fixture vault against what its author reviewed, which was written from the notes, not from the code.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { matchSchedules, type SrFound } from '../../../src/core/import/sr-match.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

/** The app turns it on at the first schedule that it sees. */
const asItsUsers = { ...defaultCardOptions, gluedSeparators: true };

const vault = join(import.meta.dirname, '../../fixtures/sr-vault');

function find(change: (text: string) => string): SrFound {
  const paths = readdirSync(vault, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
  return matchSchedules(
    paths.map((path) => {
      const text = change(readFileSync(join(vault, path), 'utf8'));
      return { text, cards: extractCards({ path, text }, asItsUsers) };
    }),
  );
}

const found = find((text) => text);

/** "due date  what is asked": of a cloze, what it hides. */
function told({ matched }: SrFound, note: string): string[] {
  const text = readFileSync(join(vault, note), 'utf8');
  return matched
    .filter(({ card }) => card.note === note)
    .map(({ card, schedule }) => {
      const [hidden] = card.cloze?.hidden ?? [];
      const asked = hidden ? `==${text.slice(hidden.start, hidden.end)}==` : card.question;
      return `${new Date(schedule.due * 86_400_000).toISOString().slice(0, 10)} ${asked.split('\n')[0] ?? ''}`;
    });
}

const expected: Record<string, readonly string[]> = {
  'Rivers/One line.md': [
    '2024-02-11 Meander',
    '2024-03-01 Oxbow lake',
    '2024-03-05 A meander that was cut off',
    '2021-08-11 Delta',
    '2024-06-01 Thalweg',
    '2024-04-01 status',
    '2024-04-02 Ford',
    '2024-04-03 Weir',
  ],
  'Rivers/Blocks.md': [
    "2024-05-01 What carries a river's load?",
    '2024-05-02 Which kinds of load are there',
    '2024-05-03 - bed load',
    '2024-05-04 Why do rivers meander',
    '2024-05-05 What is a watershed?',
    '2024-05-06 Which river is longest?',
    '2024-05-07 How is speed measured?',
    '2024-05-08 Only one way was reviewed',
    '2024-05-09 This one was reviewed.',
  ],
  'Rivers/Highlights.md': [
    '2024-07-01 ==outer bank==',
    '2024-07-02 ==inner bank==',
    '2024-07-03 ==slack water==',
    '2024-07-04 ==flood==',
    '2024-07-05 ==a great one==',
    '2024-07-06 ==$\\frac{v}{d}$==',
    '2024-07-07 ==too many ==',
    '2024-07-08 ==hyporheic==',
    '2024-07-09 ==top==',
    '2024-07-10 ==bed==',
  ],
  'Rivers/FSRS.md': ['2025-01-06 Riffle', '2025-01-07 Pool', '2025-01-08 A deep stretch'],
  'Rivers/Trouble.md': ['2024-08-01 Spring', '2024-08-04 Where it ends'],
  'Whole note.md': ['2024-10-01 Whole note'],
};

describe('the schedules of a vault', () => {
  test.each(Object.entries(expected))('of %s go to the cards that were reviewed', (note, cards) => {
    expect(told(found, note)).toEqual(cards);
  });

  test('that belong to no card are reported with note, line and reason', () => {
    expect(found.unmatched.map(({ note, line, reason }) => `${note}:${line} ${inEnglish(reason)}`)).toEqual([
      'Rivers/Trouble.md:5 “2024-02-31” in “2024-02-31,84,290” is not a date.',
      'Rivers/Trouble.md:8 “soon” in “soon,84,290” is not a date.',
      'Rivers/Trouble.md:11 The text has one card, but this is schedule 2.',
      'Rivers/Trouble.md:14 The interval in “2024-08-03,many,250” is not a number of days.',
      'Rivers/Trouble.md:17 No card above this schedule.',
      'Rivers/Trouble.md:24 No card above this schedule.',
      "Untagged.md:2 The note isn't tagged for flashcards.",
      'Whole note of sections.md:3 Reviewed as a whole, but no card asks for the note by its title.',
    ]);
  });

  test('are all counted, on a card or not', () => {
    expect(found.schedules).toBe(found.matched.length + found.unmatched.length);
    expect({ notes: found.notes, cards: found.cards }).toEqual({ notes: 8, cards: 40 });
  });

  test('are the same with Windows line endings and a byte order mark', () => {
    const other = find((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const shape = ({ matched, unmatched }: SrFound): unknown => ({
      matched: matched.map(({ card, schedule, line }) => [card.note, card.question, schedule, line]),
      unmatched,
    });
    expect(shape(other)).toEqual(shape(found));
  });

  const notes = (...texts: readonly string[]): SrFound =>
    matchSchedules(
      texts.map((text, at) => ({ text, cards: extractCards({ path: `${at}.md`, text }, asItsUsers) })),
    );
  const reasons = ({ unmatched }: SrFound): string[] =>
    unmatched.map(({ line, reason }) => `${line} ${inEnglish(reason)}`);
  const sr = (...days: readonly string[]): string =>
    `<!--SR:${days.map((one) => `!2024-02-${one},84,290`).join('')}-->`;

  test.each([
    [
      'a second schedule under one card',
      `Q::A\n${sr('01')}\n${sr('02')}`,
      ['4 The card above already has a schedule.'],
    ],
    [
      'a schedule for more than two cards',
      `==a== ==b== ${sr('01', '02', '03')}`,
      ['2 The text has 2 cards, but this is schedule 3.'],
    ],
    ['a schedule of a text that no blank line ends', `Text\n${sr('01')}`, ['3 No card above this schedule.']],
    ['an empty comment', `Q::A\n<!--SR:-->`, ['3 The comment is empty.']],
  ])('tell of %s', (_, text, expected) => {
    expect(reasons(notes(`#flashcards\n${text}`))).toEqual(expected);
  });

  test.each([
    ['behind its answer', `Q::A <!-- no schedule -->\n${sr('01')}`],
    ['on a line of its own', `Q::A\n%% aside %%\n${sr('01')}`],
    ['before it on its line', `Q::A\n<!-- aside --> ${sr('01')}`],
  ])('are found below a card with another comment %s', (_, text) => {
    const { schedules, matched } = notes(`#flashcards\n\n${text}`);
    expect([schedules, matched.map(({ card }) => card.question)]).toEqual([1, ['Q']]);
  });

  test.each([
    ['on one line', 'Q::A', ['Q']],
    ['of both ways', 'Q:::A', ['Q']],
    ['on lines of its own', 'Q\n?\nA', ['Q']],
    ['with a table as its answer', 'Q\n?\n| a | b |\n| - | - |\n| c | d |', ['Q']],
    ['in a quote', '> Q::A', ['Q']],
    ['whose answer is a quote', 'Q\n?\n> A', ['Q']],
    ['in a list', '- x\n- Q::A', ['Q']],
    ['of highlights', 'a ==b== c\nd', ['a ==[…]== c\nd']],
    [
      'of highlights in a table',
      '| a | b |\n| - | - |\n| ==c== | d |',
      ['| a | b |\n| - | - |\n| ==[…]== | d |'],
    ],
    ['of highlights in a quote', '> a ==b== c', ['a ==[…]== c']],
  ])('go to the card one empty line above: %s', (_, text, questions) => {
    for (const gap of ['\n\n', '\n \t\n', '\r\n\r\n']) {
      const { matched, unmatched } = notes(`#flashcards\n\n${text}${gap}${sr('01')}\n\nMore.`);
      expect(matched.map(({ card }) => card.question)).toEqual(questions);
      expect(unmatched).toEqual([]);
    }
  });

  test.each([
    ['two empty lines above', `Q::A\n\n\n${sr('01')}`],
    ['two empty lines above a text with highlights', `==a== b\n\n\n${sr('01')}`],
    ['above other text', `Q::A\n\nText\n${sr('01')}`],
    ['above other text, in a highlight', `==a== b\n\nText\n${sr('01')}`],
    ['above an empty line and other text', `==a== b\n\nText\n\n${sr('01')}`],
    ['above a heading', `==a== b\n\n# H\n\n${sr('01')}`],
  ])('are on no card %s', (_, text) => {
    expect(reasons(notes(`#flashcards\n\n${text}`))).toEqual([
      expect.stringMatching(/^\d+ No card above this schedule\.$/),
    ]);
  });

  test.each([
    ['a card', 'Q::A'],
    ['a text with highlights', '==a== b'],
  ])('below an empty line do not go to %s that has one', (_, text) => {
    const two = notes(`#flashcards\n\n${text}\n${sr('01')}\n\n${sr('02')}`);
    expect(two.matched.map(({ schedule }) => schedule.due)).toEqual([19754]);
    expect(reasons(two)).toEqual(['6 No card above this schedule.']);
  });

  test('below an empty line count all highlights of the text', () => {
    const { matched } = notes(`#flashcards\n\n==a== b\n==c== d\n\n${sr('01', '02')}`);
    expect(matched.map(({ schedule }) => schedule.due)).toEqual([19754, 19755]);
  });

  test.each([
    ['without an interval', 'sr-ease: 250', 'The interval in “2024-02-01,,250” is not a number of days.'],
    ['without an ease', 'sr-interval: 4', 'The ease in “2024-02-01,4,” is not a number.'],
  ])('of a whole note %s are reported', (_, line, reason) => {
    const text = `---\ntags: flashcards\nSR-due: 2024-02-01\nsr-due: 2024-02-01\n${line}\n---\nText.\n`;
    expect(reasons(notes(text))).toEqual([`3 ${reason}`]);
  });

  test('of a whole note that is not watched are reported', () => {
    const text = '---\nsr-due: 2024-02-01\nsr-interval: 4\nsr-ease: 250\n---\nText.\n';
    expect(reasons(notes(text))).toEqual(["2 The note isn't tagged for flashcards."]);
  });

  test('of a whole note go to its summary if it has no text before its headings', () => {
    const text =
      '---\ntags: flashcards\nsummary: Short.\nsr-due: 2024-02-01\nsr-interval: 4\nsr-ease: 250\n---\n# H\nText.\n';
    expect(notes(text).matched.map(({ card, line }) => [card.source, line])).toEqual([['property', 4]]);
  });

  test('are on no card', () => {
    const shown = found.matched.map(({ card }) => `${card.question}\n${card.answer}`).join('\n');
    expect(shown).not.toContain('SR:');
  });
});
