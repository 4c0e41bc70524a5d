// The true retention of a day, at the end of a review.
import { expect, test } from '@jest/globals';
import { dayRecall } from '../../../src/app/statistics/day-recall.ts';
import { readStatistics } from '../../../src/app/statistics/statistics.ts';
import { DAY, World } from '../world.ts';

const note = '---\ntags: flashcards\n---\n## Amber\nResin.\n\n## Cobalt\nA metal.\n\n## Tansy\nAn herb.\n';
const recallOf = ({ app }: World) => dayRecall(app.history, app.study.today);

test('counts the cards seen before this day, and only their first answer of it', async () => {
  const world = await World.open({ 'N.md': note });
  world.answer('Amber', 4);
  world.answer('Cobalt', 4);
  const first = recallOf(world);
  world.now += 10 * DAY;
  world.answer('Amber', 1);
  world.answer('Amber', 3);
  world.answer('Cobalt', 2);
  world.answer('Tansy', 1);
  expect([first, recallOf(world)]).toEqual([
    { asked: 0, known: 0 },
    { asked: 2, known: 1 },
  ]);
  world.now += DAY;
  expect(recallOf(world)).toEqual({ asked: 0, known: 0 });
});

test('matches the statistics of the day', async () => {
  const world = await World.open({ 'N.md': note });
  for (const [days, grades] of [
    [0, [4, 1, 3]],
    [1, [1, 4, 2]],
    [6, [3, 1, 1]],
    [30, [2, 1, 4]],
  ] as const) {
    world.now += days * DAY;
    const { now: t, zone: z } = world.app.study.moment();
    const ids = ['Amber', 'Cobalt', 'Tansy'].map((name) => world.id(name));
    world.app.history.note(
      ids.map((c, at) => ({ k: 'r', c, g: grades[at] ?? 3, d: 1000, t, z, y: world.app.study.today })),
    );
    const host = {
      clock: { now: () => world.now, zone: () => 0 },
      after: (_: number, go: () => void) => (go(), () => undefined),
    };
    const all = await readStatistics(world.app, host, { deck: null, back: null, ahead: 1 });
    const { asked, known } = all?.tally.days.get(world.app.study.today) ?? {};
    expect(recallOf(world)).toEqual({ asked, known });
  }
});
