// The scanner of inline Markdown against remark.
import { describe, expect, test } from '@jest/globals';
import type { PhrasingContent } from 'mdast';
import fc from 'fast-check';
import { parseInline, remarkInline } from '../../../../src/core/note/parse/markdown.ts';
import { scanInline } from '../../../../src/core/note/scan/inline.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { inlineText } from './inline-text.ts';

/** Nodes without what only a renderer reads. */
function shape(nodes: readonly PhrasingContent[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'data' ? undefined : value)));
}

describe('the inline scanner', () => {
  test('gives what remark gives where it is sure', () => {
    fc.assert(
      fc.property(inlineText, (text) => {
        const scanned = scanInline(text);
        if (scanned) expectAlike(shape(scanned), shape(remarkInline(text)));
      }),
      { numRuns: runs(50_000) },
    );
  });

  test.each([
    ['a wikilink', 'Kinds of [[Graph#^abc|trees]]'],
    ['bold text', '**[[WinoGender]] Dataset** and more'],
    ['a formula', 'the ratio $\\frac{\\vec v}{n}$ of both'],
    ['a highlight', 'A ==hidden part== of a *line*\nand another'],
    ['code', 'set `batch_size` to 4'],
    ['an embed', '![[plot.png#invert|300]]'],
    ['a link', 'see [the paper](https.pdf) there'],
  ])('reads %s without remark', (_, text) => {
    expect(scanInline(text)).not.toBeNull();
    expect(shape(scanInline(text) ?? [])).toEqual(shape(remarkInline(text)));
  });

  test.each([
    ['a formula that ends after a blank', 'a $b $ c'],
    ['a formula before a number', 'costs $5 or so$6'],
    ['a formula that is never closed', 'a $b'],
    ['a dollar before a blank', 'a $ b$'],
    ['an escaped dollar in a formula', 'a $b\\$c$ d'],
    ['a formula of two lines', 'a $b\nc$'],
    ['a blank line', 'a\n\nb'],
    ['a line end at the end', 'a\n'],
    ['blanks before a mark on the next line', 'a\n  *b*'],
    ['code of two lines', '`a\nb`'],
    ['code that is never closed', 'a `b'],
    ['code with a longer row of signs', '`a`` b`'],
    ['code with blanks around', '` a ` and `  `'],
    ['a highlight that touches another', '==a====b=='],
  ])('reads %s as remark does, or leaves it to remark', (_, text) => {
    expect(shape(parseInline(text))).toEqual(shape(remarkInline(text)));
  });

  test.each(['![[a', '![[a] b', '![[]] b', '![[a\nb]]', '!'])('finds no embed in %j', (text) => {
    expect(remarkInline(text).map(({ type }) => type)).not.toContain('embed');
  });

  test.each([
    ['HTML', 'a <b>c</b>'],
    ['an escape', 'a \\* b'],
    ['an entity', 'a &amp; b'],
    ['a URL', 'http://x.y'],
    ['crossing marks', '**a ==b** c=='],
    ['a hard break', 'a  \nb'],
  ])('leaves %s to remark', (_, text) => {
    expect(scanInline(text)).toBeNull();
  });
});
