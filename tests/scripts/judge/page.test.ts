import { describe, expect, test } from '@jest/globals';
import { cardHtml } from '../../../scripts/judge/card-html.ts';
import type { JudgedCard } from '../../../scripts/judge/judged-card.ts';
import { noteParts } from '../../../scripts/judge/page/note-parts.ts';
import { sampleCards } from '../../../scripts/judge/sample.ts';

const many = (source: JudgedCard['source'], count: number): JudgedCard[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${source} ${index}`,
    note: 'Sleep.md',
    source,
    prompt: '',
    question: '',
    answer: '',
    context: [],
    chip: '',
    line: 1,
    questionSpan: null,
    answerRuns: [],
  }));

describe('a sample', () => {
  const cards = [...many('heading', 100), ...many('title', 2), ...many('cloze', 30)];
  const counts = (sample: readonly JudgedCard[]): number[] =>
    ['title', 'heading', 'cloze'].map((name) => sample.filter(({ source }) => source === name).length);

  test('has as many of each source as there are, and fills up with the others', () => {
    expect(counts(sampleCards(cards, 12, 1))).toEqual([2, 5, 5]);
    expect(counts(sampleCards(cards, 90, 1))).toEqual([2, 58, 30]);
  });

  test('is the same for one seed, and another for another', () => {
    const ids = (seed: number): string[] => sampleCards(cards, 12, seed).map(({ id }) => id);
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
  });

  test('larger than the whole is everything once', () => {
    expect(new Set(sampleCards(cards, 1000, 1)).size).toBe(cards.length);
  });
});

test('a note is cut at its card, and keeps every character', () => {
  const text = 'before Q mid A after';
  const parts = noteParts(text, [
    { start: 7, end: 8, side: 'question' },
    { start: 7, end: 14, side: 'answer' },
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ side }) => side !== null)).toEqual([
    { text: 'Q', side: 'question' },
    { text: ' mid A', side: 'answer' },
  ]);
});

describe('the HTML of a card', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', /<img/],
    ['<script>alert(1)</script>', /<script/],
    ['![a](https://example.org/a.png)', /src=/],
    ['[a](javascript:alert(1))', /href/],
    ['<https://example.org>', /href/],
  ])('runs and fetches nothing: %s', (markdown, banned) => {
    expect(cardHtml(markdown)).not.toMatch(banned);
  });

  test('keeps lists and bold', () => {
    expect(cardHtml('- **a**')).toContain('<li><strong>a</strong></li>');
  });
});
