// What the marks of a text hide, with their hints and numbers.
import { describe, expect, test } from '@jest/globals';
import {
  findDeletions,
  findLooseDeletions,
  type Deletion,
} from '../../../../src/core/card/text/deletions.ts';
import type { ClozeMarks } from '../../../../src/core/card/options.ts';

const every: ClozeMarks = { highlight: true, bold: true, curly: true, anki: true };
const no: ClozeMarks = { highlight: false, bold: false, curly: false, anki: false };

/** `all of it|what it hides` for each, with `?hint` and `#number` where there are any. */
const told = (text: string, found: readonly Deletion[]): string[] =>
  found.map(({ outer, inner, hint, number }) => {
    const sides = [outer, inner].map(({ start, end }) => text.slice(start, end)).join('|');
    return `${sides}${hint === null ? '' : `?${hint}`}${number === null ? '' : `#${number}`}`;
  });
const found = (text: string, marks: ClozeMarks = every): string[] => told(text, findDeletions(text, marks));

describe('a text hides', () => {
  test.each([
    ['nothing without marks', 'plain', []],
    ['a highlight', 'a ==b== c', ['==b==|b']],
    ['each of two', '==a== and ==b==', ['==a==|a', '==b==|b']],
    ['two that meet', '==a====b==', ['==a==|a', '==b==|b']],
    ['three that meet', '==a====b====c==', ['==a==|a', '==b==|b', '==c==|c']],
    ['the hint of the last of two that meet', '==a====b==^[h]', ['==a==|a', '==b==^[h]|b?h']],
    ['bold text', 'a **b** c __d__', ['**b**|b', '__d__|d']],
    ['bold text in a highlight as one', '==a **b**==', ['==a **b**==|a **b**']],
    ['a highlight in italics', '*a ==b==*', ['==b==|b']],
    ['a highlight with a formula in it', '==$x$==', ['==$x$==|$x$']],
    ['what stands in curly brackets', 'a {{b}} c', ['{{b}}|b']],
    ['what Anki hides, with its number', '{{c1::b}} {{c12::d}}', ['{{c1::b}}|b#1', '{{c12::d}}|d#12']],
    ['what Anki hides, with its hint', '{{c1::b::h}}', ['{{c1::b::h}}|b?h#1']],
    ['nothing that is empty', '{{c1::}} {{c2::::h}}', []],
    ['nothing in a link', '[==a==](b) ==e==', ['==e==|e']],
    ['nothing in code or maths', '`==a==` $==b==$ `{{c}}` ==d==', ['==d==|d']],
    ['all in the order of the text', '{{b}} ==a== **c**', ['{{b}}|b', '==a==|a', '**c**|c']],
    ['no brackets over two lines', '{{a\nb}}', []],
    ['no brackets in brackets', '{{a{b}}', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a hint', () => {
  test.each([
    ['is the footnote right behind', '==a==^[h]', ['==a==^[h]|a?h']],
    ['is trimmed', '==a==^[ h ]', ['==a==^[ h ]|a?h']],
    ['is no footnote after a blank', '==a== ^[h]', ['==a==|a']],
    ['is no footnote of two lines', '==a==^[h\ni]', ['==a==|a']],
    ['is no empty footnote', '==a==^[ ]', ['==a==^[ ]|a']],
    ['is what follows two semicolons', '==a;;h==', ['==a;;h==|a?h']],
    ['is read before the footnote', '==a;;h==^[i]', ['==a;;h==^[i]|a?h']],
    ['is the footnote where it is empty', '==a;;==^[i]', ['==a;;==^[i]|a?i']],
    ['is all that follows the first mark', '==a;;h;;i==', ['==a;;h;;i==|a?h;;i']],
    ['follows two colons of Anki', '{{c1::a::h}}^[i]', ['{{c1::a::h}}^[i]|a?h#1']],
    ['follows two colons in a highlight', '==a b::an h==', ['==a b::an h==|a b?an h']],
    ['may have blanks before it', '==a :: h==', ['==a :: h==|a?h']],
    ['is not what follows two colons in curly brackets', '{{a::h}}', ['{{a::h}}|a::h']],
    ['is not the name in a space of names', '==std::vector==', ['==std::vector==|std::vector']],
    ['is not a call', '==Addr::send()==', ['==Addr::send()==|Addr::send()']],
    ['is not of camel case', '==Foo::barBaz==', ['==Foo::barBaz==|Foo::barBaz']],
    ['is not a part of an address', '==fe80::1==', ['==fe80::1==|fe80::1']],
    ['is not a part of a time', '==12::30==', ['==12::30==|12::30']],
    ['is not an emoji', '==:smile::heart:==', ['==:smile::heart:==|:smile::heart:']],
    ['does not follow the second of two marks', '==a::b::c==', ['==a::b::c==|a::b::c']],
    ['is not empty', '==a::==', ['==a::==|a::']],
    ['is no mark of a footnote', '==a==[^1]', ['==a==|a']],
    ['is not longer than 1,000 signs', `==a==^[${'h'.repeat(1001)}]`, ['==a==|a']],
    [
      'may have 1,000 signs',
      `==a==^[${'h'.repeat(1000)}]`,
      [`==a==^[${'h'.repeat(1000)}]|a?${'h'.repeat(1000)}`],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a number', () => {
  test.each([
    ['stands before two semicolons', '==1;;a==', ['==1;;a==|a#1']],
    ['stands before text and hint', '==12;;a;;h==', ['==12;;a;;h==|a?h#12']],
    ['is Anki’s in any brackets', '==c3::a==', ['==c3::a==|a#3']],
    ['is not one of letters', '==x;;a==', ['==x;;a==|x?a']],
    ['stands at the start only', '==a 1;;b==', ['==a 1;;b==|a 1?b']],
    ['is not Anki’s within the text', '==a c1::b==', ['==a c1::b==|a c1?b']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('marks that are off hide nothing', () => {
  const text = '==a== **b** {{c}} {{c1::d}}';
  test.each<[Partial<ClozeMarks>, string[]]>([
    [{}, []],
    [{ highlight: true }, ['==a==|a']],
    [{ bold: true }, ['**b**|b']],
    [{ curly: true }, ['{{c}}|c']],
    [{ anki: true }, ['{{c1::d}}|d#1']],
  ])('%j', (marks, expected) => {
    expect(found(text, { ...no, ...marks })).toEqual(expected);
  });

  test('but what is in them does', () => {
    expect(found('**a ==b==**', { ...no, highlight: true })).toEqual(['==b==|b']);
    expect(found('==a **b**==', { ...no, bold: true })).toEqual(['**b**|b']);
  });
});

describe('a proven text hides whatever is between two marks', () => {
  test.each([
    ['with blanks at its edges', 'a == b == c', ['== b ==|' + ' b ']],
    ['as little as it can', '==a== b ==c==', ['==a==|a', '==c==|c']],
    ['on one line', '==a\nb== c==', ['== c==|' + ' c']],
    ['not from a third sign on', '===a==', ['==a==|a']],
    ['with its hint', '== a ==^[h]', ['== a ==^[h]|' + ' a ' + '?h']],
  ])('%s', (_, text, expected) => {
    expect(told(text, findLooseDeletions(text))).toEqual(expected);
  });
});

test.each([
  ['a formula in brackets', 'is {{c1::$\\frac{v}{u}$}} here', '$\\frac{v}{u}$', null],
  ['brackets without a formula, and a hint', '{{c1::a{b}c::hint}}', 'a{b}c', 'hint'],
])('brackets close after those inside: %s', (_, text, hidden, hint) => {
  const found = findDeletions(text, { highlight: true, bold: false, curly: false, anki: true });
  expect(found.map(({ inner, hint: shown }) => [text.slice(inner.start, inner.end), shown])).toEqual([
    [hidden, hint],
  ]);
});

test('a footnote mark behind a highlight is no hint', () => {
  const found = findDeletions('==a==[^1] and ==b==^[hint]', {
    highlight: true,
    bold: false,
    curly: false,
    anki: true,
  });
  expect(found.map(({ hint }) => hint)).toEqual([null, 'hint']);
});

test('brackets that never close take time only by their length', () => {
  const text = '{{c1::a '.repeat(20_000);
  expect(findDeletions(text, { highlight: true, bold: false, curly: false, anki: true })).toEqual([]);
});
