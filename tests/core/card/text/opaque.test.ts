// Code, maths and links, where no separator counts.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { opaqueSpans, parsedOpaqueSpans } from '../../../../src/core/card/text/opaque.ts';
import { lineStart } from '../../../../src/core/card/text/pieces.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { runs } from '../../../random.ts';
import { expectAlike } from '../../../alike.ts';
import { nastyText } from '../../note/scan/nasty-text.ts';

test('are the same in lists and quotes by scanner and by remark', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const { masked, blocks } = readOutline(text);
      for (const { kind, start, end } of blocks) {
        if (kind !== 'list' && kind !== 'quote') continue;
        const markdown = masked.slice(lineStart(masked, start), end);
        expectAlike(opaqueSpans(markdown), parsedOpaqueSpans(markdown));
      }
    }),
    { numRuns: runs(20_000) },
  );
});

test('a list is read item by item', () => {
  expect(opaqueSpans('- a `b::c`\n  [d](e::f)\n- g $h::i$')).toEqual(
    ['`b::c`', '[d](e::f)', '$h::i$'].map((part) => {
      const at = '- a `b::c`\n  [d](e::f)\n- g $h::i$'.indexOf(part);
      return { start: at, end: at + part.length };
    }),
  );
});
