// Made-up notes for measuring: the same in each run, and of the shapes that they are asked for.
import { describe, expect, test } from '@jest/globals';
import shapesOfNotes from '../../scripts/bench/shapes.json' with { type: 'json' };
import { shapedNote } from '../../scripts/bench/shaped-notes.ts';
import { seededRandom } from '../../scripts/identity/random.ts';
import { countShapes } from '../../scripts/shapes/count-shapes.ts';
import type { Shapes } from '../../scripts/shapes/shapes.ts';

const shapes = shapesOfNotes as unknown as Shapes;

function notes(count: number): readonly string[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => shapedNote(random, shapes, count));
}

describe('made-up notes', () => {
  test('are the same in each run', () => {
    expect(notes(3)).toEqual(notes(3));
  });

  test('have the sizes, blocks and marks of the notes that were measured', () => {
    const made = countShapes(notes(200));
    const near = (value: number, wanted: number): boolean => value > 0.6 * wanted && value < 1.6 * wanted;
    expect(near(made.bytes / made.notes, shapes.bytes / shapes.notes)).toBe(true);
    for (const kind of ['heading', 'paragraph', 'list', 'callout', 'code', 'image'] as const)
      expect([kind, near(made.blocks[kind], shapes.blocks[kind])]).toEqual([kind, true]);
    for (const kind of ['bold', 'code', 'formula', 'wikilink'] as const)
      expect([kind, near(made.marks[kind], shapes.marks[kind])]).toEqual([kind, true]);
  });
});
