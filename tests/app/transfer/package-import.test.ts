// Anki packages into a vault and its history: once, twice, on two devices, stopped, undone and brought back.
import { describe, expect, test } from '@jest/globals';
import { verifyHistory } from '../../../src/app/history/verify.ts';
import { packageCardId } from '../../../src/core/import/anki/history/package-device.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { card, day, noon, row } from '../../core/import/anki/history/collections.ts';
import { World } from '../world.ts';
import {
  choices,
  deviceOf,
  hill,
  ids,
  Importer,
  never,
  noteOf,
  packageOf,
  someCollection,
  textsOf,
} from './package-importer.ts';

describe('a plan', () => {
  test('tells decks, cards, reviews and media, and changes nothing', async () => {
    const importer = await Importer.open();
    const before = importer.world.logs.files.size;
    const [, plan] = await importer.plan();
    expect(plan).toMatchObject({ decks: 1, cards: 3, reviews: 4, newReviews: 4, left: [] });
    expect(plan.notes.map(({ path, isThere }) => [path, isThere])).toEqual([['Anki/Deck.md', false]]);
    expect(plan.media.map(({ path, isThere }) => [path, isThere])).toEqual([['Anki/media/hill.png', false]]);
    expect([...importer.files.list()]).toEqual([]);
    expect(importer.world.logs.files.size).toBe(before);
  });

  test('tells what of the review log does not come along', async () => {
    const importer = await Importer.open();
    const from = someCollection();
    const rows = [row(7, ids[0] ?? 0), ...from.reviews, row(noon + 3, 999)];
    const [, plan] = await importer.plan(packageOf({ ...from, reviews: rows }));
    expect(plan.rows).toEqual({ gone: 1, left: 0, wrongTime: 1, previews: 0 });
  });
});

