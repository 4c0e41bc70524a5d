// The scanner of inline Markdown against remark.
import { describe, expect, test } from '@jest/globals';
import type { PhrasingContent } from 'mdast';
import fc from 'fast-check';
import { parseInline, remarkInline } from '../../../../../src/core/note/parse/markdown.ts';
import { readInline, scanInline } from '../../../../../src/core/note/scan/inline/inline.ts';
import { expectAlike } from '../../../../alike.ts';
import { runs } from '../../../../random.ts';
import { inlineSigns, inlineText } from './inline-text.ts';

/** What only a renderer reads, and places but for their offset. */
const untold: ReadonlySet<string> = new Set(['data', 'line', 'column']);

function shape(nodes: readonly PhrasingContent[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (untold.has(key) ? undefined : value)));
}

describe('the inline scanner', () => {
  test('gives the same as remark where it is sure', () => {
    fc.assert(
      fc.property(fc.oneof(inlineText, inlineSigns), (text) => {
        const scanned = scanInline(text);
        if (scanned) expectAlike(shape(scanned), shape(remarkInline(text)));
      }),
      { numRuns: runs(50_000) },
    );
  });

  test.each([
    ['a wikilink', 'Kinds of [[Graph#^abc|trees]]'],
    ['a link to a bar', 'Look at [[|a]] and [[|]]'],
    ['bold text', '**[[WinoGender]] Dataset** and more'],
    ['a formula', 'the ratio $\\frac{\\vec v}{n}$ of both'],
    ['a formula of two lines', 'a $b\nc$'],
    ['a formula that was blanked', 'so $$xxxxx$$ holds'],
    ['a formula that ends after a blank', 'a $b $ c'],
    ['a formula before a number', 'costs $5 or so$6'],
    ['a formula that is never closed', 'a $b'],
    ['a dollar before a blank', 'a $ b$'],
    ['an escaped dollar in a formula', 'a $b\\$c$ d'],
    ['dollars in rows', '$$$a$$x$ and $$ b $$'],
    ['a highlight', 'A ==hidden part== of a *line*\nand another'],
    ['a highlight of two lines', 'A ==hidden\n  part== of it'],
    ['a highlight that touches another', '==a====b=='],
    ['marks in a highlight', '==a **b** _c_=='],
    ['crossing marks', '**a ==b** c== and ==d **e== f**'],
    ['bold italics', '***a*** and ***b** c*'],
    ['emphasis that three signs forbid', '*a**b*c**'],
    ['marks inside words', 'a_b_c and d*e*f'],
    ['strikethrough', '~~a~~ ~b~ ~~~c~~~ \\~~d~'],
    ['code', 'set `batch_size` to 4'],
    ['code beside marks', '**`a`** and *b*`c`'],
    ['code of two lines', '`a\nb`'],
    ['code that is never closed', 'a `b'],
    ['code with a longer row of signs', '`a`` b`'],
    ['code with blanks around', '` a ` and `  `'],
    ['code behind an escaped sign', '\\``a` b``'],
    ['an embed', '![[plot.png#invert|300]]'],
    ['a link', 'see [the paper](https.pdf) there'],
    ['a link with a title', 'see [a *b*](<c d> "e \\" f") and [g](h \'i\n  j\')'],
    ['a link with parentheses', '[a](b(c)d) [e](f(g) [h](i\\)j)'],
    ['an empty link', '[](a) [b]() [c]( <> )'],
    ['a link in a link', '[a [b](c) d](e) ![f [g](h)](i)'],
    ['brackets that are no link', '[a] [b][c] [^1] ![d] [ ] (e)'],
    ['images', '![](a.png) ![b **c** `d`](e.png "f") ![[g]h](i)'],
    ['a hard break', 'a  \n  b\\\nc \t\nd'],
    ['blanks before a mark on the next line', 'a\n  *b*'],
    ['lines that Windows ends', 'a  \r\nb \r\n `c\r\nd`'],
    ['a blank line', 'a\n\nb'],
    ['a line end at the end', 'a\n'],
    ['blank lines at the start', ' \n\n  a'],
    ['HTML', 'a <b class="x y" data-z=1 hidden>c</b ><br/>'],
    ['HTML of two lines', "a <b\n  c='d\ne'>f"],
    ['signs that are no HTML', 'a < b <1> <a b=> <a"> </ a>'],
    ['addresses between signs', '<http://a.b/c d> <http://a.b/c?d=*e*>'],
    ['bare addresses', 'http://a.b/c_d_(e). Www.f.g, https://h and xhttp://i.j'],
    ['a bare address beside marks', '*www.a.b* **https://c.d/e** (http://f.g/h)?'],
    ['an address in a link', '[http://a.b](c) [www.d.e](f)'],
    ['escapes', '\\*a\\* \\[b] \\q \\\\ `\\`'],
    ['character references', '&amp;&lt; &#42;a&#42; &#x3B1; &; &nothing &notaname'],
    ['a handle', '@name and a @ b'],
  ])('reads %s without remark, as remark does', (_, text) => {
    expect(scanInline(text)).not.toBeNull();
    expect(shape(scanInline(text) ?? [])).toEqual(shape(remarkInline(text)));
  });

  test.each([
    ['a lone carriage return', 'a\rb', 'a carriage return or a character that Markdown drops'],
    ['a comment', 'a <!-- b --> c', 'a comment or declaration, or a long tag'],
    ['a rare name', 'a &bigstar; b', 'a rare character reference'],
    ['a control character', 'a &#7; b', 'a rare character reference'],
    ['an e-mail address', 'a@b.co', 'an e-mail address'],
    ['an e-mail address like a page', 'www.a@b.co', 'an e-mail address'],
    ['an address with a long tail', `http://a.b/c${'.'.repeat(300)}d`, 'a long address'],
    ['a title without an end', `[a](b "${'c'.repeat(3000)}`, 'a long title'],
    ['a very long tag', `<a b="${'c'.repeat(3000)}">`, 'a comment or declaration, or a long tag'],
    ['marks in marks in marks', '*a _b '.repeat(60) + 'c_ d*'.repeat(60), 'marks too deep within each other'],
  ])('leaves %s to remark, and says why', (_, text, doubt) => {
    expect(readInline(text)).toBe(doubt);
    expect(shape(parseInline(text))).toEqual(shape(remarkInline(text)));
  });

  test('keeps the line end in a highlight of two lines', () => {
    const [highlight] = remarkInline('==a\nb==');
    expect(highlight).toMatchObject({ type: 'highlight', children: [{ value: 'a\nb' }] });
  });

  test.each(['![[a', '![[a] b', '![[]] b', '![[a\nb]]', '!'])('finds no embed in %j', (text) => {
    expect(remarkInline(text).map(({ type }) => type)).not.toContain('embed');
  });
});
