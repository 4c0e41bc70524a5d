// Renames that change no letter, or only how letters are stored: what a file system or a sync may do unasked.
import { expect, test } from '@jest/globals';
import { DAY, World } from '../world.ts';

const text =
  '---\ntags: flashcards\n---\n## What is it?\nA drink of leaves in hot water, from China.\n\n## Who drank it first?\nAn emperor, as the legend has it.\n';

test.each([
  ['case alone', 'Notes/Tea.md', 'Notes/tea.md'],
  ['the case of its folder alone', 'Notes/Tea.md', 'notes/Tea.md'],
  ['composed letters to taken apart', 'Notes/Thé.md'.normalize('NFC'), 'Notes/Thé.md'.normalize('NFD')],
  ['letters taken apart to composed', 'Notes/Thé.md'.normalize('NFD'), 'Notes/Thé.md'.normalize('NFC')],
  ['Latin letters to right-to-left ones and emoji', 'Notes/Tea.md', 'Notes/שלום 🫖.md'],
])(
  'a card keeps its history when its note is renamed by %s, reported as a rename',
  async (_name, from, to) => {
    const world = await World.open({ [from]: text });
    const id = world.id('What is it?');
    world.answer('What is it?');
    await world.rename(from, to);
    expect(world.id('What is it?', to)).toBe(id);
    expect(world.reps('What is it?', to)).toBe(1);
  },
);

test.each([
  ['case alone', 'Notes/Tea.md', 'Notes/tea.md'],
  ['the way its letters are stored', 'Notes/Thé.md'.normalize('NFC'), 'Notes/Thé.md'.normalize('NFD')],
])(
  'a card keeps its history when its note was renamed by %s while the app was closed',
  async (_name, from, to) => {
    const world = await World.open({ [from]: text });
    const id = world.id('What is it?');
    world.answer('What is it?');
    await world.quit();
    world.notes.texts.delete(from);
    world.notes.texts.set(to, text);
    await world.start();
    expect(world.id('What is it?', to)).toBe(id);
    expect(world.reps('What is it?', to)).toBe(1);
  },
);

test.each([
  ['case alone', 'Notes/Tea.md', 'Notes/tea.md'],
  ['the case of its folder alone', 'Notes/Tea.md', 'notes/Tea.md'],
])('a card too short to be recognized elsewhere keeps its history through %s', async (_name, from, to) => {
  const short = '---\ntags: flashcards\n---\n## Tea?\nHot.\n';
  const world = await World.open({ [from]: short });
  const id = world.id('Tea?');
  world.answer('Tea?');
  await world.quit();
  world.notes.texts.delete(from);
  world.notes.texts.set(to, short.replace('Hot.', 'Hot!'));
  await world.start();
  expect(world.id('Tea?', to)).toBe(id);
  expect(world.reps('Tea?', to)).toBe(1);
});

test('a note takes nothing from another whose name differs only in case', async () => {
  const short = '---\ntags: flashcards\n---\n## Tea?\nHot.\n';
  const world = await World.open({ 'Notes/Tea.md': short });
  const id = world.id('Tea?');
  world.answer('Tea?');
  await world.save({ 'Notes/tea.md': short });
  expect(world.id('Tea?', 'Notes/Tea.md')).toBe(id);
  expect(world.reps('Tea?', 'Notes/tea.md')).toBe(0);
});

test.each([
  ['one that was reviewed', ['What is it?']],
  ['none that was reviewed', []],
])('a review continues when the note on screen, with %s, is renamed', async (_name, answered) => {
  const world = await World.open({ 'Notes/Tea.md': text });
  for (const question of answered) world.answer(question);
  await world.pass(DAY);
  const review = world.review({ kind: 'note', note: 'Notes/Tea.md' });
  const asked = review.session.current?.card.line;
  await world.rename('Notes/Tea.md', 'Drinks/Tea.md');
  expect(review.session.current?.card).toMatchObject({ note: 'Drinks/Tea.md', line: asked });
  review.dispatch({ kind: 'reveal' });
  review.dispatch({ kind: 'grade', grade: 3 });
  expect(world.app.study.schedule(review.session.current?.card.id ?? '').reps).toBe(0);
  const reps = ['What is it?', 'Who drank it first?'].map((question) => world.reps(question));
  expect(reps.reduce((sum, one) => sum + one)).toBe(answered.length + 1);
});
