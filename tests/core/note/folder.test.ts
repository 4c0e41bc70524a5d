import { describe, expect, test } from '@jest/globals';
import { checkNoteFolder, isInFolders, tidyNoteFolder } from '../../../src/core/note/folder.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

describe('a folder of the settings', () => {
  test.each([
    ['Notes', null],
    [' Notes/Deep\\er/ ', null],
    ['..Notes', null],
    ['  ', 'A folder needs a name.'],
    ['/Notes', '“/Notes” is outside the vault.'],
    ['\\Notes', '“\\Notes” is outside the vault.'],
    ['c:Notes', '“c:Notes” is outside the vault.'],
    ['Notes/../..', '“Notes/../..” may lead outside the vault. Remove “..”.'],
    ['./Notes', '“./Notes” may lead outside the vault. Remove “.”.'],
    ['Notes// a', '“Notes// a” has a part without a name.'],
    ['Notes/ /a', '“Notes/ /a” has a part without a name.'],
    ['Notes/a\u0007', "“a\u0007” contains a character that names can't have."],
  ])('%j: %p', (name, problem) => {
    const reason = checkNoteFolder(name);
    expect(reason && inEnglish(reason)).toBe(problem);
  });

  test.each([
    [' Notes/ ', 'Notes'],
    ['Notes\\Deep\\', 'Notes/Deep'],
    ['Notes', 'Notes'],
  ])('%j is kept as %j', (name, kept) => {
    expect(tidyNoteFolder(name)).toBe(kept);
  });

  test.each([
    ['A/n.md', true],
    ['A/B/n.md', true],
    ['AB/n.md', false],
    ['a/n.md', false],
    ['A.md', false],
    ['C/D/n.md', true],
    ['C/n.md', false],
  ])('holds %s: %p', (path, expected) => {
    expect(isInFolders(path, ['A', 'C/D'])).toBe(expected);
  });
});
