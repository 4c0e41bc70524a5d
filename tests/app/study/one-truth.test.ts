// One truth in numbers: every screen that counts cards counts the same ones, and a review of a scope brings as many.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CardSearch } from '../../../src/app/browse/card-search.ts';
import { noteFigures } from '../../../src/app/statistics/note-statistics.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import type { DeckNode } from '../../../src/core/study/decks/deck-tree.ts';
import type { Scope, StudyRequest } from '../../../src/core/study/scope.ts';
import { remaining } from '../../../src/core/study/session/session-state.ts';
import { laneOfCard, type Counts, type StudyCard } from '../../../src/core/study/study-card.ts';
import { deckPresets } from '../../../src/core/study/decks/named-presets.ts';
import { isUnderDeck } from '../../../src/core/study/decks/deck-names.ts';
import { noFacts } from '../browse/note-facts.ts';
import type { World } from '../world.ts';
import { build, vaultArb } from './random-vault.ts';

const numRuns = process.env.FULL ? 1000 : process.env.FEW ? 10 : 50;

const cardsOf = ({ app }: World): readonly StudyCard[] =>
  [...app.linker.notes.values()].flat().flatMap(({ id }) => app.study.card(id) ?? []);

function inReview({ app }: World, request: StudyRequest): Counts {
  const review = app.startReview(request);
  const left = remaining(review.session);
  app.endReview(review);
  return left;
}

/** As many of the cards as the limits of their decks, and of the decks above, let through. */
function withinLimits(world: World, cards: readonly StudyCard[], lane: 'new' | 'due'): number {
  const { study } = world.app.settings;
  const presets = deckPresets(world.app.settings.decks);
  const { today, vacation } = world.app.study;
  if (vacation) return 0;
  const limitName = lane === 'new' ? 'newPerDay' : 'reviewsPerDay';
  const doneOn = lane === 'new' ? 'introducedOn' : 'reviewedOn';
  const chain = (of: string): readonly string[] => {
    const own = presets.filter((one) => one[limitName] !== undefined && isUnderDeck(of, one.deck));
    return own.length > 0 ? own.map((one) => one.deck) : [''];
  };
  const left = new Map([['', study[limitName]]]);
  for (const preset of presets) left.set(preset.deck, preset[limitName] ?? 0);
  const take = (of: string): void => {
    for (const one of chain(of)) left.set(one, Math.max(0, (left.get(one) ?? 0) - 1));
  };
  for (const card of cardsOf(world)) if (card.schedule[doneOn] === today) take(card.deck);
  let count = 0;
  for (const card of cards) {
    if (laneOfCard(card, today) !== lane || chain(card.deck).some((one) => left.get(one) === 0)) continue;
    take(card.deck);
    count += 1;
  }
  return count;
}

async function isDue({ app }: World): Promise<number> {
  const { query } = parseQuery('is:due');
  if (!query) throw new Error('not understood');
  const search = new CardSearch(app, noFacts);
  const found = await search.find(query, { sort: null, withAnswers: false }, () => Promise.resolve(true));
  return found?.length ?? -1;
}

const sum = ({ learning, due, new: newCards }: Counts): number => learning + due + newCards;

/** What two screens disagree on, in words. */
async function disagreements(world: World): Promise<readonly string[]> {
  const { study, linker } = world.app;
  const wrong: string[] = [];
  const same = (what: string, one: unknown, other: unknown): void => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a !== b) wrong.push(`${what}: ${a} and ${b}`);
  };
  const reviewed = (what: string, request: StudyRequest): Counts => {
    const counts = study.counts(request);
    const left = inReview(world, request);
    same(what, request.practice ? sum(counts) : counts, request.practice ? sum(left) : left);
    return counts;
  };
  const all = reviewed('Today, the status bar, and the review', { scope: { kind: 'all' } });
  same('Today and is:due', all.due + all.learning, await isDue(world));
  same('Today and the first day of the forecast', all.due + all.learning, study.forecast(7)[0]);
  const cards = cardsOf(world);
  if (!world.app.settings.study.siblingsApart) {
    same('the review and the limits: due', all.due, withinLimits(world, cards, 'due'));
    same('the review and the limits: new', all.new, withinLimits(world, cards, 'new'));
  }
  const checkDeck = (node: DeckNode): void => {
    const scope: Scope = { kind: 'deck', deck: node.deck };
    same(`the tree and the deck ${node.deck}`, node.total, reviewed(`deck ${node.deck}`, { scope }));
    const held =
      withinLimits(
        world,
        cards.filter((card) => isUnderDeck(card.deck, node.deck)),
        'due',
      ) +
      withinLimits(
        world,
        cards.filter((card) => isUnderDeck(card.deck, node.deck)),
        'new',
      ) -
      node.total.due -
      node.total.new;
    same(`siblings of ${node.deck}`, study.siblings(scope), held);
    node.children.forEach(checkDeck);
  };
  const root = study.decks();
  same('Today and the tree', all, root.total);
  checkDeck(root);
  const alone: Scope = { kind: 'deck', deck: '', alone: true };
  same('the row without a deck', root.own, reviewed('no deck', { scope: alone }));
  for (const [note, own] of linker.notes) {
    const counts = reviewed(`note ${note}`, { scope: { kind: 'note', note } });
    reviewed(`linked from ${note}`, { scope: { kind: 'linked', note, depth: 1 } });
    const figures = noteFigures(world.app, note);
    if (own.length > 0)
      same(`Bases and ${note}`, [figures?.due, figures?.new], [counts.due + counts.learning, counts.new]);
  }
  reviewed('folder', { scope: { kind: 'folder', folder: 'x' } });
  reviewed('leeches', { scope: { kind: 'leeches' } });
  reviewed('flagged', { scope: { kind: 'flagged' } });
  reviewed('search', { scope: { kind: 'search', cards: new Set(cards.slice(0, 5).map(({ id }) => id)) } });
  for (const ahead of [1, 7]) reviewed(`${ahead} days ahead`, { scope: { kind: 'all' }, ahead });
  const practice = reviewed('practice', { scope: { kind: 'all' }, practice: true });
  if (sum(practice) < sum(all)) wrong.push('practice has fewer cards than today');
  return wrong;
}

test('all screens count the same cards', async () => {
  await fc.assert(
    fc.asyncProperty(vaultArb, async (vault) => {
      expect(await disagreements(await build(vault))).toEqual([]);
    }),
    { numRuns },
  );
});
