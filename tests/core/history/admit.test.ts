import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../../src/core/text/message.ts';
import { admit, earliest, latest, answerLimit, widestZone } from '../../../src/core/history/admit.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import { alias, field, snapshotOf, review, seen, START, undo } from './events.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const good = review('a.1', 'one');
const memory = { key: 'note.md:7', s: 8, d: 5, y: 20_000, due: 20_010 };
const longest = 'x'.repeat(100);

describe('a line counts', () => {
  test.each([
    ['with the smallest numbers', { ...good, t: earliest, g: 1, d: 0, z: -widestZone }],
    ['with the largest numbers', { ...good, t: latest, g: 4, d: answerLimit, z: widestZone }],
    ['with the longest id', { ...good, c: longest }],
    ['with a batch', { ...good, b: longest }],
    ['with a snapshot', seen('a.1', 'one', snapshotOf('a.md'))],
    ['with a link', alias('a.1', 'two', 'one')],
    ['with a move', { i: 'a.1', t: START, ...encodeMove('a.md', 'b.md') }],
    ['with an undo of one moment', undo('a.2', 'a.1', START, START)],
    ['with a field', field('a.1', 'one', 'suspended', false)],
    ['with a wish to be asked', field('a.1', 'one', 'ask', true)],
    ['with the end of a burial', field('a.1', 'one', 'buried', null)],
    ['with the easiest memory', field('a.1', 'one', 'memory', { ...memory, s: 1_000_000, d: 1, reps: 0 })],
    ['with the hardest memory', field('a.1', 'one', 'memory', { ...memory, s: 0.0001, d: 10, lapses: 9 })],
    ['with a field that is not known', field('a.1', 'one', 'colour', { any: ['thing'] })],
    ['with a field v that only fields check', { ...good, w: 'flag', v: 99 }],
  ])('%s', (_, raw) => {
    expect(admit(raw)).toEqual(raw);
  });
});

describe('a line is reported', () => {
  test.each([
    ['that is a number', 7, 'The line is not a JSON object.'],
    ['that is null', null, 'The line is not a JSON object.'],
    ['that is a list', [good], 'The line is not a JSON object.'],
    ['without a kind', { ...good, k: '' }, '“k” is missing.'],
    ['with a number for its kind', { ...good, k: 1 }, '“k” is missing.'],
    ['with an empty id', { ...good, c: '' }, `“c” can't be ""`],
    ['with an id too long', { ...good, c: `${longest}x` }, `“c” can't be "${longest.slice(0, 39)}`],
    ['with a number for its event id', { ...good, i: 1.5 }, "“i” can't be 1.5"],
    ['with a text for a number', { ...good, d: '5000' }, `“d” can't be "5000"`],
    ['with a batch without a name', { ...good, b: '' }, `“b” can't be ""`],
    ['with half a wish', field('a.1', 'one', 'ask', 'yes'), `“v” can't be "yes"`],
    ['with half a suspension', field('a.1', 'one', 'suspended', 1), "“v” can't be 1"],
    ['with a burial until a word', field('a.1', 'one', 'buried', 'soon'), `“v” can't be "soon"`],
    ['with an eighth flag', field('a.1', 'one', 'flag', 8), "“v” can't be 8"],
    ['with a reset to false', field('a.1', 'one', 'reset', false), "“v” can't be false"],
    ['with a refusal of nobody', field('a.1', 'one', 'apart', ''), `“v” can't be ""`],
    ['with a list for a memory', field('a.1', 'one', 'memory', []), "“v” can't be []"],
    ['with a difficulty of 11', field('a.1', 'one', 'memory', { ...memory, d: 11 }), "“d” can't be 11"],
    ['with no stability', field('a.1', 'one', 'memory', { ...memory, s: 0 }), "“s” can't be 0"],
    ['with a stability in words', field('a.1', 'one', 'memory', { ...memory, s: '8' }), `“s” can't be "8"`],
    ['with a snapshot without text', { ...seen('a.1', 'one', snapshotOf('a.md')), m: '' }, `“m” can't be ""`],
    ['with a hash that is a number', { ...seen('a.1', 'one', snapshotOf('a.md')), qh: 7 }, "“qh” can't be 7"],
  ])('%s', (_, raw, message) => {
    expect(inEnglish(admit(raw) as Message)).toContain(message);
  });
});

test('a snapshot is written in fields that the log admits', () => {
  const raw = {
    i: 'a.1',
    t: START,
    k: 'c',
    c: 'one',
    ...encodeSnapshot({ ...snapshotOf('a.md'), sketch: 'xyz' }),
  };
  expect(admit(raw)).toEqual(raw);
});
