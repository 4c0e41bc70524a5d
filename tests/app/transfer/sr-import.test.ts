// Schedules of another plugin, from the notes of a vault into its log.
import { describe, expect, test } from '@jest/globals';
import { SrDetector } from '../../../src/app/transfer/sr-detector.ts';
import { SrImport, type Watch } from '../../../src/app/transfer/sr-import.ts';
import type { SrFound } from '../../../src/core/import/sr-match.ts';
import { MemoryLocalStore } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { World } from '../world.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const tagged = (body: string): string => `---\ntags: [flashcards]\n---\n${body}`;
const riffle = tagged('Riffle::A shallow stretch\n<!--SR:!2027-03-01,100,250-->\n');
/** Two and a half batches. */
const long = tagged(
  Array.from({ length: 250 }, (_, n) => `Term ${String(n)}::Its text\n<!--SR:!2027-03-01,100,250-->\n`).join(
    '\n',
  ),
);
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
  const run = (found: SrFound, watch: Partial<Watch> = {}) => schedules.run(found, { ...never, ...watch });
  return { world, app: world.app, schedules, find, run };
}

describe('the import of schedules', () => {
  test('gives the card the due date of its comment', async () => {
    const { app, find, run } = await openWorld({ 'Rivers.md': riffle });
    await run(await find());
    const [card] = app.linker.notes.get('Rivers.md') ?? [];
    expect(app.study.schedule(card?.id ?? '')).toMatchObject({
      state: 'review',
      dueDay: Date.UTC(2027, 2, 1) / 86_400_000,
    });
  });

  test('is one action: one undo reverts all of it', async () => {
    const other = riffle.replace('Riffle', 'Rapid');
    const { app, find, run } = await openWorld({ 'A.md': riffle, 'B.md': other });
    await run(await find());
    app.undo();
    expect([...app.history.cards.values()].filter(({ memory }) => memory)).toEqual([]);
  });

  test('twice counts once', async () => {
    const { find, run } = await openWorld({ 'Rivers.md': riffle });
    await run(await find());
    expect(await run(await find())).toEqual({ imported: 0, known: 1, reviewed: 0, isStopped: false });
  });

  test('reports its progress, batch by batch', async () => {
    const { find, run } = await openWorld({ 'Long.md': long });
    const told: string[] = [];
    await run(await find(), { progress: ({ done, of }) => told.push(`${String(done)}/${String(of)}`) });
    expect(told).toEqual(['100/250', '200/250', '250/250']);
  });

  test('that is stopped keeps what it has, and the next one continues there without duplicates', async () => {
    const { app, find, run } = await openWorld({ 'Long.md': long });
    expect(await run(await find(), { isCancelled: () => true })).toEqual({
      imported: 100,
      known: 0,
      reviewed: 0,
      isStopped: true,
    });
    const first = app.history.cards.size;
    expect(await run(await find())).toEqual({ imported: 150, known: 100, reviewed: 0, isStopped: false });
    const memories = [...app.history.cards.values()].flatMap(({ memory }) => memory?.key ?? []);
    expect([first, memories.length, new Set(memories).size]).toEqual([100, 250, 250]);
  });

  test('of many batches is one action, too', async () => {
    const { app, find, run } = await openWorld({ 'Long.md': long });
    await run(await find());
    app.undo();
    expect([...app.history.cards.values()].filter(({ memory }) => memory)).toEqual([]);
  });

  test('stops where the log cannot be written, and says so', async () => {
    const { world, find, run } = await openWorld({ 'Long.md': long });
    world.logs.append = () => Promise.reject(new Error('read-only'));
    expect(await run(await find())).toMatchObject({ imported: 100, isStopped: true });
  });

  test('plans cards that were reviewed here as a start would, once all batches are in', async () => {
    const { world, find, run } = await openWorld({
      'Long.md': long,
      'Here.md': tagged('## Delta\nA fan of silt\n'),
    });
    world.answer('Delta', 4);
    await run(await find());
    const planned = () =>
      [...world.app.linker.notes.values()].flat().map(({ id }) => world.app.study.schedule(id));
    const before = planned();
    await world.quit();
    await world.start();
    expect(before).toEqual(planned());
  });

  test('finds the schedules of a note that is not watched, and says why they belong to no card', async () => {
    const { find } = await openWorld({ 'Loose.md': 'Q::A\n<!--SR:!2027-03-01,100,250-->\n' });
    expect((await find()).unmatched.map((one) => ({ ...one, reason: inEnglish(one.reason) }))).toEqual([
      { note: 'Loose.md', line: 2, reason: "The note isn't tagged for flashcards." },
    ]);
  });

  test('leaves out a card whose note was edited since it was read, and says so', async () => {
    const { world, app, schedules, find } = await openWorld({ 'Rivers.md': riffle });
    const found = await find();
    world.notes.texts.set('Rivers.md', riffle.replace('shallow', 'deep'));
    app.touch('Rivers.md');
    await app.settle();
    const { plan, outdated } = await schedules.plan(found);
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

  test('is shown once per device', async () => {
    const store = new MemoryLocalStore();
    const files = await read(riffle);
    expect([files.takeOffer(store, []), files.takeOffer(store, [])]).toEqual([true, false]);
  });

  test('is not shown without a schedule in the notes that were read', async () => {
    expect((await read(tagged('Riffle::A shallow stretch\n'))).takeOffer(new MemoryLocalStore(), [])).toBe(
      false,
    );
  });

  test('is not shown if schedules were imported before', async () => {
    const { app, find, run } = await openWorld({ 'Rivers.md': riffle });
    await run(await find());
    expect((await read(riffle)).takeOffer(new MemoryLocalStore(), histories(app))).toBe(false);
  });
});
