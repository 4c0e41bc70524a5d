// What must hold of the cards of any text at all.
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import type { Card } from '../../../src/core/card/card.ts';
import { extractCards, type NoteCards } from '../../../src/core/card/extract.ts';
import { sliceRuns } from '../../../src/core/note/span.ts';
import { expectAlike } from '../../alike.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const all = { ...defaultCardOptions, watch: 'all' } as const;

export const readCards = (text: string): NoteCards => extractCards({ path: 'Folder/Note.md', text }, all);
export const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Each card asks and answers, with slices of the note and a line of it; a second reading gives the same. */
export function expectSound(text: string): void {
  const first = readCards(text);
  const source = text.replace(/^\uFEFF/, '');
  const lineCount = source.split('\n').length;
  const isLine = (line: number) => line >= 1 && line <= lineCount;
  // A cloze may be shown with the list around it, an answer with its footnotes; the history knows the slice then.
  // A row shows its cells with their heads, and bars without their backslash.
  const holdsCells = ({ answer, answerRuns }: Card) =>
    answerRuns.every((run) => answer.includes(sliceRuns(source, [run]).replaceAll('\\|', '|').trim()));
  const isSlice = (card: Card) => (card.source === 'table' ? holdsCells(card) : isSliceOf(card));
  const isSliceOf = ({ source: from, answer, answerRuns, knownAnswer }: Card) =>
    from === 'property' ||
    source.includes('{{') ||
    [answer, knownAnswer].includes(unix(sliceRuns(source, answerRuns)));
  // Lists of what is wrong: a matcher for each part of each card took more time than the cards.
  expectAlike(
    first.cards.filter((card) => card.question.trim() === '' || card.answer.trim() === ''),
    [],
  );
  expectAlike(
    first.cards.filter(({ context }) => context.some((text) => text.trim() === '')),
    [],
  );
  expectAlike(
    first.cards.filter((card) => !isLine(card.line) || !isSlice(card)),
    [],
  );
  expectAlike(
    first.problems.filter(
      ({ path, line, message }) =>
        path !== 'Folder/Note.md' || !isLine(line) || !/\S/.test(inEnglish(message)),
    ),
    [],
  );
  expectAlike(readCards(text), first);
}
