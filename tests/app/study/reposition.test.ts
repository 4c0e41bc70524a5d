// New cards that a person moves: an event like any mark, the same on all devices, and undone like everything.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultSettings } from '../../../src/core/settings.ts';
import type { NewOrder } from '../../../src/core/study/options.ts';
import { runs } from '../../random.ts';
import { World } from '../world.ts';

const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const note = (from: number): string =>
  `---\ntags: flashcards\n---\n${titles
    .slice(from, from + 3)
    .map((title) => `## ${title}\nText of ${title}.\n`)
    .join('\n')}`;
const notes = { 'A.md': note(0), 'B.md': note(3) };
const settings = (newOrder: NewOrder) => ({
  ...defaultSettings,
  study: { ...defaultSettings.study, newOrder },
});

const order = ({ app }: World): readonly string[] =>
  app.study.queue({ scope: { kind: 'all' } }).new.map(({ id }) => app.card(id)?.card.question ?? '');
const ids = (world: World, ...names: readonly string[]): readonly string[] =>
  names.map((name) => world.id(name));

test('cards are put first or last in the order given, back, and undone as one', async () => {
  const world = await World.open(notes, settings('note'));
  const before = order(world);
  world.app.reposition(ids(world, 'Five', 'Two'), -1);
  expect(order(world).slice(0, 2)).toEqual(['Five', 'Two']);
  world.app.reposition(ids(world, 'Six'), -1);
  world.app.reposition(ids(world, 'One'), 1);
  const moved = order(world);
  expect([...moved.slice(0, 3), moved.at(-1)]).toEqual(['Six', 'Five', 'Two', 'One']);
  world.app.reposition(ids(world, 'Six', 'Five', 'Two', 'One'), 0);
  expect(order(world)).toEqual(before);
  for (const expected of [moved, null, null, before]) {
    world.app.undo();
    if (expected) expect(order(world)).toEqual(expected);
  }
  world.app.redo();
  expect(order(world).slice(0, 2)).toEqual(['Five', 'Two']);
});

test('a restart, another device and a note that is edited keep the order', async () => {
  const world = await World.open(notes, settings('prerequisites'));
  world.app.reposition(ids(world, 'Six', 'Three'), -1);
  world.answer('Six');
  world.app.reposition(ids(world, 'Four'), -1);
  const expected = ['Four', 'Three'];
  expect(order(world).slice(0, 2)).toEqual(expected);
  await world.quit();
  await world.start(settings('random'));
  expect(order(world).slice(0, 2)).toEqual(expected);
  await world.save({ 'A.md': `${note(0)}\nMore.\n` });
  expect(order(world).slice(0, 2)).toEqual(expected);
  await world.app.flush();
  const other = new World(world.notes, world.logs, 2);
  await other.start(settings('note'));
  expect(order(other).slice(0, 2)).toEqual(expected);
});

test('any moves leave each card once, those moved forward before the usual ones and those moved back after', async () => {
  const move = fc.record({
    cards: fc.subarray(titles, { minLength: 1 }),
    place: fc.constantFrom(-1 as const, 0 as const, 1 as const),
  });
  const orders = fc.constantFrom<NewOrder>('prerequisites', 'note', 'random');
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 5 }), orders, async (moves, newOrder) => {
      const world = await World.open(notes, settings(newOrder));
      let front: readonly string[] = [];
      let back: readonly string[] = [];
      for (const { cards, place } of moves) {
        world.app.reposition(ids(world, ...cards), place);
        front = front.filter((title) => !cards.includes(title));
        back = back.filter((title) => !cards.includes(title));
        if (place < 0) front = [...cards, ...front];
        if (place > 0) back = [...back, ...cards];
      }
      const all = order(world);
      expect([...all].sort()).toEqual([...titles].sort());
      expect(all.slice(0, front.length)).toEqual(front);
      expect(all.slice(all.length - back.length)).toEqual(back);
    }),
    { numRuns: runs(100) },
  );
});
