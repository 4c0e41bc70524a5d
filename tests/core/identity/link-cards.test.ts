import { describe, expect, test } from '@jest/globals';
import { link, note, prose, show, target } from './cards.ts';

const base = note(
  'n.md',
  ['Attention', prose.attention],
  ['Dropout', prose.dropout],
  ['Momentum', prose.momentum],
);

describe('a card keeps its history within its note', () => {
  test('when a typo in its answer is fixed', () => {
    const after = note(
      'n.md',
      ['Attention', prose.attention.replace('scaled', 'skaled')],
      ['Dropout', prose.dropout],
    );
    expect(target(link(base, after), 'Attention')).toBe('n.md#Attention');
  });

  test('when its heading is reworded', () => {
    const after = note('n.md', ['Attention', prose.attention], ['What dropout does', prose.dropout]);
    expect(target(link(base, after), 'Dropout')).toBe('n.md#What dropout does');
  });

  test('when heading and answer are edited at once', () => {
    const after = note(
      'n.md',
      ['Attention', prose.attention],
      ['Drop-out', prose.dropout.replace('hidden units', 'neurons')],
      ['Momentum', prose.momentum],
    );
    expect(target(link(base, after), 'Dropout')).toBe('n.md#Drop-out');
  });

  test('when its answer is rewritten under the same heading', () => {
    const after = note('n.md', ['Attention', 'Something else.'], ['Dropout', prose.dropout]);
    expect(target(link(base, after), 'Attention')).toBe('n.md#Attention');
  });

  test('when the section is moved', () => {
    const after = [...base].reverse().map((card, at) => ({ ...card, line: at + 1 }));
    expect(link(base, after).orphans).toEqual([]);
  });

  test('when a lead-in becomes a heading', () => {
    const leadIn = base.map((card) => ({ ...card, source: 'lead-in', headings: [] }));
    expect(target(link(leadIn, base), 'Dropout')).toBe('n.md#Dropout');
  });

  test('when a parent heading is reworded above two equal questions', () => {
    const before = note('n.md', ['Sparse > Results', 'Slow.'], ['Dense > Results', 'Fast.']);
    const after = note(
      'n.md',
      ['Sparse models > Results', 'Slow.'],
      ['Dense models > Results', 'Very fast.'],
    );
    expect(show(link(before, after))).toEqual([
      'n.md#Dense>Results@5 → n.md#Dense models>Results@5',
      'n.md#Sparse>Results@1 → n.md#Sparse models>Results@1',
    ]);
  });

  test('when an equal card before it is deleted', () => {
    const before = note(
      'n.md',
      ['A', 'one'],
      ['Example', 'See above.'],
      ['B', 'two'],
      ['Example', 'See above.'],
    );
    const after = note('n.md', ['A', 'one'], ['B', 'two'], ['Example', 'See above.']);
    const linking = link(before, after);
    expect(linking.orphans.map(({ line }) => line)).toEqual([5]);
  });
});

describe('a card keeps its history across notes', () => {
  test('when its section is cut to another note', () => {
    const other = note('other.md', ['Loss', 'The mean of squared errors over a batch.']);
    const after = [
      ...base.slice(0, 2),
      ...other,
      ...note('other.md', ['x', 'x'], ['Momentum', prose.momentum]).slice(1),
    ];
    expect(target(link([...base, ...other], after), 'Momentum')).toBe('other.md#Momentum');
  });

  test('when its section is cut to another note under a new heading', () => {
    const other = note('other.md', ['Running means', prose.momentum]);
    expect(target(link(base, [...base.slice(0, 2), ...other]), 'Momentum')).toBe('other.md#Running means');
  });

  test('when the note is moved and its answer edited', () => {
    const after = note(
      'new/m.md',
      ['Attention', prose.attention],
      ['Dropout', `${prose.dropout} Half is usual.`],
    );
    expect(target(link(base, after), 'Dropout')).toBe('new/m.md#Dropout');
  });

  test('when the host saw the note move and nothing of the answer is left', () => {
    const after = note('m.md', ['Dropout', 'New text.']);
    expect(target(link(base, after, { moves: new Map([['n.md', 'm.md']]) }), 'Dropout')).toBe('m.md#Dropout');
  });
});

describe('a history does not go to an unrelated card', () => {
  test('a copied note starts new, though the original is edited', () => {
    const copy = base.map((card) => ({ ...card, note: 'copy.md' }));
    const edited = base.map((card) => ({ ...card, answer: `${card.answer} More.` }));
    const paths = link(base, [...copy, ...edited]).links.map(({ to }) => to.note);
    expect(new Set(paths)).toEqual(new Set(['n.md']));
  });

  test('a deleted card is not its neighbour', () => {
    const after = note(
      'n.md',
      ['Attention', prose.attention],
      ['Weight decay', 'Shrinks weights a little in each step.'],
    );
    expect(target(link(base, after), 'Dropout')).toBeNull();
  });

  test('a short card that many notes hold does not jump to a new note', () => {
    const before = ['a.md', 'b.md', 'c.md'].flatMap((path) => note(path, ['Status', 'draft'], ['Of', path]));
    const after = [
      ...before.filter((card) => card.note !== 'a.md' || card.question !== 'Status'),
      ...note('d.md', ['Status', 'draft']),
    ];
    expect(target(link(before, after), 'Status')).not.toBe('d.md#Status');
  });

  test('a card of a template does not go to another note of that template', () => {
    const meeting = (path: string, who: string): ReturnType<typeof note> =>
      note(path, ['Attendees', `The people who were in the room: Ann, Bob, Carol and ${who}.`]);
    const before = [...meeting('1.md', 'Dan'), ...meeting('2.md', 'Eve'), ...meeting('3.md', 'Finn')];
    const after = [...before.slice(1), ...meeting('4.md', 'Gus')];
    expect(link(before, after).orphans.map((card) => card.note)).toEqual(['1.md']);
  });
});

describe('a block id', () => {
  test('decides before anything else if there is one', () => {
    const mark = (cards: ReturnType<typeof note>, ids: readonly string[]) =>
      cards.map((card, at) => ({ ...card, blockId: ids[at] ?? null }));
    const after = mark(base, ['x', 'y', 'z']);
    const linking = link(mark(base, ['y', 'x', 'z']), after);
    expect(target(linking, 'Attention')).toBe('n.md#Dropout');
  });
});
