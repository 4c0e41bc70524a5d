import { describe, expect, test } from '@jest/globals';
import { matcher, type Subject } from '../../../src/core/query/matcher.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { needsOf } from '../../../src/core/query/query.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { today } from '../schedule/histories.ts';
import { answered, easy, newCards, learning, marked } from '../study/cards.ts';
import { day, noon } from '../schedule/histories.ts';

function subject(more: Partial<Subject> = {}): Subject {
  return {
    note: 'Papers/LLaMa.md',
    deck: 'ML/attention',
    source: 'heading',
    schedule: newCards('a').schedule,
    isDue: false,
    isAside: false,
    words: 80,
    isLong: false,
    question: 'what is pre-norm?',
    text: 'papers/llama training what is pre-norm?',
    answer: null,
    links: null,
    tags: [],
    addedOn: null,
    reviews: [],
    property: () => null,
    ...more,
  };
}

function finds(text: string, one: Subject): boolean {
  const { query } = parseQuery(text);
  if (!query) throw new Error(`${text} cannot be read`);
  return matcher(query, today)(one);
}

const read = subject({
  answer: 'it normalises the input, see chinchilla.',
  links: ['papers/chinchilla', 'rmsnorm'],
  tags: ['ai/llm', 'paper'],
  property: (name) =>
    ({
      status: ['done', 'read twice'],
      year: ['2023'],
      rating: ['-2.5'],
      read: ['2026-02-01t10:00'],
      empty: [],
    })[name] ?? null,
});

