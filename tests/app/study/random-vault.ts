// Random vaults with a history and settings, as worlds.
import fc from 'fast-check';
import type { NewEvent } from '../../../src/core/history/event.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import { deckKey } from '../../../src/core/study/decks/deck-names.ts';
import { ownOptions } from '../../core/study/decks/own-options.ts';
import { DAY, World } from '../world.ts';

const pieces = [
  (nth: number) => `## Heading ${nth}\nText ${nth}.`,
  (nth: number) => `Left ${nth} ::: right ${nth}`,
  (nth: number) => `The ==first ${nth}== and the ==second ${nth}== are both hidden in this.`,
  (nth: number) => `## Introduction\nThis note tells of ${nth}, as an introduction to it.`,
];

/** Some are one deck. */
const deck: fc.Arbitrary<string> = fc.constantFrom('', 'a', 'a/b', 'a/b/c', 'd', 'A', 'a/B');
const noteArb = fc.record({
  deck,
  folder: fc.constantFrom('', 'x/', 'x/y/'),
  pieces: fc.array(fc.nat(pieces.length - 1), { minLength: 1, maxLength: 5 }),
  link: fc.nat(5),
});
const deedArb = fc.record({
  card: fc.nat(),
  ago: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(40) }),
  what: fc.constantFrom(
    'again',
    'again',
    'hard',
    'good',
    'good',
    'easy',
    'suspended',
    'buried',
    'flag',
    'position',
    'reset',
  ),
});
const limit = fc.oneof(fc.constant(undefined), fc.nat(4));
const settingsArb = fc
  .record({
    newPerDay: fc.nat(6),
    reviewsPerDay: fc.nat(6),
    siblingsApart: fc.boolean(),
    newOrder: fc.constantFrom('prerequisites', 'note', 'random'),
    dueOrder: fc.constantFrom('need', 'kept', 'due', 'random'),
    isAway: fc.integer({ min: 0, max: 9 }).map((nth) => nth === 0),
    presets: fc.uniqueArray(
      fc.record({ deck: deck.filter((name) => name !== ''), newPerDay: limit, reviewsPerDay: limit }),
      { selector: (one) => deckKey(one.deck), maxLength: 4 },
    ),
  })
  .map(({ presets, isAway, ...study }): Settings => ({
    ...defaultSettings,
    study: {
      ...defaultSettings.study,
      ...study,
      vacations: isAway ? [{ from: '2026-11-01', to: '2026-11-04' }] : [],
    },
    decks: ownOptions(
      ...presets.map(({ newPerDay, reviewsPerDay, ...one }) => ({
        ...one,
        ...(newPerDay !== undefined && { newPerDay }),
        ...(reviewsPerDay !== undefined && { reviewsPerDay }),
      })),
    ),
  }));
export const vaultArb = fc.record({
  notes: fc.array(noteArb, { minLength: 1, maxLength: 6 }),
  deeds: fc.array(deedArb, { maxLength: 25 }),
  settings: settingsArb,
});
export type Vault = typeof vaultArb extends fc.Arbitrary<infer Value> ? Value : never;

export async function build({ notes, deeds, settings }: Vault): Promise<World> {
  const texts = notes.map((note, nth) => {
    const tag = note.deck === '' ? 'flashcards' : `flashcards/${note.deck}`;
    const body = note.pieces.map((piece, at) => pieces[piece]?.(10 * nth + at) ?? '');
    return [
      `${note.folder}N${nth}.md`,
      `---\ntags: ${tag}\n---\n${body.join('\n\n')}\n\n[[N${note.link}]]\n`,
    ];
  });
  const world = await World.open(Object.fromEntries(texts) as Record<string, string>, settings);
  const ids = [...world.app.linker.notes.values()].flat().map(({ id }) => id);
  if (ids.length === 0) return world;
  const { today } = world.app.study;
  const { now } = world;
  for (const { card, ago, what } of [...deeds].sort((a, b) => b.ago - a.ago)) {
    const c = ids[card % ids.length] ?? '';
    const g = ['again', 'hard', 'good', 'easy'].indexOf(what) + 1;
    world.now = now - ago * DAY;
    const event: NewEvent =
      g > 0
        ? { k: 'r', c, g: g as 1 | 2 | 3 | 4, d: 5000, t: world.now, z: -300, y: today - ago }
        : {
            k: 'x',
            c,
            w: what,
            v:
              what === 'buried'
                ? today - ago
                : what === 'flag'
                  ? 1 + (card % 7)
                  : what === 'position'
                    ? (card % 7) - 3
                    : true,
          };
    world.app.history.note([event]);
  }
  world.now = now;
  return world;
}
