import { describe, expect, test } from '@jest/globals';
import { changedData, defaultSettings, parseSettings, type Settings } from '../../src/core/settings.ts';

const wrong = (data: unknown) => parseSettings(data).wrong;

describe('settings of unknown origin', () => {
  test.each([null, 7, 'text', [], { cards: 3 }])('that are %j are the defaults', (data) => {
    expect(parseSettings(data).settings.study).toEqual(defaultSettings.study);
  });

  test('lose a value that is wrong, and no other', () => {
    const { settings, wrong: names } = parseSettings({ study: { newPerDay: -1, reviewsPerDay: 9 } });
    expect([settings.study.newPerDay, settings.study.reviewsPerDay, names]).toEqual([
      20,
      9,
      ['study.newPerDay'],
    ]);
  });

  test.each(['../notes', '/etc', 'C:\\notes', 'a/../../b', 'a/./b', '', 'a//b'])(
    'may not include or exclude the folder “%s”',
    (folder) => {
      const cards = { folders: [folder], foldersOff: [folder] };
      expect(wrong({ cards })).toEqual(['cards.folders', 'cards.foldersOff']);
    },
  );

  test.each(['../log', '/log', 'C:\\log', 'a/../../log', '.log', '_log'])(
    'may not keep the history in “%s”',
    (folder) => {
      expect(wrong({ general: { folder } })).toEqual(['general.folder']);
    },
  );

  test('may watch folders that sync skips, since notes are only read', () => {
    expect(parseSettings({ cards: { folders: ['_inbox/', 'a\\b'] } }).settings.cards.folders).toEqual([
      '_inbox',
      'a/b',
    ]);
  });

  test.each([
    { newPerDay: -1, name: 'ml' },
    { name: ' ' },
    { name: 'ml', desiredRetention: 2 },
    { name: 'ml', learningSteps: ['1m'] },
  ])('may not hold the preset %j', (preset) => {
    expect(wrong({ decks: { named: [preset] } })).toEqual(['decks.named']);
  });

  test('may not hold a vacation that ends before it begins', () => {
    const vacations = [{ from: '2026-05-02', to: '2026-05-01' }];
    expect(wrong({ study: { vacations } })).toEqual(['study.vacations']);
  });
});

describe('what is saved', () => {
  const with1 = (newPerDay: number): Settings => ({
    ...defaultSettings,
    study: { ...defaultSettings.study, newPerDay },
  });

  test('is what the user changed, and nothing else', () => {
    expect(changedData(null, defaultSettings, with1(5))).toEqual({ study: { newPerDay: 5 } });
  });

  test('includes a setting of no group and a group that was not there before', () => {
    const [before, after] = [{ version: 1 }, { version: 2, new: { size: 3 } }] as unknown[] as Settings[];
    if (!before || !after) throw new Error('two are given');
    expect(changedData(null, before, after)).toEqual({ version: 2, new: { size: 3 } });
  });

  test('keeps options and groups of a newer version', () => {
    const written = { study: { newPerDay: 3, byMoon: true }, galaxy: { far: 1 }, version: 9 };
    const { settings } = parseSettings(written);
    const next = { ...settings, study: { ...settings.study, newPerDay: 5 } };
    expect(changedData(written, settings, next)).toEqual({
      study: { newPerDay: 5, byMoon: true },
      galaxy: { far: 1 },
      version: 9,
    });
  });

  test('keeps a value that only a newer version understands', () => {
    const written = { study: { newOrder: 'by-moon' } };
    const { settings } = parseSettings(written);
    const next = { ...settings, study: { ...settings.study, newPerDay: 5 } };
    expect(changedData(written, settings, next)).toEqual({ study: { newOrder: 'by-moon', newPerDay: 5 } });
  });

  test('goes back to a default that the user chooses again', () => {
    const written = changedData(null, defaultSettings, with1(5));
    expect(changedData(written, with1(5), defaultSettings)).toEqual({ study: { newPerDay: 20 } });
  });
});
