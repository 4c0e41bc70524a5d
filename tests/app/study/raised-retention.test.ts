// A higher retention makes cards due that were to come later: they are spread, and the person is told how many.
import { expect, test } from '@jest/globals';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { DAY, World } from '../world.ts';
import { ownOptions } from '../../core/study/decks/own-options.ts';

const titles = Array.from({ length: 60 }, (_, nth) => `Part ${nth}`);
const notes = {
  'A.md': `---\ntags: flashcards/ml\n---\n${titles.map((title) => `## ${title}\nText of ${title}.\n`).join('\n')}`,
};

function withRetention(desiredRetention: number): Settings {
  const { schedule, study } = defaultSettings;
  return {
    ...defaultSettings,
    schedule: { ...schedule, desiredRetention },
    study: { ...study, newPerDay: 999, siblingsApart: false },
  };
}

async function learned(): Promise<World> {
  const world = await World.open(notes, withRetention(0.8));
  for (const title of titles) world.answer(title, 4);
  await world.pass(10 * DAY);
  return world;
}

/** As the settings page does. */
async function choose(world: World, retention: number): Promise<void> {
  const { schedule } = world.app.settings;
  const settings = { ...world.app.settings, schedule: { ...schedule, desiredRetention: retention } };
  await world.app.useSettings(world.app.changedSettings(settings));
}

const dueDays = (world: World) => titles.map((title) => world.app.study.schedule(world.id(title)).dueDay);

test('a raise says how many cards are due sooner, and over how many days', async () => {
  const world = await learned();
  const { today } = world.app.study;
  await choose(world, 0.97);
  const due = dueDays(world).map((day) => (day ?? NaN) - today);
  const days = Math.max(...due) + 1;
  expect(new Set(due).size).toBeGreaterThan(1);
  expect(Math.min(...due)).toBeGreaterThanOrEqual(0);
  expect(world.told).toEqual([`60 cards due sooner, spread over ${days} days.`]);
});

test('a raise is undone with the retention', async () => {
  const world = await learned();
  const before = dueDays(world);
  await choose(world, 0.97);
  await choose(world, 0.8);
  expect(dueDays(world)).toEqual(before);
  expect(world.app.settings.schedule.raised).toEqual([]);
});

test('a device that starts with the settings has the same days', async () => {
  const world = await learned();
  await choose(world, 0.97);
  const [due, { settings }] = [dueDays(world), world.app];
  await world.quit();
  await world.start(settings);
  expect(dueDays(world)).toEqual(due);
});

/** As the deck options do. */
async function chooseForDeck(world: World, desiredRetention: number): Promise<void> {
  const settings = { ...world.app.settings, decks: ownOptions({ deck: 'ml', desiredRetention }) };
  await world.app.useSettings(world.app.changedSettings(settings));
}

test('a raise for one deck is spread and reported like one for all notes', async () => {
  const world = await learned();
  const { today } = world.app.study;
  const before = dueDays(world);
  await chooseForDeck(world, 0.97);
  const due = dueDays(world).map((day) => (day ?? NaN) - today);
  expect(new Set(due).size).toBeGreaterThan(1);
  expect(Math.min(...due)).toBeGreaterThanOrEqual(0);
  expect(world.told).toEqual([`60 cards due sooner, spread over ${Math.max(...due) + 1} days.`]);
  await chooseForDeck(world, 0.8);
  expect(dueDays(world)).toEqual(before);
});

test('without fuzz all are due today, and the sentence says so', async () => {
  const world = await learned();
  const settings = { ...world.app.settings, schedule: { ...world.app.settings.schedule, fuzz: false } };
  await world.app.useSettings(settings);
  await choose(world, 0.97);
  expect(world.told).toEqual(['60 cards now due today.']);
});
