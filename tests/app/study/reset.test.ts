// A reset, and the limit of new cards.
import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../../src/core/settings.ts';
import { DAY, World } from '../world.ts';

const note =
  '---\ntags: flashcards\n---\n## Amber\nResin of old conifers.\n\n## Cobalt\nA metal.\n\n## Tansy\nAn herb.\n';
const one = { ...defaultSettings, study: { ...defaultSettings.study, newPerDay: 1 } };
const newCards = (world: World) => world.app.study.counts({ scope: { kind: 'all' } }).new;

describe('a reset', () => {
  test('does not refund the limit of new cards', async () => {
    const world = await World.open({ 'N.md': note }, one);
    world.answer('Amber', 3);
    world.app.mark([world.id('Amber')], 'reset', true);
    expect([newCards(world), world.app.study.schedule(world.id('Amber')).state]).toEqual([0, 'new']);
  });

  test('of a reset card does not either, even after a restart', async () => {
    const world = await World.open({ 'N.md': note }, one);
    world.answer('Amber', 3);
    world.app.mark([world.id('Amber')], 'reset', true);
    world.app.mark([world.id('Amber')], 'reset', true);
    await world.quit();
    await world.start(one);
    expect(newCards(world)).toBe(0);
  });

  test("leaves the next day's limit untouched", async () => {
    const world = await World.open({ 'N.md': note }, one);
    world.answer('Amber', 3);
    world.app.mark([world.id('Amber')], 'reset', true);
    world.now += DAY;
    expect(newCards(world)).toBe(1);
  });

  test('of a card from an earlier day uses no limit until it is answered', async () => {
    const world = await World.open({ 'N.md': note }, one);
    world.answer('Amber', 3);
    world.now += 3 * DAY;
    world.app.mark([world.id('Amber')], 'reset', true);
    const before = newCards(world);
    world.answer('Amber', 3, 'N.md');
    expect([before, newCards(world)]).toEqual([1, 0]);
  });

  test('that is undone restores what was', async () => {
    const world = await World.open({ 'N.md': note }, one);
    world.answer('Amber', 3);
    world.app.mark([world.id('Amber')], 'reset', true);
    world.app.undo();
    world.app.undo();
    expect(newCards(world)).toBe(1);
  });
});
