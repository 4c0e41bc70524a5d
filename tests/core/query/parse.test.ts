import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { everything, fieldNames, type Query } from '../../../src/core/query/query.ts';
import { anySign, runs } from '../../random.ts';

/** A query as a list, so that a table can be read. */
function show(query: Query): string {
  switch (query.kind) {
    case 'all':
    case 'any':
      return `${query.kind}(${query.of.map(show).join(', ')})`;
    case 'not':
      return `not(${show(query.of)})`;
    case 'words':
      return JSON.stringify(query.text);
    case 'text':
      return `${query.field}${query.whole ? '=' : ':'}${JSON.stringify(query.text)}`;
    case 'number':
      return `${query.field}${query.order}${String(query.value)}`;
    case 'is':
      return `is ${query.state}`;
    case 'source':
      return `source ${query.source}`;
    case 'pattern':
      return `/${query.pattern}/`;
    case 'rated':
      return `rated ${String(query.days)} ${String(query.grade)}`;
    case 'added':
      return `added ${String(query.days)}`;
    case 'prop':
      return `prop ${query.name} ${String(query.value)}`;
    case 'prop-order':
      return `prop ${query.name}${query.order}${query.value}`;
  }
}

/** What is wrong, with the place marked: `lapses>«x»`. */
function mark(text: string): string {
  const { problem } = parseQuery(text);
  if (!problem) return 'nothing';
  const { kind, at, length } = problem;
  return `${kind} ${text.slice(0, at)}«${text.slice(at, at + length)}»${text.slice(at + length)}`;
}

describe('a query is read', () => {
  test.each([
    ['', 'all()'],
    ['  ', 'all()'],
    ['sleep', '"sleep"'],
    ['Slow Wave', 'all("slow", "wave")'],
    ['"Slow Wave"', '"slow wave"'],
    [
      'deck:ml is:due source:callout lapses>3 note:"LLaMa" link:"Chinchilla"',
      'all(deck:"ml", is due, source callout, lapses>3, note:"llama", link:"chinchilla")',
    ],
    ['note="LLaMa"', 'note="llama"'],
    ['stability<=2.5', 'stability<=2.5'],
    ['due<7d', 'due<7'],
    ['last>=30', 'last>=30'],
    ['lapses:0', 'lapses=0'],
    ['due<-2', 'due<-2'],
    ['-is:suspended', 'not(is suspended)'],
    ['-"two words"', 'not("two words")'],
    ['--a', '"a"'],
    ['---(a b)', 'not(all("a", "b"))'],
    ['tag:AI/* note:"a b*"', 'all(tag:"ai/*", note:"a b*")'],
    ['rated:7 rated:7d:1 added=30', 'all(rated 7 null, rated 7 1, added 30)'],
    ['prop:Status prop:a="b C" prop:"a b"=c=d', 'all(prop status null, prop a b c, prop a b c=d)'],
    ['re:\\D+ re:"(a|B)"', 'all(/\\D+/, /(a|B)/)'],
    ['(re:a|b) c', 'all(/a|b/, "c")'],
    ['prop:Rating>=3.5 prop:"a b"<2026-01-02', 'all(prop rating>=3.5, prop a b<2026-01-02)'],
    ['prop:a=b>c', 'prop a b>c'],
    ['"say \\"hi\\" \\* " b', 'all("say \\"hi\\" \\\\* ", "b")'],
    ['a or b', 'any("a", "b")'],
    ['a b OR c', 'any(all("a", "b"), "c")'],
    ['a (b or -c) d', 'all("a", any("b", not("c")), "d")'],
    ['-(a b)', 'not(all("a", "b"))'],
    ['(a)or(b)', 'any("a", "b")'],
    ['IS:New Source:Lead-In', 'all(is new, source lead-in)'],
    ['deck:""', 'deck:""'],
    ['10:30', '"10:30"'],
    ['a->b', '"a->b"'],
    ['a - b', 'all("a", "-", "b")'],
    ['order', '"order"'],
    ['"std::vector"', '"std::vector"'],
    ['E\u0301tat', '"\u00e9tat"'],
  ])('%j', (text, expected) => {
    const { query, problem } = parseQuery(text);
    expect(problem).toBeNull();
    expect(query && show(query)).toBe(expected);
  });
});

