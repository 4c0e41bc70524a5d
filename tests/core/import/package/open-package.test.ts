// Packages of each kind that Anki writes, made with the real SQLite.
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { openPackage } from '../../../../src/core/import/anki/open-package.ts';
import { sqlite } from './real-sqlite.ts';
import { latest, message, opened, packed, patient, schema11, schema18, sourceOf, utf8 } from './packages.ts';

const models = {
  '1': {
    id: 1,
    name: 'Basic',
    type: 0,
    css: '.card {}',
    flds: [
      { name: 'Back', ord: 1 },
      { name: 'Front', ord: 0 },
    ],
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{Back}}' }],
  },
  '2': { id: '2', name: 'Bild', type: 1, originalStockKind: 6, css: '', flds: [], tmpls: [] },
};
const decks = {
  '1': { id: 1, name: 'Default', dyn: 0 },
  '5': { id: 5, name: 'A::B', dyn: 1 },
};
const conf = { rollover: 3, localOffset: -120, creationOffset: 60, fsrs: true };
const rows = {
  notes: [[1_600_000_000_001, 'g1', 1, 1_600_000_001, -1, ' ml  deep::net ', 'Q\x1fA', 'Q', 0, 0, '']],
  cards: [
    [
      ...[
        1_600_000_000_002, 1_600_000_000_001, 5, 0, 1_600_000_002, -1, 2, 2, 33, 20, 2300, 7, 1, 0, 12, 1, 11,
      ],
      '{"pos":4,"s":20.5,"d":6.25,"dr":0.9,"lrt":1600000000}',
    ],
  ],
  revlog: [[1_600_000_000_003, 1_600_000_000_002, -1, 3, 20, 9, 640, 4_200, 1]],
};

const collection = {
  createdAt: 1_600_000_000,
  rollover: 3,
  minutesWest: -120,
  fsrs: true,
  decks: [
    { id: 1, name: 'Default', filtered: false },
    { id: 5, name: 'A::B', filtered: true },
  ],
  noteTypes: [
    {
      id: 1,
      name: 'Basic',
      kind: 'standard',
      fields: ['Front', 'Back'],
      templates: [{ name: 'Card 1', ordinal: 0, front: '{{Front}}', back: '{{Back}}' }],
      css: '.card {}',
    },
    { id: 2, name: 'Bild', kind: 'occlusion', fields: [], templates: [], css: '' },
  ],
  notes: [
    {
      id: 1_600_000_000_001,
      guid: 'g1',
      noteTypeId: 1,
      modifiedAt: 1_600_000_001,
      tags: ['ml', 'deep::net'],
      fields: ['Q', 'A'],
    },
  ],
  cards: [
    {
      id: 1_600_000_000_002,
      noteId: 1_600_000_000_001,
      deckId: 5,
      ordinal: 0,
      modifiedAt: 1_600_000_002,
      type: 2,
      queue: 2,
      due: 33,
      interval: 20,
      factor: 2300,
      reps: 7,
      lapses: 1,
      homeDeckId: 1,
      homeDue: 12,
      flag: 3,
      memory: { stability: 20.5, difficulty: 6.25 },
    },
  ],
  reviews: [
    {
      id: 1_600_000_000_003,
      cardId: 1_600_000_000_002,
      ease: 3,
      interval: 20,
      lastInterval: 9,
      factor: 640,
      time: 4_200,
      type: 1,
    },
  ],
};

const old = schema11({ conf, models, decks, ...rows });
const now = schema18({
  config: conf,
  decks: [
    [1, 'Default', message([[1, message([[1, 1]])]])],
    [5, 'A\x1fB', message([[2, new Uint8Array(0)]])],
  ],
  noteTypes: [
    [1, 'Basic', message([[3, '.card {}']])],
    [
      2,
      'Bild',
      message([
        [1, 1],
        [9, 6],
      ]),
    ],
  ],
  fields: [
    [1, 0, 'Front'],
    [1, 1, 'Back'],
  ],
  templates: [
    [
      1,
      0,
      'Card 1',
      message([
        [1, '{{Front}}'],
        [2, '{{Back}}'],
      ]),
    ],
  ],
  ...rows,
});
const please = schema11({ notes: [[1, 'x', 1, 0, 0, '', 'Please update', '', 0, 0, '']] });

/** The list ends after its first entry. */
function cutList(bytes: Uint8Array): Uint8Array {
  const cut = bytes.slice();
  new DataView(cut.buffer).setUint32(cut.length - 22 + 12, 46 + 'collection.anki2'.length, true);
  return cut;
}

/** A sign of the last entry's name in the list becomes another. */
function renamed(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed[changed.length - 25] = 0x30;
  return changed;
}

