// The table of ids finds what a map of all ids would find.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { IdTable } from '../../../src/app/cards/id-table.ts';
import { idLength, IndexedNote } from '../../../src/app/index/indexed-note.ts';
import { BodyText } from '../../../src/app/index/note-body.ts';

/** Few, so that notes meet in them. */
const everyId = Array.from(
  { length: 400 },
  (_, number) => `${String(number * 7919).padStart(8, 'a')}${'b'.repeat(18)}`,
);
const anyId = fc.constantFrom(...everyId);

function noteOf(ids: readonly string[]): IndexedNote {
  const lines = ids.map((_, at) => at + 1);
  const head = {
    watched: true,
    deck: '',
    ids: ids.join(''),
    lines,
    groups: null,
    asides: null,
    ranks: '',
    longs: null,
    isTroubled: false,
    digests: null,
  };
  return new IndexedNote('Note.md', head, BodyText.kept('Note', ''));
}

test('a note is found by each of its ids while it has them', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('add' as const), ids: fc.uniqueArray(anyId, { maxLength: 12 }) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(30) }),
      fc.record({ kind: fc.constant('find' as const), id: anyId }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const table = new IdTable();
      const model = new Map<string, IndexedNote>();
      const notes: IndexedNote[] = [];
      for (const step of all) {
        if (step.kind === 'add') {
          if (step.ids.some((id) => model.has(id))) continue;
          const note = noteOf(step.ids);
          table.add(note);
          notes.push(note);
          for (const id of step.ids) model.set(id, note);
        } else if (step.kind === 'find') expect(table.find(step.id)).toBe(model.get(step.id) ?? null);
        else {
          const note = notes[step.at % Math.max(1, notes.length)];
          if (!note) continue;
          table.remove(note);
          note.someId((id) => model.get(id) === note && !model.delete(id));
        }
      }
      const wrong = everyId.filter((id) => table.find(id) !== (model.get(id) ?? null));
      expect(wrong).toEqual([]);
    }),
    { numRuns: runs(2000, 60) },
  );
});

test('a text that is not an id is not found', () => {
  const table = new IdTable();
  table.add(noteOf(['a'.repeat(idLength)]));
  expect(table.find('a')).toBeNull();
  expect(table.find('')).toBeNull();
});
