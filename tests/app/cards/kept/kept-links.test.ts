// A start that takes over what an earlier one found out about cards cannot be told from one that finds it out anew.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TrackedCard } from '../../../../src/app/cards/card-registry.ts';
import { encodeEvent } from '../../../../src/core/history/log-format.ts';
import { snapshotOf } from '../../../../src/core/identity/fingerprint/fingerprint.ts';
import { defaultSettings, type Settings } from '../../../../src/core/settings.ts';
import { expectAlike } from '../../../alike.ts';
import { MemoryNotes } from '../../../contract/memory-notes.ts';
import { fileOf, review, seen } from '../../../core/history/events.ts';
import { runs } from '../../../random.ts';
import { DAY, World } from '../../world.ts';
import { ownOptions } from '../../../core/study/decks/own-options.ts';

/** Texts that share some of their cards, and cards with siblings. */
const parts = [
  '## River\nWater that flows to the sea.\n',
  '## River\nWater that flows to the sea, or to a lake.\n',
  '## Delta\nLand at the mouth of a river.\n',
  'The ==Nile== flows through ==Egypt== to the sea.\n',
  'The ==Nile== flows through ==Egypt== and ==Sudan== to the sea.\n',
  'Capital of Norway :: Oslo\n',
  'Capital of Norway ::: Oslo\n',
  '## Rain\n## Results\nThe river rose after three days of it.\n',
];

const noteOf = (texts: readonly string[], deck: string): string =>
  `---\ntags: flashcards${deck}\n---\n${texts.join('\n')}`;

type Step =
  | { readonly kind: 'save'; readonly note: number; readonly parts: readonly number[]; readonly deck: string }
  | { readonly kind: 'delete' | 'move'; readonly note: number; readonly to: number }
  | { readonly kind: 'answer'; readonly card: number; readonly grade: number }
  | { readonly kind: 'mark'; readonly card: number; readonly field: string }
  | { readonly kind: 'undo' | 'keepOld' }
  /** By another device, while the app is closed. */
  | {
      readonly kind: 'synced';
      readonly note: number;
      readonly parts: readonly number[];
      readonly deck: string;
    }
  | { readonly kind: 'answered'; readonly card: number; readonly grade: number }
  | { readonly kind: 'pass'; readonly days: number };

const note = fc.nat(2);
const someParts = fc.uniqueArray(fc.nat(parts.length - 1), { minLength: 1, maxLength: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('save' as const, 'synced' as const),
      note,
      parts: someParts,
      deck: fc.constantFrom('', '/a', '/b'),
    }),
  },
  fc.record({ kind: fc.constantFrom('delete' as const, 'move' as const), note, to: note }),
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('answer' as const, 'answer' as const, 'answered' as const),
      card: fc.nat(30),
      grade: fc.integer({ min: 1, max: 4 }),
    }),
  },
  fc.record({
    kind: fc.constant('mark' as const),
    card: fc.nat(30),
    field: fc.constantFrom('suspended', 'reset', 'ask', 'position'),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'keepOld' as const) }),
  fc.record({ kind: fc.constant('pass' as const), days: fc.nat(9) }),
);

const settings: fc.Arbitrary<Settings> = fc
  .record({ isAway: fc.boolean(), hasPreset: fc.boolean(), catchUp: fc.boolean() })
  .map(({ isAway, hasPreset, catchUp }) => ({
    ...defaultSettings,
    study: {
      ...defaultSettings.study,
      catchUp,
      vacations: isAway ? [{ from: '2026-11-05', to: '2026-11-08' }] : [],
    },
    decks: hasPreset
      ? ownOptions({ deck: 'a', newPerDay: 2, desiredRetention: 0.8, learningSteps: [] })
      : defaultSettings.decks,
  }));

/** Everything that a person sees. */
function toldBy({ app }: World): unknown {
  const { study, linker, history } = app;
  const queue = study.queue({ scope: { kind: 'all' } });
  const told = {
    counts: study.counts({ scope: { kind: 'all' } }),
    decks: study.decks(),
    forecast: study.forecast(60),
    queue: Object.values(queue).map((cards) => cards.map(({ id, schedule }) => [id, schedule])),
    ahead: study.queue({ scope: { kind: 'all' }, ahead: 5 }).due.map(({ id }) => id),
    orphans: linker.orphans().map(({ id }) => id),
    doubtful: linker.doubtful.map(({ lost, candidate }) => [lost, candidate.id]),
    found: [...history.cards.keys()].sort().map((id) => [id, linker.find(id)?.card.note, study.known(id)]),
    cards: [...linker.notes.keys()]
      .sort()
      .map((path) => [
        path,
        ...(linker.notes.get(path) ?? []).map(({ id, card }) => [id, card.question, study.card(id)]),
      ]),
  };
  return told;
}

/** Taken over, of all notes with a history. */
function linkedIn({ app }: World): number {
  return [...app.library.notes.keys()].filter((path) => app.linker.linked(path)).length;
}

