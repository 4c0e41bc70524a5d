import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsedTexts, scannedTexts } from '../../../../src/core/card/text/cloze-texts.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { expectAlike } from '../../../alike.ts';
import { nastyText } from '../../note/scan/nasty-text.ts';
import { runs } from '../../../random.ts';

const containers = ['list', 'quote', 'callout', 'table'];

describe('the texts of lists, quotes and tables that may hide something', () => {
  test('are the same by scanner and by remark', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { masked, blocks } = readOutline(text);
        for (const block of blocks.filter(({ kind }) => containers.includes(kind))) {
          const scanned = scannedTexts(masked, block);
          if (scanned) expectAlike(scanned, parsedTexts(masked, block));
        }
      }),
      { numRuns: runs(20_000) },
    );
  });

  test('a plain list needs no remark', () => {
    const text = '- one ==a==\n    - two\n      more\n- three';
    const { masked, blocks } = readOutline(text);
    expect(blocks.map((block) => scannedTexts(masked, block)?.length)).toEqual([3]);
  });
});
