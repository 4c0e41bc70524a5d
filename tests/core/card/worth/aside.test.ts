import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import type { Card } from '../../../../src/core/card/card.ts';

const head = '---\ntags: flashcards\n---\n';
const words = (count: number): string =>
  Array.from({ length: count }, (_, n) => `word${String(n)}`).join(' ');

function only(text: string, path = 'PointNet.md'): Card {
  const { cards } = extractCards({ path, text: head + text });
  const [card] = cards;
  if (!card || cards.length > 1) throw new Error(`${cards.length} cards`);
  return card;
}

describe('a card is set aside', () => {
  test.each([
    ['an open question in Arabic', '## Pooling\nما الفرق؟'],
    ['a doubt with markup', '## Pooling\n**Not** sure, <u>yet</u>.'],
    ['a doubt behind markup', '## Pooling\n- <u>I</u> don’t know'],
    ['the text of a title of more than 80 words', `${words(81)}.`],
    ['a heading that says the title again, with more than 80 words', `# PointNet\n${words(81)}.`],
    ['an abstract', '# Abstract\nWe do it better.'],
    ['an introduction with a number', '# 1. Introduction\nSets are hard.'],
    ['related work', '## Related Work\n- VoxNet came before.'],
    ['additional notes', '## Additional Notes\nIt was fun.'],
    ['a course overview', '# Course Overview\nTen weeks.'],
    ['keywords', '## 🔑 Keywords\nsets, pooling, points'],
    ['French keywords', '## Mots-clés\nensembles, points'],
    ['Chinese keywords', '## 🔑 關鍵字\n集合、池化'],
    ['an answer that sends on', '## Drugs\nSee [[Antiemetics|antiemetic]].'],
    [
      'one that does so to several',
      '## Drugs\n*See also **[NICE](https://a.org)**, or [[Guide]] and [[B]].*',
    ],
    ['one in German', '## Medikamente\nSiehe auch [[A]] und [[B]]'],
    ['one in Chinese', '## 药\n参见 [[光合作用]]'],
    ['a German introduction', '## Einleitung\nEs gibt Mengen.'],
    ['Spanish related work', '## Trabajos relacionados\nVoxNet.'],
    ['French related work', '## Travaux connexes\nVoxNet.'],
    ['a Portuguese introduction', '## Introdução\nVoxNet.'],
    ['a Russian introduction', '## Введение\nМножества.'],
    ['Japanese related work', '## 関連研究\nVoxNetがある。'],
    ['Chinese related work', '## 相关工作\n有VoxNet。'],
    ['an answer of nothing but a question', '## Pooling\nWhy is the maximum taken here?'],
    ['a list of resources', '## Additional Resources\n- A blog about sets.'],
    ['an answer that is yet to come', '## Why is the maximum taken?\nNot sure, ask the authors.'],
    ['a word for not knowing', '## Pooling\nUnclear.'],
    ['an answer that repeats the question', '## Max pooling is symmetric.\nMax pooling is *symmetric*'],
  ])('of %s', (_, text) => {
    expect(only(text).aside).toBe(true);
  });

  test('of an overview in the notes of a course', () => {
    expect(only('## Overview\nTen weeks.', 'Courses/CS231n.md').aside).toBe(true);
    expect(only('## Overview\nTen layers.', 'Papers/PointNet.md').aside).toBe(false);
  });

  test('of a summary of no word that its title lacks', () => {
    const path = 'Papers/Ada’s Simple Explanation of Deep Learning.md';
    const of = (summary: string): unknown => {
      const text = `---\ntags: [flashcards]\nsummary: ${summary}\n---\n`;
      return extractCards({ path, text }).cards[0]?.aside;
    };
    expect(of('how Ada explains deep learning')).toBe(true);
    expect(of('deep learning is the composition of functions')).toBe(false);
    expect(of('deep')).toBe(false);
  });

  test('of a missing picture and where it is from', () => {
    expect(only('## Architecture\n![[net.png]]\n[Source](https://example.com/a)').aside).toEqual(['net.png']);
    expect(only('## Architecture\n![[net.png]]\n[[Net]] has it').aside).toBe(false);
  });

  test('of nothing but pictures, where all of them are missing', () => {
    expect(only('## Architecture\n![[net.png|300]]\n\n![](img/a%20b.png)').aside).toEqual([
      'net.png',
      'img/a b.png',
    ]);
  });
});

describe('a card is asked', () => {
  test.each([
    ['with a title text of 80 words', `${words(80)}.`],
    ['with a heading of more than 80 words', `## Layers\n${words(120)}.`],
    ['with a summary of more than 80 words', `---\ntags: flashcards\nsummary: ${words(90)}\n---\n`],
    ['with a picture from the web', '## Architecture\n![](https://example.com/net.png)'],
    ['with a picture and words', '## Architecture\n![[net.png]]\nTwo branches.'],
    [
      'with an answer that sends on and says why',
      '## Paris\nSee [[Versailles]], where the treaty was signed.',
    ],
    ['with an answer that sends on below what it says', '## Paris\nA city.\n\nSee [[Versailles]].'],
    ['with a word that only begins so', '## Bread\nSeeds of [[Wheat]]'],
    ['with an order', '## Viaje\nVer [[Roma]] antes de morir'],
    ['with a question and its answer', '## Pooling\nWhy the maximum? It is symmetric.'],
    ['with an answer of some words of the question', '## Is it L1 or L2?\nL2'],
    ['with a separator whose sides are alike but not equal', 'Mean or maximum::maximum'],
    ['with a heading that only begins so', '## Introduction to sets\nSets have no order.'],
  ])('%s', (_, text) => {
    const card = text.startsWith('---') ? extractCards({ path: 'PointNet.md', text }).cards[0] : only(text);
    expect(card?.aside).toBe(false);
  });
});
