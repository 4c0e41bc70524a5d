import { describe, expect, test } from '@jest/globals';
import type { NewOrder } from '../../../../src/core/study/options.ts';
import { StudyPool } from '../../../../src/core/study/queue/pool.ts';
import { Queues } from '../../../../src/core/study/queue/queue.ts';
import type { Scope, StudyRequest } from '../../../../src/core/study/scope.ts';
import { lanes, type StudyCard } from '../../../../src/core/study/study-card.ts';
import { answered, easy, newCards, ids, learning, marked, scheduler, today, unlimited } from '../cards.ts';
import { minute, noon } from '../../schedule/histories.ts';

type Notes = Readonly<Record<string, { cards: readonly StudyCard[]; links?: readonly string[] }>>;

function queues(notes: Notes, newOrder: NewOrder = 'prerequisites', areMoved = false): Queues {
  const places = new Map(
    Object.entries(notes).flatMap(([path, { cards }]) => cards.map(({ id }) => [id, path])),
  );
  const pool = new StudyPool({
    scheduler,
    siblingsApart: true,
    today,
    ...(areMoved && { positioned: () => places.keys(), noteOf: (id: string) => places.get(id) }),
  });
  for (const [path, { cards, links = [] }] of Object.entries(notes))
    pool.setNote(
      path,
      cards.map((card) => ({ ...card, note: path })),
      links,
    );
  return new Queues(pool, newOrder);
}

const taken = (notes: Notes, request: StudyRequest, left = unlimited) => {
  const queue = queues(notes).queue(request, left);
  return lanes.map((lane) => ids(queue[lane]).join(' '));
};
const all: StudyRequest = { scope: { kind: 'all' } };

describe('new cards that a person has moved', () => {
  const at = (id: string, position: number, more: Partial<StudyCard> = {}): StudyCard =>
    marked(newCards(id, more), { position });
  const notes: Notes = {
    'a.md': { cards: [newCards('a1'), at('a2', 2, { line: 2 }), at('a3', -5, { line: 3 })] },
    'b.md': { cards: [at('b1', -6, { rank: 9 }), newCards('b2', { line: 2 }), at('b3', 1, { line: 3 })] },
  };
  const newOf = (order: NewOrder, left = unlimited, request = all): readonly string[] =>
    ids(queues(notes, order, true).queue(request, left).new);

  test.each<NewOrder>(['prerequisites', 'note', 'random'])('come first or last in the order %s', (order) => {
    const [first, second, ...rest] = newOf(order);
    expect([first, second, ...rest.slice(2)]).toEqual(['b1', 'a3', 'b3', 'a2']);
    expect([...rest.slice(0, 2)].sort()).toEqual(['a1', 'b2']);
  });

  test.each<NewOrder>(['prerequisites', 'note', 'random'])('use up the limit in the order %s', (order) => {
    const few = (count: number): readonly string[] => newOf(order, { new: count, reviews: 0 });
    expect([few(1), few(2), few(3).slice(0, 2), few(5).slice(4)]).toEqual([
      ['b1'],
      ['b1', 'a3'],
      ['b1', 'a3'],
      ['b3'],
    ]);
  });

  test('keep their order in a note that is studied whole', () => {
    const scope: Scope = { kind: 'note', note: 'a.md' };
    expect(newOf('note', unlimited, { scope })).toEqual(['a3', 'a1', 'a2']);
  });

  test('come before their siblings', () => {
    const group = 'g';
    const cards = [newCards('s1', { group }), at('s2', -1, { group, line: 2, rank: 5 })];
    expect(ids(queues({ n: { cards } }, 'note', true).queue(all, unlimited).new)).toEqual(['s2']);
  });

  test('are counted as they are queued', () => {
    const built = queues(notes, 'note', true);
    const left = { new: 4, reviews: 0 };
    expect(built.counts(all, left).new).toBe(built.queue(all, left).new.length);
  });
});

