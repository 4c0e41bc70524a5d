// Presets with names: which decks use them, and how older, newer and damaged settings are read.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedData, defaultSettings, parseSettings, settingsAfter } from '../../../../src/core/settings.ts';
import {
  deckDefaults,
  deckPresets,
  decksWith,
  freeName,
  lostPresets,
  missingPresets,
  presetNamed,
  withDecks,
  withoutPreset,
  withPreset,
  type DeckOptions,
} from '../../../../src/core/study/decks/named-presets.ts';
import { studyOf } from '../../../../src/core/study/decks/presets.ts';
import { studyDefaults } from '../../../../src/core/study/options.ts';
import { anySign, runs } from '../../../random.ts';
import { ownOptions } from './own-options.ts';

const hard = { name: 'Hard', newPerDay: 3, desiredRetention: 0.95 };
const two = withPreset(deckDefaults, null, hard, ['ml', 'bio/Cells']);
const read = (decks: unknown) => parseSettings({ decks });
const newPerDay = (decks: DeckOptions, deck: string): number =>
  studyOf(studyDefaults, deckPresets(decks), deck).newPerDay;

describe('a preset', () => {
  test('is shared by the decks that use it, and those below, in any case', () => {
    const found = ['ML', 'ml/x', 'bio/cells', 'bio'].map((deck) => newPerDay(two, deck));
    expect(found).toEqual([3, 3, 3, studyDefaults.newPerDay]);
  });

  test('keeps its decks under a new name', () => {
    const renamed = withPreset(two, 'hard', { ...hard, name: 'Slow', newPerDay: 1 }, null);
    expect(decksWith(renamed, 'SLOW')).toEqual(['bio/Cells', 'ml']);
    expect([newPerDay(renamed, 'ml'), renamed.named.length]).toEqual([1, 1]);
  });

  test('is copied under a free name, used by no deck', () => {
    const copied = withPreset(two, null, { ...hard, name: freeName(two, 'hard') }, null);
    expect(copied.named.map(({ name }) => name)).toEqual(['Hard', 'hard 2']);
    expect(decksWith(copied, 'hard 2')).toEqual([]);
  });

  test('gives a deck up to another', () => {
    const other = withPreset(two, null, { name: 'Easy', newPerDay: 50 }, ['ML']);
    expect([decksWith(other, 'Hard'), decksWith(other, 'Easy')]).toEqual([['bio/Cells'], ['ML']]);
    expect(newPerDay(withDecks(other, null, ['ml']), 'ml')).toBe(studyDefaults.newPerDay);
  });

  test('that is deleted leaves its decks the defaults', () => {
    const without = withoutPreset(two, 'HARD');
    expect(without).toEqual(deckDefaults);
    expect(lostPresets(two, without)).toEqual(['Hard']);
  });

  test('that is deleted elsewhere leaves the decks their name of it, until it is back', () => {
    const gone = read({ named: [], uses: two.uses }).settings.decks;
    expect([newPerDay(gone, 'ml'), missingPresets(gone), lostPresets(two, gone)]).toEqual([
      studyDefaults.newPerDay,
      ['Hard'],
      ['Hard'],
    ]);
    expect(newPerDay(withPreset(gone, 'Hard', hard, null), 'ml')).toBe(3);
  });

  test('that is renamed elsewhere is not lost', () => {
    expect(lostPresets(two, withPreset(two, 'Hard', { ...hard, name: 'Slow' }, null))).toEqual([]);
  });
});

describe('a retention of its own that is raised', () => {
  const settings = { ...defaultSettings, decks: two };
  const raisedOf = (decks: DeckOptions) => settingsAfter(settings, { ...settings, decks }, 100).decks.uses;

  test('is remembered for each deck that uses the preset', () => {
    const raised = [{ on: 100, from: 0.95 }];
    expect(raisedOf(withPreset(two, 'Hard', { ...hard, desiredRetention: 0.97 }, null))).toEqual([
      { deck: 'bio/Cells', preset: 'Hard', raised },
      { deck: 'ml', preset: 'Hard', raised },
    ]);
  });

  test('is remembered for a deck that gets another preset', () => {
    const [use] = raisedOf(withPreset(two, null, { name: 'A', desiredRetention: 0.99 }, ['ml'])).slice(-1);
    expect(use).toEqual({ deck: 'ml', preset: 'A', raised: [{ on: 100, from: 0.95 }] });
  });

  test('is not forgotten while the preset is gone', () => {
    const raised = [{ on: 90, from: 0.8 }];
    const uses = [{ deck: 'ml', preset: 'Gone', raised }];
    expect(settingsAfter(settings, { ...settings, decks: { named: [], uses } }, 100).decks.uses).toEqual(
      uses,
    );
  });
});

