// Any setting changed, and set back: no history is lost, and everything is as before.
import { describe, expect, test } from '@jest/globals';
import { defaultSettings, parseSettings, type Settings } from '../../src/core/settings.ts';
import { World } from './world.ts';

const notes = {
  'ml/A.md':
    '---\ntags: [flashcards/ml]\nsummary: What A is about\n---\nFirst text of A.\n\n## Head\nText of ==the head==.\n\n**Lead:** more text.\n\n> [!note] Called\n> A body.\n\n## References\nA text that no list keeps out.\n\n## Table\n| a | b | c |\n|-|-|-|\n| x | y | z |\n',
  'B.md': '---\ntags: flashcards\n---\n## Other\nText of the other.\n\nLeft::Right\n\nUp :: Down\n',
  'C.md': '## Third\nText of the third, which has no tag.\n',
};

type Change = readonly [group: keyof Settings, name: string, value: unknown];

const changes: readonly Change[] = [
  ['cards', 'watch', 'all'],
  ['cards', 'tags', ['other']],
  ['cards', 'folders', ['ml']],
  ['cards', 'foldersOff', ['ml']],
  ['cards', 'tagsOff', ['flashcards/ml']],
  ['cards', 'offTag', 'flashcards'],
  ['cards', 'blockIds', true],
  ['cards', 'summaryKeys', ['abstract']],
  ['cards', 'skippedHeadings', ['head']],
  ['cards', 'skippedCallouts', ['note']],
  ['cards', 'proseWords', ['lead']],
  [
    'cards',
    'sourcesOff',
    ['title', 'property', 'heading', 'lead-in', 'callout', 'cloze', 'separator', 'table', 'note'],
  ],
  ['cards', 'separators', { inline: ';;', inlineBoth: ';;;', block: '&', blockBoth: '&&', blockEnd: '---' }],
  ['cards', 'clozeMarks', { highlight: false, bold: true, curly: true, anki: false }],
  ['cards', 'usefulAnswers', false],
  ['cards', 'onlyNotes', false],
  ['cards', 'innerCallouts', false],
  ['cards', 'clozeContext', false],
  ['cards', 'titleOnce', false],
  ['cards', 'lineLeadIns', false],
  ['cards', 'meantSeparators', false],
  ['cards', 'gluedSeparators', true],
  ['cards', 'wideTables', 'cells'],
  ['cards', 'reversed', 'on'],
  ['cards', 'noteTags', ['flashcards/ml']],
  ['schedule', 'desiredRetention', 0.8],
  ['schedule', 'raised', [{ on: 20_000, from: 0.8 }]],
  ['schedule', 'learningSteps', []],
  ['schedule', 'relearningSteps', [30]],
  ['schedule', 'maximumInterval', 3],
  ['schedule', 'fuzz', false],
  ['schedule', 'balance', false],
  ['schedule', 'easyDays', { ...defaultSettings.schedule.easyDays, monday: 'none' }],
  ['schedule', 'weights', otherParameters()],
  ['schedule', 'rolloverHour', 0],
  ['schedule', 'leechLapses', 1],
  ['study', 'newPerDay', 0],
  ['study', 'reviewsPerDay', 0],
  ['study', 'newOrder', 'random'],
  ['study', 'newPlace', 'after'],
  ['study', 'dueOrder', 'random'],
  ['study', 'catchUp', false],
  ['study', 'vacations', [{ from: '2026-11-01', to: '2026-11-30' }]],
  ['study', 'siblingsApart', false],
  ['study', 'asides', 'asked'],
  ['study', 'suspendLeeches', true],
  ['study', 'learnAheadMinutes', 0],
  ['decks', 'named', [{ name: 'ml', newPerDay: 0, desiredRetention: 0.95, learningSteps: [] }]],
  ['decks', 'uses', [{ deck: 'ml', preset: 'ml' }]],
  ['general', 'searches', [{ name: 'Hard', query: 'lapses>3' }]],
  ['general', 'columns', ['question', 'due']],
  ['general', 'folder', 'Elsewhere'],
  ['general', 'openReviewsIn', 'tab'],
  ['general', 'ribbon', 'review'],
  ['general', 'remindAt', '18:30'],
  ['general', 'remindCount', 20],
  ['general', 'noticeOnSave', true],
  ['general', 'stepByStep', true],
  ['general', 'longAnswers', 'steps'],
  ['general', 'swipe', true],
  ['general', 'typed', 'all'],
  ['general', 'typedStrict', true],
  ['general', 'blurNote', true],
  ['general', 'margin', true],
  ['general', 'twoButtons', true],
  ['general', 'readAloud', 'both'],
  ['general', 'readSymbols', true],
  ['general', 'deckLanguages', ['ml: de']],
  ['general', 'keys', { bury: ['h'] }],
  ['general', 'statusBar', false],
];

/** Not those that we come with. */
function otherParameters(): readonly number[] {
  return Array.from({ length: 21 }, (_, at) => 0.5 + at / 20);
}

function state(world: World) {
  const { app } = world;
  const cards = [...app.linker.notes.values()].flat().map(({ id, card }) => ({
    id,
    question: card.question,
    schedule: app.study.schedule(id),
  }));
  return cards.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const reviewsOf = (world: World) =>
  [...world.app.history.cards.values()].map(({ id, reviews }) => [id, reviews.length]).sort();

describe('a setting', () => {
  test('of each kind is tried here', () => {
    const known = Object.entries(defaultSettings).flatMap(([group, options]) =>
      Object.keys(options as object).map((name) => `${group}.${name}`),
    );
    expect(changes.map(([group, name]) => `${group}.${name}`).sort()).toEqual(known.sort());
  });

  test.each(changes)('%s.%s, changed and set back, loses no history', async (group, name, value) => {
    const world = await World.open(notes);
    for (const question of ['Head', 'Called', 'Other']) world.answer(question, 4);
    await world.pass(3000);
    const [before, reviews] = [state(world), reviewsOf(world)];
    const changed = { ...defaultSettings, [group]: { ...defaultSettings[group], [name]: value } };
    expect(parseSettings(changed).wrong).toEqual([]);
    await world.app.useSettings(changed);
    expect(reviewsOf(world)).toEqual(reviews);
    await world.app.useSettings(defaultSettings);
    expect(state(world)).toEqual(before);
    expect(reviewsOf(world)).toEqual(reviews);
  });
});

describe('which notes are watched', () => {
  const watched = async (cards: Partial<Settings['cards']>) => {
    const world = await World.open(notes, {
      ...defaultSettings,
      cards: { ...defaultSettings.cards, ...cards },
    });
    return [...world.app.linker.notes.keys()].sort();
  };

  test('includes notes of watched folders without a tag, at any depth', async () => {
    const world = await World.open(
      { 'in/deep/D.md': '## Fourth\nText.\n', 'inside/E.md': '## Fifth\nText.\n' },
      { ...defaultSettings, cards: { ...defaultSettings.cards, folders: ['in'] } },
    );
    expect([...world.app.linker.notes.keys()]).toEqual(['in/deep/D.md']);
  });

  test('leaves out folders, whatever the tags', async () => {
    expect(await watched({ foldersOff: ['ml'] })).toEqual(['B.md']);
  });

  test('leaves out tags, whatever else a note has', async () => {
    expect(await watched({ watch: 'all', tagsOff: ['flashcards/ml'] })).toEqual(['B.md', 'C.md']);
  });
});
