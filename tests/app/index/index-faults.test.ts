// A store of the index that hangs, fails in the middle, or holds what is of somebody else: the app is the same as
// without one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IndexCache } from '../../../src/app/ports.ts';
import { MemoryIndexCache } from '../../contract/memory-index-cache.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { runs } from '../../random.ts';
import { settle } from '../clock.ts';
import { World } from '../world.ts';

const note = (text: string): string => `---\ntags: [flashcards]\n---\n## Osmosis of ${text}\nWater moves.\n`;

/** Enough for several packs. */
const notes = (of: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${String(n)}.md`, note(`${of} ${String(n)}`)]));

const cardsOf = ({ app }: World) =>
  Object.fromEntries(
    [...app.linker.notes].map(([path, cards]) => [path, cards.map(({ id, card }) => [id, card.question])]),
  );

/** The cards of these notes as an app without an index has them. */
async function fromScratch(world: World): Promise<unknown> {
  const reopened = new World(new MemoryNotes(Object.fromEntries(world.notes.texts)), world.logs);
  await reopened.start();
  return cardsOf(reopened);
}

const never = () => new Promise<never>(() => undefined);

async function worldWith(cache: IndexCache, texts = notes('water')): Promise<World> {
  const world = new World(new MemoryNotes(texts), new MemoryLogFiles(), 1, cache);
  await world.begin();
  return world;
}

describe('a store that hangs', () => {
  test('when read, delays the first cards by three seconds, and changes none', async () => {
    const world = await worldWith({ load: never, save: () => Promise.resolve() });
    const indexed = world.app.index();
    await settle();
    expect(world.app.isIndexed).toBe(false);
    await world.pass(3000);
    await indexed;
    expect(cardsOf(world)).toEqual(await fromScratch(world));
  });

  test('when written, does not delay quitting, and no answer is lost', async () => {
    const world = await worldWith(
      { load: () => Promise.resolve(new Map()), save: never },
      { 'A.md': note('x') },
    );
    await world.app.index();
    world.answer('Osmosis of x');
    let isFlushed = false;
    const flushed = world.app.flush().then(() => (isFlushed = true));
    await settle();
    expect([...world.logs.files.values()].map(({ text }) => text).join('')).toContain('"k":"r"');
    await world.pass(3000);
    await settle();
    expect(isFlushed).toBe(true);
    await flushed;
  });
});

/** Fails from a call of `save` on, half done: the first half of what was to change has changed. */
class TornCache extends MemoryIndexCache {
  saves = 0;

  constructor(private readonly until: number) {
    super();
  }

  override async save(version: string, changed: ReadonlyMap<string, string | null>): Promise<void> {
    this.saves += 1;
    if (this.saves < this.until) return super.save(version, changed);
    const half = [...changed].slice(0, Math.ceil(changed.size / 2));
    await super.save(version, new Map(half));
    throw new DOMException('no room', 'QuotaExceededError');
  }
}

describe('a store that is full in the middle', () => {
  test.each([1, 2, 3])('of save %i gives the same cards at the next start', async (until) => {
    const cache = new TornCache(until);
    const world = await worldWith(cache);
    await world.app.index();
    await world.quit();
    expect(cache.saves).toBe(until);
    world.notes.texts.set('7.md', note('ice'));
    await world.start();
    expect(cardsOf(world)).toEqual(await fromScratch(world));
  });
});

describe('a store that is', () => {
  async function kept(texts: Record<string, string>): Promise<MemoryIndexCache> {
    const cache = new MemoryIndexCache();
    const world = await worldWith(cache, texts);
    await world.app.index();
    await world.quit();
    expect(cache.texts.size).toBeGreaterThan(0);
    return cache;
  }

  test('of another vault, with notes of the same names, does not affect the cards of this one', async () => {
    // Longer by a letter: two files of one name, one size and one time would be one file.
    const cache = await kept({ ...notes('waters'), 'Theirs.md': note('theirs') });
    const world = await worldWith(cache);
    await world.app.index();
    const wanted = await fromScratch(world);
    expect(cardsOf(world)).toEqual(wanted);
    await world.quit();
    world.notes.reads.length = 0;
    await world.start();
    expect([cardsOf(world), world.notes.reads]).toEqual([wanted, []]);
  });

  test('of a newer version gives the same cards, and is replaced', async () => {
    const cache = await kept(notes('water'));
    cache.version = 'newer';
    for (const [path] of cache.texts) cache.texts.set(path, '{"shape": "unknown"}');
    const world = await worldWith(cache);
    await world.app.index();
    expect(cardsOf(world)).toEqual(await fromScratch(world));
    await world.quit();
    world.notes.reads.length = 0;
    await world.start();
    expect(world.notes.reads).toEqual([]);
  });

  test("of a newer version under this version's name gives the same cards", async () => {
    const cache = await kept(notes('water'));
    for (const [path, text] of cache.texts) cache.texts.set(path, text.replace('\t', '\t{"more":1}\t'));
    const world = await worldWith(cache);
    await world.app.index();
    expect(cardsOf(world)).toEqual(await fromScratch(world));
  });
});

describe('a store that two windows write to', () => {
  type Step = readonly [
    window: number,
    act: 'edit' | 'edit many' | 'delete' | 'flush' | 'restart',
    note: number,
  ];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.nat(1),
    fc.constantFrom('edit', 'edit', 'edit many', 'delete', 'flush', 'flush', 'restart'),
    fc.nat(150),
  );

  async function holds(steps: readonly Step[]): Promise<void> {
    const [files, logs, cache] = [new MemoryNotes(), new MemoryLogFiles(), new MemoryIndexCache()];
    for (let n = 0; n < 150; n += 1) files.texts.set(`${String(n)}.md`, note(String(n)));
    const windows = [1, 2].map((seed) => new World(files, logs, seed, cache));
    await Promise.all(windows.map((each) => each.start()));
    for (const [at, [nth, act, number]] of steps.entries()) {
      const window = windows[nth];
      const path = `${String(number)}.md`;
      const text = note(`${String(number)} at ${String(at)}`);
      if (act === 'flush') await window?.app.flush();
      else if (act === 'restart') {
        await window?.quit();
        await window?.start();
      } else {
        const many = Array.from({ length: 80 }, (_, n) => [`${String(n)}.md`, text] as const);
        const changed =
          act === 'delete' ? { [path]: null } : act === 'edit' ? { [path]: text } : Object.fromEntries(many);
        for (const each of windows) await each.save(changed);
      }
    }
    for (const each of windows) {
      await each.quit();
      await each.start();
      expect(cardsOf(each)).toEqual(await fromScratch(each));
    }
  }

  test('gives both the cards in the notes, whatever each has written', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), holds), {
      numRuns: runs(100, 8),
    });
  }, 600_000);
});
