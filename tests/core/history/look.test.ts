import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, encodeText } from '../../../src/core/history/base64url.ts';
import { decodeLook, encodeLook } from '../../../src/core/history/look.ts';
import { lookOf } from './events.ts';

describe('base64url', () => {
  test('gives what Node gives, and comes back', () => {
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

  test.each(['ü', '!!', '_w', 'gICA'])('%s is none of UTF-8', (text) => {
    expect(decodeText(text)).toBeNull();
  });
});

describe('a look', () => {
  test('comes back from the log as it was', () => {
    const look = lookOf('Ünïcode/☃.md', 'Was ist 𝄞?');
    expect(decodeLook(encodeLook(look))).toEqual(look);
  });

  test('keeps 160 characters of the question', () => {
    expect(decodeLook(encodeLook(lookOf('a.md', 'x'.repeat(500))))?.question).toHaveLength(160);
  });

  test('leaves out hashes that are not known', () => {
    expect(encodeLook({ ...lookOf('a.md'), questionHash: '', answerHash: '' })).toEqual({
      m: expect.any(String) as unknown,
    });
  });

  test.each([
    'not base64!',
    encodeText('no json'),
    encodeText('null'),
    encodeText('{"p":"a"}'),
    encodeText('{"p":1}'),
  ])('is none where the field holds %s', (m) => {
    expect(decodeLook({ m })).toBeNull();
  });
});
