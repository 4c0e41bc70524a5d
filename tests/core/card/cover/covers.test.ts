// Which answers of a note are covered: one cover a card, and no question is under a cover before its turn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  citesFootnote,
  coversOf,
  lineStarts,
  sectionCovers,
  type CoverCard,
  type Covers,
  type Part,
} from '../../../../src/core/card/cover/covers.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../../src/core/card/options.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import type { Span } from '../../../../src/core/note/span.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';

const options: CardOptions = { ...defaultCardOptions, watch: 'all' };

function read(
  text: string,
  isAsked: (nth: number) => boolean = () => true,
  more: Partial<CardOptions> = {},
): { cards: readonly CoverCard[]; covers: Covers } {
  const found = extractCards({ path: 'Note.md', text }, { ...options, ...more }).cards;
  const cards = found.map((card, nth) => ({ id: String(nth), card, isAsked: isAsked(nth) }));
  return { cards, covers: coversOf(text, cards) };
}

/** The sections of a note as the app draws them: its blocks, by whole lines. */
function sectionsOf(text: string): Span[] {
  const starts = [...lineStarts(text), text.length];
  const lineOf = (at: number): number => starts.filter((start) => start <= at).length - 1;
  return readOutline(text).blocks.map(({ start, end }) => ({
    start: starts[lineOf(start)] ?? 0,
    end: starts[lineOf(Math.max(start, end - 1)) + 1] ?? text.length,
  }));
}

const named = (part: Part): string =>
  part.kind === 'after'
    ? `after ${part.asking.question}${part.asking.cover ? '' : ', nothing'}`
    : part.kind === 'cell'
      ? `cell ${[part.table, part.row, part.cell].join(' ')}`
      : part.kind === 'hidden'
        ? `${part.markdown} ${String(part.nth)}`
        : `rest of ${part.cover.card.question}`;

/** The parts of each section that is covered. */
function partsOf(text: string, ...how: [((nth: number) => boolean)?, Partial<CardOptions>?]): string[][] {
  const { covers } = read(text, ...how);
  return sectionsOf(text)
    .map((section) => sectionCovers(text, covers, section).parts.map(named))
    .filter((parts) => parts.length > 0);
}

describe('a section', () => {
  test('below a heading is covered whole, and so is the text before the first heading', () => {
    expect(partsOf('Before.\n\n## Head\nOne.\n\nTwo.\n\n## Next\nThree.\n')).toEqual([
      ['rest of Note'],
      ['rest of Head'],
      ['rest of Head'],
      ['rest of Next'],
    ]);
  });

  test('with a lead-in or a callout is covered behind its question', () => {
    expect(partsOf('**Lead:** text.\n\nMore.\n\n> [!note] Title\n> Body.\n')).toEqual([
      ['after Lead'],
      ['rest of Lead'],
      ['after Title'],
    ]);
  });

  test('with a list covers the sides of separators, and the other items for the heading', () => {
    expect(partsOf('## Head\n- Some text here.\n- capital :: Paris\n- city :: Rome\n')).toEqual([
      ['rest of Head', 'after capital', 'after city'],
    ]);
  });

  test('with a table covers the cells of its rows', () => {
    expect(
      partsOf('## Head\n| Term | Meaning |\n|---|---|\n| soma \\| x | body |\n| axon | fiber |\n'),
    ).toEqual([['cell 0 0 1', 'cell 0 1 1']]);
  });

  test('with a table in a callout counts rows below its head', () => {
    const text =
      '> [!note] Cells\n> Some text.\n>\n> | Term | Meaning |\n> |---|---|\n> | soma | body |\n> | axon | fiber |\n';
    expect(partsOf(text)[0]?.filter((part) => part.startsWith('cell'))).toEqual(['cell 0 0 1', 'cell 0 1 1']);
  });

  test('with highlights covers each, told apart where they are alike', () => {
    expect(partsOf('%% only clozes %%\n\nIt ==is== what it ==is==, ==here==.\n')).toEqual([
      ['is 0', 'is 1', 'here 0'],
    ]);
  });

  test('covers nothing of a card that is not asked, and ends at its question', () => {
    const text = '- a first :: Paris\n- a second :: Rome\n';
    expect(partsOf(text, (nth) => nth === 1)).toEqual([['after a first, nothing', 'after a second']]);
  });
});

