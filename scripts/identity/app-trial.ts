// The same edits run through the whole app, from note texts to card histories: with the app open, and with it closed,
// when only the log says what the cards looked like.
import type { Card } from '../../src/core/card/card.ts';
import { defaultSettings, type Settings } from '../../src/core/settings.ts';
import { MemoryNotes } from '../../tests/contract/memory-notes.ts';
import { World } from '../../tests/app/world.ts';
import type { Random } from './random.ts';
import type { Trial } from './trial.ts';

/** `one by one`: in any order, as a sync delivers them. */
export type Way = 'closed' | 'open, at once' | 'open, one by one';
export const ways: readonly Way[] = ['closed', 'open, at once', 'open, one by one'];

const settings: Settings = { ...defaultSettings, cards: { ...defaultSettings.cards, watch: 'all' } };

/** Maps a trial's cards to the app's cards in the same places: the same code finds both, in the same order. */
function pairUp(cards: readonly Card[], world: World): [Card, string][] {
  const places = new Map<string, number>();
  return cards.map((card) => {
    const at = places.get(card.note) ?? 0;
    places.set(card.note, at + 1);
    const tracked = world.app.linker.notes.get(card.note)?.[at];
    if (tracked?.card.question !== card.question) throw new Error(`${card.note} has other cards in the app`);
    return [card, tracked.id];
  });
}

export interface AppLinks {
  readonly links: ReadonlyMap<Card, Card>;
  /** Cards with a history before the edits. */
  readonly known: ReadonlySet<Card>;
}

/** @param share of the cards that have a history */
export async function followInApp(trial: Trial, way: Way, share: number, random: Random): Promise<AppLinks> {
  const { before, after } = trial.texts;
  const world = new World(new MemoryNotes(before));
  await world.start(settings);
  const old = pairUp(trial.before, world).filter(() => random.chance(share));
  world.app.mark(
    old.map(([, id]) => id),
    'flag',
    1,
  );
  const changed = random.shuffle(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (path) => before[path] !== after[path],
    ),
  );
  const texts = changed.map((path) => [path, after[path] ?? null] as const);
  if (way === 'closed') {
    await world.quit();
    for (const [path, text] of texts) {
      if (text === null) world.notes.texts.delete(path);
      else world.notes.texts.set(path, text);
    }
    await world.start(settings);
  } else if (way === 'open, at once') await world.save(Object.fromEntries(texts));
  else for (const [path, text] of texts) await world.save({ [path]: text });
  const cards = new Map(
    pairUp(trial.after, world).map(([card, id]) => [world.app.history.canonical(id), card]),
  );
  const links = new Map<Card, Card>();
  for (const [from, id] of old) {
    const to = cards.get(world.app.history.canonical(id));
    if (to) links.set(from, to);
  }
  world.app.close();
  return { links, known: new Set(old.map(([card]) => card)) };
}
