import { describe, expect, test } from '@jest/globals';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { readSrSettings, srDifferences } from '../../../src/core/import/sr-settings.ts';

const differences = (settings: object): string[] => {
  const theirs = readSrSettings({ settings }, defaultCardOptions);
  return theirs ? srDifferences(theirs, defaultCardOptions) : ['none'];
};

describe('the settings of Spaced Repetition', () => {
  test('as installed differ in nothing', () => {
    expect(
      differences({
        flashcardTags: ['#flashcards'],
        singleLineCardSeparator: '::',
        singleLineReversedCardSeparator: ':::',
        multilineCardSeparator: '?',
        multilineReversedCardSeparator: '??',
        multilineCardEndMarker: '',
        convertHighlightsToClozes: true,
        convertBoldTextToClozes: false,
        convertCurlyBracketsToClozes: false,
      }),
    ).toEqual([]);
  });

  test('give other marks and tags', () => {
    expect(
      differences({
        flashcardTags: ['#cards'],
        multilineCardSeparator: '??',
        clozePatterns: ['**[123;;]answer[;;hint]**'],
      }),
    ).toEqual([
      'tags: cards',
      'separators.block: "??"',
      'clozeMarks.highlight: false',
      'clozeMarks.bold: true',
    ]);
  });

  test.each([[null], [{}], [{ settings: { flashcardTags: 3 } }], ['text']])('%j are none', (data) => {
    expect(readSrSettings(data, defaultCardOptions)).toBeNull();
  });
});
