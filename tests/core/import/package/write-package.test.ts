// Packages that we write, read by ourselves, by another program's reader and by the real SQLite.
import { readAnkiPackage } from 'anki-reader';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from '@jest/globals';
import type { AnkiCollection, NewMedia } from '../../../../src/core/import/anki/collection.ts';
import { writePackage } from '../../../../src/core/import/anki/write-package.ts';
import { runs } from '../../../random.ts';
import { asked } from './real-sqlite.ts';
import { opened, patient } from './packages.ts';

const whole = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const id = fc.integer({ min: 1, max: 2 ** 43 });
const text = fc.string({ unit: fc.constantFrom(...'abc <b>&"\n漢ä'), maxLength: 40 });
const word = fc.string({ unit: fc.constantFrom(...'abcä:'), minLength: 1, maxLength: 8 });
const unique = <T extends { readonly id: number }>(
  value: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<T[]> =>
  fc
    .uniqueArray(value, { selector: (row) => row.id, maxLength })
    .map((list) => list.sort((a, b) => a.id - b.id));

const collections: fc.Arbitrary<AnkiCollection> = fc.record({
  createdAt: whole(2 ** 31),
  rollover: whole(23),
  minutesWest: fc.option(fc.integer({ min: -720, max: 720 })),
  fsrs: fc.boolean(),
  decks: unique(fc.record({ id, name: text, filtered: fc.boolean() }), 5).map((decks) => [
    { id: 1, name: 'Default', filtered: false },
    ...decks.filter((deck) => deck.id !== 1),
  ]),
  noteTypes: unique(
    fc.record({
      id,
      name: word,
      kind: fc.constantFrom('standard', 'cloze', 'occlusion'),
      fields: fc.array(word, { maxLength: 4 }),
      templates: fc
        .array(fc.record({ name: word, front: text, back: text }), { maxLength: 3 })
        .map((list) => list.map((template, ordinal) => ({ ...template, ordinal }))),
      css: text,
    }),
    4,
  ),
  notes: unique(
    fc.record({
      id,
      guid: word,
      noteTypeId: id,
      modifiedAt: whole(2 ** 31),
      tags: fc.array(word, { maxLength: 3 }),
      fields: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
    60,
  ),
  cards: unique(
    fc.record({
      ...{ id, noteId: id, deckId: id, ordinal: whole(30), modifiedAt: whole(2 ** 31), type: whole(3) },
      ...{
        queue: fc.integer({ min: -3, max: 4 }),
        due: fc.integer(),
        interval: fc.integer(),
        factor: whole(4000),
      },
      ...{
        reps: whole(500),
        lapses: whole(50),
        homeDeckId: whole(2 ** 43),
        homeDue: fc.integer(),
        flag: whole(7),
      },
      memory: fc.option(
        fc.record({
          stability: fc.double({ min: 0.01, max: 36_500, noNaN: true }),
          difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
        }),
      ),
    }),
    60,
  ),
  reviews: unique(
    fc.record({
      ...{
        id,
        cardId: id,
        ease: whole(4),
        interval: fc.integer(),
        lastInterval: fc.integer(),
        factor: whole(4000),
      },
      ...{ time: whole(60_000), type: whole(5) },
    }),
    60,
  ),
});

async function written(collection: AnkiCollection, media: readonly NewMedia[] = []) {
  const pieces: Uint8Array[] = [];
  const sink = (piece: Uint8Array) => {
    pieces.push(piece.slice());
    return Promise.resolve();
  };
  const told = await writePackage(collection, media, sink, patient);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, told };
}

test('what is written is read back equal, and the real SQLite finds it sound', async () => {
  await fc.assert(
    fc.asyncProperty(collections, async (collection) => {
      const { bytes } = await written(collection);
      const found = await opened(bytes);
      expect(found.damaged).toEqual([]);
      const byId = <T extends { readonly id: number }>(list: readonly T[]) =>
        [...list].sort((a, b) => a.id - b.id);
      const { decks, noteTypes, ...rest } = found.collection;
      expect({ ...rest, decks: byId(decks), noteTypes: byId(noteTypes) }).toEqual({
        ...collection,
        decks: byId(collection.decks),
      });
      const database = unzipSync(bytes)['collection.anki21'];
      expect(asked(database ?? new Uint8Array(0), 'PRAGMA integrity_check')).toEqual([['ok']]);
    }),
    { numRuns: runs(1000) },
  );
});

const small: AnkiCollection = {
  createdAt: 1_600_000_000,
  rollover: 4,
  minutesWest: null,
  fsrs: true,
  decks: [{ id: 7, name: 'Geo::Europe', filtered: false }],
  noteTypes: [
    {
      id: 9,
      name: 'Basic',
      kind: 'standard',
      fields: ['Front', 'Back'],
      templates: [{ name: 'Card 1', ordinal: 0, front: '{{Front}}', back: '{{Back}}' }],
      css: '',
    },
  ],
  notes: [{ id: 11, guid: 'g', noteTypeId: 9, modifiedAt: 5, tags: ['a'], fields: ['Capital?', 'Bern'] }],
  cards: [
    {
      ...{
        id: 13,
        noteId: 11,
        deckId: 7,
        ordinal: 0,
        modifiedAt: 5,
        type: 2,
        queue: 2,
        due: 10,
        interval: 3,
      },
      ...{ factor: 2500, reps: 2, lapses: 0, homeDeckId: 0, homeDue: 0, flag: 0, memory: null },
    },
  ],
  reviews: [],
};

const medium = (name: string, bytes: readonly number[]): NewMedia => ({
  name,
  read: () => Promise.resolve(Uint8Array.from(bytes)),
});

test('another reader finds decks, cards, fields and media', async () => {
  const { bytes } = await written(small, [medium('ä b.png', [1, 2, 3])]);
  const { collection, media } = await readAnkiPackage(new Blob([bytes]));
  const deck = collection.getDecks()['7'];
  expect(deck?.getRawDeck()).toMatchObject({ id: 7, name: 'Geo::Europe' });
  const card = deck?.getCards()['13'];
  expect([card?.getFront(), card?.getBack()]).toEqual(['Capital?', 'Bern']);
  expect(Object.keys(media)).toEqual(['ä b.png']);
});

test('media of one name, and those that cannot be read, are left out and named', async () => {
  const { bytes, told } = await written(small, [
    medium('a\u0308.png', [1]),
    medium('\u00e4.png', [2]),
    { name: 'lost.png', read: () => Promise.reject(new Error('gone')) },
    medium('b.png', [3]),
  ]);
  expect(told).toEqual({ media: 2, leftOut: ['\u00e4.png', 'lost.png'] });
  const { media } = await opened(bytes);
  expect(media.map(({ name }) => name)).toEqual(['\u00e4.png', 'b.png']);
  expect(await Promise.all(media.map(({ read }) => read()))).toEqual([Uint8Array.of(1), Uint8Array.of(3)]);
});

test('reviews of one millisecond each get their own', async () => {
  const review = {
    id: 50,
    cardId: 13,
    ease: 3,
    interval: 1,
    lastInterval: 0,
    factor: 2500,
    time: 9,
    type: 0,
  };
  const { bytes } = await written({ ...small, reviews: [review, { ...review, id: 51 }, review] });
  const { collection } = await opened(bytes);
  expect(collection.reviews.map(({ id }) => id)).toEqual([50, 51, 52]);
});

test('stops when it is told to', async () => {
  const stop = { ...patient, pause: () => Promise.resolve(false) };
  expect(await writePackage(small, [], () => Promise.resolve(), stop)).toBeNull();
});
