// Cards that are where their histories say are found in slices, and as the log says in the end.
import { expect, test } from '@jest/globals';
import { unmovedCards } from '../../../../src/app/cards/kept/unmoved.ts';
import type { SnapshotKey } from '../../../../src/core/history/event.ts';
import { World } from '../../world.ts';

test('what the log says meanwhile counts', async () => {
  const world = await World.open({
    'A.md': '---\ntags: flashcards\n---\n## One\nFirst.\n\n## Two\nSecond.\n',
  });
  const note = world.app.library.notes.get('A.md');
  if (!note) throw new Error('there is no note');
  const keys = new Map<string, SnapshotKey>();
  for (const [
    at,
    {
      source,
      kept: { questionHash, answerHash },
    },
  ] of note.cards.entries())
    keys.set(['one', 'two'][at] ?? '', { path: 'A.md', source, questionHash, answerHash });
  const log = { changes: 0 };
  let ids = ['one'];
  let now = 0;
  const found = await unmovedCards(
    {
      stat: () => null,
      lostState: () => '',
      snapshot: (id) => keys.get(id) ?? null,
      historyIds: () => ids,
      joinedIds: () => [],
      // Each step is a slice of its own, and between two of them a history arrives.
      clock: { now: () => (now += 100), zone: () => 0 },
      after: (_, run) => {
        if (log.changes === 0) ids = ['one', 'two'];
        log.changes = 1;
        setImmediate(run);
        return () => undefined;
      },
    },
    [{ path: 'A.md', before: null, after: note }],
    null,
    log,
  );
  expect([...(found?.cards.values() ?? [])]).toEqual(['one', 'two']);
});