describe('settings from before presets had names', () => {
  const old = {
    presets: [
      { deck: '/ml/', newPerDay: 5, raised: [{ on: 7, from: 0.8 }], desiredRetention: 0.9, later: { x: 1 } },
      { deck: 'bio', learningSteps: [1, 5] },
    ],
  };

  test('are taken over, each deck with a preset of its name', () => {
    expect(read(old)).toMatchObject({
      wrong: [],
      settings: {
        decks: {
          named: [
            { name: 'ml', newPerDay: 5, desiredRetention: 0.9, later: { x: 1 } },
            { name: 'bio', learningSteps: [1, 5] },
          ],
          uses: [
            { deck: 'ml', preset: 'ml', raised: [{ on: 7, from: 0.8 }] },
            { deck: 'bio', preset: 'bio' },
          ],
        },
      },
    });
  });

  test('mean the same for every deck', () => {
    const option = fc.record({
      deck: fc.constantFrom('a', 'a/b', 'A/b/c', 'd'),
      newPerDay: fc.option(fc.nat(9), { nil: undefined }),
      reviewsPerDay: fc.option(fc.nat(9), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(option, { selector: ({ deck }) => deck }), (list) => {
        const presets = JSON.parse(JSON.stringify(list)) as { deck: string; newPerDay?: number }[];
        const taken = deckPresets(read({ presets }).settings.decks);
        expect(taken).toEqual(presets);
      }),
      { numRuns: runs(200) },
    );
  });

  test('are written in the new form with the first change, and stay for older versions', () => {
    const before = read(old).settings;
    const after = { ...before, decks: withoutPreset(before.decks, 'bio') };
    const data = changedData({ decks: old }, before, after);
    expect(data).toMatchObject({ decks: { ...old, named: [{ name: 'ml' }], uses: [{ deck: 'ml' }] } });
    expect(parseSettings(data).settings.decks).toEqual(after.decks);
  });

  test('are no longer looked at once there are new ones', () => {
    expect(read({ ...old, named: [] }).settings.decks).toEqual(deckDefaults);
  });
});

describe('settings of a newer version', () => {
  const newer = {
    named: [{ name: 'Moon', newOrder: 'by-moon', newPerDay: 2, tides: [1] }],
    uses: [{ deck: 'ml', preset: 'Moon' }],
    more: true,
  };

  test('are used as far as they are understood', () => {
    const { settings, wrong } = read(newer);
    expect([newPerDay(settings.decks, 'ml'), wrong]).toEqual([2, ['decks.named']]);
    expect(studyOf(studyDefaults, deckPresets(settings.decks), 'ml').newOrder).toBe(studyDefaults.newOrder);
  });

  test('are not damaged by a change here', () => {
    const before = read(newer).settings;
    const moon = presetNamed(before.decks, 'moon');
    if (!moon) throw new Error('no preset');
    const decks = withPreset(before.decks, 'Moon', { ...moon, newPerDay: 4 }, null);
    const { settings: again } = parseSettings({ ...before, decks });
    const data = changedData({ decks: newer }, before, again);
    expect(data).toEqual({ decks: { ...newer, named: [{ ...newer.named[0], newPerDay: 4 }] } });
  });
});

test('two presets of one name are both kept, under two', () => {
  const { named, uses } = read({
    named: [hard, { name: 'HARD', newPerDay: 9 }],
    uses: [
      { deck: 'a', preset: 'hard' },
      { deck: 'A', preset: 'other' },
    ],
  }).settings.decks;
  expect(named.map(({ name }) => name)).toEqual(['Hard', 'HARD 2']);
  expect(uses).toEqual([{ deck: 'a', preset: 'hard' }]);
});

test.each([
  ['a path', '../../etc/passwd\\x'],
  ['an emoji', '🧠/👩‍🔬'],
  ['300 characters', 'x'.repeat(300)],
  ['a name of objects', '__proto__'],
])('a deck may be named like %s', (_, deck) => {
  const decks = withPreset(deckDefaults, null, { ...hard, name: deck }, [deck]);
  const data: unknown = JSON.parse(
    JSON.stringify(changedData(null, defaultSettings, { ...defaultSettings, decks })),
  );
  const found = parseSettings(data).settings.decks;
  expect(found).toEqual(decks);
  expect([newPerDay(found, deck), newPerDay(found, `${deck}/y`), newPerDay(found, 'z')]).toEqual([3, 3, 20]);
});

test('anything is read, and told where it is not understood', () => {
  const list = fc.array(
    fc.oneof(fc.anything(), fc.record({ name: fc.string({ unit: anySign }), newPerDay: fc.anything() })),
  );
  fc.assert(
    fc.property(list, list, fc.anything(), (named, uses, presets) => {
      const { decks } = read({ named, uses, presets }).settings;
      deckPresets(decks);
      expect(read(decks).settings.decks).toEqual(decks);
      deckPresets(ownOptions());
    }),
    { numRuns: runs(300) },
  );
});
