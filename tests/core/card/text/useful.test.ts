// What is cut from the ends of an answer, and which answers are none.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../../src/core/card/options.ts';

const read = (body: string, options: Partial<CardOptions> = {}) =>
  extractCards(
    { path: 'Note.md', text: `# A\n${body}` },
    { ...defaultCardOptions, watch: 'all', sourcesOff: ['separator'], ...options },
  );

/** The answer below the heading, or why there is none. */
const answer = (body: string): string => {
  const { cards, skipped } = read(body);
  const card = cards.find(({ question }) => question === 'A');
  return card ? card.answer : `(${skipped.find(({ line }) => line === 1)?.reason ?? ''})`;
};

const query = '```dataview\nLIST\n```';

describe('an answer of nothing but', () => {
  test.each([
    ['fields', 'up:: [[Biology]]\nrelated:: [[Cell]]', 'only metadata'],
    ['a field with an emoji', '📅 due_date:: 2024-01-01', 'only metadata'],
    ['fields in brackets', '[up:: [[B]]] (rating:: 5)', 'only metadata'],
    ['items of metadata', '- tags: #x\n- related: [[Blood]]', 'only metadata'],
    ['dates and states', 'Created: 2024-01-05 10:22\nStatus: #seed\n**Tags:** [[Cell]]', 'only metadata'],
    ['dates in another language', 'Erstellt: 5. Januar 2024\nEstado: borrador', 'only metadata'],
    ['navigation', '⬅️ [[One]] | [[Index]] | [[Two]] ➡️', 'only metadata'],
    ['navigation with words', '[[One|Previous]] | [Next](b.md)', 'only metadata'],
    ['arrows', '<< [[One]] -- [[Two]] >>', 'only metadata'],
    ['macros', '$$\n\\newcommand{\\R}{\\mathbb{R}}\n\\def\\x{y}\n$$', 'only metadata'],
    ['a query', query, 'only a query'],
    [
      'other queries',
      '```tasks\nnot done\n```\n\n```button\nname x\n```\n`= this.file.name`',
      'only a query',
    ],
    ['marks of templates', 'Made on {{date:YYYY-MM-DD}}', 'only a template'],
    ['empty items', '1. \n2. \n- [ ] \n- [x]\n-', 'nothing written yet'],
    ['entities', '&nbsp;\n<br>', 'nothing written yet'],
    ['what is still to be done', '- [ ] TODO: explain', 'nothing written yet'],
    ['rules', '---\n\n***', 'no text of its own'],
  ])('%s is no card', (_, body, reason) => {
    expect(answer(body)).toBe(`(${reason})`);
  });
});

describe('an answer is kept that holds', () => {
  test.each([
    ['a key that is no metadata', 'Capital: [[Paris]]'],
    ['a sentence behind a key', 'Type: a mistake of statistics'],
    ['a list of links', 'The kinds are:\n- [[A]]\n- [[B]]'],
    ['a date that is told', 'Date: the revolution began in the summer of the year 1789'],
    ['code', '```js\nlet a;\n```'],
    ['a mark of a template in code', 'Write `{{title}}` where the name goes.'],
    ['a formula', '$$\n\\frac{a}{b}\n$$'],
    ['a symbol', '∈'],
    ['an escaped sign', '\\*'],
    ['a link with an arrow between words', 'Heat → [[Light]]'],
    ['a word that begins like a task', 'Todos los días'],
  ])('%s', (_, body) => {
    expect(answer(body)).toBe(body);
  });
});

describe('the ends of an answer lose', () => {
  test.each([
    ['rules', '---\nText.\n\n---', 'Text.'],
    ['fields', 'up:: [[B]]\n\nText.\n\ntopic:: x', 'Text.'],
    ['queries', `Text.\n\n${query}`, 'Text.'],
    ['empty items', '- One\n- Two\n- ', '- One\n- Two'],
    ['navigation', 'Text.\n\n← [[One]] | [[Two]] →', 'Text.'],
  ])('%s', (_, body, kept) => {
    expect(answer(body)).toBe(kept);
  });

  test('nothing in the middle', () => {
    expect(answer('One.\n\nup:: [[B]]\n\nTwo.')).toBe('One.\n\nup:: [[B]]\n\nTwo.');
  });

  test('nothing if the setting is off', () => {
    const { cards } = read('Text.\n\n---', { usefulAnswers: false });
    expect(cards.map((card) => [card.answer, card.knownAnswer])).toEqual([['Text.\n\n---', null]]);
  });
});

describe('an introduction', () => {
  test.each([
    [
      'to lead-ins',
      'There are two kinds:\n\n**Sync:** thrown.\n\n**Async:** passed on.',
      '(only an introduction)',
    ],
    ['to a callout', 'One rule:\n\n> [!note] Rule\n> Text.', '(only an introduction)'],
    ['to deeper headings', 'Two kinds:\n\n## One\nText.', '(only an introduction)'],
    ['behind a text', 'Text.\n\nTwo kinds:\n\n## One\nMore.', 'Text.'],
    ['to nothing', 'Two kinds:\n\n# B\nText.', 'Two kinds:'],
    ['to its own list', 'Two kinds:\n- a\n- b', 'Two kinds:\n- a\n- b'],
  ])('%s', (_, body, expected) => {
    expect(answer(body)).toBe(expected);
  });
});

describe('a block that shows cards', () => {
  const block = '```flashcards\ndeck: a\n```';
  const quoted = `> [!note] In callout\n> ${block.replace(/\n/g, '\n> ')}`;
  const answers = (body: string, usefulAnswers: boolean): string[] =>
    read(body, { usefulAnswers }).cards.map((card) => card.answer);

  test.each([
    ['below a heading', block],
    ['twice', `${block}\n\n${block.replace(/`/g, '~')}`],
    ['with longer marks', block.replace(/```/g, '````')],
    ['in a quote', block.replace(/^/gm, '> ')],
    ['in a callout', quoted],
    ['in a callout without a title', quoted.replace(' In callout', '')],
  ])('answers nothing %s, whatever the setting', (_, body) => {
    expect([answers(body, true), answers(body, false)]).toEqual([[], []]);
  });

  test('takes its callout out of the answer around it', () => {
    expect(answers(`Text.\n\n${quoted}`, true)).toEqual(['Text.']);
  });

  test('leaves text beside it an answer', () => {
    expect(answers(`> [!note] B\n> Text.\n>\n> ${block.replace(/\n/g, '\n> ')}`, true)).toEqual(['Text.']);
    expect(answers(`\`\`\`js\nlet flashcards;\n\`\`\``, false)).toHaveLength(1);
  });
});

test('symbols of a callout and a lead-in answer, and metadata in them does not', () => {
  const { cards } = read('> [!note] In\n> ∈\n\n**Not:** tags: #x');
  expect(cards.map(({ question, answer: text }) => [question, text])).toEqual([
    ['A', '**Not:** tags: #x'],
    ['In', '∈'],
  ]);
});
