import { describe, expect, test } from '@jest/globals';
import type { StudyRequest } from '../../../src/core/study/scope.ts';
import { fromState, toState } from '../../../src/ui/review/request-state.ts';

const everything: StudyRequest = { scope: { kind: 'all' } };

describe('a review in a tab', () => {
  test.each<StudyRequest>([
    everything,
    { scope: { kind: 'all' }, ahead: 3 },
    { scope: { kind: 'all' }, practice: true },
    { scope: { kind: 'deck', deck: 'ml/attention' } },
    { scope: { kind: 'note', note: 'A.md' } },
    { scope: { kind: 'note', note: 'A.md', cards: new Set(['a', 'b']) } },
    { scope: { kind: 'notes', notes: ['A.md', 'B.md'] } },
    { scope: { kind: 'linked', note: 'A.md', depth: 1 } },
    { scope: { kind: 'linked', note: 'A.md', depth: 2 } },
    { scope: { kind: 'folder', folder: 'Papers' } },
    { scope: { kind: 'search', cards: new Set(['a', 'b']) } },
    { scope: { kind: 'leeches' } },
    { scope: { kind: 'flagged' } },
    { scope: { kind: 'flagged', flag: 2 } },
  ])('is about the same after a restart: %j', (request) => {
    expect(fromState(JSON.parse(JSON.stringify(toState(request))))).toEqual(request);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'deck'],
    ['a scope that is none', { scope: 'deck' }],
    ['a kind that a newer version knows', { scope: { kind: 'moon' } }],
    ['a deck without its name', { scope: { kind: 'deck' } }],
    ['a search without its cards', { scope: { kind: 'search', cards: 'a' } }],
  ])('is about everything due if the layout holds %s', (_, state) => {
    expect(fromState(state)).toEqual(everything);
  });
});
