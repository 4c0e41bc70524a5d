import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { crowdedSpans } from '../../../../src/core/note/parse/crowded.ts';
import { parseBlocks, parseInline } from '../../../../src/core/note/parse/markdown.ts';
import { written } from '../../../../scripts/node/english.ts';

const head = '---\ntags: flashcards\n---\n';

describe('a paragraph', () => {
  test.each([
    ['of many bold words', '**a** '.repeat(501), true],
    ['of as many as are parsed', '**a** '.repeat(500), false],
    ['of many words, on lines of a list', '- **a** '.repeat(2).concat('\n').repeat(800), false],
    ['of many words, with blank lines between', '**a** *b*\n\n'.repeat(800), false],
    ['of many words in a quote', '> **a** *b*\n'.repeat(800), true],
    ['of links that never close', '[[a '.repeat(500), true],
    ['of many links', 'See [[a|b]] and [c](d). '.repeat(500), false],
    ['of brackets that nest', '['.repeat(1000) + ']'.repeat(1000), true],
    [
      'of runs of backticks that differ',
      Array.from({ length: 150 }, (_, n) => '`'.repeat(n)).join('a'),
      true,
    ],
    ['of code that holds brackets', '`[[[[[[[[` '.repeat(500), false],
    ['of a long address', `http://a.b/${'c/'.repeat(500)}`, false],
    ['of an address that ends in signs', `http://a.b/${'!'.repeat(1000)}`, true],
    ['of a picture as base64', `![](data:image/png;base64,${'aB+/0cDe'.repeat(5000)})`, false],
    ['of plain words', 'Some words of a text.\n'.repeat(2000), false],
    ['of Chinese', '他说：“好。”'.repeat(2000), false],
    ['of code in a fence', `\`\`\`\n${'[[a '.repeat(500)}\n\`\`\``, false],
    ['as a table', `| a | b |\n|---|---|\n${'| **c** | [[d\\|e]] |\n'.repeat(1000)}`, false],
    ['as a wide table', `| a${' '.repeat(900)} | b |\n|${'-'.repeat(900)}|---|\n| c | d |`, false],
  ])('%s', (_, text, expected) => {
    expect(crowdedSpans(text).length > 0).toBe(expected);
  });

  test('that is crowded is plain text, and those around it are not', () => {
    const crowded = '[[a '.repeat(500).trimEnd();
    const nodes = parseBlocks(`**b**\n\n${crowded}\n\n*c*`).children;
    expect(nodes.map((node) => ('children' in node ? node.children : []))).toMatchObject([
      [{ type: 'strong' }],
      [{ type: 'text', value: crowded }],
      [{ type: 'emphasis' }],
    ]);
  });

  test('that is crowded is plain text by itself, too', () => {
    const crowded = '==a == '.repeat(600).trimEnd();
    expect(parseInline(crowded)).toMatchObject([{ type: 'text', value: crowded }]);
  });

  test('that is crowded is reported, with its line', () => {
    const text = `${head}# Q\nText.\n\n${'[[a '.repeat(500)}\n`;
    expect(extractCards({ path: 'N.md', text }).problems.map(written)).toEqual([
      {
        path: 'N.md',
        line: 7,
        message: 'Too many unclosed marks, so this is read as plain text.',
      },
    ]);
  });

  // Each of these took minutes.
  test.each([
    ['stars', '*a ', ' a*'],
    ['pairs of stars', '**a ', ' a**'],
    ['highlights', '==a ', ' a=='],
    ['two kinds', '_a *b ', ' b* a_'],
    ['highlights with stars', '==**a ', ' a**=='],
  ])('in which 8,000 %s nest is an answer as it is', (_, open, close) => {
    const body = `${open.repeat(8000)}x${close.repeat(8000)}`;
    const answers = ['# Q\n', '# Q\n- ', '# Q\n> '].map((title) => {
      const { cards } = extractCards({ path: 'N.md', text: `${head}${title}${body}` });
      return cards.at(-1)?.answer.includes(body);
    });
    expect(answers).toEqual([true, true, true]);
  });
});
