// What is kept between starts saves reading, and changes nothing else.
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { expectAlike } from '../../alike.ts';
import { MemoryIndexCache } from '../../contract/memory-index-cache.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { anyEdit, edited, render, type Edit, type Sections } from '../cards/vault-edits.ts';
import { DAY, World } from '../world.ts';

/** What a person can see of the cards and their histories. */
function state({ app }: World): unknown {
  const cards = [...app.linker.notes].flatMap(([path, tracked]) =>
    tracked.map(({ id, card }) => {
      const { questionHash, answerHash, sketch, length, words } = card.kept;
      const kept = { questionHash, answerHash, sketch, length, words };
      const { textId, note, source, question, context, chip, nth, deck, line, headings } = card;
      const { ordinal, group, blockId, asksName } = card;
      const place = { note, source, context, chip, nth, deck, line, headings, ordinal, group, blockId };
      return { path, id, textId, question, ...place, asksName, kept, schedule: app.study.schedule(id) };
    }),
  );
  return {
    cards: cards.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)),
    orphans: app.linker
      .orphans()
      .map(({ id }) => id)
      .sort(),
    doubtful: app.linker.doubtful.map(({ lost, candidate }) => [lost, candidate.id]).sort(),
    notes: [...app.library.notes.values()].map(({ note, skipped, problems }) => ({ note, skipped, problems }))
      .length,
    counts: app.study.counts({ scope: { kind: 'all' } }),
  };
}

type Step =
  | { readonly kind: 'live' | 'closed'; readonly edits: readonly Edit[]; readonly jump: number }
  | { readonly kind: 'restart' | 'kill' | 'wait' }
  | { readonly kind: 'lose' | 'full' | 'version' }
  | { readonly kind: 'damage'; readonly at: number; readonly bite: string };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('live' as const, 'closed' as const),
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 5 }),
      jump: fc.integer({ min: -1000, max: 1000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'kill' as const, 'wait' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('lose' as const, 'full' as const, 'version' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('damage' as const), at: fc.nat(200), bite: fc.string() }),
  },
);

/** One vault with its app; `cache` null forgets all at once. */
class Run {
  readonly cache = new MemoryIndexCache();
  readonly world: World;
  #notes: ReadonlyMap<string, Sections> = new Map();

  constructor(private readonly keeps: boolean) {
    this.world = new World(new MemoryNotes(), new MemoryLogFiles(), 1, this.cache);
  }

  async step(step: Step): Promise<void> {
    const { world, cache } = this;
    switch (step.kind) {
      case 'live':
        for (const edit of step.edits) await this.edit(edit);
        return;
      case 'closed':
        await this.world.quit();
        for (const edit of step.edits)
          if (edit.kind !== 'grade') this.write(edited(this.#notes, edit), step.jump);
        return this.start();
      case 'restart':
        await world.quit();
        return this.start();
      case 'kill':
        return this.start();
      case 'wait':
        return world.pass(DAY);
      case 'lose':
        cache.texts.clear();
        return;
      case 'full':
        cache.full = !cache.full;
        return;
      case 'version':
        cache.version = 'another';
        return;
      case 'damage': {
        const [path, text] = [...cache.texts][step.at % Math.max(1, cache.texts.size)] ?? [];
        if (path !== undefined && text !== undefined)
          cache.texts.set(path, text.slice(0, step.at) + step.bite + text.slice(step.at + 1));
        return;
      }
    }
  }

  async start(): Promise<void> {
    if (!this.keeps) this.cache.texts.clear();
    await this.world.start();
  }

  /** As a person does it while the app runs. */
  private async edit(edit: Edit): Promise<void> {
    const { world } = this;
    if (edit.kind === 'grade') {
      const cards = world.app.linker.notes.get(edit.path) ?? [];
      const id = cards[edit.at % Math.max(1, cards.length)]?.id;
      const review = world.review({ kind: 'search', cards: new Set(id === undefined ? [] : [id]) });
      review.dispatch({ kind: 'reveal' });
      review.dispatch({ kind: 'grade', grade: 3 });
      world.app.endReview(review);
      return;
    }
    const before = this.#notes;
    this.#notes = edited(before, edit);
    if (edit.kind === 'rename' && !this.#notes.has(edit.path) && before.has(edit.path)) {
      await world.rename(edit.path, edit.to);
      return;
    }
    const note = this.#notes.get(edit.path);
    await world.save({ [edit.path]: note ? render(note) : null });
  }

  /** As a sync program does it while the app is closed. */
  private write(notes: ReadonlyMap<string, Sections>, jump: number): void {
    const { texts, mtimes } = this.world.notes;
    this.#notes = notes;
    for (const path of [...texts.keys()]) if (!notes.has(path)) texts.delete(path);
    for (const [path, note] of notes) {
      const text = render(note);
      if (texts.get(path) === text) continue;
      texts.set(path, text);
      // Whole numbers are taken by the edits of a person.
      mtimes.set(path, (mtimes.get(path) ?? 0) + jump + 0.5);
    }
  }
}

test('an app with an index and one without have the same cards, ids and links, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 14 }), async (steps) => {
      const [kept, fromScratch] = [new Run(true), new Run(false)];
      await Promise.all([kept.start(), fromScratch.start()]);
      for (const step of [...steps, { kind: 'restart' } as const]) {
        await kept.step(step);
        await fromScratch.step(step);
        expectAlike(state(kept.world), state(fromScratch.world));
      }
    }),
    { numRuns: process.env['FULL'] ? 2000 : 60 },
  );
});

