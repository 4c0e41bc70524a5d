import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeEvent, parseLine } from '../../../../src/core/history/log-format.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../../src/core/history/card-snapshot.ts';
import {
  cardIds,
  freeId,
  snapshotOf,
  normalise,
  shortHash,
} from '../../../../src/core/identity/fingerprint/fingerprint.ts';
import { note, runs } from '../cards.ts';

const card = { note: 'n.md', source: 'heading', question: 'Entropy', answer: 'Mean surprise.' };

describe('the normalised text', () => {
  test.each([
    ['CRLF', 'a\r\nb', 'a\nb'],
    ['tabs and runs of blanks', 'a \t  b', 'a b'],
    ['composed and decomposed letters', 'café', 'cafe\u0301'],
    ['an HTML comment on several lines', 'a <!--SR:!2026-01-01,\n3,250--> b', 'a b'],
    ['an Obsidian comment', 'a %%todo\nx%% b', 'a b'],
    ['a block id at the end of a line', 'a ^x-1\nb', 'a\nb'],
    ['a block id on its own line', 'a\n^x-1', 'a'],
  ])('ignores %s', (_, left, right) => {
    expect(normalise(left)).toBe(normalise(right));
  });

  test.each([
    ['a power', 'x^2', 'x'],
    ['letter case', 'LLaMA', 'Llama'],
    ['a single per cent sign', '5 % of', '5 of'],
  ])('keeps %s', (_, left, right) => {
    expect(normalise(left)).not.toBe(normalise(right));
  });

  test('stays as it is when normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      runs(2000),
    );
  });
});

/** The id of the card after `earlier` equal ones. */
const cardId = (one: typeof card, earlier = 0): string =>
  cardIds(Array.from({ length: earlier + 1 }, () => one))[earlier] ?? '';

describe('the id of a card', () => {
  test('is 26 letters of base32 and never changes between versions', () => {
    expect(cardId(card, 0)).toBe('2szj73mj5ca3sxt7vbjrr75k7u');
  });

  test.each([
    ['source', { ...card, source: 'lead-in' }, 0],
    ['question', { ...card, question: 'Entropy of' }, 0],
    ['answer', { ...card, answer: 'Mean' }, 0],
    ['note', { ...card, note: 'm.md' }, 0],
    ['ordinal', card, 1],
  ])('depends on the %s', (_, other, ordinal) => {
    expect(cardId(other, ordinal)).not.toBe(cardId(card, 0));
  });

  test('does not confuse the end of the question with the start of the answer', () => {
    expect(cardId({ ...card, question: 'AB', answer: 'C' }, 0)).not.toBe(
      cardId({ ...card, question: 'A', answer: 'BC' }, 0),
    );
  });

  test('differs between equal cards of a note', () => {
    const ids = cardIds(note('n.md', ['A', 'x'], ['A', 'x'], ['A', 'x']));
    expect(new Set(ids).size).toBe(3);
  });

  test('is salted where another card owns it', () => {
    const taken = new Set([cardId(card, 0)]);
    for (let count = 2; count < 5; count += 1) {
      taken.add(freeId(cardId(card, 0), (id) => taken.has(id)));
      expect(taken.size).toBe(count);
    }
  });
});

describe('the snapshot of a card', () => {
  test('cuts a long question between characters', () => {
    const snapshot = snapshotOf({ ...card, question: '😀'.repeat(200), headings: [], ordinal: 0, line: 1 });
    expect(snapshot.question).toBe('😀'.repeat(160));
  });

  test('fits into a line of the log, however long the headings above it and whatever their script', () => {
    for (const sign of ['x', '漢', '😀', '\0', '\ud800']) {
      const headings = Array.from({ length: 6 }, () => sign.repeat(20_000));
      const snapshot = snapshotOf({ ...card, question: headings[0] ?? '', headings, ordinal: 0, line: 1 });
      const event = {
        i: 'desk01.1',
        t: Date.UTC(2026, 10, 2),
        k: 'c',
        c: 'one',
        ...encodeSnapshot(snapshot),
      } as const;
      expect(parseLine(encodeEvent(event))).toEqual({ event, text: expect.any(String) as unknown });
      expect(decodeSnapshot(event)).toEqual(snapshot);
    }
  });

  test('hashes the whole question', () => {
    const long = 'long '.repeat(100);
    const snapshot = snapshotOf({ ...card, question: long, headings: [], ordinal: 0, line: 1 });
    expect(snapshot.questionHash).toBe(shortHash(long));
  });
});

test('a text is normalised as if NFC were asked for and every run of blanks replaced', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\t', '\u00a0', '\u2003', 'e\u0301', 'ﬁ', '\u0000', '각', 'é', '𝑥'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (any) => {
      const plain = any.replaceAll('\u0000', ' ').normalize('NFC').replace(/\s+/g, ' ').trim();
      expect(normalise(any)).toBe(plain);
    }),
  );
});
