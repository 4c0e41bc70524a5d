import { expect, test } from '@jest/globals';
import { noteFigures } from '../../../src/app/statistics/note-statistics.ts';
import { DAY, World } from '../world.ts';

test('a note is told by its cards, what waits, and how well they are known', async () => {
  const world = await World.open({
    'A.md': '---\ntags: flashcards\n---\n## One\nText.\n\n## Two\nText.\n\n## Three\nText.\n',
  });
  expect(noteFigures(world.app, 'A.md')).toEqual({ cards: 3, due: 0, new: 3, recall: null });
  world.answer('One', 4);
  world.app.mark([world.id('Two')], 'suspended', true);
  expect(noteFigures(world.app, 'A.md')).toEqual({ cards: 3, due: 0, new: 1, recall: 1 });
  await world.pass(30 * DAY);
  const { due, recall } = noteFigures(world.app, 'A.md') ?? {};
  expect(due).toBe(1);
  expect(recall).toBeGreaterThan(0.5);
  expect(recall).toBeLessThan(0.9);
});

test('a note without cards has none', async () => {
  const world = await World.open({ 'A.md': 'No tag.' });
  expect(noteFigures(world.app, 'A.md')).toBeNull();
  expect(noteFigures(world.app, 'Gone.md')).toBeNull();
});
