// A long text gives the same tree in pieces as in one.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { inPieces } from '../../../../src/core/note/parse/pieces.ts';
import { scanInline } from '../../../../src/core/note/scan/inline/inline.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { nastyText } from '../scan/nasty-text.ts';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();
const whole = (text: string): Root => processor.parse(text);

/** Type, place and text of each node, in order. The scanner gives inline nodes offsets and no lines: nobody asks. */
function nodesOf(node: Nodes, isInline = false): readonly unknown[] {
  const { start, end } = node.position ?? {};
  const lines = isInline ? [] : [start?.line, end?.line];
  const own = [node.type, start?.offset, end?.offset, ...lines];
  const holdsInline = isInline || node.type === 'paragraph' || node.type === 'heading';
  const inside = 'children' in node ? node.children.flatMap((child) => nodesOf(child, holdsInline)) : [];
  const value = 'value' in node ? node.value : 'spread' in node ? node.spread : null;
  return [[...own, value], ...inside];
}

const alike = (text: string): void => {
  expectAlike(
    inPieces(whole, scanInline)(text).children.flatMap((node) => nodesOf(node)),
    whole(text).children.flatMap((node) => nodesOf(node)),
  );
};

test('whatever the texts', () => {
  const long = fc.array(nastyText, { minLength: 60, maxLength: 120 });
  fc.assert(
    fc.property(long, fc.constantFrom('\n', '\n\n'), (texts, between) => {
      const text = texts.filter((one) => !one.includes(']:')).join(between);
      alike(`${text}\n\n${'A plain line of words.\n\n'.repeat(400)}`);
    }),
    { numRuns: runs(400) },
  );
});

test('also where nothing is plain', () => {
  alike('a\n---\n\n'.repeat(1500));
  alike('> [!note]\n> body\n\n'.repeat(1000));
  alike('- a\n- b\n\ntext\n\n'.repeat(1000));
  alike(`<div>\n${'<b>c</b>\n'.repeat(1000)}\ntext\n\n<script>\n${'a\n\n'.repeat(3000)}</script>\ntext\n`);
  for (const item of [
    '- a\n',
    '- a\n\n',
    '1. a\n   - b\n',
    '- [ ] a\n?\n',
    ' * a\n\n   b\n',
    '+ a\n  > b\n+\n',
  ])
    alike(`text\n\n${item.repeat(1200)}\nend\n\n${'A plain line of words.\n\n'.repeat(200)}`);
  alike(`${'- a\n'.repeat(1200)}\n- b\n${'- c\n'.repeat(1200)}`);
  alike(`text\n\n  ${'a *b* `c` line\n'.repeat(800)}\nmore\n`);
  alike(`text\n\n  <div>\n${'  <b>c</b>\n'.repeat(1000)}`);
});

test('whatever the items of a long list', () => {
  const items = fc.array(nastyText, { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(items, fc.constantFrom('- ', '1. ', ' * '), (texts, mark) => {
      const indent = ' '.repeat(mark.length);
      const list = texts
        .filter((one) => !one.includes(']:'))
        .map((one) => `${mark}${one.split('\n').join(`\n${indent}`)}`)
        .join('\n');
      alike(`text\n\n${list}\n${`${mark}an item of plain words\n`.repeat(500)}`);
    }),
    { numRuns: runs(400) },
  );
});

test('a reference link finds its address at the other end', () => {
  const text = `[a][b]\n\n${'text\n\n'.repeat(3000)}[b]: https://x.y`;
  expect(JSON.stringify(inPieces(whole, scanInline)(text).children[0])).toContain('linkReference');
});
