import { describe, expect, test } from '@jest/globals';
import { readSettingsFile, settingsFile } from '../../../src/app/transfer/settings-file.ts';
import { defaultSettings, parseSettings, type Settings } from '../../../src/core/settings.ts';

const mine: Settings = {
  ...defaultSettings,
  study: { ...defaultSettings.study, newPerDay: 7, vacations: [{ from: '2026-12-24', to: '2027-01-06' }] },
  decks: { named: [{ name: 'Hard', newPerDay: 3 }], uses: [{ deck: 'ml', preset: 'Hard' }] },
};
const file = (data: object) => JSON.stringify({ noteFlashcardsSettings: 1, ...data });

describe('a file of settings', () => {
  test('brings every setting to another vault', () => {
    expect(readSettingsFile(settingsFile(mine), defaultSettings)?.settings).toEqual(mine);
  });

  test('names the settings that it would change', () => {
    expect(readSettingsFile(settingsFile(mine), defaultSettings)?.changed).toEqual([
      'study.newPerDay',
      'study.vacations',
      'decks.named',
      'decks.uses',
    ]);
  });

  test('changes nothing the second time', () => {
    expect(readSettingsFile(settingsFile(mine), mine)?.changed).toEqual([]);
  });

  test('leaves settings alone that it does not name', () => {
    const read = readSettingsFile(file({ study: { reviewsPerDay: 50 } }), mine);
    expect(read?.settings.study).toEqual({ ...mine.study, reviewsPerDay: 50 });
  });

  test('ignores what is wrong in it, and says so', () => {
    const read = readSettingsFile(file({ study: { newPerDay: -3 } }), mine);
    expect([read?.settings, read?.wrong]).toEqual([mine, ['study.newPerDay']]);
  });

  test.each(['../../etc', '/etc', 'C:\\x'])('moves no folder out of the vault by “%s”', (folder) => {
    const read = readSettingsFile(file({ general: { folder }, cards: { folders: [folder] } }), mine);
    expect([read?.settings, read?.wrong]).toEqual([mine, ['cards.folders', 'general.folder']]);
  });

  test('keeps what a newer version knows', () => {
    const read = readSettingsFile(file({ study: { byMoon: true } }), mine);
    expect(parseSettings(read?.settings).settings.study).toEqual({ ...mine.study, byMoon: true });
  });

  test.each(['', 'no JSON', '[]', 'null', '{"study":{}}'])('is not read from %j', (text) => {
    expect(readSettingsFile(text, mine)).toBeNull();
  });
});
