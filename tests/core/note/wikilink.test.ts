import { expect, test } from '@jest/globals';
import { findLinks } from '../../../src/core/note/wikilink.ts';

test.each([
  ['[[a/Page.md#Head|shown]]', 'a/Page.md', 'Head', 'shown', false],
  ['[[#^block]]', '', '^block', 'block', false],
  ['![[fig.png|300]]', 'fig.png', null, 'fig.png', true],
  ['[*so* `x`<b>](a%20b.md#The%20end)', 'a b.md', 'The end', 'so x', false],
  ['[](a/b.md)', 'a/b.md', null, 'b', false],
  ['[a](%E0%A4%A.md)', '%E0%A4%A.md', null, 'a', false],
  ['![alt|200](img/x.png)', 'img/x.png', null, 'alt', true],
  ['[text][ref]\n\n[ref]: there.md', 'there.md', null, 'text', false],
])('%j is a link', (markdown, target, subpath, display, embed) => {
  expect(findLinks(markdown)).toEqual([{ target, subpath, display, embed }]);
});

test.each(['[a](https://x.y)', '[a](//x.y)', '[a]()', '`[[code]]`', '%%[[comment]]%%', 'plain', '[a][none]'])(
  '%j leads nowhere in the vault',
  (markdown) => {
    expect(findLinks(markdown)).toEqual([]);
  },
);