describe('an import', () => {
  test('writes notes, media and history, and each card has its own', async () => {
    const importer = await Importer.open();
    const { result } = await importer.run();
    expect(result).toMatchObject({ isStopped: false, reviews: 4, failed: [] });
    expect(importer.files.binary.get('Anki/media/hill.png')).toEqual(hill);
    expect(importer.logs).toEqual([
      expect.stringMatching(`^Flashcards/log/${deviceOf()}/log-${deviceOf()}-2019-05-[0-9a-z]+\\.md$`),
    ]);
    importer.expectHistories();
  });

  test('adds no device that somebody holds', async () => {
    const importer = await Importer.open();
    await importer.run();
    const result = await verifyHistory({
      logs: importer.world.logs,
      folders: ['Flashcards'],
      withoutCard: () => [],
    });
    expect(result).toMatchObject({ files: 1, devices: 0, torn: 0, duplicates: 0, unreadable: [] });
  });

  test('is there after the next start', async () => {
    const importer = await Importer.open();
    await importer.run();
    await importer.world.quit();
    await importer.world.start();
    importer.expectHistories();
    expect(importer.world.told).toEqual([]);
  });

  test('twice is once', async () => {
    const importer = await Importer.open();
    await importer.run();
    const before = new Map(importer.world.logs.files);
    const { plan, result } = await importer.run();
    expect(plan).toMatchObject({ cards: 0, notes: [], media: [], newReviews: 0, reviews: 4 });
    expect(result).toMatchObject({ notes: [], media: [], reviews: 0 });
    expect(new Map(importer.world.logs.files)).toEqual(before);
    importer.expectHistories();
  });

  test('of a later state adds what is new', async () => {
    const importer = await Importer.open();
    await importer.run();
    const from = someCollection();
    const fourth = noon - 4;
    const later = {
      ...from,
      notes: [...from.notes, noteOf(fourth, 'What is a bore?', 'A wave')],
      cards: [
        ...from.cards.map((one) => (one.id === ids[1] ? { ...one, queue: 2, flag: 0 } : one)),
        card(fourth, { due: 6 }),
      ],
      reviews: [...from.reviews, row(noon + 40 * day, ids[0] ?? 0)],
    };
    const { plan, result } = await importer.run(packageOf(later));
    expect(plan).toMatchObject({ cards: 1, newReviews: 1 });
    expect(result.notes).toEqual(['Anki/Deck 2.md']);
    expect(importer.schedule('Where is the source?').reps).toBe(4);
    expect(importer.schedule('Where is the mouth?')).toMatchObject({ suspended: false, flag: 0 });
    expect(importer.schedule('What is a bore?')).toMatchObject({ state: 'new', position: 6 });
  });

  test('keeps what was done here since', async () => {
    const importer = await Importer.open();
    await importer.run();
    const { world } = importer;
    world.answer('Where is the source?', 4);
    const mouth = world.id('Where is the mouth?');
    world.app.mark([mouth], 'suspended', false);
    await importer.run();
    expect(importer.schedule('Where is the source?').reps).toBe(4);
    expect(importer.schedule('Where is the source?').dueDay).toBeGreaterThan(world.app.study.today);
    expect(importer.schedule('Where is the mouth?').suspended).toBe(false);
  });

  test('into another folder brings no card a second time', async () => {
    const importer = await Importer.open();
    await importer.run();
    const { plan } = await importer.run(undefined, { ...choices, folder: 'Elsewhere' });
    expect(plan.notes).toEqual([]);
    importer.expectHistories();
  });

  test('never overwrites a note or a picture', async () => {
    const importer = await Importer.open({ 'Anki/Deck.md': 'mine' });
    importer.files.binary.set('Anki/media/hill.png', Uint8Array.of(9));
    const { result } = await importer.run();
    expect(result.notes).toEqual(['Anki/Deck 2.md']);
    expect(result.media).toEqual(['Anki/media/hill 2.png']);
    expect(importer.world.notes.texts.get('Anki/Deck.md')).toBe('mine');
    expect(importer.files.binary.get('Anki/media/hill.png')).toEqual(Uint8Array.of(9));
    expect(importer.world.notes.texts.get('Anki/Deck 2.md')).toContain('hill 2.png');
    importer.expectHistories();
  });

  test('finds its cards though a folder of that name moved away before', async () => {
    const importer = await Importer.open({ 'Anki/Deck.md': '---\ntags: [flashcards]\n---\n# Old\nText\n' });
    const { world } = importer;
    world.answer('Old');
    await world.rename('Anki/Deck.md', 'Before/Deck.md');
    await importer.run();
    importer.expectHistories();
    await world.quit();
    await world.start();
    importer.expectHistories();
  });

  test('goes on where it stopped', async () => {
    const importer = await Importer.open();
    const reference = await Importer.open();
    await reference.run();
    // As often as it can stop: after each file, and before and after the history.
    for (let stops = 0; stops < 12; stops += 1) {
      const [work, plan] = await importer.plan();
      let asked = 0;
      await work.run(plan, { ...never, isCancelled: () => (asked += 1) > stops });
    }
    importer.expectHistories();
    expect([...importer.files.list()].map(({ path }) => path)).toEqual(
      [...reference.files.list()].map(({ path }) => path),
    );
    expect(textsOf(importer.world.logs)).toEqual(textsOf(reference.world.logs));
  });

  test('tells what could not be written, and brings it the next time', async () => {
    const importer = await Importer.open();
    importer.files.refuses = (path) => (path.endsWith('.png') ? new Error('the disk is full') : null);
    const { result } = await importer.run();
    expect(result.failed.map(({ path }) => path)).toEqual(['Anki/media/hill.png']);
    importer.expectHistories();
    importer.files.refuses = () => null;
    expect((await importer.run()).result.media).toEqual(['Anki/media/hill.png']);
    expect(importer.files.binary.get('Anki/media/hill.png')).toEqual(hill);
  });
});

