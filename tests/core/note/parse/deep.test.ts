// Quotes and lists within each other without end.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { toAnkiHtml } from '../../../../src/core/import/anki-html.ts';
import { deepSpans } from '../../../../src/core/note/parse/deep.ts';
import { findLinks } from '../../../../src/core/note/wikilink.ts';
import { inEnglish } from '../../../../scripts/node/english.ts';

/** Lists within each other, each on its own line. */
const steps = (depth: number): string =>
  Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- [[Page ${String(index)}]]`).join('\n');

describe('marks that are too deep', () => {
  test.each([
    ['a hundred lists on a line', `${'- '.repeat(100)}a`, []],
    ['more lists on a line', `a\n\n${'- '.repeat(103)}a`, [{ start: 3 + 200, end: 3 + 205 }]],
    ['more quotes', `${'>'.repeat(210)}a`, [{ start: 200, end: 210 }]],
    ['a mark behind many tabs', `${'\t'.repeat(60)}- a`, [{ start: 60, end: 61 }]],
    ['words behind many blanks', `${' '.repeat(300)}a - b`, []],
    ['code', `\`\`\`\n${'- '.repeat(200)}\n\`\`\``, []],
  ])('%s', (_, text, spans) => {
    expect(deepSpans(text)).toEqual(spans);
  });

  test.each([
    ['lists on a line', '- '.repeat(20_000) + 'end'],
    ['numbered lists on a line', '1. '.repeat(20_000) + 'end'],
    ['quotes', '> '.repeat(20_000) + 'end'],
    ['quotes without blanks', '>'.repeat(20_000) + 'end'],
    ['both in turn', '> - '.repeat(10_000) + 'end'],
  ])('are text in an export: %s', (_, text) => {
    const { html } = toAnkiHtml(text);
    expect(html).toContain('end');
    expect(html.split(/<(?:ul|ol|blockquote)>/).length).toBeLessThanOrEqual(202);
    expect(html.split('<').length).toBe(html.split('>').length);
  });

  test('keep their words and links', () => {
    expect(findLinks(steps(1000)).map(({ target }) => target)).toEqual(
      Array.from({ length: 1000 }, (_, index) => `Page ${String(index)}`),
    );
    expect(toAnkiHtml(steps(1000)).html).toContain('Page 999');
  });

  test('are reported once, with the line of the first', () => {
    const text = `---\ntags: flashcards\n---\n## Q\nA\n\n${'- '.repeat(1600)}a\n${'- '.repeat(1600)}b`;
    const { cards, problems } = extractCards({ path: 'N.md', text });
    expect(cards).toHaveLength(1);
    expect(problems.map(({ line, message }) => [line, inEnglish(message)])).toEqual([
      [7, 'Nested too deeply; the innermost is read as plain text.'],
    ]);
  });
});
