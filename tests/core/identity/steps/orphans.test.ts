import { describe, expect, test } from '@jest/globals';
import type { CardText, LostCard } from '../../../../src/core/identity/fingerprint/card-text.ts';
import { link, lose, note, prose } from '../cards.ts';

const cards = note('n.md', ['Attention', prose.attention], ['Dropout', prose.dropout], ['Status', 'draft']);
const [attention, dropout, status] = cards.map((card) => lose(card));
if (!attention || !dropout || !status) throw new Error('no cards');
const lost = [attention, dropout, status];

describe('a history without a card', () => {
  test('goes to the equal card that comes back years later', () => {
    const old = lost.map((one) => ({ ...one, daysLost: 2000 }));
    expect(link([], cards, { lost: old }).found).toHaveLength(3);
  });

  test('goes to the equal cards of a note that comes back under another path', () => {
    const moved = cards.map((card) => ({ ...card, note: 'archive/n.md' }));
    expect(link([], moved, { lost }).found).toHaveLength(3);
  });

  test('goes to a similar card within half a year', () => {
    const edited = note('n.md', ['Dropout layers', prose.dropout.replace('random half', 'random third')]);
    expect(link([], edited, { lost: [{ ...dropout, daysLost: 180 }] }).found).toHaveLength(1);
  });

  test('does not go to a similar card of another note later', () => {
    const edited = note('m.md', ['Dropout layers', prose.dropout.replace('random half', 'random third')]);
    expect(link([], edited, { lost: [{ ...dropout, daysLost: 181 }] }).found).toEqual([]);
  });

  test('goes to what is surely the same card of its own note at any time, for who knows when it was edited', () => {
    const edited = note('n.md', ['Dropout layers', prose.dropout.replace('random half', 'random third')]);
    expect(link([], edited, { lost: [{ ...dropout, daysLost: 2000 }] }).found).toHaveLength(1);
    const reworded = note('n.md', ['Dropout', prose.dropout.replace('random half', 'random third')]);
    expect(link([], reworded, { lost: [{ ...dropout, daysLost: 2000 }] }).found).toHaveLength(1);
  });

  test('stays with its own note where that was edited and a copy holds its old text', () => {
    const edited = note('n.md', ['Dropout', prose.dropout.replace('random half', 'random third')]);
    const copy = note('n 1.md', ['Dropout', prose.dropout]);
    expect(link([], [...edited, ...copy], { lost: [dropout] }).found.map(({ to }) => to.note)).toEqual([
      'n.md',
    ]);
  });

  test('stays with its note while that note is only untagged', () => {
    const elsewhere = cards.map((card) => ({ ...card, note: 'm.md' }));
    const confined = lost.map((one) => ({ ...one, confined: true }));
    expect(link([], elsewhere, { lost: confined, present: new Set(['n.md']) }).found).toEqual([]);
  });

  test('is there again when the tag is put back, though the note was edited meanwhile', () => {
    const edited = note(
      'n.md',
      ['Attention', `${prose.attention} So it is soft.`],
      ['Dropout', prose.dropout],
    );
    const confined = lost.map((one) => ({ ...one, confined: true }));
    expect(link([], edited, { lost: confined }).found).toHaveLength(2);
  });

  test('does not take a card that a living card becomes', () => {
    const [old] = note('n.md', ['Dropout', prose.dropout.replace('random', 'fixed')]);
    const after = note('n.md', ['Dropout', prose.dropout.replace('half', 'third')]);
    if (!old) throw new Error('no card');
    expect(link([old], after, { lost: [dropout] }).found).toEqual([]);
  });

  test('takes its exact text before a living card that is only similar', () => {
    const living = note('n.md', ['Noise', `${prose.dropout} It is a kind of noise.`]);
    expect(link(living, note('n.md', ['Dropout', prose.dropout]), { lost: [dropout] }).found).toHaveLength(1);
  });

  test('that was short does not go to a phrase of another note', () => {
    expect(link([], note('m.md', ['Status', 'draft']), { lost: [status] }).found).toEqual([]);
  });

  test('is offered where it might be the card', () => {
    const after = note('m.md', ['Dropout', `${prose.dropout.slice(0, 55)} ${prose.momentum.slice(0, 60)}`]);
    expect(link([], after, { lost: [dropout] }).doubtful.map(({ to }) => to.question)).toEqual(['Dropout']);
  });
});

/** `step → path#question` of each history that has a card again. */
function steps(
  lost: readonly LostCard[],
  after: readonly CardText[],
  extra: Parameters<typeof link>[2] & { before?: readonly CardText[] } = {},
): string[] {
  const { before = [], ...rest } = extra;
  return link(before, after, { lost, ...rest }).found.map(
    ({ to, step }) => `${step} → ${to.note}#${to.question}`,
  );
}

const at = (path: string, ...more: readonly (readonly [string, string])[]): CardText[] => note(path, ...more);
const [dropoutText, momentumText] = [prose.dropout, prose.momentum];