describe('a query that cannot be read says where', () => {
  test.each([
    ['a "b c', 'open-quote a «"b c»'],
    ['note:"LLaMa', 'open-quote note:«"LLaMa»'],
    ['a (b or c', 'open-bracket a «(»b or c'],
    ['a "b \\"', 'open-quote a «"b \\"»'],
    ['re:(a|b)', 'bare-pattern re:«(»a|b)'],
    ['a RE:^(what|why)\\b', 'bare-pattern a RE:^«(»what|why)\\b'],
    ['(re:[)])', 'bare-pattern (re:[«)»])'],
    ['re:a"b"', 'bare-pattern re:a«"»b"'],
    ['prop:a>b', 'no-number prop:«a>b»'],
    ['prop:a<', 'no-number prop:«a<»'],
    ['prop:>3', 'no-value «prop:»>3'],
    ['prop>3', 'no-order prop«>»3'],
    ['a) b', 'stray-bracket a«)» b'],
    ['()', 'nothing-to-find «()»'],
    ['or a', 'nothing-to-find «or» a'],
    ['a or', 'nothing-to-find a «or»'],
    ['a (b or) c', 'nothing-to-find a (b «or») c'],
    ['deck:', 'no-value «deck:»'],
    ['lapses> 3', 'no-value «lapses>» 3'],
    ['lapses>many', 'no-number lapses>«many»'],
    ['deck<3', 'no-order deck«<»3'],
    ['is:dew', 'unknown-value is:«dew»'],
    ['source:"call out"', 'unknown-value source:«"call out"»'],
    ['rated:x', 'no-number rated:«x»'],
    ['rated:7:5', 'unknown-value rated:7:«5»'],
    ['rated:7:', 'unknown-value rated:«7:»'],
    ['added:7:1', 'no-number added:«7:1»'],
    ['rated>7', 'no-order rated«>»7'],
    ['prop:', 'no-value «prop:»'],
    ['prop:=a', 'no-value «prop:»=a'],
    ['a re:b[c', 'bad-pattern a re:b«[»c'],
    ['re:"a (b"', 'bad-pattern re:"a «(»b"'],
    ['a lapse>3', 'unknown-field a «lapse»>3'],
    ['std::vector', 'unknown-field «std»::vector'],
    [`${'('.repeat(60)}a`, `open-bracket ${'('.repeat(51)}«(»${'('.repeat(8)}a`],
  ])('%j', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });

  test('and what the name may have meant', () => {
    expect(parseQuery('lapse>3').problem?.choices).toEqual(['lapses']);
    expect(parseQuery('stabilty>3').problem?.choices).toEqual(['stability']);
    expect(parseQuery('qqq:3').problem?.choices).toEqual(fieldNames);
  });
});

test('any text is read, or its problem lies within it', () => {
  const piece = fc.constantFrom(
    'a',
    '"',
    '(',
    ')',
    '-',
    ' ',
    'or ',
    'is:',
    'due',
    'lapses',
    'prop:',
    're:',
    '\\',
    '>',
    '3',
    ':',
    '=',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: anySign }),
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
      ),
      (text) => {
        const { problem } = parseQuery(text);
        if (!problem) return;
        expect(problem.length).toBeGreaterThan(0);
        expect(problem.at).toBeGreaterThanOrEqual(0);
        expect(problem.at + problem.length).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: runs(5000) },
  );
});

test.each([
  ['words', 'word '.repeat(1000)],
  ['dashes', '-'.repeat(4999) + 'a'],
  ['brackets', '('.repeat(5000)],
  ['either', 'a or '.repeat(1000) + 'b'],
  ['one word', 'a'.repeat(5000)],
  ['a quote', `"${'a '.repeat(2499)}`],
  ['a pattern', `re:${'a?'.repeat(2500)}`],
  ['a quote of backslashes', `"${'\\'.repeat(4998)}"`],
  ['a property', `prop:${'a'.repeat(2500)}>${'1'.repeat(2490)}`],
  ['fields', 'deck:a '.repeat(714)],
  ['stars', '*a'.repeat(2500)],
])('a query of 5,000 characters is read, or its problem is told: %s', (_, text) => {
  const { query, problem } = parseQuery(text);
  expect(query !== null).toBe(problem === null);
});

test('an empty query is every card', () => {
  expect(parseQuery('').query).toEqual(everything);
});
