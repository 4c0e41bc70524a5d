import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '../../../../src/core/history/event.ts';
import { StudyPool } from '../../../../src/core/study/queue/pool.ts';
import { Queues } from '../../../../src/core/study/queue/queue.ts';
import type { StudyCard } from '../../../../src/core/study/study-card.ts';
import { sizes } from '../../../../src/core/study/queue/lanes.ts';
import { noLanes, queueCards } from '../../../../src/core/study/queue/queue-cards.ts';
import { dayOf } from '../../../../src/core/study/forecast.ts';
import { inOrder, untouched, waitingOf } from '../../../../src/core/study/queue/unopened-note.ts';
import { answered, day, easy, newCards, ids, learning, noon, scheduler, today, unlimited } from '../cards.ts';
import { runs } from '../../../random.ts';

const open = (at = today, noteOf?: (id: string) => string | undefined) =>
  new StudyPool({ scheduler, siblingsApart: true, today: at, ...(noteOf && { noteOf }) });

const withCards = (decks: StudyPool['decks']) =>
  [...decks].filter(([, counts]) => Object.values(counts).some((count) => count !== 0)).sort();

/** All that a pool tells. */
function told(pool: StudyPool) {
  const queue = new Queues(pool, 'prerequisites').queue({ scope: { kind: 'all' } }, unlimited);
  return {
    queue,
    forecast: pool.forecast(30),
    decks: withCards(pool.decks),
    held: withCards(pool.held),
  };
}

type Change =
  | {
      readonly kind: 'note';
      readonly note: number;
      readonly cards: readonly number[];
      readonly link: number;
      readonly isShut: boolean;
    }
  | { readonly kind: 'remove'; readonly note: number }
  | { readonly kind: 'answer'; readonly card: number; readonly grade: Grade; readonly ago: number }
  | { readonly kind: 'day'; readonly day: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('note' as const),
    note: fc.nat(3),
    cards: fc.uniqueArray(fc.nat(11), { maxLength: 6 }),
    link: fc.nat(3),
    isShut: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('remove' as const), note: fc.nat(3) }),
  fc.record({
    kind: fc.constant('answer' as const),
    card: fc.nat(11),
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    ago: fc.nat(12),
  }),
  fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: -2, max: 10 }) }),
);

/** Does the changes on a living pool, and at the end builds another one of what is there. */
function live(changes: readonly Change[]): { readonly living: StudyPool; readonly rebuilt: StudyPool } {
  const living = open(today, (id) => [...notes].find(([, { cards }]) => cards.includes(id))?.[0]);
  const answers = new Map<string, [Grade, number][]>();
  const notes = new Map<string, { cards: string[]; link: string }>();
  const card = (id: string, note: string): StudyCard =>
    answered(id, answers.get(id) ?? [], {
      note,
      deck: `d${note.slice(-1)}`,
      group: Number(id) % 4 === 0 ? 'g' : null,
      line: Number(id),
    });
  const tell = (path: string, held: readonly string[], link: string, isShut = false): void => {
    const cards = held.map((id) => card(id, path));
    if (isShut)
      living.setUnopened(path, {
        deck: `d${path.slice(-1)}`,
        waiting: (on) => {
          const held = noLanes();
          const queue = queueCards(inOrder(cards), { today: on, siblingsApart: true }, held);
          return { counts: sizes(queue), held: sizes(held), cards: (lane) => queue[lane] };
        },
        dueDays: () => cards.flatMap(({ schedule }) => dayOf(schedule) ?? []),
        cards: () => cards,
        links: () => [link],
      });
    else if (held.some((id) => answers.has(id)))
      living.setNote(
        path,
        held.map((id) => card(id, path)),
        [link],
      );
    else
      living.setUnopened(
        path,
        untouched(`d${path.slice(-1)}`, waitingOf(cards, true), {
          cards: () => cards.map((one) => ({ ...one, schedule: scheduler.newSchedule(one.id) })),
          links: () => [link],
        }),
      );
  };
  let at = today;
  for (const each of changes) {
    if (each.kind === 'note') {
      const note = `n${each.note}`;
      const cards = each.cards.map(String);
      // A card stands in one note: it leaves the others first or afterwards, as a batch of changed files may have it.
      const losers = [...notes].filter(
        ([path, held]) => path !== note && held.cards.some((id) => cards.includes(id)),
      );
      for (const [, held] of losers) held.cards = held.cards.filter((id) => !cards.includes(id));
      notes.set(note, { cards, link: `n${each.link}` });
      tell(note, cards, `n${each.link}`, each.isShut);
      for (const [path, held] of losers) tell(path, held.cards, held.link);
    } else if (each.kind === 'remove') {
      notes.delete(`n${each.note}`);
      living.removeNote(`n${each.note}`);
    } else if (each.kind === 'answer') {
      const id = String(each.card);
      answers.set(id, [...(answers.get(id) ?? []), [each.grade, noon - each.ago * day]]);
      living.setSchedules([card(id, '').schedule]);
    } else {
      at = today + each.day;
      living.setToday(at);
    }
  }
  const rebuilt = open(at);
  for (const [path, { cards, link }] of notes)
    rebuilt.setNote(
      path,
      cards.map((id) => card(id, path)),
      [link],
    );
  return { living, rebuilt };
}

