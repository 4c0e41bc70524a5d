// What other programs read of the app, and answers that come from outside.
import { describe, expect, test } from '@jest/globals';
import { cardsJson, foundJson, watchedPaths } from '../../../src/app/outside/card-json.ts';
import { answerCard, nextJson } from '../../../src/app/outside/review-json.ts';
import { statsJson, type StatsJson } from '../../../src/app/outside/stats-json.ts';
import { readStatistics } from '../../../src/app/statistics/statistics.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { DAY, World } from '../world.ts';

const note = (...names: readonly string[]): string =>
  `---\ntags: flashcards\n---\n${names.map((name) => `## ${name}\nThe answer of ${name}, in words.\n`).join('\n')}`;

async function next(world: World) {
  const shown = await nextJson(world.app, { kind: 'all' });
  if (!shown) throw new Error('nothing is due');
  return shown;
}

async function stats(world: World, back: number | null): Promise<StatsJson> {
  const host = { clock: { now: () => world.now, zone: () => -300 }, after: () => () => undefined };
  const read = await readStatistics(world.app, host, { deck: null, back, ahead: 1 });
  if (!read) throw new Error('it was stopped');
  return statsJson(read, world.app.study.counts({ scope: { kind: 'all' } }));
}

test('statistics count each day of the period, and retention once a card was asked again', async () => {
  const world = await World.open({ 'A.md': note('One', 'Two') });
  world.answer('One', 4);
  expect(await stats(world, 3)).toMatchObject({ reviews: 1, retention: null, new: 1, known: 1 });
  await world.pass(30 * DAY);
  world.answer('One', 3);
  world.answer('Two', 4);
  const { reviews, retention, byDay } = await stats(world, null);
  expect([reviews, retention, byDay.length]).toEqual([3, 1, 31]);
  expect(byDay[0]).toEqual({ day: '2026-11-02', reviews: 1 });
  expect(byDay.at(-1)).toEqual({ day: '2026-12-02', reviews: 2 });
  expect((await stats(world, 7)).reviews).toBe(2);
});

test('cards are listed by note and line, whatever order their notes were read in', async () => {
  const world = await World.open({ 'B.md': note('Pear'), 'A.md': note('Apple', 'Plum') });
  const listed: string[] = [];
  for await (const { question } of cardsJson(world.app, watchedPaths(world.app))) listed.push(question);
  expect(listed).toEqual(['Apple', 'Plum', 'Pear']);
  const ids = ['Pear', 'Plum', 'Apple'].map((question) => world.id(question));
  const found: string[] = [];
  for await (const row of foundJson(world.app, ids)) {
    found.push(row.question);
    expect(row).not.toHaveProperty('answer');
  }
  expect(found).toEqual(['Apple', 'Plum', 'Pear']);
});

describe('an answer from outside', () => {
  const request = (id: string, showing?: string) => ({ id, grade: '3', showing, took: 0 });

  test('counts once also after a restart', async () => {
    const world = await World.open({ 'A.md': note('One', 'Two') });
    const { id, showing } = await next(world);
    const first = answerCard(world.app, request(id, showing));
    await world.quit();
    await world.start();
    expect(answerCard(world.app, request(id, showing))).toEqual(first);
    expect(world.app.study.schedule(id).reps).toBe(1);
  });

  test('is refused the second time if the first could not be remembered', async () => {
    const world = await World.open({ 'A.md': note('One') });
    const { id, showing } = await next(world);
    world.store.full = true;
    answerCard(world.app, request(id, showing));
    world.store.full = false;
    expect(() => answerCard(world.app, request(id, showing))).toThrow('app/answer/late');
    expect(world.app.study.schedule(id).reps).toBe(1);
  });

  test('of a showing that was damaged in the store is refused', async () => {
    const world = await World.open({ 'A.md': note('One') });
    const { id, showing } = await next(world);
    answerCard(world.app, request(id, showing));
    world.store.set('note-flashcards-showings', '{"not": "a list"}');
    expect(() => answerCard(world.app, request(id, showing))).toThrow('app/answer/late');
  });

  test('to a leech names the review, and suspends the card', async () => {
    const { schedule, study } = defaultSettings;
    const settings = {
      ...defaultSettings,
      schedule: { ...schedule, leechLapses: 1 },
      study: { ...study, suspendLeeches: true },
    };
    const world = await World.open({ 'A.md': note('One') }, settings);
    const id = world.id('One');
    answerCard(world.app, { ...request(id), grade: '4' });
    await world.pass(60 * DAY);
    const { event } = answerCard(world.app, { ...request(id), grade: '1' });
    expect(world.app.history.cards.get(id)?.reviews.at(-1)?.i).toBe(event);
    expect(() => answerCard(world.app, request(id))).toThrow('app/answer/resting');
  });
});

test('a card whose note can no longer be read is passed over', async () => {
  const world = await World.open({ 'A.md': note('One'), 'B.md': note('Two') });
  expect((await next(world)).question).toBe('One');
  world.notes.texts.delete('A.md');
  expect((await next(world)).question).toBe('Two');
});
