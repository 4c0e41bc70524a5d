// Decks whose names differ only in case are one: a vault that mixes them counts as the same vault in one case.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CardSearch } from '../../../src/app/browse/card-search.ts';
import { readStatistics } from '../../../src/app/statistics/statistics.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { deckKey } from '../../../src/core/study/decks/deck-names.ts';
import type { DeckNode } from '../../../src/core/study/decks/deck-tree.ts';
import type { Scope, StudyRequest } from '../../../src/core/study/scope.ts';
import { runs } from '../../random.ts';
import { noFacts } from '../browse/note-facts.ts';
import { World } from '../world.ts';
import { build, vaultArb, type Vault } from './random-vault.ts';

const bigA = (text: string, letters: number): string =>
  [...text].map((letter, at) => ((letters >> at) & 1 ? letter.toUpperCase() : letter)).join('');

/** Each deck in its own spelling, with the letters in upper case that a number says. */
function respelled({ notes, deeds, settings }: Vault, spelling: (nth: number) => number): Vault {
  const { uses } = settings.decks;
  return {
    notes: notes.map((note, nth) => ({ ...note, deck: bigA(deckKey(note.deck), spelling(nth)) })),
    deeds,
    settings: {
      ...settings,
      decks: {
        ...settings.decks,
        uses: uses.map((one, nth) => ({ ...one, deck: bigA(deckKey(one.deck), spelling(nth + 3)) })),
      },
    },
  };
}

const sliceHost = {
  clock: { now: () => 0, zone: () => 0 },
  after: (_: number, run: () => void) => {
    run();
    return () => undefined;
  },
};
const decks = ['', 'a', 'a/b', 'a/b/c', 'd'];

async function found({ app }: World, text: string): Promise<readonly string[]> {
  const { query } = parseQuery(text);
  if (!query) throw new Error(text);
  const search = new CardSearch(app, noFacts);
  const rows = await search.find(query, { sort: null, withAnswers: false }, () => Promise.resolve(true));
  return (rows ?? []).map(({ id, deck }) => `${id} ${deckKey(deck)}`);
}

/** All that the screens say about decks, by the deck in lower case. */
async function said(world: World, spelling: number): Promise<unknown> {
  const { app } = world;
  const { study } = app;
  const tree = ({ deck, name, own, total, children }: DeckNode): unknown => [
    deckKey(deck),
    deckKey(name),
    own,
    total,
    children.map(tree),
  ];
  const ids = (request: StudyRequest): unknown => {
    const { learning, due, new: newCards } = study.queue(request);
    return [learning, due, newCards].map((cards) => cards.map(({ id }) => id));
  };
  const parts: unknown[] = [tree(study.decks()), ids({ scope: { kind: 'all' } }), study.forecast(7)];
  for (const deck of decks.map((name) => bigA(name, spelling))) {
    for (const alone of [true, false]) {
      const scope: Scope = { kind: 'deck', deck, alone };
      parts.push(study.counts({ scope }), ids({ scope }), study.siblings(scope), study.optionsOf(deck));
    }
    const scope: Scope = { kind: 'deck', deck };
    parts.push(ids({ scope, ahead: 3 }), ids({ scope, practice: true }));
    parts.push(await found(world, `deck:"${deck}"`), await found(world, `deck="${deck}"`));
    const statistics = await readStatistics(app, sliceHost, {
      deck: deck === '' ? null : deck,
      back: null,
      ahead: 7,
    });
    const inOne = (groups: ReadonlyMap<string, unknown>): unknown =>
      [...groups].map(([name, group]) => [deckKey(name), group]);
    if (statistics)
      parts.push(inOne(statistics.standing.decks), inOne(statistics.tally.decks), statistics.tally.period);
  }
  for (const list of app.linker.notes.values())
    parts.push(list.map(({ id }) => [id, study.schedule(id).dueDay]));
  return parts;
}

test('a vault counts the same whatever the case of its decks', async () => {
  await fc.assert(
    fc.asyncProperty(vaultArb, fc.array(fc.nat(31), { minLength: 8, maxLength: 8 }), async (vault, cases) => {
      const mixed = respelled(vault, (nth) => cases[nth % cases.length] ?? 0);
      const one = respelled(vault, () => 0);
      expect(await said(await build(mixed), cases[0] ?? 0)).toEqual(await said(await build(one), 0));
    }),
    { numRuns: runs(150) },
  );
});

test('a note whose tag is spelled anew moves to no other deck', async () => {
  const note = (tag: string): string => `---\ntags: flashcards/${tag}\n---\n## A\nText.\n`;
  const world = await World.open({ 'x.md': note('ML/a'), 'y.md': note('ml/A'), 'z.md': note('ml/A') });
  const shown = (): unknown => world.app.study.decks().children.map(({ deck, total }) => [deck, total.new]);
  expect(shown()).toEqual([['ml', 3]]);
  await world.save({ 'y.md': note('ML/A') });
  expect(shown()).toEqual([['ML', 3]]);
});

test('folders that differ in case are one deck', async () => {
  const text = '---\ntags: flashcards\n---\n## A\nText.\n';
  const world = await World.open({ 'Bio/x.md': text, 'bio/Cells/y.md': text, 'bio/z.md': text });
  const [bio] = world.app.study.decks().children;
  expect([bio?.deck, bio?.total.new, bio?.children[0]?.deck]).toEqual(['bio', 3, 'bio/Cells']);
});
