import { describe, expect, test } from '@jest/globals';
import { drain } from '../../../src/core/history/drain.ts';
import { importDeck, importSteps } from '../../../src/core/import/anki-import.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';

const answers = [
  'plain words that go on for a while, so that a deck of them is read back in several pieces',
  '# a heading',
  '- a list<br>- of two',
  '**Bold:** and more',
  'a::b',
  '{{c1::hidden}} in an answer',
  '> [!note] callout',
  '`code` $x$ [[link]] #tag [^1]',
  '[1]: https://example.org',
  '%%',
  '$$',
];
const content = Array.from({ length: 330 }, (_, at) => {
  const question = at % 7 === 0 ? 'References' : `Question ${String(at % 50)}`;
  const answer = answers[at % answers.length] ?? '';
  return at % 13 === 0 ? `{{c1::hidden ${String(at)}}} here\t` : `${question}\t${answer} ${String(at)}`;
}).join('\n');

describe('a deck that is read in steps', () => {
  const deck = { path: 'Deck.txt', content, folder: '', tag: 'flashcards', options: defaultCardOptions };

  test('gives the same notes, cards and problems as one read as a whole', () => {
    const whole = importDeck(deck.path, content, '', deck.tag);
    const steps = drain(importSteps({ ...deck, isWhole: false }));
    expect(whole.cards).toBeGreaterThan(250);
    expect(whole.files[0]?.text.length).toBeGreaterThan(10_000);
    expect(steps).toEqual(whole);
  });

  test('reports progress, row by row, never backwards', () => {
    const told = [...importSteps({ ...deck, isWhole: false })].map(({ done }) => done);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(330);
  });
});
