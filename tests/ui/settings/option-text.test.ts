import { describe, expect, test } from '@jest/globals';
import { defaultSettings, parseSettings } from '../../../src/core/settings.ts';
import { getOption, withOption } from '../../../src/ui/settings/option-text.ts';

describe('a part of an option', () => {
  test('of a source says whether it is on', () => {
    expect(getOption(defaultSettings, 'cards.sourcesOff.cloze')).toBe(true);
  });

  test('of a disabled source is listed', () => {
    const off = withOption(defaultSettings, 'cards.sourcesOff.lead-in', false);
    expect(off.cards.sourcesOff).toEqual(['lead-in']);
  });

  test('of a source turned off twice is listed once', () => {
    const off = withOption(defaultSettings, 'cards.sourcesOff.title', false);
    expect(withOption(off, 'cards.sourcesOff.title', false).cards.sourcesOff).toEqual(['title']);
  });

  test('of a source turned on again leaves the others off', () => {
    const off = { ...defaultSettings, cards: { ...defaultSettings.cards, sourcesOff: ['title', 'cloze'] } };
    const on = withOption(parseSettings(off).settings, 'cards.sourcesOff.title', true);
    expect(on.cards.sourcesOff).toEqual(['cloze']);
  });

  test('of the marks changes only this mark', () => {
    const changed = withOption(defaultSettings, 'cards.separators.inline', ';;');
    expect(changed.cards.separators).toEqual({ ...defaultSettings.cards.separators, inline: ';;' });
  });
});

describe('separators', () => {
  const wrongWith = (inline: string): readonly string[] =>
    parseSettings(withOption(defaultSettings, 'cards.separators.inline', inline)).wrong;

  test('that are equal are wrong', () => {
    expect(wrongWith(':::')).toEqual(['cards.separators']);
  });

  test('that are off are not equal', () => {
    expect(wrongWith('')).toEqual([]);
  });
});