describe('the pool', () => {
  test('that went through any changes says the same as a newly built one', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const { living, rebuilt } = live(changes);
        expect(told(living)).toEqual(told(rebuilt));
      }),
      { numRuns: runs(10_000, 300) },
    );
  });

  test('that is asked between changes says the same, too', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const { living } = live(changes.slice(0, -1));
        told(living);
        expect(told(living)).toEqual(told(live(changes.slice(0, -1)).rebuilt));
      }),
      { numRuns: runs(2000, 100) },
    );
  });

  test('finds a card by its id', () => {
    const pool = open();
    pool.setNote('n', [newCards('a', { note: 'n' })], []);
    expect([pool.card('a')?.note, pool.card('b')]).toEqual(['n', null]);
  });

  test('finds a card that arrives in another note before it leaves its own', () => {
    const pool = open();
    pool.setNote('old', [newCards('a', { note: 'old' })], []);
    pool.setNote('new', [newCards('a', { note: 'new' })], []);
    pool.setNote('old', [], []);
    expect(pool.card('a')?.note).toBe('new');
  });

  test('ignores a schedule whose card it does not know', () => {
    const pool = open();
    pool.setSchedules([easy('a', 9).schedule]);
    expect(told(pool)).toEqual(told(open()));
  });

  test('has a new version of its links when those of a note change, and only then', () => {
    const pool = open();
    pool.setNote('n', [easy('a', 9, { note: 'n' })], ['m']);
    const versions = [
      () => pool.setLinks('n', ['m']),
      () => pool.setLinks('unknown', ['m']),
      () => pool.setNote('n', [easy('a', 9, { note: 'n' })], ['m']),
      () => pool.setLinks('n', ['m', 'o']),
      () => pool.setLinks('n', ['o', 'm']),
    ].map((change) => {
      change();
      return pool.linksVersion;
    });
    expect(versions).toEqual([1, 1, 1, 2, 3]);
    expect([pool.linksOf('n'), pool.linksOf('unknown'), ids(told(pool).queue.due)]).toEqual([
      ['o', 'm'],
      [],
      ['a'],
    ]);
  });

  test('brings up on the next day what is due then', () => {
    const pool = open();
    pool.setNote('n', [easy('a', 7, { note: 'n' })], []);
    pool.setToday(today + 1);
    expect(ids(told(pool).queue.due)).toEqual(['a']);
  });

  test('counts what waits by deck', () => {
    const pool = open();
    const cards = [
      newCards('a', { deck: 'x' }),
      newCards('b', { deck: 'x' }),
      easy('c', 9),
      learning('d', 1),
    ];
    pool.setNote('note.md', cards, []);
    expect(told(pool).decks).toEqual([
      ['', { learning: 1, due: 1, new: 0 }],
      ['x', { learning: 0, due: 0, new: 2 }],
    ]);
  });

  test('forecasts today with what is overdue, and the days after it', () => {
    const pool = open();
    pool.setNote('n', [easy('a', 20), easy('b', 8), easy('c', 6), newCards('d'), easy('far', 0)], []);
    expect(pool.forecast(4)).toEqual([2, 0, 1, 0]);
  });
});
