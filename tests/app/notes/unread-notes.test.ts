// A note whose reading fails, for whatever reason, is told and stops no other.
import { expect, test } from '@jest/globals';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { World } from '../world.ts';

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
  expect(world.app.library.problems()).toEqual([
    { path: 'B.md', line: 1, message: 'The note cannot be read: the stack is full' },
  ]);
});

test('after it was read once: its cards stay, and nothing is asked with a wrong text', async () => {
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
