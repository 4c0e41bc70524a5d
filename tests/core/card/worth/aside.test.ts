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
    ['key points', '## Key points\n- Sets have no order.'],
    ['takeaways with signs', '## 💡 Key Takeaways:\nSets have no order.'],
    ['German key points', '## Das Wichtigste\nMengen.'],
    ['Spanish key points', '## Puntos clave\nConjuntos.'],
    ['French key points', '## Ce qu’il faut retenir\nEnsembles.'],
    ['Portuguese key points', '## Pontos-chave\nConjuntos.'],
    ['Russian key points', '## Ключевые моменты\nМножества.'],
    ['Japanese key points', '## 重要なポイント\n集合。'],
    ['Chinese key points', '## 💡 重點摘要\n集合沒有順序。'],
    ['Chinese key points in simple signs', '## 重点总结\n集合没有顺序。'],
    ['a summary that is a list', '## Summary\n- Sets have no order.\n- Max pooling has none.'],
    ['a long summary', `## Summary\n${words(81)}.`],
    ['a long conclusion in Spanish', `## Conclusión\n${words(81)}.`],
    ['learning goals', '**Intended Learning Outcomes**\n- Know sets.'],
    ['learning goals in German', '## Lernziele\nMengen kennen.'],
    ['a reading list', '## Reading List\n- PointNet'],
    ['what is to be read', '## To read\nPointNet'],
    ['a Russian reading list', '## Список для чтения\nPointNet'],
    ['an agenda', '## Agenda\nSets, then points.'],
    ['a Chinese agenda', '## 議程\n集合'],
    ['notes', '## Notes\nIt was fun.'],
    ['a thing of all sorts', '## Sonstiges\nEs war schön.'],
    ['where a text is from', '## From ChatGPT\nSets have no order.'],
    ['where a text is from, in German', '**Aus Wikipedia:** Mengen haben keine Ordnung.'],
    ['notes from a talk', '## Notes from the keynote\nSets have no order.'],
    ['an answer of a machine', '## ChatGPT’s explanation\nSets have no order.'],
    ['a source', '## Source\nA talk by Ada.'],
    ['a transcript', '## Original transcript\nwell, sets have no order'],
    ['nothing but keywords', '## PointNets\n*Keywords*: sets, points'],
    ['titles of callouts alone', '## Exam\n> [!question]- Order of sets\n>\n\n> [!question] Max pooling\n'],
    ['a text that is to do', '## Pooling\n(got it from Ada, come back to this TODO)'],
    ['an example in code', '## Example\n```\nmax(a, b)\n```'],
    ['an example with a number and a picture', '## Pooling\n### Beispiel 2\nSo: ![](https://a.org/b.png)'],
    ['a long example', `## Esempio\n${words(81)}`],
    ['a program', `## Pooling\n[Source](https://a.org)\n\`\`\`python\n${'a = b\n'.repeat(16)}\`\`\``],
    ['a program in a quote', `## Pooling\n> ~~~\n${'> a = b\n'.repeat(16)}> ~~~`],
    ['a video', '## Pooling\n![A talk](https://youtu.be/abc)'],
    ['a callout that says it all', '> [!note] PointNet is blind to order.\n> It takes the maximum.'],
    [
      'a callout of a long sentence',
      '> [!note] With the maximum of all the points the order in which they came is lost\n> Any order gives the same.',
    ],
    ['a callout of a long Chinese sentence', `> [!note] ${'点集没有顺序'.repeat(5)}\n> 任意顺序。`],
    ['an answer that repeats the question', '## Max pooling is symmetric.\nMax pooling is *symmetric*'],
  ])('of %s', (_, text) => {
    expect(only(text).aside).toBe(true);
  });

  test('of an overview in the notes of a course', () => {
    expect(only('## Overview\nTen weeks.', 'Courses/CS231n.md').aside).toBe(true);
    expect(only('## Overview\nTen layers.', 'Papers/PointNet.md').aside).toBe(false);
  });

  test.each([
    ['a whole text', '==Children with a new rash are seen on the same day== (if unwell).', true],
    ['a whole text with a hint', '==Children with a new rash are seen today==^[who?] (if unwell).', false],
    ['a short text', '==Maximum== (of all points)', false],
    [
      'a whole item of a list',
      '- ==Children with a new rash are seen on the same day==\n- Others wait',
      false,
    ],
  ])('of a cloze that hides %s, or not', (_, text, aside) => {
    const { cards } = extractCards({ path: 'Rash.md', text: head + text });
    expect(cards.find(({ source }) => source === 'cloze')?.aside).toBe(aside);
  });

  test('of an outline in the notes of a course, or with its weeks', () => {
    expect(only('## Schedule\nSets, then points.', 'Lecture 1.md').aside).toBe(true);
    expect(only('## Schedule\n- Week 1: sets\n- Week 2: points').aside).toBe(true);
    expect(only('## Schedule\nTwo doses, a month apart.', 'Tetanus vaccine.md').aside).toBe(false);
  });

  test('of a text of the title that continues after a callout of its name', () => {
    const asides = (text: string, path = 'PointNet.md'): unknown =>
      extractCards({ path, text: head + text }).cards.map(({ source, aside }) => [source, aside]);
    const text = 'It will then take the maximum.\n';
    const set = [
      ['callout', false],
      ['title', true],
    ];
    const asked = [
      ['callout', false],
      ['title', false],
    ];
    expect(asides(`> [!info] PointNet\n> A network.\n\n${text}`)).toEqual(set);
    expect(asides(`> [!info] PointNet\n> A network.\n\n${text}`, '05 - PointNet.md')).toEqual(set);
    expect(asides(`> [!pointnet]\n> A network.\n\n${text}`)).toEqual(set);
    expect(asides(`> [!info]\n> A network.\n\n${text}`)).toEqual(asked);
    expect(asides(`> [!info] Year\n> In 2017.\n\n${text}`)).toEqual(asked);
    expect(asides(`${text}\n> [!info] PointNet\n> A network.\n`)).toEqual([...asked].reverse());
  });

  test('of a summary with no word that its title lacks', () => {
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
    ['with a separator whose sides are alike but not equal', 'Mean or maximum :: maximum'],
    ['with a few lines of code', `## Pooling\n\`\`\`\n${'a = b\n'.repeat(15)}\`\`\``],
    [
      'with a program and words',
      `## Pooling\n\`\`\`\n${'a = b\n'.repeat(16)}\`\`\`\nThe maximum.\n\nOf all.\n\nOf them.\n\nYes.`,
    ],
    ['with an example in words', '## Example\nA set of three points.'],
    ['with an example of something', '## PyTorch example\n```\nmax(a, b)\n```'],
    ['with a short summary', '## Summary\nSets have no order.'],
    ['with a short conclusion', '## Fazit\nMengen haben keine Ordnung.'],
    ['with a heading that only begins with a summary', '## Summary statistics\n- mean\n- maximum'],
    ['with a callout of a few words', '> [!note] Order of points\n> None.'],
    ['with a callout that ends in a short form', '> [!note] Sets, points etc.\n> None.'],
    [
      'with a callout of a long question',
      '> [!faq] Why is it that with the maximum of all the points the order is lost?\n> Any order gives the same.',
    ],
    ['with a path from one thing to another', '## From sets to points\nBy sampling.'],
    ['with a source of something else', '## Source code\nIn Python.'],
    ['with a label that is no keyword', '## Pooling\n*Maximum*: of all points'],
    ['with the title of a callout that says something', '## What is it not?\n> [!failure] Blind to all'],
    ['with a callout below words', '## Exam\nBoth of these:\n> [!question]- Order of sets'],
    ['with a heading that only begins so', '## Introduction to sets\nSets have no order.'],
  ])('%s', (_, text) => {
    const card = text.startsWith('---') ? extractCards({ path: 'PointNet.md', text }).cards[0] : only(text);
    expect(card?.aside).toBe(false);
  });
});
