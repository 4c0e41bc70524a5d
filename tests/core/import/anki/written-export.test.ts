// What we export, read by others: the real SQLite, and a library for Anki packages. And read back by ourselves.
import { describe, expect, test } from '@jest/globals';
import { readAnkiPackage } from 'anki-reader';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import type { AnkiCollection } from '../../../../src/core/import/anki/collection.ts';
import { runs } from '../../../random.ts';
import { day, historyOf, noon } from '../../schedule/histories.ts';
import { opened, utf8 } from '../package/packages.ts';
import { asked } from '../package/real-sqlite.ts';
import { anyNotes, pack, packedNote, written } from './packed-notes.ts';

function databaseIn(bytes: Uint8Array): Uint8Array {
  return unzipSync(bytes)['collection.anki21'] ?? new Uint8Array(0);
}

const text =
  '---\ntags: [flashcards]\n---\n# Rhine\nTo the ![[sea.png]].\n# Elbe\nThe ==Elbe== flows ==north==.\n';
const histories = {
  id0: {
    reviews: historyOf(
      [
        [3, noon - 9 * day],
        [1, noon - 2 * day],
      ],
      { id: 'id0' },
    ).reviews,
    flag: 2,
  },
};

describe('a package that we export', () => {
  test('is read by a library for Anki packages, with its media', async () => {
    const { collection } = pack([packedNote(text, { histories })]);
    const media = [{ name: 'sea.png', read: () => Promise.resolve(utf8('picture')) }];
    const read = await readAnkiPackage(new Blob([(await written(collection, media)).slice()]));
    const decks = Object.values(read.collection.getDecks());
    expect(decks.map((deck) => deck.getName()).sort()).toEqual(['Default', 'Obsidian', 'Obsidian::Bio']);
    const cards = decks.flatMap((deck) => Object.values(deck.getCards()));
    expect(cards.map((card) => [card.getModel().getName(), card.getFront()]).sort()).toEqual([
      ['Obsidian Basic', 'Elbe'],
      ['Obsidian Basic', 'Rhine'],
      ['Obsidian Cloze', 'The {{c1::Elbe}} flows {{c2::north}}.'],
      ['Obsidian Cloze', 'The {{c1::Elbe}} flows {{c2::north}}.'],
    ]);
    expect(await read.media['sea.png']?.text()).toBe('picture');
  });

  test('is a database that the real SQLite finds whole, with every card, tag and review', async () => {
    const { collection } = pack([packedNote(text, { histories })]);
    const database = databaseIn(await written(collection));
    expect(asked(database, 'PRAGMA integrity_check')).toEqual([['ok']]);
    const cards = 'SELECT n.guid, n.tags, c.ord, c.type, c.flags FROM cards c JOIN notes n ON n.id = c.nid';
    const tags = ' flashcards::bio exam note::Bio::My_note source::';
    expect(asked(database, `${cards} ORDER BY n.guid, c.ord`)).toEqual([
      ['id0', `${tags}heading `, 0, 1, 2],
      ['id1', `${tags}heading `, 0, 0, 0],
      ['id2', `${tags}cloze `, 0, 0, 0],
      ['id2', `${tags}cloze `, 1, 0, 0],
    ]);
    const reviews = 'SELECT r.id, r.ease FROM revlog r JOIN cards c ON c.id = r.cid ORDER BY r.id';
    expect(asked(database, reviews)).toEqual([
      [noon - 9 * day, 3],
      [noon - 2 * day, 1],
    ]);
  });

  test('is read back as it was, whatever the notes', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async (notes) => {
        const { collection } = pack(notes);
        const bytes = await written(collection);
        expect(asked(databaseIn(bytes), 'PRAGMA integrity_check')).toEqual([['ok']]);
        const read = await opened(bytes);
        const byId = <T extends { readonly id: number }>(rows: readonly T[]): T[] =>
          [...rows].sort((a, b) => a.id - b.id);
        const own = (one: AnkiCollection) => ({
          ...one,
          decks: byId(one.decks.filter(({ id }) => id !== 1)),
          noteTypes: byId(one.noteTypes),
          notes: byId(one.notes),
          cards: byId(one.cards),
        });
        expect(read.damaged).toEqual([]);
        expect(own(read.collection)).toEqual(own(collection));
      }),
      { numRuns: runs(500) },
    );
  });
});