describe('undone', () => {
  test('all of it is gone at once, files to the trash', async () => {
    const importer = await Importer.open();
    const { work } = await importer.run();
    expect(await work.undo()).toEqual({ trashed: 2, stay: [] });
    expect(importer.files.trashed).toEqual(['Anki/Deck.md', 'Anki/media/hill.png']);
    expect([...importer.world.app.history.cards]).toEqual([]);
    expect([...importer.world.app.history.reviews()]).toEqual([]);
  });

  test('a note that was changed since stays, with its pictures, and cards answered here keep their answers', async () => {
    const importer = await Importer.open();
    const { work } = await importer.run();
    const { world } = importer;
    world.answer('Where is the source?');
    const text = world.notes.texts.get('Anki/Deck.md') ?? '';
    await world.save({ 'Anki/Deck.md': `${text}\nMine.\n` });
    expect(await work.undo()).toEqual({ trashed: 0, stay: ['Anki/Deck.md'] });
    expect(world.reps('Where is the source?')).toBe(1);
    await world.quit();
    await world.start();
    expect(world.reps('Where is the source?')).toBe(1);
    expect(importer.schedule('Where is the mouth?')).toMatchObject({
      state: 'new',
      suspended: false,
      flag: 0,
    });
  });

  test('and imported again, all is back', async () => {
    const importer = await Importer.open();
    const { work } = await importer.run();
    await work.undo();
    const { result } = await importer.run();
    expect(result).toMatchObject({ reviews: 4, notes: ['Anki/Deck.md'], media: ['Anki/media/hill.png'] });
    importer.expectHistories();
  });

  test('a later state goes, and what came before it stays', async () => {
    const importer = await Importer.open();
    await importer.run();
    const from = someCollection();
    const later = { ...from, reviews: [...from.reviews, row(noon + 40 * day, ids[0] ?? 0)] };
    const { work } = await importer.run(packageOf(later));
    expect(importer.schedule('Where is the source?').reps).toBe(4);
    await work.undo();
    importer.expectHistories();
    await importer.run(packageOf(later));
    expect(importer.schedule('Where is the source?').reps).toBe(4);
  });
});

describe('two devices', () => {
  const open = async (notes: MemoryNotes, logs: MemoryLogFiles, seed: number): Promise<Importer> => {
    const world = new World(notes, logs, seed);
    await world.start();
    return new Importer(world);
  };

  test('that both import write the same lines, so each review counts once', async () => {
    const [a, b] = [await Importer.open(), await open(new MemoryNotes(), new MemoryLogFiles(), 7)];
    b.world.now += 3 * day;
    await a.run();
    await b.run();
    expect(textsOf(a.world.logs)).toEqual(textsOf(b.world.logs));
    expect([...a.world.notes.texts]).toEqual([...b.world.notes.texts]);
    for (const [path, { text }] of b.world.logs.files) {
      a.world.logs.files.set(`${path.slice(0, -3)} (conflict).md`, { text, mtime: 5 });
      a.world.app.touch(`${path.slice(0, -3)} (conflict).md`);
    }
    await a.world.app.settle();
    await a.world.quit();
    await a.world.start();
    a.expectHistories();
    expect([...a.world.app.history.reviews()]).toHaveLength(4);
  });

  test.each([
    ['notes before logs', true],
    ['logs before notes', false],
  ])('of which one gets %s', async (_, isNotesFirst) => {
    const a = await Importer.open();
    await a.run();
    await a.world.app.flush();
    const b = await open(new MemoryNotes(), new MemoryLogFiles(), 7);
    const bringNotes = (): Promise<void> => b.world.save(Object.fromEntries(a.world.notes.texts));
    const bringLogs = async (): Promise<void> => {
      for (const [path, file] of [...a.world.logs.files].reverse()) {
        b.world.logs.files.set(path, file);
        b.world.app.touch(path);
        await b.world.app.settle();
      }
    };
    if (isNotesFirst) await bringNotes();
    await bringLogs();
    if (!isNotesFirst) await bringNotes();
    await b.world.pass(60_000);
    b.expectHistories();
    await b.world.quit();
    await b.world.start();
    b.expectHistories();
  });

  test('of which one answers a card before its history arrives', async () => {
    const a = await Importer.open();
    await a.run();
    await a.world.app.flush();
    const b = await open(new MemoryNotes(Object.fromEntries(a.world.notes.texts)), new MemoryLogFiles(), 7);
    b.world.answer('Where is the source?');
    for (const [path, file] of a.world.logs.files) {
      b.world.logs.files.set(path, file);
      b.world.app.touch(path);
    }
    await b.world.pass(60_000);
    expect(b.schedule('Where is the source?').reps).toBe(4);
    expect(b.world.app.linker.orphans()).toEqual([]);
  });

  test('the id of a history says which card of Anki it is', () => {
    expect(packageCardId(deviceOf(), ids[0] ?? 0)).toBe(`${deviceOf()}-${(ids[0] ?? 0).toString(36)}`);
  });
});
