import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { originalOf } from '../../../src/core/note/conflict-copy.ts';
import { written } from '../../../scripts/node/english.ts';

describe('a conflict copy', () => {
  test.each([
    ['Syncthing', 'a/N.sync-conflict-20261128-101112-K7Q2M9A.md', 'a/N.md'],
    ['old Syncthing', 'N.sync-conflict-20261128-101112.md', 'N.md'],
    ['Dropbox', "N (Jane's conflicted copy 2026-11-28).md", 'N.md'],
    ['Dropbox with a machine in brackets', "N (Jane (Mac)'s conflicted copy 2026-11-28).md", 'N.md'],
    ['Dropbox, the second of a day', "N (Jane's conflicted copy 2026-11-28) (1).md", 'N.md'],
    ['Dropbox in German', 'N (In Konflikt stehende Kopie von Jane 2026-11-28).md', 'N.md'],
    ['Dropbox in French', 'N (Copie en conflit de Jane 2026-11-28).md', 'N.md'],
    ['Dropbox in Spanish', 'N (Copia en conflicto de Jane 2026-11-28).md', 'N.md'],
    ['Obsidian Sync', 'a b/N (Conflicted copy laptop 202611281011).md', 'a b/N.md'],
    ['Nextcloud', 'N (conflicted copy 2026-11-28 101112).md', 'N.md'],
    ['a conflict with a date', 'N (Conflict 2026-11-28).md', 'N.md'],
    ['Seafile', 'N (SFConflict jane@example.org 2026-11-28-10-11-12).md', 'N.md'],
    ['ownCloud', 'N_conflict-20261128-101112.md', 'N.md'],
    ['ownCloud with a name', 'N_conflict-jane-20261128-101112.MD', 'N.MD'],
    ['a copy of a copy', 'N (conflicted copy 2026-11-28).sync-conflict-20261129-101112-K7Q2M9A.md', 'N.md'],
    ['a title with brackets', 'N (2) (conflicted copy 2026-11-28).md', 'N (2).md'],
  ])('of %s is known by its name', (_tool, path, original) => {
    expect(originalOf(path)).toBe(original);
  });

  test.each([
    'N.md',
    'N 2.md',
    'N (1).md',
    'N copy.md',
    'Sudan (Conflict 1983-2005).md',
    'Conflict resolution (draft).md',
    'Meeting (2026-11-28).md',
    'How a conflicted copy is made.md',
    'N (conflicted copy 2026-11-28).txt',
    '(conflicted copy 2026-11-28).md',
    'sync-conflict-20261128-101112.md',
    'a (conflicted copy 2026-11-28)/N.md',
  ])('is not %s', (path) => {
    expect(originalOf(path)).toBeNull();
  });

  test('gives no cards, and is reported if its text would give some', () => {
    const path = 'a/N.sync-conflict-20261128-101112-K7Q2M9A.md';
    const tagged = extractCards({ path, text: '---\ntags: flashcards\n---\n# One\nText.\n' });
    expect([tagged.watched, tagged.cards]).toEqual([false, []]);
    expect(tagged.problems.map(written)).toEqual([
      { path, line: 1, message: 'Conflict copy of “N”, so without cards.', fix: 'compare' },
    ]);
    expect(extractCards({ path, text: '# One\nText.\n' }).problems).toEqual([]);
  });
});
