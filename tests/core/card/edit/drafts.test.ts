// Drafts of edited texts: none is lost to another, and none is taken for a text that has changed meanwhile.
import { describe, expect, test } from '@jest/globals';
import {
  findDraft,
  keepDraft,
  readDrafts,
  type Draft,
  type Opened,
} from '../../../../src/core/card/edit/drafts.ts';

const spindle = '## Spindle\nA burst.';
const ripple = '## Ripple\nA wave.';
const draft: Draft = { id: 'a', note: 'A.md', block: spindle, typed: '## Spindle\nMine.' };
const opened = (id: string, block: string, blocks = [block], note = 'A.md'): Opened => ({
  id,
  note,
  block,
  blocks,
});
const any = (): boolean => true;
const none = (): boolean => false;

describe('keeping drafts', () => {
  test('keeps one a place, the latest first', () => {
    const other = { ...draft, id: 'b', block: ripple };
    const both = keepDraft(keepDraft([], draft, 'x'), other, 'y');
    expect(both.map(({ typed }) => typed)).toEqual(['y', 'x']);
    expect(keepDraft(both, draft, 'z').map(({ typed }) => typed)).toEqual(['z', 'y']);
    expect(keepDraft(both, draft, null).map(({ typed }) => typed)).toEqual(['y']);
    // The same card from another text is another draft.
    expect(keepDraft(both, { ...draft, block: 'now' }, null)).toEqual(both);
  });

  test('keeps twenty, and lets the oldest go', () => {
    let drafts: readonly Draft[] = [];
    for (let nth = 0; nth < 25; nth += 1) drafts = keepDraft(drafts, { ...draft, id: String(nth) }, 'x');
    expect(drafts.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, nth) => String(24 - nth)));
  });

  test('keeps nothing but the draft itself', () => {
    expect(keepDraft([], opened('a', spindle), 'x')).toEqual([{ ...draft, typed: 'x' }]);
  });

  test('reads only what is sound', () => {
    expect(readDrafts([draft, null, 'a', { ...draft, typed: 1 }, { id: 'a' }])).toEqual([draft]);
    for (const kept of [null, undefined, 'x', {}, ['a', 'typed']]) expect(readDrafts(kept)).toEqual([]);
  });
});

describe('finding a draft', () => {
  test('by card and block, by card, or by note and block', () => {
    expect(findDraft([draft], opened('a', spindle), any)).toBe(draft);
    expect(findDraft([draft], opened('a', 'changed'), any)).toBe(draft);
    expect(findDraft([draft], opened('b', spindle), any)).toBe(draft);
    expect(findDraft([draft], opened('b', ripple), any)).toBeNull();
    // A renamed note; another with the same text.
    expect(findDraft([draft], opened('a', spindle, [spindle], 'B.md'), any)).toBe(draft);
    expect(findDraft([draft], opened('b', spindle, [spindle], 'B.md'), any)).toBeNull();
  });

  test('prefers the one that began from the text as it is', () => {
    const old = { ...draft, block: 'old', typed: 'of the old text' };
    expect(findDraft([old, draft], opened('a', spindle), any)).toBe(draft);
  });

  test('tells two equal blocks of a note apart by their cards', () => {
    const twice = [spindle, spindle];
    expect(findDraft([draft], opened('a', spindle, twice), any)).toBe(draft);
    expect(findDraft([draft], opened('b', spindle, twice), any)).toBeNull();
  });

  test('shows the draft of a card that is gone with the one most like it', () => {
    const answered = '## Spindle\nTheirs.';
    const blocks = [ripple, answered];
    expect(findDraft([draft], opened('new', answered, blocks), none)).toBe(draft);
    expect(findDraft([draft], opened('other', ripple, blocks), none)).toBeNull();
    // With any of the note if none is like it; not with one of another note.
    expect(findDraft([draft], opened('other', ripple), none)).toBe(draft);
    expect(findDraft([draft], opened('other', ripple, [ripple], 'B.md'), none)).toBeNull();
  });
});
