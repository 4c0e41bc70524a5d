// Where a separator does not count, and where headings and neighbours stand in its way.
import { describe, expect, test } from '@jest/globals';
import type { Separators } from '../../../../src/core/card/options.ts';
import { opaqueSpans } from '../../../../src/core/card/text/opaque.ts';
import { separated, withSchedules } from './separated.ts';

/** `line: question → answer` of every separator card, with `/` for the end of a line. */
function cardsOf(note: string, separators: Partial<Separators> = {}): string[] {
  return separated(withSchedules(note), separators, { gluedSeparators: true })
    .filter(({ source }) => source === 'separator')
    .map(({ line, question, answer }) => `${line}: ${question} → ${answer}`.replaceAll('\n', '/'));
}

describe('a separator does not count', () => {
  test.each([
    ['in a fence', '```\na::b\n```\nQ :: A', ['4: Q → A']],
    ['in a fence in a list', '- x\n  ```\n  a::b\n  ```\n- Q :: A', ['5: Q → A']],
    ['in indented code', 'x\n\n    a::b\n\nQ :: A', ['5: Q → A']],
    ['on a line of its own in a fence', '```\na\n?\nb\n```\n\nQ\n?\nA', ['7: Q → A']],
    ['in a table', '| a::b | c |\n| - | - |\n| d::e | f |\n\nQ :: A', ['5: Q → A']],
    ['in the definition of a link', '[a]: b::c "d::e"\n\nQ :: A', ['3: Q → A']],
    ['in inline code', 'a `b::c` d', []],
    ['in a formula', 'a $b::c$ d', []],
    ['in a block of maths', '$$\na::b\n$$\n\nQ :: A', ['5: Q → A']],
    ['in a comment', 'a %% b::c %% d', []],
    ['in a wikilink', 'a [[b::c]] d', []],
    ['in an embed', 'a ![[b::c]] d', []],
    ['in the text of a link', 'a [b::c](d) e', []],
    ['in the address of an image', 'a ![b](c::d) e', []],
    ['in a tag of HTML', 'a <span title="b::c">d</span> e', []],
    ['in a script', '<script>\na::b\n</script>\n\nQ :: A', ['5: Q → A']],
    ['in preformatted text', '<pre>a::b</pre>', []],
    ['in HTML, but between its tags', '<div title="a::b">Q :: A</div>', ['1: <div title="a::b">Q → A</div>']],
    ['in a field in brackets', 'text (key:: value) more', []],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });

  test.each([
    ['in code', 'a `b::c` d SR', ['1: a `b → c` d']],
    ['in a field', 'key:: value SR', ['1: key → value']],
    ['in a link, but after the link', 'a [b::c](d) e::f SR', ['1: a [b::c](d) e → f']],
  ])('%s, unless a schedule proves it', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });
});

describe('two colons at the end of bold text', () => {
  const allOf = (note: string): string[] =>
    separated(note).map(({ source, question, answer }) => `${source}: ${question} → ${answer}`);

  test('open a paragraph as one would: a lead-in', () => {
    expect(allOf('## Salts\n**Cation::** has a charge\n\n**An anion::** too')).toEqual([
      'lead-in: Cation → has a charge',
      'lead-in: An anion → too',
    ]);
  });

  test('divide no item: it stays in its list', () => {
    expect(allOf('## Salts\n- **Cation::** has a charge')).toEqual([
      'heading: Salts → - **Cation::** has a charge',
    ]);
  });
});

describe('a heading with a separator', () => {
  test.each([
    ['is no card', '# Q :: A\ntext', []],
    ['is one with its schedule on the line', '# Q :: A SR\ntext', ['1: Q → A']],
    ['is one with its schedule below', '# Q :: A\nSR\ntext', ['1: Q → A']],
    ['is none with a schedule of the text below', '# Q :: A\nB :: C SR', ['2: B → C']],
    ['is none with a schedule further below', '# Q :: A\ntext\nSR', []],
    ['is none with a schedule of another heading', '# Q :: A\ntext\n\n# R SR\ntext', []],
    ['does not lend its separator to another', '# Q\ntext\n\n# R :: S SR', ['4: R → S']],
    ['is none without a separator', '# Q SR\ntext', []],
    ['asks by its bold text', '# **Q**::A SR', ['1: Q → A']],
    ['may hold one in code where that was reviewed', '# `a::b` SR', ['1: `a → b`']],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });
});

describe('the question of a block begins', () => {
  test.each([
    ['below a card on one line', 'Q :: A\nR\n?\nB', ['1: Q → A', '2: R → B']],
    ['below a block', 'Q\n?\nA\nSR\nR\n?\nB', ['1: Q → A', '5: R → B']],
    ['below the schedule of something else', 'text\nSR\nR\n?\nB', ['3: R → B']],
    ['below a blank line', 'text\n\nR\n?\nB', ['3: R → B']],
    ['not below code', '```\ncode\n```\nR\n?\nB', ['1: ```/code/```/R → B']],
    ['with the first line', 'text\nR\n?\nB', ['1: text/R → B']],
  ])('%s', (_, note, expected) => {
    expect(cardsOf(note)).toEqual(expected);
  });
});

describe('a line of one mark', () => {
  test.each<[string, string, Partial<Separators>, string[]]>([
    ['may have blanks around', 'Q\n  ?  \nA', {}, ['1: Q → A']],
    ['may stand in quotes', '> > Q\n> > ?\n> > A', {}, ['1: Q → A']],
    ['is none with more on it', 'Q\n? more\nA', {}, []],
    ['is none behind more', 'Q\nmore ?\nA', {}, []],
    ['is none as the text of an item', 'Q\n- ?\nA', {}, []],
    ['is none where another mark is set', 'Q\n?\nA', { block: '@' }, []],
    ['may be found behind one in a word', 'Who?\n?\nA', {}, ['1: Who? → A']],
    ['may be the last line but one', 'a ? b\nQ\n?\nA', {}, ['1: a ? b/Q → A']],
    ['is none where both are off', 'Q\n\nA', { block: '', blockBoth: '', inline: '', inlineBoth: '' }, []],
  ])('%s', (_, note, separators, expected) => {
    expect(cardsOf(note, separators)).toEqual(expected);
  });
});

describe('the silent spans of a text', () => {
  const silent = (text: string, isParagraph?: boolean): string[] =>
    opaqueSpans(text, isParagraph).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['code and links', 'a `b` [c](d) e', ['`b`', '[c](d)']],
    ['the tags of HTML, not what stands between them', 'a <b>c</b> d', ['<b>', '</b>']],
    ['a block of HTML by its tags', '<div>\na <b c="d">e\n</div>', ['<div>', '<b c="d">', '</div>']],
    ['a script as a whole', '<script>\na\n</script>', ['<script>\na\n</script>']],
    ['styles, preformatted text and fields, in any case', '<PRE>a</PRE>', ['<PRE>a</PRE>']],
    ['no other tag that begins like one', '<president>a', ['<president>']],
    ['what stands in items', '- a `b`\n- c', ['`b`']],
    ['nothing of plain text', 'a **b** ==c==', []],
  ])('are %s', (_, text, expected) => {
    expect(silent(text)).toEqual(expected);
  });

  test('are those of a paragraph where it is one', () => {
    // As a note, the first would be an item, the second a fence.
    expect([silent('- `a`', true), silent('``` a ``` b', true)]).toEqual([['`a`'], ['``` a ```']]);
  });
});
