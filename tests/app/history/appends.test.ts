// When answers reach the log: few appends, since sync services keep a version for each.
import { expect, test } from '@jest/globals';
import { settle } from '../clock.ts';
import { World } from '../world.ts';

const notes = { 'Tea.md': '---\ntags: flashcards\n---\n## Cup\nHolds tea.\n\n## Pot\nMakes tea.\n' };

const appended = async (world: World) => {
  await settle();
  return [...world.logs.files.values()].map(({ text }) => text.match(/"k":"r"/g)?.length ?? 0);
};

async function reviewing() {
  const world = await World.open(notes);
  const review = world.review({ kind: 'all' });
  const grade = () => {
    review.dispatch({ kind: 'reveal' });
    review.dispatch({ kind: 'grade', grade: 4 });
  };
  return { world, review, grade };
}

test('an answer in the middle of a review waits, and survives the app being killed', async () => {
  const { world, grade } = await reviewing();
  grade();
  expect(await appended(world)).toEqual([]);
  await world.start();
  expect([...world.app.history.reviews()]).toHaveLength(1);
});

test('a closed review is in the log at once', async () => {
  const { world, review, grade } = await reviewing();
  grade();
  world.app.endReview(review);
  expect(await appended(world)).toContain(1);
});

test('a review with no cards left is in the log, even while its last page stays open', async () => {
  const { world, grade } = await reviewing();
  grade();
  grade();
  expect(await appended(world)).toContain(2);
});

test('screens are redrawn after a save only if links have changed', async () => {
  const world = await World.open(notes);
  let drawn = 0;
  world.app.onChange(() => (drawn += 1));
  world.app.linksChanged();
  expect(drawn).toBe(0);
  world.notes.texts.set('Tea.md', `${notes['Tea.md']}\n[[Tea]]\n`);
  world.app.linksChanged();
  world.app.linksChanged();
  expect(drawn).toBe(1);
});
