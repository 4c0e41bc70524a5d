import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deviceNameIn, fileName } from '../../../src/core/text/file-name.ts';
import { anySign } from '../../random.ts';

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['..\\..\\a', 'a'],
    ['C:\\Windows', 'C Windows'],
    ['/abs', 'abs'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1', '_com1'],
    ['Console', 'Console'],
    ['ends in a dot.', 'ends in a dot'],
    ['a\0b\nc', 'a b c'],
    ['photo\u202Egnp.exe', 'photo gnp.exe'],
    ['half \uD83D of a sign', 'half of a sign'],
    ['e\u0301', '\u00E9'],
    ['\u05E9\u05DC\u05D5\u05DD', '\u05E9\u05DC\u05D5\u05DD'],
    ['...', ''],
  ])('made of %p is %p', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  test('is safe and short enough for every system, whatever it is made from', () => {
    const text = fc.string({
      unit: fc.oneof(fc.string({ unit: anySign }), fc.constantFrom('/', '..', 'CON', '👩‍👩')),
    });
    fc.assert(
      fc.property(text, (one) => {
        const name = fileName(one.repeat(40));
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
        expect(deviceNameIn(name)).toBeNull();
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
      }),
    );
  });

  test('keeps whole characters where it is cut', () => {
    expect(fileName('👩'.repeat(100))).toBe('👩'.repeat(50));
  });
});
