import { describe, expect, test } from '@jest/globals';
import { linkSimilar, sureThreshold, threshold } from '../../../../src/core/identity/steps/similar.ts';
import type { Scored } from '../../../../src/core/identity/steps/similar.ts';
import { grams, inNote, linksOf, measured, print, comparisonOf } from '../fingerprints.ts';
import type { Named } from '../fingerprints.ts';

const anyPair = (): boolean => true;
/** More than any score: nothing is linked, all pairs are given back. */
const unreachable = 2;

const told = (pairs: readonly Scored<string, string>[]): [string, number][] =>
  pairs.map(({ from, to, score }) => [`${from.origin} → ${to.origin}`, Number(score.toFixed(10))]);

/** Of 20 pieces; shares `20 - by` with the one that is moved by nothing. */
const moved = (by: number): ReturnType<typeof grams> => grams(by, by + 20);
const old = (fields: Partial<Named> = {}, origin = 'old'): Named =>
  measured(origin, moved(0), moved(0), fields);
const candidate = (question: number, answer: number, fields: Partial<Named> = {}, origin = 'new'): Named =>
  measured(origin, moved(question), moved(answer), fields);
const same = { question: 'What is it?' };

describe('the score of two cards of one note', () => {
  const score = (from: Named, to: Named): number | undefined => {
    const comparison = comparisonOf([from], [to]);
    return linkSimilar(comparison, [from], anyPair, unreachable)[0]?.score;
  };
  // .08 for equal headings, .07 for the note, .1 for equal neighbours.
  const place = 0.25;

  test.each([
    ['counts questions .3 and long answers .5', old(), candidate(5, 10), 0.3 * 0.75 + 0.5 * 0.5 + place],
    ['counts a word for an answer .2', old({ answerLength: 0 }), candidate(5, 0), 0.3 * 0.75 + 0.2 + place],
    [
      'adds .15 where nobody else asks the same',
      old(same),
      candidate(0, 10, same),
      0.3 + 0.25 + 0.15 + place,
    ],
    [
      'adds nothing where less than half of the answer is left',
      old(same),
      candidate(0, 11, same),
      0.3 + 0.225 + place,
    ],
    ['adds nothing where the question was edited', old(same), candidate(0, 10), 0.3 + 0.25 + place],
    [
      'counts headings .08',
      old({ headings: ['H', 'I'] }),
      candidate(0, 0, { headings: ['J', 'I'] }),
      0.3 + 0.5 + 0.04 + 0.17,
    ],
  ])('%s', (_, from, to, expected) => {
    expect(score(from, to)).toBeCloseTo(expected, 10);
  });

  // Beside an answer of 13 characters, 11 of the question are 24.
  test.each([
    ['from 24 characters on', 13, 0.15],
    ['not below 24 characters', 12, 0],
  ])('adds .15 for a question that stands once %s', (_, answerLength, single) => {
    const weight = 0.2 + (0.3 * answerLength) / 160;
    const found = score(old({ ...same, answerLength }), candidate(0, 0, { ...same, answerLength }));
    expect(found).toBeCloseTo(0.3 + weight + single + place, 10);
  });

  test.each([
    [8, 0.15],
    [9, 0],
  ])('asks more of the answer of a card that was lost before: of 20 grams %p are others', (grams, single) => {
    // Its neighbours do not count.
    const answer = (20 - grams) / 20;
    expect(score(old({ ...same, position: -1 }), candidate(0, grams, same))).toBeCloseTo(
      0.3 + 0.5 * answer + 0.15 + single,
      10,
    );
  });

  test.each([
    ['old', [old(same), print('b', { ...same, position: 1 })], [candidate(0, 0, same)]],
    ['new', [old(same)], [candidate(0, 0, same), print('b', { ...same, position: 1 })]],
  ])('adds nothing where two %s cards ask the same', (_, olds, news) => {
    const comparison = comparisonOf(olds, news);
    const pair = linkSimilar(comparison, olds.slice(0, 1), anyPair, unreachable).find(
      ({ to }) => to === news[0],
    );
    expect(pair?.score).toBeCloseTo(0.3 + 0.5 + place, 10);
  });
});

describe('the score of two cards of different notes', () => {
  const score = (headings: readonly string[], along: number): number | undefined => {
    const cards = (side: string): Named[] =>
      Array.from({ length: along }, (_, at) => print(`${side}${at}`, { question: `${at}` }));
    const olds = inNote('n.md', ...cards('a'), old({ headings }));
    const news = inNote('m.md', ...cards('x'), candidate(0, 0, { headings }));
    const linked = olds.slice(0, along).map((from, at) => [from, news[at]] as const);
    return linkSimilar(comparisonOf(olds, news, linked), olds, anyPair, unreachable)[0]?.score;
  };

  test.each([
    ['counts what they say', [], 0, 0.8],
    ['counts headings too', ['H'], 0, 0.88],
    ['counts a third of the note and a neighbour for a card that came along', [], 1, 0.8 + 0.07 / 3 + 0.05],
    ['counts the whole note where three came along', [], 3, 0.8 + 0.07 + 0.05],
    ['counts no more where six came along', [], 6, 0.8 + 0.07 + 0.05],
  ])('%s', (_, headings, along, expected) => {
    expect(score(headings, along)).toBeCloseTo(expected, 10);
  });
});