describe('a card', () => {
  test('in the other direction is left out, as its cover would hide a question', () => {
    const { covers } = read('capital ::: Paris\n');
    expect(covers.all.map(({ card }) => card.question)).toEqual(['capital']);
    expect(read('## Spindle\nA burst of waves.\n', undefined, { reversed: 'on' }).covers.all).toHaveLength(1);
  });

  test('in the other direction is asked where the first is not', () => {
    const { covers } = read('capital ::: Paris\n', (nth) => nth === 1);
    expect(covers.all.map(({ card }) => card.question)).toEqual(['Paris']);
  });

  test('of a property covers nothing in the text, and one of the whole note is not asked here', () => {
    const text = '---\ntags: flashcards\nsummary: Short\n---\nText.\n';
    const { covers } = read(text, undefined, { noteTags: ['flashcards'] });
    expect(covers.all.map(({ card, spans }) => [card.source, spans.length])).toEqual([
      ['property', 0],
      ['title', 1],
    ]);
  });

  test('comes before what is covered inside its answer', () => {
    const text =
      '## T\n\n| Term | Meaning |\n|---|---|\n| axon | b ==c== |\n| soma | ==a== |\n\n## Next\n==Two== words.\n';
    const { covers } = read(text);
    expect(covers.all.map(({ spans: [span] }) => text.slice(span?.start, span?.end))).toEqual([
      'b ==c==',
      'c',
      '==a==',
      'a',
      '==Two== words.',
      'Two',
    ]);
  });

  test('whose text cites a footnote is covered up to its own end', () => {
    const text = '## Head\nA claim.[^1]\n\n## Next\nText.\n\n[^1]: The footnote.\n';
    const { all } = read(text).covers;
    expect(all[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['A claim.[^1]']);
    expect(all.map((one) => citesFootnote(text, one))).toEqual([true, false]);
  });
});

const folder = join(import.meta.dirname, '../../../fixtures/notes');

/** What is wrong with the covers of a note. */
function faults(text: string): string[] {
  const { cards, covers } = read(text);
  const wrong: string[] = [];
  const ids = covers.all.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) wrong.push('a card has two covers');
  const plain = covers.all.filter(({ card }) => !card.cloze);
  for (const { id, card } of cards) {
    if (ids.includes(id) || ['note', 'occlusion'].includes(card.source)) continue;
    // Left out: what it would cover asks already, or is covered already.
    const isTaken = card.answerRuns
      .flat()
      .some((span) =>
        [...plain.flatMap(({ spans }) => spans), ...covers.asking].some(
          (one) => one.start < span.end && span.start < one.end,
        ),
      );
    const isBlank = card.answerRuns.flat().every(({ start, end }) => text.slice(start, end).trim() === '');
    if (!isTaken && !isBlank && !text.includes('[^')) wrong.push(`no cover for ${card.question}`);
  }
  for (const cover of plain)
    for (const asking of covers.asking)
      if (asking.cover && cover.spans.some((span) => span.start < asking.end && asking.start < span.end))
        wrong.push(`${cover.card.question} covers the question ${asking.question}`);
  for (const section of sectionsOf(text)) {
    const { parts, opens } = sectionCovers(text, covers, section);
    const drawn = new Set(parts.map((part) => (part.kind === 'after' ? part.asking.cover : part.cover)));
    for (const cover of opens)
      if (!drawn.has(cover)) wrong.push(`${cover.card.question} begins without a part`);
  }
  return wrong;
}

describe('in any note, each asked card has one cover and no cover hides a question', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');

  test.each(files)('%s', (file) => {
    expectAlike(faults(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')), []);
  });

  test('also at random', () => {
    fc.assert(
      fc.property(noteText, (text) => expectAlike(faults(text), [])),
      { numRuns: runs(2000) },
    );
  });
});
