// By which step a card is linked, and at which thresholds.
import { describe, expect, test } from '@jest/globals';
import type { CardText } from '../../../src/core/identity/fingerprint/card-text.ts';
import { link, lose, note, prose } from './cards.ts';

/** `step: question → path#question` of each link, sorted. */
function steps(
  before: readonly CardText[],
  after: readonly CardText[],
  extra: Parameters<typeof link>[2] = {},
): string[] {
  return link(before, after, extra)
    .links.map(({ from, to, step }) => `${step}: ${from.question} → ${to.note}#${to.question}`)
    .sort();
}

/** A text of so many characters that is like no other. */
const text = (length: number): string => prose.attention.slice(0, length - 1) + '.';
/** Words of one text, then words of another. */
const mixed = (kept: number): string =>
  [...prose.dropout.split(' ').slice(0, kept), ...prose.momentum.split(' ').slice(kept)].join(' ');
const anchor = ['Anchor', prose.momentum] as const;

describe('a card is linked', () => {
  test.each<[string, CardText[], CardText[], string[]]>([
    [
      'exactly where nothing changed',
      note('n.md', anchor),
      note('n.md', anchor),
      ['exact: Anchor → n.md#Anchor'],
    ],
    [
      'by its place where half of its answer is left',
      note('n.md', ['Dropout', prose.dropout]),
      note('n.md', ['Dropout', mixed(14)]),
      ['place: Dropout → n.md#Dropout'],
    ],
    [
      'by its answer of 40 characters under another question of its note',
      note('n.md', anchor, ['Old', text(40)]),
      note('n.md', anchor, ['New name', text(40)]),
      ['answer: Old → n.md#New name', 'exact: Anchor → n.md#Anchor'],
    ],
    [
      'by the gap that it stands in where its answer has 39',
      note('n.md', anchor, ['Old', text(39)]),
      note('n.md', anchor, ['New name', text(39)]),
      ['exact: Anchor → n.md#Anchor', 'place: Old → n.md#New name'],
    ],
    [
      'by its answer of 60 characters under another question of another note',
      [...note('n.md', anchor, ['Old', text(60)]), ...note('m.md', ['Other', prose.dropout])],
      [...note('n.md', anchor), ...note('m.md', ['Other', prose.dropout], ['New name', text(60)])],
      ['answer: Old → m.md#New name', 'exact: Anchor → n.md#Anchor', 'exact: Other → m.md#Other'],
    ],
    [
      'not by an answer of 59 there',
      [...note('n.md', anchor, ['Old', text(59)]), ...note('m.md', ['Other', prose.dropout])],
      [...note('n.md', anchor), ...note('m.md', ['Other', prose.dropout], ['New name', text(59)])],
      ['exact: Anchor → n.md#Anchor', 'exact: Other → m.md#Other'],
    ],
    [
      'as moved where it stands in another note',
      [...note('n.md', anchor, ['Dropout', prose.dropout]), ...note('m.md', ['Other', 'Some other text.'])],
      [...note('n.md', anchor), ...note('m.md', ['Other', 'Some other text.'], ['Dropout', prose.dropout])],
      ['exact: Anchor → n.md#Anchor', 'exact: Other → m.md#Other', 'moved: Dropout → m.md#Dropout'],
    ],
    [
      'as alike where it became a lead-in of its note',
      note('n.md', ['Dropout', prose.dropout]),
      note('n.md', ['Dropout', prose.dropout]).map((card) => ({ ...card, source: 'lead-in' })),
      ['similar: Dropout → n.md#Dropout'],
    ],
    [
      'as moved where it became a lead-in of another note',
      [...note('n.md', anchor, ['Dropout', prose.dropout]), ...note('m.md', ['Other', 'Some other text.'])],
      [
        ...note('n.md', anchor),
        ...note('m.md', ['Other', 'Some other text.']),
        ...note('m.md', ['Dropout', prose.dropout]).map((card) => ({ ...card, source: 'lead-in', line: 9 })),
      ],
      ['exact: Anchor → n.md#Anchor', 'exact: Other → m.md#Other', 'moved: Dropout → m.md#Dropout'],
    ],
  ])('%s', (_, before, after, expected) => {
    const present = new Set(['n.md', 'm.md']);
    expect(steps(before, after, { present })).toEqual(expected);
  });
});

