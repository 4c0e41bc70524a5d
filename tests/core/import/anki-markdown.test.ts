import { expect, test } from '@jest/globals';
import { readField } from '../../../src/core/import/anki-markdown.ts';

const fromAnkiHtml = (field: string, isHtml: boolean): string =>
  readField(field, isHtml, 'blocks', 0).markdown;

test.each([
  ['<b>a</b> <em>b</em> <mark>c</mark> <code>d</code>', '**a** *b* ==c== `d`'],
  ['<b>one <b>two</b> three', '**one two** three'],
  ['a <b>left open', 'a **left open**'],
  ['a<!-- <b>no</b> -->b<style>p {}</style><script>x()</script>', 'ab'],
  [`<img src="a.png"><img src='b.png'><img src=c.png><img alt="d">`, '![[a.png]]![[b.png]]![[c.png]]'],
  ['&lt;&nbsp;&gt; &unknown; &#233; &#xe9; &#0; &#x110000;', '< > &unknown; é é &#0; &#x110000;'],
  ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['<p>a</p><div>b</div>', 'a\n\nb'],
])('%j is %j', (html, markdown) => {
  expect(fromAnkiHtml(html, true)).toBe(markdown);
});

test('plain text stays as it is', () => {
  expect(fromAnkiHtml('<b>&lt;</b>  \r\nx', false)).toBe('<b>&lt;</b>\nx');
});
