import { describe, expect, test } from '@jest/globals';
import { actionKeys, actionOf, keyLabel } from '../../../src/ui/review/keys.ts';
import { english } from '../../english.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('a key of a review', () => {
  test.each([
    ['Space shows the answer, or grades it good', ' ', {}, 'reveal'],
    ['a number grades', '1', {}, 'again'],
    ['a letter acts', 'u', {}, 'undo'],
    ['a letter acts with caps lock too', 'U', {}, 'undo'],
    ['Shift makes another action of a letter', 'J', { shiftKey: true }, 'jumpNew'],
    ['Ctrl with z undoes', 'z', { ctrlKey: true }, 'undo'],
    ['Cmd with z undoes', 'z', { metaKey: true }, 'undo'],
    ['a sign that needs Shift acts', '?', { shiftKey: true }, 'keys'],
    ['Ctrl keeps a letter for the app', 's', { ctrlKey: true }, null],
    ['Alt keeps every key for the app', '1', { altKey: true }, null],
    ['other keys do nothing', 'q', {}, null],
  ] as const)('%s', (_, key, held, action) => {
    expect(press(key, held)).toBe(action);
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
