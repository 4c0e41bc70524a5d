// A section cut from one note and pasted into another keeps its schedule (edge cases 22 and 24), through the whole app:
// open and closed, in every order of what the app hears of.
import { describe, expect, test } from '@jest/globals';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { DAY, World } from '../world.ts';

const tagged = '---\ntags: [flashcards]\n---\n';
const osmosis = '## Osmosis\nWater moves through a membrane towards the side with more solutes in it.\n';
const diffusion =
  '## Diffusion\nParticles spread from where they are many to where they are few, by chance alone.\n';
const stomata = '## Stomata\nPores of leaves, which open and close with the water in their guard cells.\n';
const cells = tagged + diffusion;
const plants = tagged + stomata;
const edited = osmosis.replace('a membrane', 'any membrane').replace('more solutes', 'the more solutes');

/** What a person sees of the card: where it is, when it is due, and that no history is left over. */
function seen(world: World): unknown {
  const ids = [...world.app.linker.notes.values()].flat().filter(({ card }) => card.question === 'Osmosis');
  return {
    places: ids
      .map(({ id, card }) => {
        const { reps, dueDay, dueAt, suspended } = world.app.study.schedule(id);
        return { note: card.note, reps, dueDay, dueAt, suspended };
      })
      .sort((a, b) => b.reps - a.reps),
    orphans: world.app.linker.orphans().length,
    doubtful: world.app.linker.doubtful.length,
  };
}

async function studied(others: boolean): Promise<World> {
  const world = await World.open({ 'Cells.md': `${cells}\n${osmosis}`, 'Plants.md': plants });
  world.answer('Osmosis', 4);
  if (others) {
    world.answer('Diffusion');
    world.answer('Stomata');
  }
  return world;
}

/** One thing that happens; `save` is told to the app where it is open. */
type Event = 'quit' | 'start' | 'hours' | Readonly<Record<string, string | null>>;

async function live(world: World, events: readonly Event[]): Promise<void> {
  let open = true;
  for (const event of events) {
    if (event === 'quit') {
      await world.quit();
      open = false;
    } else if (event === 'start') {
      await world.start();
      open = true;
    } else if (event === 'hours') await world.pass(5 * 3_600_000);
    else if (open) await world.save(event);
    else
      for (const [path, text] of Object.entries(event)) {
        if (text === null) world.notes.texts.delete(path);
        else world.notes.texts.set(path, text);
      }
  }
}

const cut = { 'Cells.md': cells };
const pasteOf = (section: string): Record<string, string> => ({ 'Plants.md': `${plants}\n${section}` });
const ways: readonly [string, (paste: Record<string, string>) => readonly Event[]][] = [
  ['cut, then pasted', (paste) => [cut, paste]],
  ['cut, hours, then pasted', (paste) => [cut, 'hours', paste]],
  ['pasted, then cut', (paste) => [paste, cut]],
  ['pasted, hours, then cut', (paste) => [paste, 'hours', cut]],
  ['cut and pasted in one batch', (paste) => [{ ...cut, ...paste }]],
  ['pasted and cut in one batch', (paste) => [{ ...paste, ...cut }]],
  ['both while the app is closed', (paste) => ['quit', cut, paste, 'start']],
  ['cut while it is closed, pasted while it is open', (paste) => ['quit', cut, 'start', paste]],
  ['pasted while it is closed, cut while it is open', (paste) => ['quit', paste, 'start', cut]],
  ['cut while it is open, pasted while it is closed', (paste) => [cut, 'quit', paste, 'start']],
  ['pasted while it is open, cut while it is closed', (paste) => [paste, 'quit', cut, 'start']],
  ['cut, a start between, then pasted', (paste) => [cut, 'quit', 'start', paste]],
  ['pasted, a start between, then cut', (paste) => [paste, 'quit', 'start', cut]],
];

describe.each([
  ['alone was answered', false],
  ['and all others were answered', true],
])('a section that %s keeps its schedule when it is', (_, others) => {
  test.each(
    ways.flatMap(([name, of]) => [
      ['unchanged', name, osmosis, of] as const,
      ['edited', name, edited, of] as const,
    ]),
  )('moved %s, %s', async (_how, _name, section, of) => {
    const world = await studied(others);
    const before = world.app.study.schedule(world.id('Osmosis'));
    await live(world, of(pasteOf(section)));
    const expected = {
      places: [
        {
          note: 'Plants.md',
          reps: 1,
          dueDay: before.dueDay,
          dueAt: before.dueAt,
          suspended: false,
        },
      ],
      orphans: 0,
      doubtful: 0,
    };
    expect(seen(world)).toEqual(expected);
    await live(world, ['quit', 'start']);
    expect(seen(world)).toEqual(expected);
  });
});

describe('while a text is in two notes', () => {
  test.each([
    ['open', [pasteOf(osmosis)]],
    ['closed', ['quit', pasteOf(osmosis), 'start']],
    ['open, and a start later', [pasteOf(osmosis), 'quit', 'start']],
  ] as const)('the original keeps the history: %s', async (_, events) => {
    const world = await studied(false);
    await live(world, events);
    expect([world.reps('Osmosis', 'Cells.md'), world.reps('Osmosis', 'Plants.md')]).toEqual([1, 0]);
  });

  test('a copy that was answered keeps its own history when the original is deleted', async () => {
    const world = await studied(false);
    await world.save(pasteOf(osmosis));
    world.answer('Osmosis', 3, 'Plants.md');
    const own = world.id('Osmosis', 'Plants.md');
    await world.save(cut);
    expect(world.id('Osmosis')).toBe(own);
    expect(world.reps('Osmosis')).toBe(1);
    expect(world.app.linker.orphans()).toHaveLength(1);
  });
});