describe('the queue of a day', () => {
  test('has due cards by need: the most likely forgotten first', () => {
    const cards = [easy('late', 9), easy('latest', 30), easy('just', 8)];
    expect(taken({ n: { cards } }, all)).toEqual(['', 'latest late just', '']);
  });

  test('has learning cards by their minute', () => {
    expect(taken({ n: { cards: [learning('b', 8), learning('a', 2)] } }, all)).toEqual(['a b', '', '']);
  });

  test('has no more new and due cards than the limits allow', () => {
    const cards = [
      newCards('n1'),
      newCards('n2'),
      newCards('n3'),
      easy('a', 9),
      easy('b', 10),
      easy('c', 11),
    ];
    expect(taken({ n: { cards } }, all, { new: 2, reviews: 1 })).toEqual(['', 'c', 'n1 n2']);
  });

  test('has learning cards whatever the limits', () => {
    expect(taken({ n: { cards: [learning('l', 0)] } }, all, { new: 0, reviews: 0 })).toEqual(['l', '', '']);
  });
});

describe('new cards', () => {
  const notes: Notes = {
    'a.md': { cards: [newCards('a2', { line: 9 }), newCards('a1', { line: 2 })], links: ['b.md'] },
    'b.md': { cards: [newCards('b1')] },
  };

  test.each<[NewOrder, string]>([
    ['prerequisites', 'b1 a1 a2'],
    ['note', 'a1 b1 a2'],
  ])('in the order "%s" are %s', (order, expected) => {
    expect(ids(queues(notes, order).queue(all, unlimited).new).join(' ')).toBe(expected);
  });

  const many: Notes = {
    n: { cards: Array.from({ length: 30 }, (_, at) => newCards(`c${at}`, { line: at })) },
  };
  const random = () => ids(queues(many, 'random').queue(all, unlimited).new);

  test('in random order are the same on every device', () => {
    expect(random()).toEqual(random());
  });

  test('in random order are not in the order of the note', () => {
    expect(random()).not.toEqual(ids(queues(many, 'note').queue(all, unlimited).new));
  });

  test('follow changed links', () => {
    const pool = new StudyPool({ scheduler, siblingsApart: true, today });
    const built = new Queues(pool, 'prerequisites');
    pool.setNote('a', [newCards('a1', { note: 'a' })], []);
    pool.setNote('b', [newCards('b1', { note: 'b' })], []);
    built.queue(all, unlimited);
    pool.setNote('a', [newCards('a1', { note: 'a' })], ['b']);
    expect(ids(built.queue(all, unlimited).new)).toEqual(['b1', 'a1']);
  });
});

