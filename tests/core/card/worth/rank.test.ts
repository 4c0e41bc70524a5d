// Which cards of a note come up first.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';

/** Of each card: `rank question`. */
const ranks = (text: string): string[] =>
  extractCards({ path: 'Softmax.md', text }, { ...defaultCardOptions, watch: 'all' }).cards.map(
    ({ rank, question }) => `${rank} ${question}`,
  );
const words = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

describe('a card comes up', () => {
  test.each<[string, string, string[]]>([
    ['first where its answer is short', '# Why exponentials?\nThey are positive.', ['0 Why exponentials?']],
    ['first where it is the summary', '---\nsummary: Turns scores into shares\n---', ['0 Softmax']],
    ['later the longer its answer is', `# Overflow\n${words(81)}`, ['1 Overflow']],
    ['later still from 150 words on', `# Overflow\n${words(151)}`, ['2 Overflow']],
    ['last from 300 words on', `# Overflow\n${words(301)}`, ['3 Overflow']],
    ['later where its heading names nothing', '# Results\nIt is good at that.', ['1 Results']],
    ['later where a word answers a heading', '# Base\nEuler', ['1 Base']],
    [
      'later as a cloze',
      '# Base\nThe base is ==e==, as of Euler.',
      ['0 Base', '1 The base is ==[…]==, as of Euler.'],
    ],
    ['later as an untitled callout', '# Base\n> [!note]\n> It may be any number.', ['1 Base']],
    ['later below an introduction', '# Related work\n## Hinge\nIt has a margin of one.', ['1 Hinge']],
    ['later where it is a text itself', `**${words(26)}?** It is so, we think.`, [`1 ${words(26)}?`]],
    ['late where its answer is a picture', '# Graph\n![[a.png]]\n[Source](https://a.b)', ['2 Graph']],
    ['first where a formula answers', '# Boltzmann\n$e^x$', ['0 Boltzmann']],
    ['later where code answers', '# In PyTorch\n```py\nF.softmax(x, dim=-1)\n```', ['1 In PyTorch']],
    [
      'late where much code answers',
      `# In PyTorch\n\`\`\`py\n${'x = 1\n'.repeat(13)}\`\`\``,
      ['2 In PyTorch'],
    ],
    [
      'late where the note asks it before',
      '# Base\nEuler chose it, they say.\n\n# More\n**base:** it is e, by the way.',
      ['0 Base', '2 base'],
    ],
    [
      'late as the text of a title with a summary',
      '---\nsummary: Turns scores into shares\n---\nA function of vectors.',
      ['0 Softmax', '2 Softmax'],
    ],
  ])('%s', (_, text, expected) => {
    expect(ranks(text)).toEqual(expected);
  });
});
