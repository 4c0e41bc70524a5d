// A start leaves the host time to breathe, and comes to the same cards and schedules as one that does not.
import { expect, test } from '@jest/globals';
import { World } from '../world.ts';

const cards = 40;
const note = Array.from(
  { length: cards },
  (_, at) => `## What is ${String(at)}?\nThe number that comes before ${String(at + 1)}.\n`,
).join('\n');

test('a start with a history works in slices', async () => {
  const world = await World.open({ 'Numbers.md': `---\ntags: flashcards\n---\n${note}` });
  for (let at = 0; at < cards / 2; at += 1) world.answer(`What is ${String(at)}?`);
  const schedules = () =>
    [...world.app.history.cards.keys()].sort().map((id) => world.app.study.schedule(id));
  const before = schedules();
  await world.quit();
  world.breaths = 0;
  await world.start();
  expect(world.breaths).toBe(0);
  expect(schedules()).toEqual(before);
  await world.quit();
  // Without what was kept of the log, all of it is folded again.
  world.historyCache.texts.clear();
  world.tick = 1;
  await world.begin();
  // The lines, the cards of the log and their schedules: some hundred steps, each of a millisecond.
  expect(world.breaths).toBeGreaterThan(5);
  await world.app.index();
  world.tick = 0;
  expect(schedules()).toEqual(before);
});
