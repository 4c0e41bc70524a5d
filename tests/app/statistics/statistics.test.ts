// Statistics over a vault and its log.
import { expect, test } from '@jest/globals';
import { readStatistics, type Statistics } from '../../../src/app/statistics/statistics.ts';
import { DAY, World } from '../world.ts';

const notes = {
  'A.md': '---\ntags: flashcards/ml/attention\n---\n## One\nText.\n\n> [!note] Two\n> Text.\n',
  'B.md': '---\ntags: flashcards/sleep\n---\n## Three\nText.\n',
};

async function statisticsOf({ app, now }: World, deck: string | null = null): Promise<Statistics> {
  const host = {
    clock: { now: () => now, zone: () => 0 },
    after: (_: number, run: () => void) => {
      run();
      return () => undefined;
    },
  };
  const found = await readStatistics(app, host, { deck, back: null, ahead: 30 });
  if (!found) throw new Error('called off');
  return found;
}

function answerAll({ app }: World): readonly string[] {
  const ids = [...app.linker.notes.values()].flat().map(({ id }) => id);
  const { now, zone } = app.study.moment();
  app.history.append(
    ids.map((c) => ({ k: 'r', c, g: 4, d: 1000, z: zone, y: app.study.today, t: now }) as const),
  );
  return ids;
}

test('answers count for the deck and the source of their cards', async () => {
  const world = await World.open(notes);
  answerAll(world);
  const { tally } = await statisticsOf(world);
  expect([...tally.sources].map(([source, { answers }]) => [source, answers])).toEqual([
    ['heading', 2],
    ['callout', 1],
  ]);
  expect([...tally.decks.keys()]).toEqual(['ml/attention', 'sleep']);
});

test('a deck is shown with those below it, alone', async () => {
  const world = await World.open(notes);
  answerAll(world);
  const { tally, standing } = await statisticsOf(world, 'ml');
  expect([tally.period.answers, standing.all.cards]).toEqual([2, 2]);
});

test('knowledge over time ends at what is known now, and leaves out what a reset forgot', async () => {
  const world = await World.open(notes);
  const [first = ''] = answerAll(world);
  world.now += 40 * DAY;
  world.app.mark([first], 'reset', true);
  const { tally, standing } = await statisticsOf(world);
  const { knowledge } = tally;
  expect(knowledge[0]).toEqual({ day: world.app.study.today - 40, learned: 2, known: 2 });
  expect(knowledge.at(-1)?.learned).toBe(standing.all.learned);
  expect(knowledge.at(-1)?.known).toBeCloseTo(standing.all.known, 9);
  expect(standing.all.known).toBeLessThan(2);
});

test('answers from before a reset still count as work done', async () => {
  const world = await World.open(notes);
  const [first = ''] = answerAll(world);
  world.app.mark([first], 'reset', true);
  const { tally, standing } = await statisticsOf(world);
  expect([tally.period.answers, standing.stages.new]).toEqual([3, 1]);
});
