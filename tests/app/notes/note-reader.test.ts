// Notes whose cards were just found are not searched for cards again.
import { expect, test } from '@jest/globals';
import { NoteReader } from '../../../src/app/notes/note-reader.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';

const text = (question: string) => `---\ntags: flashcards\n---\n## ${question}\nThe answer to it.\n`;
const questions = (note: Awaited<ReturnType<NoteReader['read']>>) => note?.cards.map((card) => card.question);

test('the cards of a text are found once', async () => {
  const reader = new NoteReader(new MemoryNotes({ 'A.md': text('One?'), 'B.md': text('Two?') }));
  const first = await reader.read('A.md', defaultCardOptions);
  await reader.read('B.md', defaultCardOptions);
  expect(await reader.read('A.md', defaultCardOptions)).toBe(first);
  expect([...(first?.byId().values() ?? [])].map(({ question }) => question)).toEqual(['One?']);
});

test('another text, or other options, give other cards', async () => {
  const notes = new MemoryNotes({ 'A.md': text('One?') });
  const reader = new NoteReader(notes);
  await reader.read('A.md', defaultCardOptions);
  notes.texts.set('A.md', text('Two?'));
  expect(questions(await reader.read('A.md', defaultCardOptions))).toEqual(['Two?']);
  const none = { ...defaultCardOptions, tags: ['other'] };
  expect(questions(await reader.read('A.md', none))).toEqual([]);
  notes.texts.delete('A.md');
  expect(await reader.read('A.md', none)).toBeNull();
});

test('few notes are kept, and no giant ones', async () => {
  const names = Array.from({ length: 17 }, (_, nth) => `${nth}.md`);
  const notes = new MemoryNotes({
    ...Object.fromEntries(names.map((name) => [name, text(name)])),
    'Giant.md': text('x'.repeat(250_000)),
  });
  const reader = new NoteReader(notes);
  const giant = await reader.read('Giant.md', defaultCardOptions);
  expect(await reader.read('Giant.md', defaultCardOptions)).not.toBe(giant);
  const first = await reader.read('0.md', defaultCardOptions);
  for (const name of names) await reader.read(name, defaultCardOptions);
  expect(await reader.read('0.md', defaultCardOptions)).not.toBe(first);
});
