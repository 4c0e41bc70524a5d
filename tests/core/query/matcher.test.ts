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

  test('texts that were not read match nothing, and a query says what it needs', () => {
    expect([finds('answer:a', subject()), finds('link:a', subject())]).toEqual([false, false]);
    const { query } = parseQuery('a (link:"X" or -answer:b) link:y');
    expect(query && needsOf(query)).toEqual({ answers: true, links: ['x', 'y'] });
    const plain = parseQuery('a deck:b -is:new').query;
    expect(plain && needsOf(plain)).toEqual({ answers: false, links: [] });
  });
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

test.each([
  ['is:aside', true, true],
  ['is:aside', false, false],
  ['-is:aside', true, false],
])('%s, of a card that is set aside: %p', (text, isAside, found) => {
  expect(finds(text, subject({ isAside }))).toBe(found);
});
