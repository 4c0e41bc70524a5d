// The pictures of a note.
import { expect, test } from '@jest/globals';
import { embedOf, pictureName, picturesIn } from '../../../src/core/links/pictures.ts';

test.each([
  ['![[heart.png]]', 'heart.png'],
  ['![[A/heart big.png|The heart|300]]', 'A/heart big.png'],
  ['| ![[heart.png\\|100]] |', 'heart.png'],
  ['![x](heart%20big.jpg "A title")', 'heart big.jpg'],
  ['![](<heart big.webp>)', 'heart big.webp'],
  ['![a \\] b](heart_(1).svg)', 'heart_(1).svg'],
  ['![](https://example.com/a%20b?x=1#y)', 'https://example.com/a%20b?x=1#y'],
])('%s is a picture', (text, target) => {
  expect(picturesIn(`Text ${text} text`).map((one) => one.target)).toEqual([target]);
  expect(
    embedOf(
      `${picturesIn(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('')} Label`,
    ),
  ).toBe(text.replace(/^\| | \|$/g, ''));
});

test.each(['[[heart.png]]', '![[Note]]', '![[a.pdf#page=2]]', '![[sound.mp3]]', '![](a.pdf)', '![x]'])(
  '%s is none',
  (text) => {
    expect(picturesIn(text)).toEqual([]);
  },
);

test('a picture goes by its file name', () => {
  expect(pictureName('![[A/The heart.png|300]] Aorta')).toBe('The heart');
});
