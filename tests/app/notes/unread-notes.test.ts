// A note whose reading fails, for whatever reason, is told and stops no other.
import { expect, test } from '@jest/globals';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { Clock, settle } from '../clock.ts';
import { World } from '../world.ts';
import { written } from '../../../scripts/node/english.ts';

const note = (question: string) => `---\ntags: flashcards\n---\n## ${question}?\nThe answer.\n`;

/** A text on which the reader throws, as no text is known to make it. */
const broken = {
  replace: () => {
    throw new RangeError('the stack is full');
  },
} as unknown as string;

class SomeBroken extends MemoryNotes {
  readonly throwing = new Set<string>();

  override read(path: string): Promise<string | null> {
    return this.throwing.has(path) ? Promise.resolve(broken) : super.read(path);
  }
}

const open = () => {
  const notes = new SomeBroken({ 'A.md': note('One'), 'B.md': note('Two'), 'C.md': note('Three') });
  return { notes, world: new World(notes) };
};

test('at the start', async () => {
  const { notes, world } = open();
  notes.throwing.add('B.md');
  await world.start();
  expect([...world.app.library.notes.keys()]).toEqual(['A.md', 'C.md']);
  expect(world.app.library.problems().map(written)).toEqual([
    { path: 'B.md', line: 1, message: "The note can't be read: the stack is full" },
  ]);
});

test('after it was read once: its cards stay, and no question shows a wrong text', async () => {
  const { notes, world } = open();
  await world.start();
  notes.throwing.add('B.md');
  await world.save({ 'B.md': note('Edited'), 'C.md': note('Four') });
  const questions = [...world.app.library.notes.values()].flatMap(({ cards }) =>
    cards.map((card) => card.question),
  );
  expect(questions).toEqual(['One?', 'Two?', 'Four?']);
  expect(await world.app.texts.inNote('B.md')).toEqual([]);
});

class SomeHanging extends MemoryNotes {
  readonly #waiting = new Map<string, () => void>();
  readonly hanging = new Set<string>();

  override async read(path: string): Promise<string | null> {
    if (this.hanging.has(path)) await new Promise<void>((resolve) => this.#waiting.set(path, resolve));
    return super.read(path);
  }

  wake(path: string): void {
    this.hanging.delete(path);
    this.#waiting.get(path)?.();
  }
}

test('a note that hangs is reported, delays no other, and is read when it arrives', async () => {
  const notes = new SomeHanging({ 'A.md': note('One'), 'B.md': note('Two'), 'C.md': note('Three') });
  const world = new World(notes);
  notes.hanging.add('B.md');
  await world.begin();
  const indexing = world.app.index();
  await settle();
  await Clock.prototype.pass.call(world, 10_000);
  await indexing;
  expect([...world.app.library.notes.keys()]).toEqual(['A.md', 'C.md']);
  expect(world.app.library.problems().map(written)).toEqual([
    { path: 'B.md', line: 1, message: 'Not read yet: the drive is not responding.' },
  ]);
  notes.wake('B.md');
  await world.pass(1000);
  await world.app.settle();
  expect([...world.app.library.notes.keys()].sort()).toEqual(['A.md', 'B.md', 'C.md']);
  expect(world.app.library.problems()).toEqual([]);
});
