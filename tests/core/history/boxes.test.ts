// Boxes on pictures as events: which one counts, and what a damaged one is worth.
import { describe, expect, test } from '@jest/globals';
import { encodeBox } from '../../../src/core/history/boxes.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, parseLine, type LogLine } from '../../../src/core/history/log-format.ts';
import { encodeMove } from '../../../src/core/history/moves.ts';
import type { PictureBox } from '../../../src/core/picture/box.ts';
import { encodeText } from '../../../src/core/text/base64url.ts';

const box: PictureBox = {
  id: 'box-1',
  picture: 'Pictures/heart.png',
  note: 'Heart.md',
  width: 400,
  height: 300,
  shares: [0.1, 0.2, 0.3, 0.4],
  label: 'Aorta – the big one',
  hidesAll: true,
  group: 'box-0',
};

const now = Date.UTC(2026, 10, 2);

function line(event: object, nth: number, device = 'a', t = now + nth): LogLine {
  const parsed = parseLine(encodeEvent({ i: `${device}.${nth}`, t, ...event } as HistoryEvent));
  if (typeof parsed !== 'object' || !('event' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}

function boxesOf(lines: readonly LogLine[]): readonly PictureBox[] {
  const [ahead, back] = [new Fold(), new Fold()];
  ahead.add(lines);
  for (const one of [...lines].reverse()) back.add([one]);
  expect(back.boxes()).toEqual(ahead.boxes());
  return ahead.boxes();
}

describe('a box in the log', () => {
  test('is read as it was written, by whatever order its lines come in', () => {
    expect(boxesOf([line(encodeBox(box), 1)])).toEqual([box]);
    const plain = { ...box, label: '', hidesAll: false, group: null };
    expect(boxesOf([line(encodeBox(box), 1), line(encodeBox(plain), 2)])).toEqual([plain]);
  });

  test('is gone once it is deleted, and back once that is undone', () => {
    const deleted = [line(encodeBox(box), 1), line({ k: 'o', c: 'box-1' }, 2)];
    expect(boxesOf(deleted)).toEqual([]);
    expect(boxesOf([...deleted, line({ k: 'u', e: 'a.2' }, 3)])).toEqual([box]);
  });

  test('counts by effective time: a clock that ran ahead does not win', () => {
    const late = { ...box, label: 'later' };
    const lines = [
      line(encodeBox(box), 1, 'a', now + 9_000_000),
      line({ k: 'u', e: 'none' }, 2, 'a', now),
      line(encodeBox(late), 1, 'b', now + 1000),
    ];
    expect(boxesOf(lines)).toEqual([late]);
  });

  test('follows its picture and its note when a folder or a file moves', () => {
    const lines = [
      line(encodeBox(box), 1),
      line(encodeMove('Pictures', 'Images'), 2),
      line(encodeMove('Heart.md', 'Body/Heart.md'), 3),
    ];
    expect(boxesOf(lines)).toEqual([{ ...box, picture: 'Images/heart.png', note: 'Body/Heart.md' }]);
  });

  test('outside its picture is clamped; without a width, an area or a path it is none', () => {
    const shares = (b: readonly number[]) =>
      boxesOf([line(encodeBox({ ...box, shares: b as never }), 1)])[0]?.shares;
    expect(shares([-0.5, 0.5, 1, 2])).toEqual([0, 0.5, 0.5, 0.5]);
    expect([shares([0.2, 0.2, 0, 0.3]), shares([1.2, 0.2, 0.3, 0.3]), shares([0.1])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const damaged = [
      '',
      '{',
      '[]',
      '{"p":"","n":"a","w":1,"h":1,"b":[0,0,1,1]}',
      '{"p":"a","n":"a","w":0,"h":1,"b":[0,0,1,1]}',
      '{"p":"a","n":"a","w":1,"h":1,"b":["0",0,1,1]}',
    ];
    for (const text of damaged)
      expect(boxesOf([line({ k: 'o', c: 'box-1', m: encodeText(text) || 'AA' }, 1)])).toEqual([]);
  });

  test('that names no box is reported, and changes no card', () => {
    const parsed = parseLine(encodeEvent({ i: 'a.1', t: now, k: 'o', c: 'card' }));
    expect(typeof parsed === 'object' && 'message' in parsed).toBe(true);
  });
});
