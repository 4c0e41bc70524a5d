import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/core/note/plain-text.ts';

test.each([
  [' no markup ', 'no markup'],
  ['**bold** `code` $x^2$', 'bold code x^2'],
  ['[[Page|shown]] ![[fig.png|300]]', 'shown fig.png'],
  ['![a picture](x.png) ![](y.png)', 'a picture'],
  ['one  \ntwo<br>three', 'one twothree'],
  ['told[^1]', 'told[^1]'],
])('%j reads %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});
