// Maths over several lines in a callout: the answer holds the formula without the `>` of its lines.
import { describe, expect, test } from '@jest/globals';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';

function answers(body: string): readonly string[] {
  const text = `# Head\n\n${body}`;
  const { cards } = extractCards({ path: 'N.md', text }, { ...defaultCardOptions, watch: 'all' });
  return cards.map(({ answer }) => answer);
}

describe('maths over several lines in a callout loses the marks of its quote', () => {
  test.each([
    ['with dollars on lines of their own', ['$$', 'a = b', '$$']],
    ['with text before', ['Thus $$', 'a = b', '$$']],
    ['with text after', ['$$', 'a = b', '$$ is so.']],
    ['with text on both sides and the formula beside the dollars', ['Thus $$a =', 'b$$ is so.']],
    ['in a list', ['- One', '  $$', '  a = b', '  $$']],
    ['that opens an item', ['- $$', '  a = b', '  $$']],
    ['in a nested callout', ['> [!note] Inner', '> $$', '> a = b', '> $$']],
    ['in a callout within two', ['> > [!note] Inner', '> > Thus $$a', '> > = b$$']],
    ['with a blank line in it', ['$$', 'a', '', 'b', '$$']],
    ['whose own lines begin with a sign of order', ['$$', 'a', '> b', '$$']],
    ['that holds what looks like a list, a heading and a fence', ['$$', '- a', '# b', '```', '$$', 'end']],
    ['twice', ['$$', 'a', '$$', '', '$$', 'b', '$$']],
  ])('%s', (_, lines) => {
    const body = ['[!question] Why?', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n');
    expect(answers(body)).toEqual([lines.join('\n')]);
  });

  test('without blanks behind the marks', () => {
    expect(answers('>[!question] Why?\n>$$\n>a\n>$$')).toEqual(['$$\na\n$$']);
  });

  test('with Windows line endings', () => {
    expect(answers('> [!question] Why?\r\n> $$\r\n> a\r\n> $$\r\n')).toEqual(['$$\na\n$$']);
  });

  test('with a lazy line', () => {
    expect(answers('> [!question] Why?\n> $$\na\n> $$')).toEqual(['$$\na\n$$']);
  });

  test('and a separator below it divides', () => {
    expect(answers('> [!question] Why?\n> $$\n> a $$\n>\n> Q :: A')).toEqual(['$$\na $$', 'A']);
  });

  test('in the answer of a separator in a quote', () => {
    expect(answers('> What is it?\n> ?\n> $$\n> a\n> $$')).toEqual(['$$\na\n$$']);
  });
});
