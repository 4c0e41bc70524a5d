// Whatever rule changes what a card asks or shows, its history goes on, and comes back where the rule is turned off.
import { describe, expect, test } from '@jest/globals';
import { extractCards, possibleCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions, everyCard, type CardOptions } from '../../../src/core/card/options.ts';
import type { Card } from '../../../src/core/card/card.ts';
import { cardIds, keepAnswer } from '../../../src/core/identity/fingerprint/fingerprint.ts';

const cardsOf = (text: string, options: Partial<CardOptions> = {}): readonly Card[] =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', ...options }).cards;

/** The cards as the log knows them. */
const known = (cards: readonly Card[]) =>
  cards.map((card, at) => ({ id: cardIds(cards)[at], ordinal: card.ordinal, ...keepAnswer(card) }));

/** The same cards as they were before there was the rule. */
const before = (question: string, answer: string, source: Card['source']) => {
  const card = { note: 'Note.md', source, question, answer };
  return { id: cardIds([card])[0], ordinal: 0, ...keepAnswer(card) };
};

describe('a history goes on', () => {
  test('with the card of a heading that was asked without words', () => {
    const cards = cardsOf('## #flashcards/bio\nMitochondria make ATP.');
    expect(cards.map(({ question }) => question)).toEqual(['Note']);
    expect(known(cards)).toEqual([before('', 'Mitochondria make ATP.', 'heading')]);
  });

  test('with the card of a callout whose title is a tag', () => {
    const cards = cardsOf('# Real\n> [!note] #flashcards\n> Body.');
    expect(cards.map(({ question }) => question)).toEqual(['Real']);
    expect(known(cards)).toEqual([before('', 'Body.', 'callout')]);
  });
});

describe('with the rule and without it', () => {
  test.each([
    ['a rule at the end', '# One\nText.\n\n---\n\n# Two\nMore.'],
    ['a field at the head', '# One\nup:: [[B]]\n\nText.'],
    ['a callout that ends in a field', '> [!note] One\n> Text.\n> up:: [[B]]'],
    ['a lead-in that ends in a query', '**One:** Text.\n\n```dataview\nLIST\n```'],
    ['a footnote that another card cites', '# One\nSo.[^1]\n\n# Two\nText.\n\n[^1]: Why.'],
    ['a text that ends in an introduction', '# One\nText.\n\nTwo kinds:\n\n## Sync\nThrown.'],
  ])('a card is known by the same text: %s', (_, text) => {
    const [on, off] = [cardsOf(text), cardsOf(text, { usefulAnswers: false })];
    expect(known(on)).toEqual(known(off));
    expect(on.map(({ answer }) => answer)).not.toEqual(off.map(({ answer }) => answer));
  });
});

describe('a cloze is known by its own text alone', () => {
  const words = Array.from({ length: 130 }, (_, at) => `w${at}`).join(' ');
  test.each([
    ['below another item', '# S\n- Drops:\n    - cause ==blurring==\n- Laser:\n    - cause ==scars=='],
    ['hidden whole', '# S\n1. ==Olfactory==\n2. ==Optic=='],
    ['in a long text', `# S\nIt is ==a==. ${words}. It is ==b==.`],
    ['that asks like another', '# S\nIt is ==salt==.\n\nIt is ==water==.\n\nIt is ==salt==.'],
  ])('%s', (_, text) => {
    const [on, off] = [cardsOf(text), cardsOf(text, { clozeContext: false })];
    expect(known(on)).toEqual(known(off));
    expect(on.map(({ question }) => question)).not.toEqual(off.map(({ question }) => question));
  });

  test('with a hint behind two colons', () => {
    const separators = { inline: '', inlineBoth: '', block: '', blockBoth: '', blockEnd: '' };
    const text = '# S\nThe ==delta::a mouth== is wide.';
    const [, cloze] = cardsOf(text, { separators });
    if (!cloze) throw new Error('no cloze');
    expect(cloze.question).toBe('The ==[a mouth]== is wide.');
    const known = before('The ==[…]== is wide.', 'The ==delta::a mouth== is wide.', 'cloze');
    expect({ id: cardIds([cloze])[0], ordinal: 0, ...keepAnswer(cloze) }).toEqual(known);
  });
});

test('a summary that the text says comes back as the card that it was', () => {
  const text = '---\nsummary: Learns from sets of points\n---\nLearns from sets of points, by maxima.';
  const [on, off] = [cardsOf(text), cardsOf(text, { titleOnce: false })];
  expect(known(on)).toEqual(known(off).slice(1));
  expect(known(off)[0]).toEqual(before('Note', 'Learns from sets of points', 'property'));
  // Meanwhile its history waits, as that of a text which only a setting keeps away.
  const every = extractCards({ path: 'Note.md', text }, everyCard).cards;
  expect(every.map(({ source }) => source)).toEqual(['property', 'title']);
});