const note = (text: string): string => `---\ntags: [flashcards]\n---\n## Osmosis\n${text}\n`;

describe('after a restart', () => {
  async function restarted(change: (world: World) => void): Promise<World> {
    const world = await World.open({ 'A.md': note('Water moves.'), 'B.md': note('Salt stays.') });
    await world.quit();
    change(world);
    world.notes.reads.length = 0;
    await world.start();
    return world;
  }

  test('no note is read if none has changed', async () => {
    expect((await restarted(() => undefined)).notes.reads).toEqual([]);
  });

  test('a note whose card was deleted is read when it is saved, and at no later start', async () => {
    const world = await World.open({ 'A.md': `${note('Water moves.')}\n## Light\nIt shines on.\n` });
    world.answer('Light');
    await world.save({ 'A.md': note('Water moves.') });
    world.notes.reads.length = 0;
    for (let count = 0; count < 3; count += 1) {
      await world.quit();
      await world.start();
    }
    expect(world.app.linker.orphans()).toHaveLength(1);
    expect(world.notes.reads).toEqual([]);
  });

  test('a note is read if its size is the same but its time is not, even if that jumped back', async () => {
    const { notes } = await restarted((world) => {
      world.notes.texts.set('A.md', note('Water melts.'));
      world.notes.mtimes.set('A.md', -5);
    });
    expect(notes.reads).toEqual(['A.md']);
  });

  test('a note is read if its time is the same but its size is not', async () => {
    const { notes } = await restarted((world) => {
      const mtime = world.notes.mtimes.get('A.md') ?? 0;
      world.notes.texts.set('A.md', note('Water moves on.'));
      world.notes.mtimes.set('A.md', mtime);
    });
    expect(notes.reads).toEqual(['A.md']);
  });

  test('the texts of cards are those of their notes', async () => {
    const world = await restarted(() => undefined);
    const card = await world.app.texts.find(world.id('Osmosis', 'A.md'));
    expect(card?.answer).toBe('Water moves.');
  });

  test('a text that changed unseen is read again, and its card is another one', async () => {
    const world = await restarted(() => undefined);
    const id = world.id('Osmosis', 'A.md');
    world.notes.texts.set('A.md', note('Light shines on a leaf.'));
    expect(await world.app.texts.find(id)).toBeNull();
    expect(await world.app.texts.find(world.id('Osmosis', 'A.md'))).toMatchObject({
      answer: 'Light shines on a leaf.',
    });
  });
});

test('thousands of notes that change at once are all read', async () => {
  const count = process.env['FULL'] ? 20_000 : 500;
  const paths = Array.from({ length: count }, (_, index) => `${String(index)}.md`);
  const world = await World.open(Object.fromEntries(paths.map((path) => [path, note(`Water ${path}.`)])));
  world.answer('Osmosis', 3, '7.md');
  await world.quit();
  for (const path of paths) world.notes.texts.set(path, note(`Water moves on ${path}.`));
  world.notes.reads.length = 0;
  await world.start();
  expect(new Set(world.notes.reads)).toEqual(new Set(paths));
  expect(world.reps('Osmosis', '7.md')).toBe(1);
});
