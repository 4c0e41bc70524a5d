// Which cards a scope of notes has.
import { describe, expect, test } from '@jest/globals';
import { isWholeNote, notesOf, scopeFilter, type Scope } from '../../../src/core/study/scope.ts';
import type { StudyCard } from '../../../src/core/study/study-card.ts';

const links: Readonly<Record<string, readonly string[]>> = { 'A.md': ['B.md'], 'B.md': ['C.md'] };
const linksOf = (note: string): readonly string[] => links[note] ?? [];
const all = ['A.md', 'B.md', 'C.md', 'D/E.md'].flatMap((note) =>
  [1, 2].map((nth) => ({ id: `${note}${String(nth)}`, note }) as StudyCard),
);
const cardsOf = (scope: Scope): readonly string[] =>
  all.filter(scopeFilter(scope, linksOf)).map(({ id }) => id);

describe('a scope of notes', () => {
  test('has the cards of one, of some of its cards, or of several', () => {
    expect(cardsOf({ kind: 'note', note: 'A.md' })).toEqual(['A.md1', 'A.md2']);
    expect(cardsOf({ kind: 'note', note: 'A.md', cards: new Set(['A.md2', 'B.md1']) })).toEqual(['A.md2']);
    expect(cardsOf({ kind: 'note', note: 'A.md', cards: new Set() })).toEqual([]);
    expect(cardsOf({ kind: 'notes', notes: ['D/E.md', 'B.md'] })).toEqual([
      'B.md1',
      'B.md2',
      'D/E.md1',
      'D/E.md2',
    ]);
    expect(cardsOf({ kind: 'linked', note: 'A.md', depth: 1 })).toHaveLength(4);
  });

  test('names its notes and is studied as a whole, without limits', () => {
    const scope: Scope = { kind: 'notes', notes: ['B.md', 'A.md', 'B.md'] };
    expect([...(notesOf(scope, linksOf) ?? [])]).toEqual(['B.md', 'A.md']);
    expect(isWholeNote(scope)).toBe(true);
    expect(notesOf({ kind: 'folder', folder: 'D' }, linksOf)).toBe(null);
  });
});