describe('similar cards', () => {
  test('are linked from the lowest sufficient score on', () => {
    const [from, to] = [old(), candidate(5, 10)];
    const [pair] = linkSimilar(comparisonOf([from], [to]), [from], anyPair, unreachable);
    const comparison = comparisonOf([from], [to]);
    linkSimilar(comparison, [from], anyPair, pair?.score ?? unreachable);
    expect(comparison.matching.matches).toEqual([{ from, to, step: 'similar', score: pair?.score }]);
  });

  test('are returned from .45 on, most alike first, if the score is too low', () => {
    const news = inNote(
      'n.md',
      candidate(19, 12, {}, 'x'),
      candidate(10, 10, {}, 'y'),
      candidate(19, 14, {}, 'less than .45'),
      candidate(18, 10, {}, 'z'),
    );
    const comparison = comparisonOf([old()], news);
    expect(told(linkSimilar(comparison, comparison.olds, anyPair, unreachable))).toEqual([
      ['old → y', 0.65],
      ['old → z', 0.53],
      ['old → x', 0.465],
    ]);
  });

  test('are not linked where that is not allowed', () => {
    expect(linkSimilar(comparisonOf([old()], [candidate(0, 0)]), [old()], () => false, threshold)).toEqual(
      [],
    );
  });

  test.each([
    ['the likest of two is linked that leads by .075', 3, ['old → x']],
    ['neither of two is linked where one leads by .05', 2, []],
  ])('%s', (_, by, expected) => {
    const comparison = comparisonOf(
      [old()],
      inNote('n.md', candidate(0, 0, {}, 'x'), candidate(0, by, {}, 'y')),
    );
    linkSimilar(comparison, comparison.olds, anyPair, threshold);
    expect(linksOf(comparison, 'similar')).toEqual(expected);
  });

  test('are linked once the most alike are: then nothing competes with them', () => {
    const olds = inNote('n.md', old({}, 'a'), measured('b', moved(0), moved(4)));
    const news = inNote('n.md', candidate(0, 0, {}, 'x'), candidate(0, 8, {}, 'y'));
    const comparison = comparisonOf(olds, news);
    linkSimilar(comparison, olds, anyPair, threshold);
    expect(linksOf(comparison, 'similar').sort()).toEqual(['a → x', 'b → y']);
  });

  test.each([
    ['are all compared in a note of 30 cards that changed', 30, ['a → x']],
    ['are compared where their question or answer leads to them in a note of 31', 31, []],
  ])('%s', (_, count, expected) => {
    // Only the answers of `a` and `x` are alike, and these cards have no sketch by which an answer is looked up.
    const others = (side: string, apart: number): Named[] =>
      Array.from({ length: count - 1 }, (__, at) => {
        const pieces = grams(apart + 100 * at, apart + 100 * at + 20);
        return measured(`${side}${at}`, pieces, pieces);
      });
    const olds = inNote('n.md', old({}, 'a'), ...others('old', 1000));
    const news = inNote('n.md', candidate(20, 0, {}, 'x'), ...others('new', 100_000));
    const comparison = comparisonOf(olds, news);
    linkSimilar(comparison, olds, anyPair, threshold);
    expect(linksOf(comparison, 'similar')).toEqual(expected);
  });

  test('are asked for more as long as cards may not leave their notes', () => {
    expect(sureThreshold).toBeGreaterThan(threshold);
  });
});

describe('a card moved out of its note', () => {
  const there = (origin: string, fields: Partial<Named> = {}): Named =>
    candidate(0, 1, { note: 'm.md', ...fields }, origin);
  const links = (
    olds: readonly Named[],
    news: readonly Named[],
    linked: Parameters<typeof comparisonOf>[2],
  ): string[] => {
    const comparison = comparisonOf(olds, news, linked);
    linkSimilar(comparison, olds, anyPair, threshold);
    return linksOf(comparison, 'similar');
  };
  const other = old({ note: 'o.md' }, 'other');
  const still = candidate(0, 0, { note: 'o.md' }, 'still');
  const elsewhere = print('elsewhere', { question: 'Elsewhere', note: 'e.md' });

  test('is linked where it is like its new self alone', () => {
    expect(links([old()], [there('x')], [])).toEqual(['old → x']);
  });

  test('is not linked where another new card is as like, though that one is taken', () => {
    expect(links([old(), elsewhere], [there('x'), still], [[elsewhere, still]])).toEqual([]);
  });

  test('is not linked where another old card is as like, though that one has its own', () => {
    const apart = print('apart', { question: 'Apart', note: 'e.md' });
    expect(links([old(), other], [there('x'), apart], [[other, apart]])).toEqual([]);
  });

  test('is linked though another card is a little like it', () => {
    const far = candidate(10, 10, { note: 'o.md' }, 'far');
    expect(links([old(), elsewhere], [there('x'), far], [[elsewhere, far]])).toEqual(['old → x']);
  });

  test('needs no such proof within its note', () => {
    const here = there('x', { note: 'n.md' });
    expect(links([old(), elsewhere], [here, still], [[elsewhere, still]])).toEqual(['old → x']);
  });
});
