// Cards that were marked and never answered are known from the day of the mark on.
import { describe, expect, test } from '@jest/globals';
import { DAY, World } from '../world.ts';

const tagged = '---\ntags: [flashcards]\n---\n';
const osmosis = '## Osmosis\nWater moves through a membrane towards the side with more solutes in it.\n';
const diffusion =
  '## Diffusion\nParticles spread from where they are many to where they are few, by chance alone.\n';
const cells = `${tagged}${diffusion}\n${osmosis}`;

type Field = 'suspended' | 'flag' | 'buried';

async function marked(field: Field): Promise<World> {
  const world = await World.open({ 'Cells.md': cells, 'Plants.md': `${tagged}Plants are green.\n` });
  const value = { suspended: true, flag: 3, buried: world.app.study.today + 900 }[field];
  world.app.mark([world.id('Osmosis')], field, value);
  return world;
}

function markOf(world: World, question: string, field: Field): unknown {
  const { suspended, flag, buriedUntil } = world.app.study.schedule(world.id(question));
  return { suspended, flag, buried: buriedUntil }[field];
}

const edits: readonly (readonly [string, Readonly<Record<string, string | null>>, string])[] = [
  ['a word of the answer', { 'Cells.md': cells.replace('a membrane', 'any membrane') }, 'Osmosis'],
  ['a word of the question', { 'Cells.md': cells.replace('## Osmosis', '## The osmosis') }, 'The osmosis'],
  ['a sentence more', { 'Cells.md': `${cells.trimEnd()} No energy is needed.\n` }, 'Osmosis'],
  [
    'a move to another note',
    { 'Cells.md': `${tagged}${diffusion}`, 'Plants.md': `${tagged}Plants are green.\n\n${osmosis}` },
    'Osmosis',
  ],
  ['another name of the note', { 'Cells.md': null, 'The cell.md': cells }, 'Osmosis'],
];

describe.each<Field>(['suspended', 'flag', 'buried'])(
  'a card that was only marked (%s) keeps the mark after',
  (field) => {
    test.each(
      edits.flatMap(([name, texts, question]) =>
        [0, 400].map((days) => [name, days, texts, question] as const),
      ),
    )('%s while the app is closed, %p days later', async (name, days, texts, question) => {
      const world = await marked(field);
      const mark = markOf(world, 'Osmosis', field);
      await world.quit();
      world.now += days * DAY;
      for (const [path, text] of Object.entries(texts)) {
        if (text === null) world.notes.texts.delete(path);
        else world.notes.texts.set(path, text);
      }
      await world.start();
      expect([name, markOf(world, question, field)]).toEqual([name, mark]);
      await world.quit();
      await world.start();
      expect(markOf(world, question, field)).toBe(mark);
    });

    test.each(edits)('%s while the app is open', async (_, texts, question) => {
      const world = await marked(field);
      const mark = markOf(world, 'Osmosis', field);
      await world.save(texts);
      expect(markOf(world, question, field)).toBe(mark);
    });
  },
);

test("a mark logs its card's snapshot", async () => {
  const world = await marked('flag');
  const { snapshot } = world.app.history.cards.get(world.id('Osmosis')) ?? {};
  expect(snapshot?.question).toBe('Osmosis');
});

test('a card marked "not a card" in a review does not come back as new after an edit', async () => {
  const world = await World.open({ 'Cells.md': cells });
  const review = world.review({ kind: 'search', cards: new Set([world.id('Osmosis')]) });
  review.dispatch({ kind: 'suspend' });
  world.app.endReview(review);
  expect(markOf(world, 'Osmosis', 'suspended')).toBe(true);
  await world.quit();
  world.now += 400 * DAY;
  world.notes.texts.set('Cells.md', cells.replace('a membrane', 'any membrane'));
  await world.start();
  expect(markOf(world, 'Osmosis', 'suspended')).toBe(true);
  expect(world.app.study.queue({ scope: { kind: 'all' } }).new).toHaveLength(1);
});
