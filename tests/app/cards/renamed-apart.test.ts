// A note is renamed on one device before any of its cards was answered, and both devices answer one before they sync.
import { expect, test } from '@jest/globals';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { World } from '../world.ts';

const cobalt = 'What is cobalt?';
const text = `---\ntags: flashcards\n---\n## What is amber?\nAmber is hardened resin.\n\n## ${cobalt}\nCobalt is a metal, named after goblins.\n`;

async function two(notes: Readonly<Record<string, string>>): Promise<readonly [World, World]> {
  const worlds = [1, 2].map((seed) => new World(new MemoryNotes(notes), new MemoryLogFiles(), seed));
  for (const world of worlds) await world.start();
  const [a, b] = worlds;
  if (!a || !b) throw new Error('there are two');
  b.now += 60_000;
  return [a, b];
}

/** Carries the logs of each to the other, until nothing is new. */
async function logs(a: World, b: World): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const world of [a, b]) {
      await world.app.flush();
      await world.app.settle();
    }
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = `/log-${from.app.history.device}-`;
      for (const [path, file] of from.logs.files) {
        if (!path.includes(own) || to.logs.files.get(path)?.text === file.text) continue;
        to.logs.files.set(path, { ...file });
        to.app.touch(path);
      }
      for (let turn = 0; turn < 5; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        await to.app.settle();
      }
    }
  }
}

const seen = (world: World, question = cobalt) => ({
  reps: [...world.app.linker.notes.values()]
    .flat()
    .filter(({ card }) => card.question === question)
    .map(({ id }) => world.app.study.schedule(id).reps)
    .sort(),
  orphans: world.app.linker.orphans().length,
});

type Step = 'logs' | Readonly<Record<string, string | null>>;
const orders: readonly (readonly [string, readonly Step[]])[] = [
  ['the notes, then the logs', [{ 'N.md': null }, { 'M.md': text }, 'logs']],
  ['all notes at once, then the logs', [{ 'N.md': null, 'M.md': text }, 'logs']],
  ['the logs, then the notes', ['logs', { 'N.md': null }, { 'M.md': text }]],
  ['the logs, then all notes at once', ['logs', { 'N.md': null, 'M.md': text }]],
  ['the logs, then the new note before the old one goes', ['logs', { 'M.md': text }, { 'N.md': null }]],
  ['the new note, the logs, then the old one goes', [{ 'M.md': text }, 'logs', { 'N.md': null }]],
  ['the old one goes, the logs, then the new note', [{ 'N.md': null }, 'logs', { 'M.md': text }]],
];

test.each(orders)(
  'a note renamed on one device and answered on both is one card: %s',
  async (_name, steps) => {
    const [a, b] = await two({ 'N.md': text });
    await a.rename('N.md', 'M.md');
    a.answer(cobalt);
    b.answer(cobalt);
    for (const step of steps) await (step === 'logs' ? logs(a, b) : b.save(step));
    await logs(a, b);
    expect([seen(a), seen(b)]).toEqual([
      { reps: [2], orphans: 0 },
      { reps: [2], orphans: 0 },
    ]);
    for (const world of [a, b]) await world.start();
    expect([seen(a), seen(b)]).toEqual([
      { reps: [2], orphans: 0 },
      { reps: [2], orphans: 0 },
    ]);
  },
);

test('a copy answered elsewhere is not joined while its original is there', async () => {
  const [a, b] = await two({ 'N.md': text });
  b.answer(cobalt);
  await a.save({ 'M.md': text });
  a.answer(cobalt, 3, 'M.md');
  await logs(a, b);
  await b.save({ 'M.md': text });
  await logs(a, b);
  expect([seen(a), seen(b)]).toEqual([
    { reps: [1, 1], orphans: 0 },
    { reps: [1, 1], orphans: 0 },
  ]);
});

test('a copy is not joined while its original is there, with its tag removed', async () => {
  const [a, b] = await two({ 'N.md': text });
  b.answer(cobalt);
  await a.save({ 'M.md': text });
  a.answer(cobalt, 3, 'M.md');
  const untagged = text.replace('tags: flashcards', 'tags: others');
  await b.save({ 'M.md': text });
  await logs(a, b);
  for (const world of [a, b]) await world.save({ 'N.md': untagged });
  await logs(a, b);
  expect([seen(a), seen(b)]).toEqual([
    { reps: [1], orphans: 1 },
    { reps: [1], orphans: 1 },
  ]);
});

test('a copy that the same device answered beside its original is not joined when the original is deleted', async () => {
  const world = await World.open({ 'N.md': text, 'M.md': text });
  world.answer(cobalt, 3, 'N.md');
  world.answer(cobalt, 3, 'M.md');
  await world.save({ 'N.md': null });
  await world.start();
  expect(seen(world)).toEqual({ reps: [1], orphans: 1 });
});

test('a short card under another heading is not joined', async () => {
  const short = (heading: string) => `---\ntags: flashcards\n---\n# ${heading}\n\n## Tea?\nHot.\n`;
  const [a, b] = await two({ 'N.md': short('Drinks') });
  b.answer('Tea?');
  await a.save({ 'N.md': null, 'M.md': short('Plants') });
  a.answer('Tea?');
  await logs(a, b);
  await b.save({ 'N.md': null });
  await b.save({ 'M.md': short('Plants') });
  await logs(a, b);
  expect([seen(a, 'Tea?'), seen(b, 'Tea?')]).toEqual([
    { reps: [1], orphans: 1 },
    { reps: [1], orphans: 1 },
  ]);
});
