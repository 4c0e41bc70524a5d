// The source that CONTRIBUTING shows as an example does what is said of it there.
import { describe, expect, test } from '@jest/globals';
import type { NoteText } from '../../../../src/core/card/draft.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import { listsOf } from '../../../../src/core/card/lists/listed.ts';
import { noteWords } from '../../../../src/core/card/worth/note-words.ts';
import { readSections } from '../../../../src/core/card/section.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { sliceRun, sliceRuns, type Span } from '../../../../src/core/note/span.ts';
import { definitionCards } from './definition.ts';

const text = '## Sleep\n\nSpindle\n: A burst of 11–16 Hz in N2.\n\nProse: not a definition.\n';
const outline = readOutline(text);
const note: NoteText = {
  path: 'Notes.md',
  title: 'Notes',
  subject: 'Notes',
  text,
  outline,
  tags: [],
  options: defaultCardOptions,
  lists: listsOf(defaultCardOptions),
  words: noteWords({ title: 'Notes', subject: 'Notes' }),
};
const section = readSections(text, outline).at(-1);

function find(taken: readonly Span[]) {
  if (!section) throw new Error('the note has a section');
  return definitionCards(note, section, taken);
}

describe('the example of a source', () => {
  test('makes a card of a definition, and of nothing else', () => {
    const { drafts, claims } = find([]);
    const cards = drafts.map(({ question, answer, context }) => ({
      question: typeof question === 'string' ? question : sliceRun(text, question),
      answer: sliceRuns(text, answer),
      context,
    }));
    expect(cards).toEqual([
      { question: 'Spindle', answer: 'A burst of 11–16 Hz in N2.', context: ['Notes', 'Sleep'] },
    ]);
    expect(claims.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Spindle\n: A burst of 11–16 Hz in N2.\n',
    ]);
  });

  test('leaves alone what a more explicit source has taken', () => {
    expect(find([{ start: 0, end: text.length }]).drafts).toEqual([]);
  });
});
