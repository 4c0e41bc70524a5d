// Logs that are damaged in every way that one can think of: nothing throws, and what is sound counts.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeHeader, parseLine, parseLog } from '../../../src/core/history/log-format.ts';
import { checksum } from '../../../src/core/history/checksum.ts';
import { runs } from '../../random.ts';
import { expectAlike } from '../../alike.ts';
import { damagedLog } from './damaged-log.ts';
import { fileOf, lineOf, review, stateOf } from './events.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const path = 'Flashcards/log/dev0/log-dev0-2026-11.md';
const header = encodeHeader({ device: 'dev0', nonce: 'abcd', min: 1 });
const textOf = (line: string): string => line.slice(0, line.lastIndexOf('}') + 1);
const fileWith = (lines: readonly string[]) => parseLog(path, [header, ...lines, ''].join('\n'));

describe('a damaged log', () => {
  test('is read to its end: every sound line counts', () => {
    fc.assert(
      fc.property(damagedLog, ({ sound, lines }) => {
        const read = new Set(fileWith(lines).lines.map(({ text }) => text));
        expect(sound.filter((line) => !read.has(textOf(line)))).toEqual([]);
      }),
      { numRuns: runs(1000, 60) },
    );
  });

  test('is reported line by line, each with path, line and a sentence', () => {
    fc.assert(
      fc.property(damagedLog, ({ sound, lines }) => {
        const isSound = new Set(sound);
        for (const problem of fileWith(lines).problems) {
          const line = lines[problem.line - 2];
          expect([problem.path, line === undefined || isSound.has(line.trimEnd())]).toEqual([path, false]);
          expect(inEnglish(problem.message)).toMatch(/^[^\n]+\.$/);
        }
      }),
      { numRuns: runs(1000, 60) },
    );
  });

  test('gives one state whatever the order of its lines, and in however many files', () => {
    const shuffled = damagedLog.chain(({ lines }) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length }), fc.nat(40)),
    );
    fc.assert(
      fc.property(shuffled, ([lines, order, cut]) => {
        const [one, two] = [new Fold(), new Fold()];
        one.add(fileWith(lines).lines);
        for (const part of [order.slice(cut), order.slice(0, cut), order]) two.add(fileWith(part).lines);
        expectAlike(stateOf(two), stateOf(one));
      }),
      { numRuns: runs(1000, 40) },
    );
  });

  test('may hold any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (bytes) => {
        const noise = Buffer.from(bytes).toString('utf8');
        const { lines } = parseLog(path, `${fileOf([review('dev0.1', 'one')], 'dev0')}${noise}`);
        expect(lines[0]?.event.i).toBe('dev0.1');
      }),
      { numRuns: runs(1000, 40) },
    );
  });

  test('may hold a value that is nested deeper than the stack', () => {
    const deep = '['.repeat(49_000) + ']'.repeat(49_000);
    const json = `{"i":"dev0.2","t":1793620800000,"k":"r","c":"one","g":${deep},"d":1,"z":0,"y":20759}`;
    const read = parseLine(`${json}\t${checksum(json)}`);
    expect(typeof read === 'object' && 'message' in read && inEnglish(read.message)).toBe(
      'The line is nested more than 32 levels deep.',
    );
  });

  test('may write one number of a device in two ways, and still has one order', () => {
    const lines = ['dev0.7', 'dev0.07'].map((i, n) => lineOf(review(i, 'one', n === 0 ? 1 : 4)));
    const [one, two] = [new Fold(), new Fold()];
    one.add(lines);
    two.add([...lines].reverse());
    expectAlike(stateOf(two), stateOf(one));
  });
});
