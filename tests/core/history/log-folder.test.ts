import { describe, expect, test } from '@jest/globals';
import { checkFolder, folderOfLog, segmentPath, tidyFolder } from '../../../src/core/history/log-folder.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

describe('the folder of the history', () => {
  test.each(['Flashcards', 'My cards', 'meta/Flashcards', 'Flashcards/', 'Karteikärtchen', 'a.b', 'a_b'])(
    'may be %p',
    (name) => {
      expect(checkFolder(name)).toBeNull();
    },
  );

  test.each([
    ['.flash', "don't sync"],
    ['_flash', "don't sync"],
    ['meta/.flash', "don't sync"],
    ['meta\\_flash', "don't sync"],
    ['/abs', 'outside the vault'],
    ['\\abs', 'outside the vault'],
    ['C:\\cards', 'outside the vault'],
    ['../cards', 'outside the vault'],
    ['a/../../b', 'outside the vault'],
    ['./cards', 'outside the vault'],
    ['', 'needs its own folder'],
    ['   ', 'needs its own folder'],
    ['a//b', 'a part without a name'],
    ['what?', 'contains “?”'],
    ['a\nb', 'contains “\n”'],
    ['meta/con', 'Windows'],
    ['Nul.d', 'Windows'],
    ['cards.', 'Windows'],
  ])('may not be %p, and says why', (name, why) => {
    const reason = checkFolder(name);
    expect(reason && inEnglish(reason)).toContain(why);
  });

  test('is written with slashes, with none at the end', () => {
    expect([tidyFolder(' meta\\cards/ '), tidyFolder('Flashcards')]).toEqual(['meta/cards', 'Flashcards']);
  });

  test('holds a file a device and month, more with letters, and then with numbers', () => {
    const at = Date.UTC(2026, 10, 30, 23, 59);
    const name = (part: number) => segmentPath('F', 'k7q2m9ax', at, part);
    expect([0, 1, 2, 25, 26, 27, 51].map(name)).toEqual(
      ['', 'b', 'c', 'z', '.27', '.28', '.52'].map(
        (letter) => `F/log/k7q2m9ax/log-k7q2m9ax-2026-11${letter}.md`,
      ),
    );
  });

  test.each([
    ['F/log/k7q2m9ax/log-k7q2m9ax-2026-11.md', 'F'],
    ['System/Cards/log/k7q2m9ax/2026-11.md', 'System/Cards'],
    ['log/k7q2m9ax/log-k7q2m9ax-2026-11.md', null],
    ['F/log-k7q2m9ax-2026-11.md', null],
    ['F/log/README.md', null],
  ])('is found from the path of a log, %p', (path, folder) => {
    expect(folderOfLog(path)).toBe(folder);
  });
});
