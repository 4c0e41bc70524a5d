import { describe, expect, test } from '@jest/globals';
import { actionKeys, actionOf, flagOf, keyLabel } from '../../../src/ui/review/keys.ts';
import { english } from '../../english.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, {});

describe('a key of a review', () => {
  test.each([
    ['Space shows the answer, or grades it good', ' ', {}, 'reveal'],
    ['a number grades', '1', {}, 'again'],
    ['a letter acts', 'u', {}, 'undo'],
    ['a letter acts with caps lock too', 'U', {}, 'undo'],
    ['Shift makes another action of a letter', 'J', { shiftKey: true }, 'jumpNew'],
    ['Ctrl with z undoes', 'z', { ctrlKey: true }, 'undo'],
    ['Cmd with z undoes', 'z', { metaKey: true }, 'undo'],
    ['Ctrl with Shift and z redoes', 'Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['r reads aloud', 'r', {}, 'aloud'],
    ['a sign that needs Shift acts', '?', { shiftKey: true }, 'keys'],
    ['Ctrl keeps a letter for the app', 's', { ctrlKey: true }, null],
    ['Alt keeps every key for the app', '1', { altKey: true }, null],
    ['other keys do nothing', 'q', {}, null],
  ] as const)('%s', (_, key, held, action) => {
    expect(press(key, held)).toBe(action);
  });

  test('of the user takes the place of the usual ones, and frees them', () => {
    const key = (pressed: string) => ({
      key: pressed,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
    });
    const own = { bury: ['h'], reset: ['b'] };
    expect(['h', 'b', 'x'].map((pressed) => actionOf(key(pressed), own))).toEqual([
      'bury',
      'reset',
      'suspend',
    ]);
    expect(actionOf(key('h'), {})).toBeNull();
  });

  test('with Ctrl or Cmd and a number sets a flag', () => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(flagOf({ ...none, key: '3', ctrlKey: true })).toBe(3);
    expect(flagOf({ ...none, key: '7', metaKey: true })).toBe(7);
    expect([flagOf({ ...none, key: '3' }), flagOf({ ...none, key: '8', ctrlKey: true })]).toEqual([
      null,
      null,
    ]);
  });

  test('stands for one action only', () => {
    const keys = actionKeys.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    [' ', 'Space', false],
    ['Mod+z', 'Ctrl Z', false],
    ['Mod+z', 'Cmd Z', true],
    ['Shift+J', 'Shift J', false],
    ['?', '?', true],
  ])('%p is printed as %p (on macOS: %p)', (key, label, isMac) => {
    expect(keyLabel(english, key, isMac)).toBe(label);
  });
});