async function play(world: World, one: Step): Promise<void> {
  const { app } = world;
  const all = [...app.linker.notes.values()].flat();
  if (one.kind === 'save')
    await world.save({
      [`${String(one.note)}.md`]: noteOf(
        one.parts.map((at) => parts[at] ?? ''),
        one.deck,
      ),
    });
  else if (one.kind === 'delete') await world.save({ [`${String(one.note)}.md`]: null });
  else if (one.kind === 'move') {
    const [from, to] = [`${String(one.note)}.md`, `${String(one.to)}.md`];
    if (world.notes.texts.has(from) && !world.notes.texts.has(to)) await world.rename(from, to);
  } else if (one.kind === 'answer') {
    const { id } = all[one.card % Math.max(all.length, 1)] ?? {};
    if (id === undefined) return;
    const review = app.startReview({ scope: { kind: 'search', cards: new Set([id]) } });
    if (review.session.current) {
      review.dispatch({ kind: 'reveal' });
      review.dispatch({ kind: 'grade', grade: one.grade as 1 });
    }
    app.endReview(review);
  } else if (one.kind === 'mark') {
    const { id } = all[one.card % Math.max(all.length, 1)] ?? {};
    if (id !== undefined) app.mark([id], one.field, one.field === 'position' ? -1 : true);
  } else if (one.kind === 'undo') app.undo();
  else if (one.kind === 'pass') await world.pass(one.days * DAY);
}

/** What another device does to the files. */
function sync({ notes, logs, now }: World, cards: readonly TrackedCard[], one: Step): void {
  if (one.kind === 'synced')
    notes.texts.set(
      `${String(one.note)}.md`,
      noteOf(
        one.parts.map((at) => parts[at] ?? ''),
        one.deck,
      ),
    );
  const card = one.kind === 'answered' && cards[one.card % Math.max(cards.length, 1)];
  if (!card) return;
  const path = 'Flashcards/log/tablet/log-tablet-2026-11.md';
  const file = logs.files.get(path) ?? { text: fileOf([], 'tablet'), mtime: 0 };
  const next = file.text.split('\n').length;
  const lines = [
    seen(`tablet.${String(next)}`, card.id, snapshotOf(card.card), now),
    review(`tablet.${String(next + 1)}`, card.id, one.grade as 1, now),
  ];
  const text = `${file.text}${lines.map(encodeEvent).join('\n')}\n`;
  logs.files.set(path, { text, mtime: file.mtime + 1 });
}

test('after any edits, answers and undos, with the app open or not', async () => {
  let [linked, lost] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(someParts, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.array(step, { maxLength: 5 }), fc.array(step, { maxLength: 2 })), {
        minLength: 2,
        maxLength: 5,
      }),
      settings,
      async (first, starts, options) => {
        const texts = first.map((some, at) => [
          `${String(at)}.md`,
          noteOf(
            some.map((part) => parts[part] ?? ''),
            '',
          ),
        ]);
        const world = new World(new MemoryNotes(Object.fromEntries(texts) as Record<string, string>));
        await world.start(options);
        for (const [steps, late] of starts) {
          const isOld = steps.some(({ kind }) => kind === 'keepOld');
          for (const one of steps) await play(world, one);
          const before = new Map(world.historyCache.texts);
          const all = [...world.app.linker.notes.values()].flat();
          await world.quit();
          for (const one of steps) sync(world, all, one);
          await world.start(options);
          await world.app.keep();
          await world.quit();
          for (const one of late) sync(world, all, one);
          if (isOld) for (const [key, block] of before) world.historyCache.texts.set(key, block);
          await world.start(options);
          linked += linkedIn(world);
          if (!world.app.linker.hasSearched) lost += world.app.linker.orphans().length;
          const told = toldBy(world);
          const kept = new Map(world.historyCache.texts);
          world.historyCache.texts.clear();
          await world.start(options);
          expectAlike(told, toldBy(world));
          world.historyCache.texts.clear();
          for (const [key, block] of kept) world.historyCache.texts.set(key, block);
        }
      },
    ),
    { numRuns: runs(3000, 60) },
  );
  expect(linked).toBeGreaterThan(0);
  expect(lost).toBeGreaterThan(0);
});

describe('a vault that was studied', () => {
  async function studied(): Promise<World> {
    const world = await World.open({
      'A.md': noteOf([parts[0] ?? '', parts[3] ?? ''], ''),
      'B.md': noteOf([parts[2] ?? ''], '/a'),
    });
    world.answer('River', 4);
    world.answer('Delta', 4);
    await world.quit();
    await world.start();
    await world.app.keep();
    await world.quit();
    return world;
  }

  test('starts without a look at its cards', async () => {
    const world = await studied();
    await world.start();
    expect(linkedIn(world)).toBe(2);
    expect(world.app.study.counts({ scope: { kind: 'all' } })).toMatchObject({ due: 0, learning: 0 });
    expect(linkedIn(world)).toBe(2);
    expect(world.reps('River')).toBe(1);
    expect(linkedIn(world)).toBe(0);
  });

  test('looks at the cards of a note that was changed, and of no other', async () => {
    const world = await studied();
    world.notes.texts.set('B.md', noteOf([parts[2] ?? '', parts[7] ?? ''], '/a'));
    await world.start();
    expect([world.app.linker.linked('A.md') !== null, world.app.linker.linked('B.md')]).toEqual([true, null]);
    expect(world.reps('Delta')).toBe(1);
  });
});
