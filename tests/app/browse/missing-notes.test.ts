// Pages that cards link to and that are not there.
import { describe, expect, test } from '@jest/globals';
import { CardReader } from '../../../src/app/cards/card-reader.ts';
import { indexNote } from '../../../src/app/index/indexed-note.ts';
import { MissingNotes } from '../../../src/app/browse/missing-notes.ts';
import { NoteReader } from '../../../src/app/notes/note-reader.ts';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';

const head = '---\ntags: flashcards\n---\n';
const notes = {
  'A.md': `${head}## One\nSee [[Missing page]] and [[B]].\n\n## Two\nSee [[missing page|it]].\n`,
  'B.md': `${head}## Three\nSee [[Missing page]], [[Other]] and ![[Picture.png]].\n`,
};

function vaultWith(texts: Readonly<Record<string, string>>) {
  const files = new MemoryNotes(texts);
  // No card has a history yet, as when a note was just indexed.
  const reader = new NoteReader(files);
  const library = { cardsIn: (path: string) => reader.read(path, defaultCardOptions) };
  const find = () => null;
  const cards = new CardReader({ library, cardsOf: () => [], find, reread: () => Promise.resolve() });
  const indexed = Object.entries(texts).map(([path, text]) =>
    indexNote(extractCards({ path, text }, defaultCardOptions)),
  );
  const toWrite = new MissingNotes({
    resolve: files.links().resolve,
    hasMissing: () => true,
    read: (path) => cards.inNote(path),
  });
  return { files, list: () => toWrite.list(indexed) };
}

describe('the notes to write', () => {
  test('are counted by card, most mentioned first, even before their cards have histories', async () => {
    expect(await vaultWith(notes).list()).toEqual([
      { target: 'Missing page', cards: 3, from: 'A.md', elsewhere: null },
      { target: 'Other', cards: 1, from: 'B.md', elsewhere: null },
    ]);
  });

  test('are pages: missing PDFs, pictures and sounds are left out, however they are linked', async () => {
    const text = `${head}## One\nSee [[Paper.pdf#page=2]], [it](Scan.PDF), [[a.png]], [[b.mp3]] and [[Node.js]].\n`;
    expect((await vaultWith({ 'A.md': text }).list()).map(({ target }) => target)).toEqual(['Node.js']);
  });

  test('offer the note that is there where only its folder is wrong', async () => {
    const texts = { 'A.md': `${head}## One\nSee [[Old/sleep]] and [[Old/Gone]].\n`, 'New/Sleep.md': 'Here.' };
    expect((await vaultWith(texts).list()).map(({ target, elsewhere }) => [target, elsewhere])).toEqual([
      ['Old/Gone', null],
      ['Old/sleep', 'New/Sleep.md'],
    ]);
  });

  test('leave out a page once it exists, without reading the notes again', async () => {
    const { files, list } = vaultWith(notes);
    await list();
    const before = files.reads.length;
    files.texts.set('Missing page.md', 'Here.');
    expect((await list()).map(({ target }) => target)).toEqual(['Other']);
    expect(files.reads.length).toBe(before);
  });
});