describe('words and texts', () => {
  test.each([
    ['pre-norm', true],
    ['LLAMA norm', true],
    ['"is pre"', true],
    ['"pre is"', false],
    ['-gpt', true],
    ['gpt or llama', true],
    ['deck:ml', true],
    ['deck:ML/attention', true],
    ['deck:ml/att', false],
    ['deck=ml', false],
    ['deck:""', false],
    ['folder:papers', true],
    ['folder:pap', false],
    ['folder:papers/', true],
    ['folder:""', false],
    ['note:llam', true],
    ['note:"papers/ll"', true],
    ['note=llama', true],
    ['note=lla', false],
    ['question:pre-norm', true],
    ['question=pre-norm', false],
    ['source:heading', true],
    ['-source:heading', false],
    ['answer:normalises', true],
    ['link:chinch', true],
    ['link=chinchilla', true],
    ['link="papers/chinchilla"', true],
    ['link=chin', false],
    ['link:gpt', false],
    ['words<100', true],
    ['p*norm', true],
    ['norm*llama', false],
    ['"is*norm?"', true],
    ['\\*', false],
    ['deck:m*', true],
    ['deck:*att*', true],
    ['deck=m*', true],
    ['deck:m*x', false],
    ['folder:p*s', true],
    ['note=ll*a', true],
    ['question=what*', true],
    ['question=*what', false],
    ['answer:norm*chin', true],
    ['link=chin*la', true],
    ['tag:ai', true],
    ['tag:#AI/LLM', true],
    ['tag:ai/ll', false],
    ['tag=ai', false],
    ['tag:a*', true],
    ['tag:*/llm', true],
    ['tag:""', false],
    ['prop:status', true],
    ['prop:Status=Done', true],
    ['prop:status=don', false],
    ['prop:status=do*', true],
    ['prop:status="read twice"', true],
    ['prop:"status"=done', true],
    ['prop:year=2023', true],
    ['prop:year=', false],
    ['prop:empty', true],
    ['prop:empty=', true],
    ['prop:other', false],
    ['prop:year>2022', true],
    ['prop:year>2023', false],
    ['prop:year>=2023', true],
    ['prop:year<=2023.0', true],
    ['prop:year<1e3', false],
    ['prop:Rating<0', true],
    ['prop:"rating">-3', true],
    ['prop:rating>-2.5', false],
    ['prop:status>3', false],
    ['prop:empty>0', false],
    ['prop:other<9', false],
    ['prop:read>2026-01-31', true],
    ['prop:read>2026-02-01', false],
    ['prop:read>=2026-02-01', true],
    ['prop:read<2026-03-01', true],
    ['prop:read<3000', false],
    ['prop:"a=b"', false],
    ['question:"\\"pre"', false],
    ['-prop:other=x', true],
    ['re:l+ama', true],
    ['re:^what', false],
    ['re:"(gpt|llama)\\s"', true],
    ['is:long', false],
    ['-is:long', true],
  ])('%s', (text, expected) => {
    expect(finds(text, read)).toBe(expected);
  });

  test('a note in the root is in no folder', () => {
    const rooted = subject({ note: 'LLaMa.md', deck: '' });
    expect([finds('folder:""', rooted), finds('deck:""', rooted), finds('folder:papers', rooted)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('unread texts match nothing, and a query says what it needs', () => {
    expect([finds('answer:a', subject()), finds('link:a', subject())]).toEqual([false, false]);
    const { query } = parseQuery('a (link:"X" or -answer:b) link:y*longest');
    expect(query && needsOf(query)).toEqual({ answers: true, links: ['x', 'longest'] });
    const plain = parseQuery('a deck:b -is:new').query;
    expect(plain && needsOf(plain)).toEqual({ answers: false, links: [] });
  });
});

test('a quotation mark within quotes has a backslash before it', () => {
  const said = subject({ text: 'he said "pre-norm" \\ once' });
  expect(finds('"said \\"pre"', said)).toBe(true);
  expect(finds('"said \\"post"', said)).toBe(false);
  expect(finds('"\\" \\ once"', said)).toBe(true);
  expect(finds('re:"\\"pre.norm\\""', said)).toBe(true);
  expect(finds('re:"\\s\\\\ once"', said)).toBe(true);
});

describe('states and numbers', () => {
  const cards: Record<string, Schedule> = {
    new: newCards('new').schedule,
    step: learning('step', 5).schedule,
    due: easy('due', 9).schedule,
    later: easy('later', 2).schedule,
    off: marked(easy('off', 9), { suspended: true }).schedule,
    buried: marked(easy('buried', 9), { buriedUntil: today }).schedule,
    flag: marked(newCards('flag'), { flag: 3, leech: true, lapses: 8 }).schedule,
    again: answered('again', [
      [4, noon - 20 * day],
      [1, noon - day],
    ]).schedule,
  };
  test.each([
    ['is:new', ['new', 'flag']],
    ['is:learning', ['step', 'again']],
    ['is:review', ['due', 'later', 'off', 'buried']],
    ['is:suspended', ['off']],
    ['is:buried', ['buried']],
    ['is:flagged', ['flag']],
    ['is:leech', ['flag']],
    ['flag:3', ['flag']],
    ['lapses>=1', ['flag', 'again']],
    ['due<=0', ['step', 'due', 'off', 'buried', 'again']],
    ['due>3d', ['later']],
    ['last=9', ['due', 'off', 'buried']],
    ['reviews:2', ['again']],
    ['difficulty>0', ['step', 'due', 'later', 'off', 'buried', 'again']],
    ['interval>=0', ['step', 'due', 'later', 'off', 'buried', 'again']],
    ['is:flagged is:leech lapses:8', ['flag']],
    ['stability>0 difficulty<11 interval>=0 -due<=0', ['later']],
  ])('%s', (text, expected) => {
    const found = Object.entries(cards).filter(([, schedule]) => finds(text, subject({ schedule })));
    expect(found.map(([name]) => name)).toEqual(expected);
  });
});

test('is:due finds what comes up today', () => {
  expect([true, false].map((isDue) => finds('is:due', subject({ isDue })))).toEqual([true, false]);
});

describe('days', () => {
  const card = subject({
    schedule: answered('a', [
      [1, noon - 20 * day],
      [3, noon - 2 * day],
    ]).schedule,
    reviews: [
      { y: today - 20, g: 1 },
      { y: today - 2, g: 3 },
    ],
    addedOn: today - 20,
  });
  test.each([
    ['rated:2', false],
    ['rated:3', true],
    ['rated:3:3', true],
    ['rated:3:1', false],
    ['rated:21:1', true],
    ['rated:20d:1', false],
    ['rated:0', false],
    ['added:20', false],
    ['added:21', true],
    ['-added:20', true],
  ])('%s', (text, expected) => {
    expect(finds(text, card)).toBe(expected);
  });

  test('of a card that was never reviewed, or whose beginning nobody knows', () => {
    expect([finds('rated:9999', subject()), finds('added:9999', subject())]).toEqual([false, false]);
  });

  test('a history is asked only where the schedule leaves it open', () => {
    const unasked = Object.defineProperty(subject({ schedule: card.schedule }), 'reviews', {
      get: () => {
        throw new Error('unpacked');
      },
    });
    expect([finds('rated:2:1', unasked), finds('rated:3', unasked)]).toEqual([false, true]);
  });
});

test.each([
  ['is:aside', true, true],
  ['is:aside', false, false],
  ['-is:aside', true, false],
])('%s, of a card that is set aside: %p', (text, isAside, found) => {
  expect(finds(text, subject({ isAside }))).toBe(found);
});
