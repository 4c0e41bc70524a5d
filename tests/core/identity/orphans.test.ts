import { describe, expect, test } from '@jest/globals';
import { link, lose, note, prose } from './cards.ts';

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

  test('does not go to a similar card later', () => {
    const edited = note('n.md', ['Dropout layers', prose.dropout.replace('random half', 'random third')]);
    expect(link([], edited, { lost: [{ ...dropout, daysLost: 181 }] }).found).toEqual([]);
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
    const after = note('m.md', ['Dropout', `${prose.dropout.slice(0, 70)} ${prose.momentum.slice(0, 50)}`]);
    expect(link([], after, { lost: [dropout] }).doubtful.map(({ to }) => to.question)).toEqual(['Dropout']);
  });
});