const picture = Uint8Array.of(1, 2, 3, 4);

test.each([
  ['for versions before 2.1', { 'collection.anki2': old, media: utf8('{"0":"ä.png"}'), '0': picture }],
  [
    'for versions since 2.1, beside a note that asks to update',
    {
      'collection.anki2': please,
      'collection.anki21': old,
      media: utf8('{"7":"a\u0308.png"}'),
      '7': picture,
    },
  ],
])('reads a package %s', async (_, files) => {
  const found = await opened(packed(files));
  expect(found.damaged).toEqual([]);
  expect(found.collection).toEqual(collection);
  expect(found.media.map(({ name, size }) => [name, size])).toEqual([['ä.png', 4]]);
  expect(await found.media[0]?.read()).toEqual(picture);
});

test('reads a package for versions since 2.1.50', async () => {
  const found = await opened(latest(now, [['b.png', picture]]));
  expect(found.damaged).toEqual([]);
  expect(found.collection).toEqual(collection);
  expect(found.media.map(({ name, size }) => [name, size])).toEqual([['b.png', 4]]);
  expect(await found.media[0]?.read()).toEqual(picture);
});

test.each([
  ['of a version that is not known', packed({ meta: message([[1, 4]]), 'collection.anki2': please })],
  ['with a schema that is not known', packed({ 'collection.anki21': schema11({ ver: 19 }) })],
])('tells that a newer Anki wrote a package %s', async (_, bytes) => {
  expect(await openPackage(sourceOf(bytes), patient)).toEqual({
    problem: { code: 'problems/package/newer' },
  });
});

test.each([
  ['no file at all', new Uint8Array(0)],
  ['a text', utf8('# Notes')],
  ['a zip without a collection', packed({ 'a.txt': utf8('a') })],
])('refuses %s', async (_, bytes) => {
  expect(await openPackage(sourceOf(bytes), patient)).toEqual({
    problem: { code: 'problems/package/unread' },
  });
});

const both = packed({ 'collection.anki2': please, 'collection.anki21': old });

test.each([
  [
    'a package whose real collection is lost',
    packed({ meta: message([[1, 3]]), 'collection.anki2': please }),
  ],
  ['a package that is cut', both.subarray(0, both.length - 30)],
  ['a package whose list is cut', cutList(both)],
  ['a package whose list names the real collection wrongly', renamed(both)],
])('takes no other collection for %s', async (_, bytes) => {
  expect(await openPackage(sourceOf(bytes), patient)).toEqual({
    problem: { code: 'problems/package/broken' },
  });
});

interface OtherWriter {
  addCard(front: string, back: string, options?: { readonly tags: readonly string[] }): void;
  addMedia(name: string, bytes: Uint8Array): void;
  save(): Promise<Uint8Array>;
}

test('reads a package that another program wrote', async () => {
  // Its own copy of SQLite is of long ago and takes seconds.
  const require = createRequire(import.meta.url);
  const exporter = require('anki-apkg-export/dist/exporter') as {
    readonly default: new (deck: string, parts: object) => OtherWriter;
  };
  const template = require('anki-apkg-export/dist/template') as { readonly default: () => string };
  const writer = new exporter.default('Geo', { template: template.default(), sql: sqlite });
  writer.addCard('Capital of <b>Peru</b>?', 'Lima', { tags: ['south', 'two words'] });
  writer.addCard('Capital of Chad?', 'N’Djamena <img src="a.png">');
  writer.addMedia('a.png', Buffer.from(picture));
  const { collection, media, damaged } = await opened(Uint8Array.from(await writer.save()));
  expect(damaged).toEqual([]);
  expect(collection.notes.map(({ fields, tags }) => [fields, tags])).toEqual([
    [
      ['Capital of <b>Peru</b>?', 'Lima'],
      ['south', 'two_words'],
    ],
    [['Capital of Chad?', 'N’Djamena <img src="a.png">'], []],
  ]);
  const decks = new Map(collection.decks.map(({ id, name }) => [id, name]));
  expect(decks.size).toBe(collection.decks.length);
  expect(collection.cards.map(({ deckId }) => decks.get(deckId))).toEqual(['Geo', 'Geo']);
  const types = new Map(collection.noteTypes.map(({ id, fields }) => [id, fields]));
  expect(types.size).toBe(collection.noteTypes.length);
  expect(collection.notes.map(({ noteTypeId }) => types.get(noteTypeId))).toEqual([
    ['Front', 'Back'],
    ['Front', 'Back'],
  ]);
  expect(await media[0]?.read()).toEqual(picture);
});
