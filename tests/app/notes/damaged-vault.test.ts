// A vault of damaged notes and logs: the app opens, what is sound is there, and a review of any of it is kept.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { damagedNote } from '../../core/card/damaged-note.ts';
import { damagedLog } from '../../core/history/damaged-log.ts';
import { encodeHeader } from '../../../src/core/history/log-format.ts';
import { World } from '../world.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const header = encodeHeader({ device: 'dev0', nonce: 'abcd', min: 1 });

async function holds(texts: readonly string[], logs: readonly (readonly string[])[]): Promise<void> {
  const damaged = texts.map((text, n): [string, string] => [
    `Damaged ${n}.md`,
    `---\ntags: flashcards\n---\n${text}`,
  ]);
  const notes = {
    'Sound.md': '---\ntags: flashcards\n---\n## Sound\nThe answer.\n',
    ...Object.fromEntries(damaged),
  };
  const files = new MemoryLogFiles();
  for (const [n, lines] of logs.entries()) {
    await files.append(`Flashcards/log/dev${n}/log-dev${n}-2026-11.md`, [header, ...lines].join('\n'));
  }
  const world = new World(new MemoryNotes(notes), files);
  await world.start();
  for (const { path, line, message } of [...world.app.history.problems(), ...world.app.library.problems()]) {
    expect([path in notes || files.files.has(path), line >= 1, inEnglish(message) !== '']).toEqual([
      true,
      true,
      true,
    ]);
  }
  world.answer('Sound', 4);
  // And whatever else comes first.
  const review = world.review({ kind: 'all' });
  const answered = review.session.current?.card.id;
  if (answered !== undefined) {
    review.dispatch({ kind: 'reveal' });
    review.dispatch({ kind: 'grade', grade: 4 });
  }
  world.app.endReview(review);
  const seen = () => ({
    sound: world.reps('Sound', 'Sound.md'),
    other: answered === undefined ? 0 : world.app.study.schedule(answered).reps,
    cards: Object.fromEntries(
      [...world.app.linker.notes].map(([path, cards]) => [path, cards.map(({ id }) => id)]),
    ),
    histories: [...world.app.history.cards.keys()].sort(),
  });
  const before = seen();
  expect(before.sound).toBe(1);
  await world.start();
  expect(seen()).toEqual(before);
}

test('damaged notes and logs break nothing, and change nothing at the next start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(damagedNote, { maxLength: 3 }),
      fc.array(
        damagedLog.map(({ lines }) => lines),
        { maxLength: 2 },
      ),
      holds,
    ),
    { numRuns: runs(200, 20) },
  );
}, 900_000);

test('a card below a heading of 20,000 characters can be reviewed, and is logged once', async () => {
  const world = await World.open({
    'A.md': `---\ntags: flashcards\n---\n# ${'long '.repeat(4000)}\n## Below\nThe answer.\n`,
  });
  world.answer('Below', 4);
  for (let starts = 0; starts < 2; starts += 1) {
    await world.quit();
    await world.start();
  }
  const log = [...world.logs.files.values()].map(({ text }) => text).join('');
  expect([world.reps('Below'), log.match(/"k":"c"/g)?.length]).toEqual([1, 1]);
});
