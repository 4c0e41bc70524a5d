// A review that is asked for before the notes are read.
import { expect, test } from '@jest/globals';
import type { Scope } from '../../../src/core/study/scope.ts';
import { whenRead } from '../../../src/ui/review/when-read.ts';
import { World } from '../../app/world.ts';

const note = (name: string) =>
  `---\ntags: flashcards\n---\n## What is ${name}?\n${name} is a drink that many people like.\n`;
const notes = { 'Tea.md': note('tea'), 'Coffee.md': note('coffee') };
const all: Scope = { kind: 'all' };

/** Counts how often a review of a scope would have been started. */
function ask(world: World, scope: Scope): { readonly starts: () => number; readonly callOff: () => void } {
  let starts = 0;
  const callOff = whenRead(world.app, { scope }, () => (starts += 1));
  return { starts: () => starts, callOff };
}

test('starts at once if the notes are read, even with nothing to do', async () => {
  const world = await World.open({});
  expect(ask(world, all).starts()).toBe(1);
});

test.each([
  ['nothing was reviewed yet', false],
  ['there is a history', true],
])('starts once, when the notes are read, if %s', async (_name, isReviewed) => {
  const world = await World.open(notes);
  if (isReviewed) world.answer('What is tea?');
  await world.quit();
  await world.begin();
  const review = ask(world, all);
  expect(review.starts()).toBe(0);
  await world.app.index();
  expect(review.starts()).toBe(1);
  await world.save({ 'Tea.md': note('green tea') });
  expect(review.starts()).toBe(1);
  expect(world.review(all).session.current).not.toBeNull();
});

test('with a history, waits for every note, or only for the requested note', async () => {
  const world = await World.open(notes);
  world.answer('What is tea?');
  await world.quit();
  await world.begin();
  const [everything, coffee] = [ask(world, all), ask(world, { kind: 'note', note: 'Coffee.md' })];
  world.app.touch('Coffee.md');
  await world.app.settle();
  expect([everything.starts(), coffee.starts()]).toEqual([0, 1]);
  await world.app.index();
  expect([everything.starts(), coffee.starts()]).toEqual([1, 1]);
});

test('starts nothing after it was canceled', async () => {
  const world = await World.open(notes);
  await world.begin();
  const review = ask(world, all);
  review.callOff();
  await world.app.index();
  expect(review.starts()).toBe(0);
});