describe('the step by which a history comes back', () => {
  const other = at('n.md', ['Other', prose.momentum]);

  test.each<[string, readonly CardText[], string[]]>([
    ['is exact in its own note', at('n.md', ['Dropout', dropoutText]), ['exact → n.md#Dropout']],
    ['is a move in another', at('m.md', ['Dropout', dropoutText]), ['moved → m.md#Dropout']],
    [
      'is a move where its heading became a lead-in',
      at('n.md', ['Dropout', dropoutText]).map((card) => ({ ...card, source: 'lead-in' })),
      ['moved → n.md#Dropout'],
    ],
    [
      'is a move where it became a lead-in of another note',
      at('m.md', ['Dropout', dropoutText]).map((card) => ({ ...card, source: 'lead-in' })),
      ['moved → m.md#Dropout'],
    ],
    [
      'is its place where nothing of its text is left',
      at('n.md', ['Dropout', 'Gone.']),
      ['place → n.md#Dropout'],
    ],
    ['is none at the same place of another note', at('m.md', ['Dropout', 'Gone.']), []],
    [
      'is likeness in another note',
      at('m.md', ['Dropout', dropoutText.replace('random half', 'random third')]),
      ['similar → m.md#Dropout'],
    ],
    ['is none where nothing is like it', other, []],
  ])('%s', (_, after, expected) => {
    expect(steps([dropout], after)).toEqual(expected);
  });

  test.each([
    [180, ['place → n.md#Dropout']],
    [181, []],
  ])('is its place after %p days: %p', (daysLost, expected) => {
    expect(steps([{ ...dropout, daysLost }], at('n.md', ['Dropout', 'Gone.']))).toEqual(expected);
  });
});

describe('a history of a note that is only untagged', () => {
  const confined = [{ ...dropout, confined: true }];

  test.each<[string, readonly CardText[], string[]]>([
    ['comes back in its note', at('n.md', ['Dropout', dropoutText]), ['exact → n.md#Dropout']],
    ['goes to no equal card of another note', at('m.md', ['Dropout', dropoutText]), []],
    ['goes to no similar card of another note', at('m.md', ['Dropout', `${dropoutText} More.`]), []],
    [
      'goes to a similar card of its note',
      at('n.md', ['Dropout layers', `${dropoutText} More.`]),
      ['similar → n.md#Dropout layers'],
    ],
  ])('%s', (_, after, expected) => {
    expect(steps(confined, after)).toEqual(expected);
  });
});

describe('where a lost note went', () => {
  // 11 characters: too short to say where its note went, or to be known alone.
  const short = at('n.md', ['Status', 'draft']).map((card) => lose(card));

  test('is known by its long cards, and its short ones follow', () => {
    const after = at('m.md', ['Status', 'draft'], ['Dropout', dropoutText]);
    expect(steps([dropout, ...short], after).sort()).toEqual(['moved → m.md#Dropout', 'moved → m.md#Status']);
  });

  test('is not known by its short cards', () => {
    const [one, two] = [['Status', 'draft'] as const, ['Kind', 'paper'] as const];
    expect(
      steps(
        at('n.md', one, two).map((card) => lose(card)),
        at('m.md', one, two),
      ),
    ).toEqual([]);
  });

  test('is not asked while it is there: a short card leaves it along with another only', () => {
    const present = new Set(['n.md']);
    const after = at('m.md', ['Status', 'draft'], ['Dropout', dropoutText]);
    expect(steps([dropout, ...short], after, { present }).sort()).toEqual([
      'moved → m.md#Dropout',
      'moved → m.md#Status',
    ]);
    expect(steps(short, after, { present })).toEqual([]);
  });

  test('is where the host saw it go', () => {
    const moves = new Map([['n.md', 'm.md']]);
    expect(steps(short, at('m.md', ['Status', 'draft']), { moves })).toEqual(['exact → m.md#Status']);
  });

  test('is not where equal cards stood before', () => {
    const before = at('k.md', ['Dropout', dropoutText]);
    expect(steps([dropout], before, { before })).toEqual([]);
  });
});

test('of two lost histories of one text each takes one of two equal cards', () => {
  const cards = at('n.md', ['A > Example', dropoutText], ['B > Example', dropoutText]);
  const found = link([], [...cards].reverse(), { lost: cards.map((card) => lose(card)) }).found;
  expect(found.map(({ from, to }) => [from.snapshot.headings[0], to.headings[0]]).sort()).toEqual([
    ['A', 'A'],
    ['B', 'B'],
  ]);
});

test('a doubtful pair is reported only while both are free, most alike first', () => {
  const half = `${dropoutText.slice(0, 70)} ${momentumText.slice(0, 50)}`;
  const third = `${dropoutText.slice(0, 60)} ${momentumText.slice(0, 60)}`;
  const after = at('m.md', ['Dropout', third], ['Dropout', half]);
  expect(
    link([], after, { lost: [dropout] }).doubtful.map(({ to, step }) => [to.answer === half, step]),
  ).toEqual([
    [true, 'similar'],
    [false, 'similar'],
  ]);
  const back = [...after, ...at('n.md', ['Dropout', dropoutText])];
  expect(link([], back, { lost: [dropout] }).doubtful).toEqual([]);
});

test('of a note that was moved and edited the short cards follow the others, where they have their places', () => {
  const cards = at('Old/n.md', ['Dropout', dropoutText], ['Momentum', momentumText], ['Kind', 'a paper']);
  const moved = at('New/n.md', ['Dropout', dropoutText], ['Momentum', momentumText], ['Kind', 'a papers']);
  expect(link([], moved, { lost: cards.map((card) => lose(card)) }).found).toHaveLength(3);
});
