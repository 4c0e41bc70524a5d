// Schedules of another plugin, from the notes of a vault into its log.
import { describe, expect, test } from '@jest/globals';
import { SrDetector } from '../../../src/app/transfer/sr-detector.ts';
import { SrImport } from '../../../src/app/transfer/sr-import.ts';
import type { SrFound } from '../../../src/core/import/sr-match.ts';
import { MemoryLocalStore } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { World } from '../world.ts';

const tagged = (body: string): string => `---\ntags: [flashcards]\n---\n${body}`;
const riffle = tagged('Riffle::A shallow stretch\n<!--SR:!2027-03-01,100,250-->\n');
const never = { progress: () => undefined, isCancelled: () => false };

async function openWorld(notes: Readonly<Record<string, string>>) {
  const world = await World.open(notes);
  await world.app.index();
  const clock = { now: () => world.now, zone: () => 0 };
  const after = (_ms: number, run: () => void) => {
    setImmediate(run);
    return () => undefined;
  };
  const schedules = new SrImport({ files: world.notes, clock, after }, world.app);
  const find = async (): Promise<SrFound> => {
    const found = await schedules.find(never);
    if (!found) throw new Error('cancelled');
    return found;
  };
  return { world, app: world.app, schedules, find };
}

describe('the import of schedules', () => {
  test('gives the card the due date of its comment', async () => {
    const { app, schedules, find } = await openWorld({ 'Rivers.md': riffle });
    schedules.run(await find());
    const [card] = app.linker.notes.get('Rivers.md') ?? [];
    expect(app.study.schedule(card?.id ?? '')).toMatchObject({
      state: 'review',
      dueDay: Date.UTC(2027, 2, 1) / 86_400_000,
    });
  });

  test('is one action: one undo takes all of it back', async () => {
    const other = riffle.replace('Riffle', 'Rapid');
    const { app, schedules, find } = await openWorld({ 'A.md': riffle, 'B.md': other });
    schedules.run(await find());
    app.undo();
    expect([...app.history.cards.values()].filter(({ memory }) => memory)).toEqual([]);
  });

  test('twice is once', async () => {
    const { schedules, find } = await openWorld({ 'Rivers.md': riffle });
    schedules.run(await find());
    expect(schedules.run(await find())).toMatchObject({ events: [], imported: 0, known: 1 });
  });

  test('finds the schedules of a note that is not watched, and says why they belong to no card', async () => {
    const { find } = await openWorld({ 'Loose.md': 'Q::A\n<!--SR:!2027-03-01,100,250-->\n' });
    expect((await find()).unmatched).toEqual([
      { note: 'Loose.md', line: 2, reason: 'The note has no tag of a watched note.' },
    ]);
  });

  test('leaves out a card whose note was edited since it was read, and says so', async () => {
    const { world, app, schedules, find } = await openWorld({ 'Rivers.md': riffle });
    const found = await find();
    world.notes.texts.set('Rivers.md', riffle.replace('shallow', 'deep'));
    app.touch('Rivers.md');
    await app.settle();
    const { plan, outdated } = schedules.plan(found);
    expect([plan.imported, outdated.map(({ note, line }) => `${note}:${String(line)}`)]).toEqual([
      0,
      ['Rivers.md:5'],
    ]);
  });
});

describe('the offer', () => {
  const histories = (app: World['app']) => app.history.cards.values();

  async function read(text: string): Promise<SrDetector> {
    const files = new SrDetector(new MemoryNotes({ 'A.md': text }));
    await files.read('A.md');
    return files;
  }

  test('comes once on a device', async () => {
    const store = new MemoryLocalStore();
    const files = await read(riffle);
    expect([files.takeOffer(store, []), files.takeOffer(store, [])]).toEqual([true, false]);
  });

  test('does not come without a schedule in the notes that were read', async () => {
    expect((await read(tagged('Riffle::A shallow stretch\n'))).takeOffer(new MemoryLocalStore(), [])).toBe(
      false,
    );
  });

  test('does not come where schedules were imported before', async () => {
    const { app, schedules, find } = await openWorld({ 'Rivers.md': riffle });
    schedules.run(await find());
    expect((await read(riffle)).takeOffer(new MemoryLocalStore(), histories(app))).toBe(false);
  });
});