describe('a third note', () => {
  const leaves = `${tagged}Leaves are green.\n`;
  const toThird = { 'Leaves.md': `${leaves}\n${osmosis}` };
  const back = { 'Plants.md': plants };

  test.each<[string, readonly Event[]]>([
    ['open', [toThird, back]],
    ['closed', ['quit', toThird, back, 'start']],
    ['cut first', [back, toThird]],
  ])('inherits the history from the second: %s', async (_, events) => {
    const world = await studied(false);
    await live(world, [{ 'Leaves.md': leaves }, pasteOf(osmosis), cut, ...events]);
    expect(world.reps('Osmosis', 'Leaves.md')).toBe(1);
    expect(world.app.linker.orphans()).toEqual([]);
  });

  test.each<[string, readonly Event[]]>([
    ['open', [pasteOf(osmosis), toThird, cut]],
    ['open, in another order', [toThird, pasteOf(osmosis), cut]],
    ['closed', ['quit', pasteOf(osmosis), toThird, cut, 'start']],
  ])('that also holds the text is as good as the second: the same one inherits it, %s', async (_, events) => {
    const world = await studied(false);
    await live(world, events);
    const places = [world.reps('Osmosis', 'Leaves.md'), world.reps('Osmosis', 'Plants.md')];
    expect(places).toEqual([1, 0]);
    await live(world, ['quit', 'start']);
    expect([world.reps('Osmosis', 'Leaves.md'), world.reps('Osmosis', 'Plants.md')]).toEqual(places);
  });
});

describe('of a note without its tag', () => {
  const untagged = (text: string): string => text.replace('[flashcards]', '[other]');

  test('a card that is still there waits, even though its text is in another note', async () => {
    const world = await studied(false);
    await live(world, [{ 'Cells.md': untagged(`${cells}\n${osmosis}`) }, pasteOf(osmosis), 'quit', 'start']);
    expect(world.reps('Osmosis', 'Plants.md')).toBe(0);
    await world.save({ 'Cells.md': `${cells}\n${osmosis}` });
    expect(world.reps('Osmosis', 'Cells.md')).toBe(1);
  });

  test.each<[string, readonly Event[]]>([
    [
      'open',
      [{ 'Cells.md': untagged(`${cells}\n${osmosis}`) }, { 'Cells.md': untagged(cells) }, pasteOf(osmosis)],
    ],
    ['closed', ['quit', { 'Cells.md': untagged(cells), ...pasteOf(osmosis) }, 'start']],
    ['pasted first', [pasteOf(osmosis), { 'Cells.md': untagged(cells) }]],
  ])('a card that was cut from it moves along: %s', async (_, events) => {
    const world = await studied(false);
    await live(world, events);
    expect(world.reps('Osmosis', 'Plants.md')).toBe(1);
  });
});

/** Every order of some things. */
function orders<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first, at) =>
    orders([...things.slice(0, at), ...things.slice(at + 1)]).map((rest) => [first, ...rest]),
  );
}

describe('on a second device', () => {
  /** Copies all logs of one device to the other, and tells it. */
  async function bringLogs(from: World, to: World): Promise<void> {
    await from.app.flush();
    for (const [path, file] of [...from.logs.files]) {
      if (to.logs.files.get(path)?.text === file.text) continue;
      to.logs.files.set(path, { ...file });
      to.app.touch(path);
    }
    await calm(to);
  }

  async function calm(world: World): Promise<void> {
    for (let at = 0; at < 5; at += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await world.app.settle();
    }
  }

  test.each(
    orders(['log', 'target', 'source'] as const).flatMap((order) => [
      [order, osmosis] as const,
      [order, edited] as const,
    ]),
  )('a move arrives as %p', async (order, section) => {
    const first = await studied(false);
    const second = new World(new MemoryNotes(Object.fromEntries(first.notes.texts)), new MemoryLogFiles(), 7);
    await second.start();
    await bringLogs(first, second);
    expect(second.reps('Osmosis')).toBe(1);
    await live(first, [pasteOf(section), 'hours', cut]);
    for (const thing of order) {
      if (thing === 'log') await bringLogs(first, second);
      else await second.save(thing === 'target' ? pasteOf(section) : cut);
    }
    second.now = first.now;
    await bringLogs(second, first);
    await bringLogs(first, second);
    const expected = seen(first);
    expect(expected).toMatchObject({ places: [{ note: 'Plants.md', reps: 1 }], orphans: 0 });
    expect(seen(second)).toEqual(expected);
    for (const world of [first, second]) {
      await live(world, ['quit', 'start']);
      expect(seen(world)).toEqual(expected);
    }
  });
});

test('a card that was last answered a year before is kept through an edit while the app is closed', async () => {
  const world = await studied(false);
  world.now += 400 * DAY;
  await live(world, ['quit', { 'Cells.md': `${cells}\n${edited}` }, 'start']);
  expect(world.reps('Osmosis')).toBe(1);
});
