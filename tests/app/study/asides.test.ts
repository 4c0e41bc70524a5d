// Cards that are set aside: listed, not asked, unless their person wishes so.
import { describe, expect, test } from '@jest/globals';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { noteFigures } from '../../../src/app/statistics/note-statistics.ts';
import { DAY, World } from '../world.ts';
import { ownOptions } from '../../core/study/decks/own-options.ts';

const head = '---\ntags: flashcards/ml\n---\n';
const paper = `${head}## Abstract\nWe learn on sets of points.\n## Pooling\nThe maximum is symmetric.\n`;
const vault = { 'PointNet.md': paper };
const all = { kind: 'all' } as const;

const asked = (world: World): readonly string[] =>
  world.app.study.queue({ scope: all }).new.map(({ id }) => world.app.card(id)?.card.question ?? '');

const isAside = (world: World, question: string): boolean => {
  const tracked = world.app.card(world.id(question));
  return tracked !== null && world.app.study.isAside(tracked);
};

describe('a card that is set aside', () => {
  test('is in the vault, and in no queue and no count', async () => {
    const world = await World.open(vault);
    expect(isAside(world, 'Abstract')).toBe(true);
    expect(asked(world)).toEqual(['Pooling']);
    expect(world.app.study.counts({ scope: all }).new).toBe(1);
    expect(world.app.study.decks().children[0]?.total.new).toBe(1);
    expect(noteFigures(world.app, 'PointNet.md')?.new).toBe(1);
  });

  test('is not asked where its note is studied or practiced', async () => {
    const world = await World.open(vault);
    const scope = { kind: 'note', note: 'PointNet.md' } as const;
    expect(world.app.study.queue({ scope }).new).toHaveLength(1);
    expect(world.app.study.queue({ scope, practice: true }).due).toHaveLength(1);
    expect(world.app.study.rest(scope).new).toHaveLength(0);
  });

  test('is asked by a search that finds nothing else, and by no other', async () => {
    const world = await World.open(vault);
    const search = (...questions: readonly string[]) =>
      ({ kind: 'search', cards: new Set(questions.map((question) => world.id(question))) }) as const;
    const { study } = world.app;
    expect(study.queue({ scope: search('Abstract') }).new).toHaveLength(1);
    expect(study.counts({ scope: search('Abstract') }).new).toBe(1);
    expect(study.queue({ scope: search('Abstract'), practice: true }).due).toHaveLength(1);
    expect(study.queue({ scope: search('Abstract', 'Pooling') }).new).toHaveLength(1);
    expect(study.queue({ scope: search('Abstract'), ahead: 1 }).new).toHaveLength(0);
    world.answer('Abstract', 3);
    expect(isAside(world, 'Abstract')).toBe(false);
  });

  test('is asked from the moment the user says so, also after a restart', async () => {
    const world = await World.open(vault);
    world.app.mark([world.id('Abstract')], 'ask', true);
    expect(asked(world)).toEqual(['Abstract', 'Pooling']);
    expect(world.app.study.counts({ scope: all }).new).toBe(2);
    await world.quit();
    await world.start();
    expect(asked(world)).toEqual(['Abstract', 'Pooling']);
  });

  test('is set aside again by an undo', async () => {
    const world = await World.open(vault);
    world.app.mark([world.id('Abstract')], 'ask', true);
    world.app.undo();
    expect(asked(world)).toEqual(['Pooling']);
    expect(world.app.study.counts({ scope: all }).new).toBe(1);
  });

  test('stays due once it was reviewed', async () => {
    const before = paper.replace('Abstract', 'Summary of it');
    const world = await World.open({ 'PointNet.md': before });
    world.answer('Summary of it', 4);
    await world.save(vault);
    expect(world.reps('Abstract')).toBe(1);
    expect(isAside(world, 'Abstract')).toBe(false);
    world.now += 60 * DAY;
    expect(world.app.study.counts({ scope: all }).due).toBe(1);
  });

  test('is new and set aside once more after a reset', async () => {
    const world = await World.open(vault);
    const id = world.id('Abstract');
    world.app.mark([id], 'ask', true);
    world.answer('Abstract', 4);
    world.app.mark([id], 'ask', false);
    expect(isAside(world, 'Abstract')).toBe(false);
    world.app.mark([id], 'reset', true);
    expect(isAside(world, 'Abstract')).toBe(true);
  });

  test.each<[string, Partial<Settings>]>([
    ['of all decks', { study: { ...defaultSettings.study, asides: 'asked' } }],
    ['of its deck', { decks: ownOptions({ deck: 'ml', asides: 'asked' }) }],
  ])('is asked by a setting %s', async (_, settings) => {
    const world = await World.open(vault, { ...defaultSettings, ...settings });
    expect(asked(world)).toEqual(['Pooling', 'Abstract']);
    await world.app.useSettings(defaultSettings);
    expect(asked(world)).toEqual(['Pooling']);
  });

  test('stays set aside when the index is read from its cache', async () => {
    const world = await World.open(vault);
    await world.quit();
    await world.start();
    expect(asked(world)).toEqual(['Pooling']);
    expect(world.app.study.counts({ scope: all }).new).toBe(1);
  });
});
