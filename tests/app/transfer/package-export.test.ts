// Exports of a vault for Anki, one after the other, while its notes and reviews go on.
import { describe, expect, test } from '@jest/globals';
import { packCards } from '../../../src/app/transfer/card-export.ts';
import type { AnkiCollection, AnkiNote } from '../../../src/core/import/anki/collection.ts';
import type { Packed } from '../../../src/core/import/anki/export/export-collection.ts';
import type { PictureBox } from '../../../src/core/picture/box.ts';
import type { Scope } from '../../../src/core/study/scope.ts';
import { DAY, World } from '../world.ts';

async function exported(world: World, scope: Scope = { kind: 'all' }): Promise<Packed> {
  const facts = {
    changedAt: (path: string) => world.notes.stat(path)?.mtime ?? null,
    tags: () => ['flashcards'],
  };
  const watch = { pause: () => Promise.resolve(true), progress: () => undefined };
  const packed = await packCards(world.app, { scope, facts, root: 'Obsidian', vault: 'Vault' }, watch);
  if (!packed) throw new Error('stopped');
  return packed;
}

/** What Anki does with the notes and cards of a package: a newer note replaces the same one, a card stays as it is. */
class Anki {
  readonly notes = new Map<string, AnkiNote>();
  /** Types of cards by guid and number. */
  readonly cards = new Map<string, number>();

  take({ notes, cards }: AnkiCollection): void {
    const guids = new Map(notes.map(({ id, guid }) => [id, guid]));
    for (const note of notes) {
      const own = this.notes.get(note.guid);
      if (!own || own.modifiedAt < note.modifiedAt) this.notes.set(note.guid, note);
    }
    for (const { noteId, ordinal, type } of cards) {
      const key = `${guids.get(noteId) ?? ''} ${String(ordinal)}`;
      if (!this.cards.has(key)) this.cards.set(key, type);
    }
  }

  get shown(): string[] {
    return [...this.notes.values()].map(({ fields }) => fields.slice(0, 2).join(' | '));
  }
}

const head = '---\ntags: [flashcards]\n---\n';

async function edited(world: World, text: string): Promise<void> {
  await world.pass(DAY);
  await world.save({ 'A.md': text });
  world.notes.mtimes.set('A.md', world.now);
}

describe('an export that Anki imports again', () => {
  test('updates the notes whose text was edited since, and leaves the others', async () => {
    const world = await World.open({
      'A.md': `${head}# Rhine\nThe river flows from the Alps to the North Sea.\n`,
      'B.md': `${head}# Elbe\nThe river flows from Bohemia to the North Sea.\n`,
    });
    world.answer('Rhine');
    const anki = new Anki();
    anki.take((await exported(world)).collection);
    const before = anki.notes.get(world.id('Elbe'));
    await edited(world, `${head}# Rhine\nThe long river flows from the Alps to the North Sea.\n`);
    anki.take((await exported(world)).collection);
    expect(anki.shown).toEqual([
      'Rhine | The long river flows from the Alps to the North Sea.',
      'Elbe | The river flows from Bohemia to the North Sea.',
    ]);
    expect(anki.notes.get(world.id('Elbe'))).toBe(before);
  });

  test('has the schedule as it is now, though Anki keeps that of the cards it has', async () => {
    const world = await World.open({ 'A.md': `${head}# Rhine\nTo the sea.\n` });
    const first = (await exported(world)).collection;
    const anki = new Anki();
    anki.take(first);
    world.answer('Rhine', 4);
    await world.app.settle();
    const second = (await exported(world)).collection;
    expect(second.notes.map(({ guid, id }) => [guid, id])).toEqual(
      first.notes.map(({ guid, id }) => [guid, id]),
    );
    expect([first.cards[0]?.type, second.cards[0]?.type]).toEqual([0, 2]);
    expect([first.reviews, second.reviews].map(({ length }) => length)).toEqual([0, 1]);
    expect(second.notes[0]?.modifiedAt).toBeGreaterThan(first.notes[0]?.modifiedAt ?? Infinity);
    anki.take(second);
    expect([...anki.cards.values()]).toEqual([0]);
  });

  test('has the boxes on a picture as image occlusion, and takes over a new one', async () => {
    const world = await World.open({ 'A.md': `${head}# Heart\n![[heart.png]]\n`, 'heart.png': '' });
    const box = (nth: number, y: number, label = ''): PictureBox => ({
      id: `box-${String(nth).repeat(20)}`,
      picture: 'heart.png',
      note: 'A.md',
      width: 100,
      height: 100,
      shares: [0.25, y, 0.5, 0.1],
      label,
      hidesAll: true,
      group: null,
    });
    world.app.saveBoxes([box(1, 0.5, 'Valve & wall'), box(2, 0.7)], []);
    await world.app.settle();
    const first = await exported(world);
    const [note] = first.collection.notes.filter(({ tags }) => tags.includes('source::occlusion'));
    expect(note?.fields.slice(0, 4)).toEqual([
      '{{c1::image-occlusion:rect:left=.25:top=.5:width=.5:height=.1:oi=1}}<br>' +
        '{{c2::image-occlusion:rect:left=.25:top=.7:width=.5:height=.1:oi=1}}<br>',
      '<img src="heart.png">',
      'A › Heart',
      '<ol><li>Valve &amp; wall</li><li>2</li></ol>',
    ]);
    expect([...first.media]).toEqual([['heart.png', 'heart.png']]);
    const anki = new Anki();
    anki.take(first.collection);
    await world.pass(DAY);
    world.app.saveBoxes([box(3, 0.9)], []);
    await world.app.settle();
    anki.take((await exported(world)).collection);
    expect(anki.notes.get(note?.guid ?? '')?.fields[0]).toContain(
      '{{c3::image-occlusion:rect:left=.25:top=.9',
    );
  });

  test('of one deck has its cards alone', async () => {
    const world = await World.open({
      'A.md': '---\ntags: [flashcards/a/b]\n---\n# Rhine\nTo the sea.\n',
      'B.md': '---\ntags: [flashcards/c]\n---\n# Elbe\nTo the sea.\n',
    });
    const { collection } = await exported(world, { kind: 'deck', deck: 'a' });
    expect(collection.notes.map(({ fields }) => fields[0])).toEqual(['Rhine']);
    expect(collection.decks.map(({ name }) => name)).toEqual(['Obsidian', 'Obsidian::a', 'Obsidian::a::b']);
  });
});
