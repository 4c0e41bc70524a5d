// A block is replaced only where it is still as it was read; nothing else of the note changes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replaceBlock, type ReadBlock } from '../../../../src/core/card/edit/replace-block.ts';
import { runs } from '../../../random.ts';

function blockOf(text: string, block: string, nth = 0): ReadBlock {
  let start = text.indexOf(block);
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(block, start + 1);
  return { text, start, end: start + block.length };
}

describe('replacing a block', () => {
  const text = '# One\nFirst.\n\n# Two\nSecond.\n';
  const read = blockOf(text, '# Two\nSecond.');

  test('replaces it and nothing else', () => {
    expect(replaceBlock(text, read, '# Two\nNo. 2')).toBe('# One\nFirst.\n\n# Two\nNo. 2\n');
  });

  test('keeps what changed before it and after it', () => {
    expect(replaceBlock(`New.\n${text}`, read, '# Zwei')).toBe('New.\n# One\nFirst.\n\n# Zwei\n');
    expect(replaceBlock(`${text}\n# Three\nThird.`, read, '# Zwei')).toBe(
      '# One\nFirst.\n\n# Zwei\n\n# Three\nThird.',
    );
  });

  test('writes nothing over a change of the block', () => {
    for (const now of [
      '# One\nFirst.\n\n# Two\nAnother.\n',
      '# One\nFirst.\n\n# Two\nSecond. More.\n',
      '# One\nFirst.\n\n## Two\nSecond.\n',
      '# One\nFirst.\n',
      '',
    ])
      expect(replaceBlock(now, read, 'x')).toBeNull();
  });

  test('knows which of two equal blocks was read by its place', () => {
    const twice = '- a :: b\n\n- a :: b\n';
    expect(replaceBlock(twice, blockOf(twice, '- a :: b', 1), '- a :: c')).toBe('- a :: b\n\n- a :: c\n');
    expect(replaceBlock(twice, blockOf(twice, '- a :: b'), '- a :: c')).toBe('- a :: c\n\n- a :: b\n');
    // One of them went, and nothing tells which.
    expect(replaceBlock('- a :: b\n', blockOf(twice, '- a :: b', 1), '- a :: c')).toBeNull();
  });

  test('keeps line endings and a byte order mark', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const block = blockOf(windows, '# Two\r\nSecond.');
    expect(replaceBlock(`\uFEFF${windows}`, block, '# Two\nA\nB')).toBe(
      '\uFEFF# One\r\nFirst.\r\n\r\n# Two\r\nA\r\nB\r\n',
    );
    const mixed = blockOf('a\r\nb\nc\r\nd', 'a\r\nb\nc\r\nd');
    expect(replaceBlock(mixed.text, mixed, 'a\nb\nx\nc\nd')).toBe('a\r\nb\nx\r\nc\r\nd');
    expect(replaceBlock(mixed.text, mixed, 'a\nb\nc\nd')).toBe(mixed.text);
  });

  test('keeps every other line, whatever changes meanwhile', () => {
    const line = fc.constantFrom('a', 'b', '', '# a', '> a');
    const lines = fc.array(line, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        lines,
        fc.nat(),
        fc.nat(),
        lines,
        fc.constantFrom('\n', '\r\n'),
        (all, from, count, now, end) => {
          const first = from % all.length;
          const last = Math.min(all.length, first + 1 + (count % 3));
          const before = all
            .slice(0, first)
            .map((one) => one + end)
            .join('');
          const shown = all.slice(first, last).join(end);
          const note = all.join(end);
          const block = { text: note, start: before.length, end: before.length + shown.length };
          expect(replaceBlock(note, block, shown.replaceAll('\r\n', '\n'))).toBe(note);
          const after = note.slice(block.end);
          expect(replaceBlock(note, block, 'new')).toBe(`${before}new${after}`);
          const other = now.join(end);
          const got = replaceBlock(other, block, 'NEW');
          if (got === null) return;
          const at = got.indexOf('NEW');
          expect(got.replace('NEW', shown)).toBe(other);
          expect(other.slice(at, at + shown.length)).toBe(shown);
        },
      ),
      { numRuns: runs(3000, 300) },
    );
  });
});
