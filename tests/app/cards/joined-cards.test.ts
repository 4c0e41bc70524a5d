// Two cards of the vault whose histories the log has joined: one device thought them one. No two cards share an id.
import { expect, test } from '@jest/globals';
import { World } from '../world.ts';

const notes = {
  'Tea.md':
    '---\ntags: flashcards\n---\n## What is it?\nA drink of leaves in hot water, from China.\n\n## Who drank it first?\nAn emperor, as the legend has it.\n',
};
const questions = ['What is it?', 'Who drank it first?'] as const;

async function joined(answered: string): Promise<World> {
  const world = await World.open(notes);
  const [kept, other] = questions.map((question) => world.id(question));
  world.answer(answered);
  world.app.history.note([{ k: 'a', f: other ?? '', c: kept ?? '' }]);
  await world.app.settle();
  return world;
}

const ids = (world: World): readonly string[] => questions.map((question) => world.id(question));

test.each(questions)('each has its own id, also after a restart: %s', async (answered) => {
  const world = await joined(answered);
  const running = ids(world);
  expect(new Set(running).size).toBe(2);
  await world.quit();
  await world.start();
  expect(ids(world)).toEqual(running);
});

test.each(questions)('an answer to one does not count for the other: %s', async (answered) => {
  const world = await joined(answered);
  world.answer(questions.find((question) => question !== answered) ?? '');
  expect(questions.map((question) => world.reps(question))).toEqual([1, 1]);
});