describe('a card rewritten under its own heading', () => {
  // It moved to the end, so that no gap leads to it.
  const before = note(
    'n.md',
    ['Dropout', prose.dropout],
    ['One', 'First text here.'],
    ['Two', 'Second text there.'],
  );
  const after = (answer: string): CardText[] =>
    note('n.md', ['One', 'First text here.'], ['Two', 'Second text there.'], ['Dropout', answer]);
  const rest = ['exact: One → n.md#One', 'exact: Two → n.md#Two'];

  test.each([
    ['is known while a trace of its answer is left', mixed(5), ['place: Dropout → n.md#Dropout']],
    ['is a stranger where nothing is left', 'Gone and forgotten.', []],
  ])('%s', (_, answer, expected) => {
    expect(steps(before, after(answer))).toEqual([...rest, ...expected].sort());
  });

  test('is known beside a neighbour of before, whatever it says', () => {
    const swapped = note(
      'n.md',
      ['Dropout', 'Gone.'],
      ['One', 'First text here.'],
      ['Two', 'Second text there.'],
    );
    expect(steps(before, swapped)).toContain('place: Dropout → n.md#Dropout');
  });
});

describe('a summary', () => {
  const summary = (path: string, answer: string, chip = 'summary'): CardText[] =>
    note(path, [path, answer]).map((card) => ({ ...card, source: 'property', headings: [], chip }));

  test('is its note’s, whatever it says', () => {
    expect(steps(summary('n.md', prose.dropout), summary('n.md', 'Gone.'))).toEqual([
      'place: n.md → n.md#n.md',
    ]);
  });

  test('does not go to another note that stays', () => {
    const before = [...summary('n.md', prose.dropout), ...note('m.md', anchor)];
    const after = [...note('m.md', anchor), ...summary('m.md', prose.dropout)];
    const present = new Set(['n.md', 'm.md']);
    expect(steps(before, after, { present })).toEqual(['exact: Anchor → m.md#Anchor']);
  });
});

describe('what is reported of a batch', () => {
  test('is each link with its score, and each card left over', () => {
    const before = note('n.md', anchor, ['Dropout', prose.dropout], ['Gone', 'No more.']);
    const after = note('n.md', anchor, ['Drop-out', prose.dropout.replace('half', 'third')]);
    const { links, orphans, found, doubtful } = link(before, after);
    expect(links.map(({ step, score }) => [step, score === 1])).toEqual([
      ['exact', true],
      ['similar', false],
    ]);
    expect([orphans.map(({ question }) => question), found, doubtful]).toEqual([['Gone'], [], []]);
  });

  test('is a lost history beside living cards', () => {
    const before = note('n.md', anchor);
    const [lost] = note('n.md', ['Dropout', prose.dropout]).map((card) => lose(card));
    if (!lost) throw new Error('no card');
    const { links, found } = link(before, note('n.md', anchor, ['Dropout', prose.dropout]), { lost: [lost] });
    expect([
      links.map(({ to }) => to.question),
      found.map(({ to, step, score }) => [to.question, step, score]),
    ]).toEqual([['Anchor'], [['Dropout', 'exact', 1]]]);
  });

  test('is a lost history where the vault has no cards of before', () => {
    const cards = note('n.md', anchor, ['Dropout', prose.dropout]);
    const lost = cards.map((card) => lose(card));
    const { links, found, orphans, doubtful } = link([], cards, { lost });
    expect(found.map(({ from, to, step, score }) => [from === lost[cards.indexOf(to)], step, score])).toEqual(
      [
        [true, 'exact', 1],
        [true, 'exact', 1],
      ],
    );
    expect([links, orphans, doubtful]).toEqual([[], [], []]);
  });

  test('is a doubtful pair of living cards', () => {
    const before = [
      ...note('n.md', anchor, ['Dropout', prose.dropout]),
      ...note('m.md', ['Other', 'Some text.']),
    ];
    const after = [
      ...note('n.md', anchor),
      ...note(
        'm.md',
        ['Other', 'Some text.'],
        ['Dropout', `${prose.dropout.slice(0, 50)} ${prose.attention.slice(0, 70)}`],
      ),
    ];
    const { doubtful, orphans } = link(before, after, { present: new Set(['n.md', 'm.md']) });
    expect([
      doubtful.map(({ from, to, step }) => [from === orphans[0], to.note, step]),
      orphans.length,
    ]).toEqual([[[true, 'm.md', 'similar']], 1]);
  });
});

describe('a renamed note that was rewritten', () => {
  test('is followed by the links of its cards to those that are left', () => {
    const names = ['A', 'B', 'C', 'D'] as const;
    const long = (name: string): string => `${name}: ${prose.attention.slice(0, 70)} of ${name.repeat(8)}.`;
    const before = note('old.md', ...names.map((name) => [`Old ${name}`, long(name)] as const), [
      'Tail',
      prose.dropout,
    ]);
    const after = note('new.md', ...names.map((name) => [`Fresh ${name}`, long(name)] as const), [
      'Tail',
      'Nothing of it is left.',
    ]);
    expect(steps(before, after).at(-1)).toBe('place: Tail → new.md#Tail');
  });
});
