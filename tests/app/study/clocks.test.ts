// Clocks that are wrong, as the app shows it.
import { describe, expect, test } from '@jest/globals';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { DAY, World } from '../world.ts';

const MINUTE = 60_000;
const note = '---\ntags: flashcards\n---\n## Amber\nHardened resin of old conifers.\n\n## Cobalt\nA metal.\n';
const schedule = (world: World, question = 'Amber') => world.app.study.schedule(world.id(question));

/** One answer on a clock that is a year ahead, then the right time. */
async function answeredAhead(): Promise<World> {
  const world = await World.open({ 'N.md': note });
  world.now += 365 * DAY;
  world.answer('Amber', 3);
  world.now -= 365 * DAY;
  return world;
}

describe('after an answer on a clock that was a year ahead', () => {
  test('the answer is reported as in the future', async () => {
    const world = await answeredAhead();
    expect(world.app.history.ahead().map(({ c }) => c)).toEqual([world.id('Amber')]);
  });

  test("the device's next event corrects it, also after a restart", async () => {
    const world = await answeredAhead();
    world.app.mark([world.id('Cobalt')], 'flag', 1);
    const { today } = world.app.study;
    expect([world.app.history.ahead(), schedule(world).lastDay]).toEqual([[], today]);
    await world.quit();
    await world.start();
    expect(schedule(world).lastDay).toBe(today);
  });

  test('undoing it makes the card new', async () => {
    const world = await answeredAhead();
    const [review] = world.app.history.ahead();
    if (review) world.app.history.takeBack(review);
    expect([world.app.history.ahead(), schedule(world).state]).toEqual([[], 'new']);
  });

  test('another device also reports it, and can undo it', async () => {
    const world = await answeredAhead();
    await world.app.flush();
    const other = new World(world.notes, new MemoryLogFiles(), 77);
    for (const [path, file] of world.logs.files) other.logs.files.set(path, file);
    await other.start();
    const [review] = other.app.history.ahead();
    if (review) other.app.history.takeBack(review);
    expect([other.app.history.ahead(), schedule(other).state]).toEqual([[], 'new']);
  });
});

test('an answer a few minutes ahead is not reported', async () => {
  const world = await World.open({ 'N.md': note });
  world.now += 20 * MINUTE;
  world.answer('Amber', 3);
  world.now -= 20 * MINUTE;
  expect(world.app.history.ahead()).toEqual([]);
});

test.each([
  ['suspended', true, false, 'suspended', false],
  ['flag', 3, 0, 'flag', 0],
  ['buried', 20_900, null, 'buriedUntil', null],
] as const)('after the clock was set back, removing “%s” works', async (field, on, off, shown, value) => {
  const world = await World.open({ 'N.md': note });
  world.now += 10 * MINUTE;
  world.app.mark([world.id('Amber')], field, on);
  world.now -= 10 * MINUTE;
  world.app.mark([world.id('Amber')], field, off);
  expect(schedule(world)[shown]).toBe(value);
});

test.each([10 * MINUTE, 400 * DAY])('after the clock was set back by %d ms, a reset works', async (by) => {
  const world = await World.open({ 'N.md': note });
  world.now += by;
  world.answer('Amber', 4);
  world.now -= by;
  world.app.mark([world.id('Amber')], 'reset', true);
  expect(schedule(world).state).toBe('new');
});
