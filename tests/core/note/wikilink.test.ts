import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mask } from '../../../src/core/note/mask.ts';
import { findLinks, parsedLinks } from '../../../src/core/note/wikilink.ts';
import { expectAlike } from '../../alike.ts';
import { runs } from '../../random.ts';
import { inlineText } from './scan/inline/inline-text.ts';
import { nastyText } from './scan/nasty-text.ts';

test.each([
  ['[[a/Page.md#Head|shown]]', 'a/Page.md', 'Head', 'shown', false],
  ['[[#^block]]', '', '^block', '^block', false],
  ['[[Page#Head]]', 'Page', 'Head', 'Page > Head', false],
  ['[[#One#Two]]', '', 'One#Two', 'One > Two', false],
  ['[[##Head]]', '', '#Head', 'Head', false],
  ['[[Page#^block]]', 'Page', '^block', 'Page > ^block', false],
  ['[[Page.md]]', 'Page.md', null, 'Page.md', false],
  ['[[Dir/Page]]', 'Dir/Page', null, 'Dir/Page', false],
  ['![[Page#Head]]', 'Page', 'Head', 'Page > Head', true],
  ['[[|]]', '|', null, '|', false],
  ['[[|a]]', '|a', null, '|a', false],
  ['[[|#a]]', '|', 'a', '| > a', false],
  ['[[|a|b]]', '|a', null, 'b', false],
  ['text %% [[Page]] %%', 'Page', null, 'Page', false],
  ['%%\n- [[Page|p]]\n%%', 'Page', null, 'p', false],
  ['![[fig.png|300]]', 'fig.png', null, 'fig.png', true],
  ['[*so* `x`<b>](a%20b.md#The%20end)', 'a b.md', 'The end', 'so x', false],
  ['[](a/b.md)', 'a/b.md', null, 'b', false],
  ['[a](%E0%A4%A.md)', '%E0%A4%A.md', null, 'a', false],
  ['![alt|200](img/x.png)', 'img/x.png', null, 'alt', true],
  ['[text][ref]\n\n[ref]: there.md', 'there.md', null, 'text', false],
])('%j is a link', (markdown, target, subpath, display, embed) => {
  expect(findLinks(markdown)).toEqual([{ target, subpath, display, embed }]);
});

test.each([
  '[a](https://x.y)',
  '[a](//x.y)',
  '[a]()',
  '`[[code]]`',
  '<!-- [[comment]] -->',
  '`%% [[a]] %%`',
  '%% `[[a]]` %%',
  '[[]]',
  '[[|\n]]',
  '[[|a]',
  '[[|[a]]',
  'plain',
  '[a][none]',
])('%j leads nowhere in the vault', (markdown) => {
  expect(findLinks(markdown)).toEqual([]);
});

test('links in comments are among the others in the order of the text', () => {
  const targets = findLinks('[[a]] %% [[b]] %% [[c]]\n\n%%\n[[d]]\n%%\n\n[[e]]').map(({ target }) => target);
  expect(targets).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('links read without remark', () => {
  const link = fc.constantFrom('[[Page|alias]]', '[a](b.md)', '![x](y.png)', '![[z.png]]', 'text');
  const table = fc
    .tuple(inlineText, inlineText, link)
    .map(
      (cells) => `\n\n| [[a\\|b]] | \`|\` [[c]]\n|---|---|\n| ${cells.join('|').replaceAll('\n', ' ')} |\n\n`,
    );
  const text = fc
    .array(fc.oneof(nastyText, inlineText, link, table), { maxLength: 5 })
    .map((parts) => parts.join('').replaceAll('%%', '%'));

  test('are those that remark finds', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const byRemark = parsedLinks(markdown, mask(markdown).text).map((placed) => placed.link);
        expectAlike(findLinks(markdown), byRemark);
      }),
      { numRuns: runs(5000) },
    );
  });
});
