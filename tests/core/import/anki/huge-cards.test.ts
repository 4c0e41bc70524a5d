// Cards as long as a book: they are told at once, where writing them as a note would take minutes.
import { expect, test } from '@jest/globals';
import { basic, cloze, notesOf } from './collections.ts';

const long = 'w &amp; <b>x</b> '.repeat(7000);

test.each([
  ['a question and its answer', { type: basic, fields: ['Which?', long] }],
  ['a text with gaps', { type: cloze, fields: [`{{c1::one}} ${long}`, ''] }],
])('%s of 100,000 characters and more is left out and told', (_, sketch) => {
  const { notes, left } = notesOf([sketch, { type: basic, fields: ['Where?', 'Here'] }]);
  expect(notes.flatMap(({ cards }) => cards)).toEqual([2000]);
  expect(left.filter(({ isCard }) => isCard).map(({ card, reason }) => [card, reason.code])).toEqual([
    [1000, 'problems/deck/notKept'],
  ]);
});