describe('a scope', () => {
  const notes: Notes = {
    'ml/a.md': { cards: [easy('a', 9, { deck: 'ml' }), newCards('n')], links: ['ml/x/b.md'] },
    'ml/x/b.md': { cards: [easy('b', 10, { deck: 'ml/x' })], links: ['c.md'] },
    'c.md': { cards: [marked(easy('c', 11, { deck: 'mlx' }), { leech: true, flag: 2 })] },
  };

  test.each<[string, Scope, string]>([
    ['all', { kind: 'all' }, 'c b a'],
    ['a deck and its children', { kind: 'deck', deck: 'ml' }, 'b a'],
    ['a child deck', { kind: 'deck', deck: 'ml/x' }, 'b'],
    ['the root deck', { kind: 'deck', deck: '' }, 'c b a'],
    ['a note', { kind: 'note', note: 'ml/a.md' }, 'a'],
    ['a note and its links', { kind: 'linked', note: 'ml/a.md', depth: 1 }, 'b a'],
    ['a note and the links of its links', { kind: 'linked', note: 'ml/a.md', depth: 2 }, 'c b a'],
    ['a folder', { kind: 'folder', folder: 'ml' }, 'b a'],
    ['what a search found', { kind: 'search', cards: new Set(['a', 'c']) }, 'c a'],
    ['leeches', { kind: 'leeches' }, 'c'],
    ['flagged cards', { kind: 'flagged' }, 'c'],
    ['cards with flag 1', { kind: 'flagged', flag: 1 }, ''],
    ['a note that is not there', { kind: 'note', note: 'gone.md' }, ''],
  ])('of %s has its due cards', (_, scope, due) => {
    expect(taken(notes, { scope })[1]).toBe(due);
  });

  const twins: Notes = {
    'n.md': { cards: [newCards('a', { group: 'g' }), newCards('b', { group: 'g', line: 2 })] },
  };

  test('of all keeps siblings apart', () => {
    expect(taken(twins, all)[2]).toBe('a');
  });

  test('of a note lets siblings meet, and ignores limits', () => {
    expect(taken(twins, { scope: { kind: 'note', note: 'n.md' } }, { new: 0, reviews: 0 })[2]).toBe('a b');
  });

  test('ahead of time has what is due within the days, and no new cards', () => {
    const cards = [newCards('n'), easy('in2', 6), easy('in3', 5), easy('now', 8)];
    expect(taken({ n: { cards } }, { ...all, ahead: 2 }, { new: 9, reviews: 0 })).toEqual([
      '',
      'now in2',
      '',
    ]);
  });

  test('ahead of time does not offer again what was answered today, except for a step due today', () => {
    const tomorrow = answered('tomorrow', [
      [3, noon - 20 * minute],
      [3, noon - minute],
    ]);
    const cards = [tomorrow, easy('again', 0), learning('step', 5), easy('other', 7)];
    expect(taken({ n: { cards } }, { ...all, ahead: 30 })).toEqual(['step', 'other', '']);
  });

  test('ahead of time leaves out what is buried today', () => {
    const cards = [marked(easy('in2', 6), { buriedUntil: today })];
    expect(taken({ n: { cards } }, { ...all, ahead: 5 })).toEqual(['', '', '']);
  });

  test('for practice has every card except suspended ones', () => {
    const cards = [newCards('n'), easy('later', 1, { line: 2 }), marked(newCards('s'), { suspended: true })];
    expect(taken({ n: { cards } }, { ...all, practice: true })).toEqual(['', 'n later', '']);
  });

  test('has as its rest what is due later and what the limit for new cards held back', () => {
    const cards = [
      newCards('n1'),
      newCards('n2', { line: 2 }),
      easy('now', 8),
      easy('later', 1),
      easy('today', 0),
    ];
    const left = { new: 1, reviews: 9 };
    const rest = queues({ n: { cards } }).rest({ kind: 'all' }, left);
    expect(lanes.map((lane) => ids(rest[lane]).join(' '))).toEqual(['', 'later', 'n2']);
  });

  test('of a search has only its cards, also ahead of time and as its rest', () => {
    const cards = [
      ...['l', 'm'].map((id) => learning(id, 1)),
      ...['in2', 'in2b'].map((id) => easy(id, 6)),
      ...['n', 'o'].map((id, line) => newCards(id, { line })),
    ];
    const scope: Scope = { kind: 'search', cards: new Set(['m', 'in2b', 'o']) };
    expect(taken({ n: { cards } }, { scope, ahead: 2 })).toEqual(['m', 'in2b', '']);
    const rest = queues({ n: { cards } }).rest(scope, { new: 0, reviews: 0 });
    expect(lanes.map((lane) => ids(rest[lane]).join(' '))).toEqual(['', 'in2b', 'o']);
  });

  test('of a note in random order has its new cards shuffled', () => {
    const cards = Array.from({ length: 20 }, (_, line) => newCards(`n${line}`, { line }));
    const scope: Scope = { kind: 'note', note: 'n' };
    const shuffled = ids(queues({ n: { cards } }, 'random').queue({ scope }, unlimited).new);
    expect(shuffled).not.toEqual(ids(cards));
    expect([...shuffled].sort()).toEqual(ids(cards).sort());
  });

  test.each<Scope>([{ kind: 'all' }, { kind: 'deck', deck: 'ml' }, { kind: 'folder', folder: 'ml' }])(
    'counts what its queue holds: $kind',
    (scope) => {
      const built = queues(notes);
      const left = { new: 1, reviews: 2 };
      const queue = built.queue({ scope }, left);
      expect(built.counts({ scope }, left)).toEqual({
        learning: queue.learning.length,
        due: queue.due.length,
        new: queue.new.length,
      });
    },
  );
});
