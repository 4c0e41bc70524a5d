// Leeches that are suspended by themselves.
import { describe, expect, test } from '@jest/globals';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { DAY, World } from '../world.ts';

const note = '---\ntags: flashcards\n---\n## Amber\nResin.\n\n## Cobalt\nA metal.\n';
const settings = (suspendLeeches: boolean): Settings => ({
  ...defaultSettings,
  schedule: { ...defaultSettings.schedule, leechLapses: 2 },
  study: { ...defaultSettings.study, suspendLeeches },
});

const schedule = (world: World) => world.app.study.schedule(world.id('Amber'));

/** Fails a card that was known, each time on another day. */
function lapse(world: World): void {
  world.now += 400 * DAY;
  world.answer('Amber', 4);
  world.now += 400 * DAY;
  world.answer('Amber', 1);
}

describe('a card that becomes a leech', () => {
  test('is suspended if the user wants that, and not before', async () => {
    const world = await World.open({ 'N.md': note }, settings(true));
    world.answer('Amber', 4);
    lapse(world);
    expect([schedule(world).lapses, schedule(world).suspended]).toEqual([1, false]);
    lapse(world);
    expect([schedule(world).lapses, schedule(world).leech, schedule(world).suspended]).toEqual([
      2,
      true,
      true,
    ]);
    await world.quit();
    await world.start(settings(true));
    expect(schedule(world).suspended).toBe(true);
  });

  test('comes back with its grade by one undo, and goes again by one redo', async () => {
    const world = await World.open({ 'N.md': note }, settings(true));
    world.answer('Amber', 4);
    lapse(world);
    lapse(world);
    expect(world.app.undo()?.events.map(({ k }) => k)).toEqual(['r', 'x']);
    expect([schedule(world).lapses, schedule(world).suspended]).toEqual([1, false]);
    world.app.redo();
    expect([schedule(world).lapses, schedule(world).suspended]).toEqual([2, true]);
  });

  test('does not come up again in its review, and undo there brings it back', async () => {
    const world = await World.open({ 'N.md': note }, settings(true));
    world.answer('Amber', 4);
    lapse(world);
    world.now += 400 * DAY;
    world.answer('Amber', 4);
    world.now += 400 * DAY;
    const review = world.review({ kind: 'search', cards: new Set([world.id('Amber')]) });
    review.dispatch({ kind: 'reveal' });
    review.dispatch({ kind: 'grade', grade: 1 });
    expect([review.session.current, review.session.queue.learning]).toEqual([null, []]);
    review.dispatch({ kind: 'undo' });
    expect([review.session.current?.card.id, schedule(world).suspended]).toEqual([world.id('Amber'), false]);
    review.dispatch({ kind: 'redo' });
    expect([review.session.current, schedule(world).suspended]).toEqual([null, true]);
    world.app.endReview(review);
  });

  test('that is unsuspended is suspended again after half as many lapses', async () => {
    const world = await World.open({ 'N.md': note }, settings(true));
    world.answer('Amber', 4);
    lapse(world);
    lapse(world);
    world.app.mark([world.id('Amber')], 'suspended', false);
    lapse(world);
    expect([schedule(world).lapses, schedule(world).suspended]).toEqual([3, true]);
  });

  test('stays if nobody asked for it', async () => {
    const world = await World.open({ 'N.md': note }, settings(false));
    world.answer('Amber', 4);
    lapse(world);
    lapse(world);
    expect([schedule(world).leech, schedule(world).suspended]).toEqual([true, false]);
  });
});
