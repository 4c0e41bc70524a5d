// A later state of a collection: what is in the vault is not written a second time.
import { expect, test } from '@jest/globals';
import type { AnkiCollection } from '../../../src/core/import/anki/collection.ts';
import { card, collection, day, noon, row } from '../../core/import/anki/history/collections.ts';
import { Importer, packageOf } from './package-importer.ts';

const ids = [noon - 1, noon - 2, noon - 3];

/** One text with as many gaps, each a card in review. */
function clozes(count: number): AnkiCollection {
  const cards = ids.slice(0, count).map((id, ordinal) => ({
    ...card(id, { type: 2, queue: 2, due: 40, interval: 20, factor: 2500 }),
    noteId: 7,
    ordinal,
  }));
  const text = ['one', 'two', 'three'].map((word, nth) => (nth < count ? `{{c${nth + 1}::${word}}}` : word));
  return {
    ...collection(
      cards,
      cards.flatMap(({ id }, nth) => [row(noon + nth, id), row(noon + 20 * day + nth, id)]),
    ),
    noteTypes: [
      {
        id: 1,
        name: 'Cloze',
        kind: 'cloze',
        fields: ['Text'],
        templates: [{ name: 'Cloze', ordinal: 0, front: '{{cloze:Text}}', back: '{{cloze:Text}}' }],
        css: '',
      },
    ],
    notes: [
      {
        id: 7,
        guid: 'g',
        noteTypeId: 1,
        modifiedAt: noon / 1000,
        tags: [],
        fields: [`Count ${text.join(', ')}.`],
      },
    ],
  };
}

test('a text that has one more gap in Anki stays the text that it is in the vault', async () => {
  const importer = await Importer.open();
  await importer.run(packageOf(clozes(2), []));
  const { result } = await importer.run(packageOf(clozes(3), []));
  expect(result.notes).toEqual([]);
  const all = [...importer.world.app.linker.notes.values()].flat();
  expect(all.map(({ id }) => importer.world.app.study.schedule(id).reps)).toEqual([2, 2]);
});
