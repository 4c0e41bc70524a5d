import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleText, toAnkiHtml } from '../../../src/core/import/anki-html.ts';
import { decodeEntities } from '../../../src/core/import/html-tokens.ts';
import { noteText, runs } from '../../random.ts';

describe('Markdown for Anki', () => {
  test.each([
    ['Water is **wet** and *clear*.', 'Water is <b>wet</b> and <i>clear</i>.'],
    ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    ['One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
    ['- a\n- [x] b', '<ul><li><p>a</p></li><li>☑ <p>b</p></li></ul>'],
    ['`<b>` and $x < y$', '<code>&lt;b&gt;</code> and \\(x &lt; y\\)'],
    ['$$\na_b\n$$', '\\[\na_b\n\\]'],
    ['> Thus\n> $$a\n> < b$$\n> end', '<blockquote><p>Thus<br>\\[a\n&lt; b\\]<br>end</p></blockquote>'],
    ['==hidden== [[Page|shown]] [[Page]]', '<mark>hidden</mark> shown Page'],
    ['[a](https://x.y/?a=1&b=2) [b](Other.md)', '<a href="https://x.y/?a=1&amp;b=2">a</a> b'],
    ['[x](javascript:alert(1))', 'x'],
    ['H<sub>2</sub>O, x<sup>2</sup>', 'H<sub>2</sub>O, x<sup>2</sup>'],
    ['a <script>alert(1)</script> b<br>c', 'a alert(1) b<br>c'],
    ['Text <!--SR:!2024-02-11,84,290-->', 'Text'],
    ['- [ ] open', '<ul><li>☐ <p>open</p></li></ul>'],
    ['one\\\ntwo\n\n---', '<p>one<br>two</p><hr>'],
    ['3. a', '<ol><li><p>a</p></li></ol>'],
    ['## Head', '<h2>Head</h2>'],
    ['One.\n\n[a]: https://x.y', 'One.'],
    ['![x](https://x.y/a.png)', '<img src="https://x.y/a.png">'],
  ])('%j is %s', (markdown, html) => {
    expect(toAnkiHtml(markdown).html.trim()).toBe(html);
  });

  test('names images and sounds without folders', () => {
    expect(toAnkiHtml('![[img/a.png|300]] ![b](x/b.svg) ![[c.mp3]] ![[Note]]')).toEqual({
      html: '<img src="a.png"> <img src="b.svg"> [sound:c.mp3] Note',
      media: ['a.png', 'b.svg', 'c.mp3'],
    });
  });

  test('contains no tags but ours', () => {
    const ours =
      /<\/?(?:p|blockquote|b|i|s|mark|table|tr|td|h[1-6]|ul|ol|li|pre|code|br|hr|sub|sup|u|kbd)>|<a href="[^"<>]*">|<\/a>|<img src="[^"<>]*">/g;
    fc.assert(
      fc.property(noteText, (text) => {
        expect(toAnkiHtml(text).html.replace(ours, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('the text of simple Markdown', () => {
  const parsed = (markdown: string): string =>
    decodeEntities(toAnkiHtml(markdown).html.replace(/<[^<>]*>/g, '')).replace(/\s+/g, '');

  test.each([
    ['What is **wet** and *clear*?', 'Whatiswetandclear?'],
    ['![[a b.png|200]] one ![[c.mp3]]\n\ntwo', 'one[sound:c.mp3]two'],
  ])('%j is %s, without being parsed', (markdown, text) => {
    expect([simpleText(markdown), parsed(markdown)]).toEqual([text, text]);
  });

  test.each([
    '- a',
    '1. a',
    '**a *b* c**',
    '**a',
    '`a`',
    'a\\*',
    '[a](b)',
    '&amp;',
    'x == y',
    '| a |',
    '# a',
  ])('is not known without parsing %j', (markdown) => {
    expect(simpleText(markdown)).toBeNull();
  });

  test('is the same as parsed', () => {
    const word = fc.constantFrom(
      ...[
        'a',
        'b c',
        '**',
        '*',
        '**d**',
        '*e*',
        '***',
        ' ',
        '\n',
        '\n\n',
        '1',
        '1.',
        '-',
        'é',
        '日',
        '!',
        '?',
        ':',
      ],
      ...[
        '![[x.png]]',
        '![[y.mp3|5]]',
        '![[N]]',
        '![[N|7]]',
        '![[f/g.xyz]]',
        '[sound:z.mp3]',
        '[',
        ']',
        '"',
        "'",
        'https://x.y',
        '    ',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
          noteText,
        ),
        (text) => {
          const simple = simpleText(text);
          if (simple !== null) expect(simple).toBe(parsed(text));
        },
      ),
      { numRuns: runs(20_000) },
    );
  });
});
