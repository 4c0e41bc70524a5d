// A card keeps its history while its note is edited (edge cases 22–25), through the whole app.
import { describe, expect, test } from '@jest/globals';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { World } from '../world.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const tagged = '---\ntags: [flashcards]\n---\n';
const osmosis = '## Osmosis\nWater moves through a membrane towards the side with more solutes in it.\n';
const diffusion =
  '## Diffusion\nParticles spread from where they are many to where they are few, by chance alone.\n';
const cells = `${tagged}${osmosis}\n${diffusion}`;

async function reviewed(notes: Readonly<Record<string, string>> = { 'Cells.md': cells }): Promise<World> {
  const world = await World.open(notes);
  world.answer('Osmosis');
  return world;
}

describe('a card that was reviewed keeps its schedule when', () => {
  test('a typo in its answer is fixed', async () => {
    const world = await reviewed();
    await world.save({ 'Cells.md': cells.replace('towards', 'toward') });
    expect(world.reps('Osmosis')).toBe(1);
    expect(world.reps('Diffusion')).toBe(0);
  });

  test('its heading is reworded', async () => {
    const world = await reviewed();
    await world.save({ 'Cells.md': cells.replace('## Osmosis', '## What is osmosis?') });
    expect(world.reps('What is osmosis?')).toBe(1);
  });

  test('its section moves within the note', async () => {
    const world = await reviewed();
    await world.save({ 'Cells.md': `${tagged}${diffusion}\n${osmosis}` });
    expect(world.reps('Osmosis')).toBe(1);
  });

  test('its section is cut and pasted into another note, one save after the other', async () => {
    const world = await reviewed({
      'Cells.md': cells,
      'Water.md': `${tagged}Water is wet and everywhere.\n`,
    });
    await world.save({ 'Cells.md': `${tagged}${diffusion}` });
    expect(world.app.linker.orphans()).toHaveLength(1);
    await world.save({ 'Water.md': `${tagged}Water is wet and everywhere.\n\n${osmosis}` });
    expect(world.reps('Osmosis', 'Water.md')).toBe(1);
    expect(world.app.linker.orphans()).toHaveLength(0);
  });

  test('its note is renamed', async () => {
    const world = await reviewed();
    await world.rename('Cells.md', 'Biology/The cell.md');
    expect(world.reps('Osmosis', 'Biology/The cell.md')).toBe(1);
  });

  test('its note is moved and edited while the app is closed', async () => {
    const world = await reviewed();
    await world.quit();
    world.notes.texts.delete('Cells.md');
    world.notes.texts.set('Biology/Cell.md', cells.replace('towards', 'toward'));
    await world.start();
    expect(world.reps('Osmosis')).toBe(1);
  });

  test('the app is killed right after the answer, before anything is appended', async () => {
    const world = await World.open({ 'Cells.md': cells });
    const append = world.logs.append.bind(world.logs);
    world.logs.append = () => new Promise(() => undefined);
    world.answer('Osmosis');
    expect(world.logs.files.size).toBe(0);
    world.logs.append = append;
    await world.start();
    expect(world.reps('Osmosis')).toBe(1);
  });

  test('its note is edited many times in one session and the app restarts', async () => {
    const world = await reviewed();
    let text = cells;
    for (const word of ['pure', 'clean', 'cold', 'still', 'clear', 'new']) {
      text = text.replace('Water moves', `Water, ${word}, moves`);
      await world.save({ 'Cells.md': text });
    }
    await world.save({ 'Cells.md': text.replace('## Osmosis', '## The way of water') });
    await world.quit();
    await world.start();
    expect(world.reps('The way of water')).toBe(1);
  });
});

