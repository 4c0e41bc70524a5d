// What of a question says anything: markup alone asks nothing.
import { describe, expect, test } from '@jest/globals';
import { says } from '../../../../src/core/card/text/says.ts';

const silent = [
  '',
  ' \t',
  '#tag',
  '#flashcards/bio #other',
  '**#tag**',
  '^block-id',
  '#tag ^block-id',
  '&nbsp;',
  '&#160; &ensp;',
  '<br>',
  '<span class="x"></span>',
  '** **',
  '****',
  '====',
  '---',
  '[^1]',
  '[](a.md)',
  '[[]]',
  '![]()',
  '![[ ]]',
  '``',
  '{{title}}',
  '<% tp.file.title %>',
  '\u200b',
] as const;

const telling = [
  'Osmosis',
  'é',
  '42',
  '浸透',
  '→',
  '∈',
  '🙂',
  '???',
  'C#',
  'Osmosis #tag',
  '**Bold**',
  '==Marked==',
  '[[Osmosis]]',
  '[Osmosis](a.md)',
  '![](plot.png)',
  '![[plot.png]]',
  '<img src="plot.png">',
  '`!`',
  '$x$',
  '\\*',
  'a & b',
  '&alpha;',
] as const;

describe('a question', () => {
  test.each(silent)('says nothing: %j', (markdown) => {
    expect(says(markdown)).toBe(false);
  });

  test.each(telling)('says something: %j', (markdown) => {
    expect(says(markdown)).toBe(true);
  });
});
