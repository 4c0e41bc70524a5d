import { expect, test } from '@jest/globals';
import { cardLine, keptText, lineText, plainText } from '../../../src/core/note/plain-text.ts';

test.each([
  [' no markup ', 'no markup'],
  ['**bold** `code` $x^2$', 'bold code x^2'],
  ['[[Page|shown]] ![[fig.png|300]]', 'shown fig.png'],
  ['![a picture](x.png) ![](y.png)', 'a picture'],
  ['one  \ntwo<br>three<BR/>four', 'one two three four'],
  ['told[^1]', 'told[^1]'],
  ['see [[Dir/Page#Head]] and [[#^id]]', 'see Dir/Page > Head and ^id'],
])('%j reads %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test.each([
  ['[[Page|shown]] ![[fig.png|300]]', 'shown fig.png'],
  ['see [[Dir/Page.md#Head]] and [[#^id]]', 'see Page and id'],
  ['[[|a]]', '[[|a]]'],
  ['two<br>three', 'twothree'],
])('%j is kept in the history as %j', (markdown, text) => {
  expect(keptText(markdown)).toBe(text);
});

test.each([
  ['**Why** is $\\frac{1}{\\sqrt{d}}$ in `\\n`?', 'Why is 1/√d in \\n?'],
  ['- one [[Two|2]]\n- three', 'one 2 three'],
  ['2 * 3', '2 * 3'],
  ['![](img/sleep%20stages.png)', 'sleep stages.png'],
  ['![Sleep](img/a.png) ![[b.png]]', 'Sleep b.png'],
  ['<img src="a.png">', '<img src="a.png">'],
  ['我说「==[…]==」了', '我说「[…]」了'],
  ['这是==[…]==，==[x_y]==。', '这是[…]，[x_y]。'],
  ['Plain ==[…]== and ==[hint]==(see)', 'Plain […] and [hint](see)'],
])('%j is the line %j', (markdown, text) => {
  expect(lineText(markdown)).toBe(text);
});

test('the name of a note is no Markdown', () => {
  expect(cardLine({ question: '__init__', asksName: true })).toBe('__init__');
  expect(cardLine({ question: '__init__', asksName: false })).toBe('init');
});