test('a note that loses its tag leaves review, and comes back unchanged', async () => {
  const world = await reviewed();
  const before = world.app.study.schedule(world.id('Osmosis'));
  await world.save({ 'Cells.md': cells.replace('[flashcards]', '[biology]') });
  expect(world.app.linker.notes.size).toBe(0);
  await world.save({ 'Other.md': `${tagged}${osmosis}` });
  expect(world.reps('Osmosis', 'Other.md')).toBe(0);
  await world.save({ 'Cells.md': cells });
  expect(world.app.study.schedule(world.id('Osmosis', 'Cells.md'))).toEqual(before);
});

const settingChanges: readonly (readonly [string, Partial<Settings['cards']>])[] = [
  ['the heading is put on the skip list', { skippedHeadings: ['osmosis'] }],
  ['another tag is watched', { tags: ['study'] }],
  ['every note is watched', { watch: 'all' }],
  ['no summary is read', { summaryKeys: [] }],
];

test.each(settingChanges)('no history is lost while %s', async (_, cards) => {
  const world = await reviewed({
    'Cells.md': `${cells}\n> [!note] Osmosis again\n> ${osmosis.split('\n')[1] ?? ''}\n`,
  });
  const before = world.app.study.schedule(world.id('Osmosis'));
  await world.app.useSettings({ ...defaultSettings, cards: { ...defaultSettings.cards, ...cards } });
  await world.quit();
  await world.start({ ...defaultSettings, cards: { ...defaultSettings.cards, ...cards } });
  await world.app.useSettings(defaultSettings);
  expect(world.app.study.schedule(world.id('Osmosis'))).toEqual(before);
});

test('a copy of a note starts as new; the original keeps its history', async () => {
  const world = await reviewed();
  await world.save({ 'A copy.md': cells });
  expect(world.reps('Osmosis', 'Cells.md')).toBe(1);
  expect(world.reps('Osmosis', 'A copy.md')).toBe(0);
});

test('a folder that is deleted and restored a month later gets every schedule back', async () => {
  const world = await reviewed({
    'Bio/Cells.md': cells,
    'Bio/Water.md': `${tagged}## Salt\nSodium chloride, in the sea.\n`,
  });
  world.answer('Salt', 4);
  await world.save({ 'Bio/Cells.md': null, 'Bio/Water.md': null });
  await world.quit();
  await world.start();
  await world.pass(30 * 86_400_000);
  await world.save({
    'Bio/Cells.md': cells,
    'Bio/Water.md': `${tagged}## Salt\nSodium chloride, in the sea.\n`,
  });
  expect([world.reps('Osmosis'), world.reps('Salt')]).toEqual([1, 1]);
});

test('two devices that review the same card before they sync end up with one history', async () => {
  const world = await reviewed();
  await world.app.flush();
  const other = new World(world.notes, world.logs, 99);
  other.logs.files.clear();
  await other.start();
  other.now += 60_000;
  other.answer('Osmosis', 2);
  await other.app.flush();
  for (const path of other.logs.files.keys()) await world.app.history.absorb(path);
  await world.app.settle();
  expect(world.reps('Osmosis')).toBe(2);
});

test('a note that cannot be read keeps its cards and is reported', async () => {
  const world = await reviewed();
  world.notes.broken.add('Cells.md');
  await world.save({ 'Cells.md': cells });
  expect(world.reps('Osmosis')).toBe(1);
  expect(world.app.library.problems().map(({ path, message }) => `${path}: ${inEnglish(message)}`)).toEqual([
    "Cells.md: The note can't be read: the disk says no",
  ]);
});

test('with the option on, a block id identifies a card whatever happens to its text', async () => {
  const settings = { ...defaultSettings, cards: { ...defaultSettings.cards, blockIds: true } };
  const world = await World.open(
    { 'Cells.md': `${tagged}## Osmosis\nWater moves through a membrane. ^os1\n` },
    settings,
  );
  world.answer('Osmosis');
  await world.save({
    'Cells.md': `${tagged}## Diffusion\nParticles.\n\n## Tonicity\nNothing of it is left. ^os1\n`,
  });
  expect([world.reps('Tonicity'), world.reps('Diffusion')]).toEqual([1, 0]);
});