describe('lead-ins on each line', () => {
  test.each([
    ['lines that touch', '# S\n**Red**: carries oxygen\n**White**: fights germs', 1],
    ['a pair of question and answer', '# S\n**Q:** What is it?\n**A:** A monoid.', 1],
    ['one right below a list', '# S\n**Parts**: two\n- a\n- b\n**Use**: none', 1],
  ])('%s: the history of the card that was there goes on', (_, text, count) => {
    const [on, off] = [cardsOf(text), cardsOf(text, { lineLeadIns: false })];
    expect(known(off)).toHaveLength(count);
    expect(known(on).slice(0, count)).toEqual(known(off));
  });

  test('what asks nothing comes back with the setting', () => {
    const text = '# S\n**1.** Open the door.\n\n**H**. pylori lives there.';
    const off = cardsOf(text, { lineLeadIns: false });
    expect(off.map(({ source }) => source)).toEqual(['lead-in', 'lead-in']);
    expect(cardsOf(text).map(({ source }) => source)).toEqual(['heading']);
    const every = extractCards({ path: 'Note.md', text }, everyCard).cards;
    expect(known(every)).toEqual(known(off));
  });
});

describe('separators where an author meant one', () => {
  const separators = (cards: readonly Card[]) => cards.filter(({ source }) => source === 'separator');

  test('a card is known by its own line, with or without the list below its item', () => {
    const text = '# S\n- Salt ::: Metal and nonmetal\n    - such as NaCl\n- Last';
    const [on, off] = [cardsOf(text), cardsOf(text, { meantSeparators: false })].map(separators);
    if (!on || !off) throw new Error('no cards');
    expect(known(on)).toEqual(known(off));
    expect(on.map(({ answer }) => answer)).toEqual(['Metal and nonmetal\n- such as NaCl', 'Salt']);
    expect(off.map(({ answer }) => answer)).toEqual(['Metal and nonmetal', 'Salt']);
  });

  test.each([
    ['in a highlight', '# S\nUse ==Aspirin :: a drug== here.'],
    ['in bold', '# S\n**Addr :: send()** returns.'],
    ['in italics', '# S\n*Addr :: send()* returns.'],
    ['behind the name of a field', '# S\nnext_step:: read'],
  ])('what is none comes back with the setting: %s', (_, text) => {
    const off = separators(cardsOf(text, { meantSeparators: false }));
    expect(off).toHaveLength(1);
    expect(separators(cardsOf(text))).toEqual([]);
    // Meanwhile its history waits, as that of a text which only a setting keeps away.
    const every = extractCards({ path: 'Note.md', text }, everyCard).cards;
    expect(known(separators(every))).toEqual(known(off));
  });

  test.each([
    ['in bold', '# S\n**Addr::send()** returns. <!--SR:!2024-01-01,1,250-->'],
    ['behind the name of a field', '# S\nnext_step:: read <!--SR:!2024-01-01,1,250-->'],
  ])('what was reviewed elsewhere stays a card: %s', (_, text) => {
    const [on, off] = [cardsOf(text), cardsOf(text, { meantSeparators: false })].map(separators);
    if (!on || !off) throw new Error('no cards');
    expect(on).toHaveLength(1);
    expect(known(on)).toEqual(known(off));
  });

  const glued = { gluedSeparators: true };

  test.each([
    ['one line of a text', '# S\nThe capital.\n\nFrance::Paris', 'The capital.\n\nFrance::Paris'],
    ['the whole text, both ways', '# S\nFrance:::Paris', 'France:::Paris'],
  ])('what is glued comes and goes with the setting, and all around it comes back: %s', (_, text, whole) => {
    const [on, off] = [cardsOf(text, glued), cardsOf(text)];
    expect(separators(on).map(({ question }) => question)).toContain('France');
    expect(separators(off)).toEqual([]);
    expect(known(off)).toEqual([before('S', whole, 'heading')]);
    // Under either setting the histories of the other wait, as those of texts which only a setting keeps away.
    const possible = known(possibleCards({ path: 'Note.md', text }));
    for (const card of [...known(on), ...known(off)]) expect(possible).toContainEqual(card);
  });

  test('a glued card that was reviewed elsewhere is the same card with the setting and without it', () => {
    const text = '# S\nFrance::Paris <!--SR:!2024-01-01,1,250-->\n\nChad::N’Djamena';
    const [on, off] = [cardsOf(text, glued), cardsOf(text)].map(separators);
    if (!on || !off) throw new Error('no cards');
    expect(on.map(({ question }) => question)).toEqual(['France', 'Chad']);
    expect(known(off)).toEqual(known(on).slice(0, 1));
  });

  test('the text that blank lines around a mark divide is one again without the rule', () => {
    const text = '# S\nWhat is osmosis?\n\n?\n\nFlow through a membrane.';
    expect(cardsOf(text).map(({ source, answer }) => [source, answer])).toEqual([
      ['separator', 'Flow through a membrane.'],
    ]);
    expect(cardsOf(text, { meantSeparators: false }).map(({ source }) => source)).toEqual(['heading']);
  });
});
