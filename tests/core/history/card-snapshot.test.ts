import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, encodeText } from '../../../src/core/text/base64url.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { snapshotOf } from './events.ts';

describe('base64url', () => {
  test('encodes as Node does, and decodes again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(encodeText(text)).toBe(Buffer.from(text).toString('base64url'));
        expect(decodeText(encodeText(text))).toBe(text);
      }),
    );
  });

  test('writes half a surrogate pair as the replacement character', () => {
    expect(decodeText(encodeText('a\ud834b'))).toBe('a\ufffdb');
  });

  test.each(['ü', '!!', '_w', 'gICA'])('%s is not UTF-8', (text) => {
    expect(decodeText(text)).toBeNull();
  });
});

describe('a snapshot', () => {
  test('reads back from the log as it was', () => {
    const snapshot = snapshotOf('Ünïcode/☃.md', 'Was ist 𝄞?');
    expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
  });

  test('keeps its sketch, and is read without hashes', () => {
    const snapshot = { ...snapshotOf('a.md'), questionHash: '', answerHash: '', sketch: 'sketch' };
    expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
  });

  test('keeps 160 characters of the question', () => {
    expect(decodeSnapshot(encodeSnapshot(snapshotOf('a.md', 'x'.repeat(500))))?.question).toHaveLength(160);
  });

  test('leaves out unknown hashes', () => {
    expect(encodeSnapshot({ ...snapshotOf('a.md'), questionHash: '', answerHash: '' })).toEqual({
      m: expect.any(String) as unknown,
    });
  });

  const whole = { p: 'a.md', s: 'heading', h: ['One'], q: 'What?', n: 0 };
  test.each([
    'not base64!',
    encodeText('no json'),
    encodeText('null'),
    encodeText('7'),
    ...[{ p: 1 }, { s: 1 }, { q: 1 }, { h: 'One' }, { h: ['One', 2] }, { n: '0' }, { n: 0.5 }].map((wrong) =>
      encodeText(JSON.stringify({ ...whole, ...wrong })),
    ),
  ])('is missing if the field holds %s', (m) => {
    expect(decodeSnapshot({ m: encodeText(JSON.stringify(whole)) })).not.toBeNull();
    expect(decodeSnapshot({ m })).toBeNull();
  });
});
