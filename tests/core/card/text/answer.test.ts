// What counts as an answer, and what is nothing but links.
import { describe, expect, test } from '@jest/globals';
import { answerKind, kindOf, mayLink, type AnswerKind } from '../../../../src/core/card/text/answer.ts';
import { span } from '../note-text.ts';

const kinds: readonly (readonly [AnswerKind, string, string])[] = [
  ['empty', 'nothing', ''],
  ['empty', 'blanks and line ends', ' \n\t\n'],
  ['empty', 'signs', '– … !'],
  ['empty', 'signs that a link may begin with', '# <'],
  ['ok', 'a word', 'word'],
  ['ok', 'a word of one letter', 'z'],
  ['ok', 'a capital letter', 'Z'],
  ['ok', 'a letter of another script', 'é'],
  ['ok', 'a number', '42'],
  ['ok', 'a number of another script', '٤'],
  ['ok', 'a picture of a face', '🙂'],
  ['ok', 'a word after signs', '– word'],
  ['ok', 'a word before a link', 'See [[Page]]'],
  ['ok', 'a word after a link', '[[Page]] says so'],
  ['ok', 'a number after a link', '[[Page]] 42'],
  ['ok', 'a word between links', '[[Page]] and [[Other]]'],
  ['ok', 'a word in front of a colon', 'word: [[Page]]'],
  ['ok', 'an image', '![](a.png)'],
  ['ok', 'an embed', '![[Note]]'],
  ['ok', 'code', '`[[a]]`'],
  ['ok', 'a formula beside a tag', '$[x]$ #tag'],
  ['ok', 'an image of HTML', '<img src="a.png">'],
  ['ok', 'a video in capitals', '<VIDEO src="a.mp4">'],
  ['only links', 'a tag of HTML that begins like an image', '<imgx src="a.png">'],
  ['only links', 'a wikilink', '[[Page]]'],
  ['only links', 'two of them with a comma', '[[Page]], [[Other|shown]]'],
  ['only links', 'a Markdown link', '[text](https://x.y/a)'],
  ['only links', 'a Markdown link with brackets in its address', '[text](a_(b)_c)'],
  ['only links', 'a link by reference', '[text][name]'],
  ['only links', 'a definition', '[name]: https://x.y "title"'],
  ['only links', 'a definition that is indented', '  [name]: target words'],
  ['only links', 'two definitions', '[a]: b c\n[d]: e f'],
  ['ok', 'a bracket that is no link', '[name] word'],
  ['only links', 'a footnote mark', '[^1]'],
  ['only links', 'an autolink', '<mailto:a@x.y>'],
  ['only links', 'a URL', 'https://x.y/a?b=c'],
  ['only links', 'a URL in brackets', '(https://x.y)'],
  ['ok', 'a word behind a URL in brackets', '(https://x.y)word'],
  ['only links', 'an address without its scheme', 'www.example.org/a'],
  ['only links', 'two of them', 'www.a.b www.c.d'],
  ['only links', 'the same after signs', '– www.example.org'],
  ['only links', 'the same in capitals', 'WWW.example.org'],
  ['ok', 'a word that begins like one', 'wwwx and more'],
  ['ok', 'the three letters in a word', 'awww.'],
  ['only links', 'a tag', '#tag'],
  ['only links', 'two tags', '#tag #other/one'],
  ['ok', 'a number sign in a word', 'C#'],
  ['only links', 'a box of a task and a link', '- [x] [[Page]]'],
  ['only links', 'a numbered list of links', '1. [[Page]]\n2) [[Other]]'],
  ['only links', 'a numbered list of links in a quote', '> 1. [[Page]]'],
  ['ok', 'a number that is no mark', '1.5 [[Page]]'],
  ['only links', 'HTML around a link', '<div>[[Page]]</div>'],
  ['ok', 'HTML around a word', '<div>word</div>'],
];

describe('an answer', () => {
  test.each(kinds)('is %s: %s', (kind, _, text) => {
    expect(answerKind(text)).toBe(kind);
  });

  test.each(kinds)('is %s as a slice of a note, too: %s', (kind, _, text) => {
    const note = `Before #x\n${text}\nAfter`;
    expect(kindOf(note, [[span(note, text)]])).toBe(kind);
  });

  test('of no slices is empty', () => {
    expect([kindOf('text', []), kindOf('text', [[]])]).toEqual(['empty', 'empty']);
  });

  test('of several slices is their sum', () => {
    const note = '[[Page]] #x [[Other]] word';
    const links = [span(note, '[[Page]]'), span(note, '[[Other]]')];
    expect([kindOf(note, [links]), kindOf(note, [links, [span(note, 'word')]])]).toEqual([
      'only links',
      'ok',
    ]);
  });

  test('is not read beyond its end', () => {
    // The letters go on, and so does the link.
    const note = 'www.example.org';
    expect(kindOf(note, [[{ start: 0, end: 2 }]])).toBe('ok');
  });
});

test.each([
  ['[', true],
  ['http://', true],
  ['a://', true],
  ['WWW.', true],
  ['<', true],
  ['#', true],
  ['www', false],
  [':/', false],
  ['word', false],
])('a link may stand in %j: %p', (text, expected) => {
  expect(mayLink(text)).toBe(expected);
});
