// Quotes and items whose lines lack their mark, by the hundreds.
import { describe, expect, test } from '@jest/globals';
import { toAnkiHtml } from '../../../../src/core/import/anki-html.ts';
import { lazySpans } from '../../../../src/core/note/parse/lazy.ts';

const lazy = (count: number): string => 'word\n'.repeat(count);

describe('marks that too many lazy lines follow', () => {
  test.each([
    ['a quote', `> a\n${lazy(301)}`, [{ start: 0, end: 2 }]],
    ['an item', `- a\n${lazy(301)}`, [{ start: 0, end: 2 }]],
    ['an item in a quote, behind text', `text\n\n> 1. a\n${lazy(301)}`, [{ start: 6, end: 11 }]],
    ['a few lines', `> a\n${lazy(299)}`, []],
    ['a blank line between', `> a\n\n${lazy(301)}`, []],
    ['a mark on each', '> a\n'.repeat(400), []],
    ['code', `\`\`\`\n> a\n${lazy(301)}\`\`\``, []],
  ])('%s', (_, text, spans) => {
    expect(lazySpans(text)).toEqual(spans);
  });

  test('an export keeps every word', () => {
    const { html } = toAnkiHtml(`> first\n${lazy(4000)}> last\n`);
    expect(html).toContain('first');
    expect(html).toContain('last');
    expect(html.split('word').length).toBe(4001);
  });
});
