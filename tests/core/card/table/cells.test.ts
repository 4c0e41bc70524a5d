// The cells of a table are those that remark finds.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Table as TableNode } from 'mdast';
import { mayHoldTable, readTable } from '../../../../src/core/card/table/cells.ts';
import { parseBlocks, spanOf } from '../../../../src/core/note/parse/markdown.ts';
import { runs } from '../../../random.ts';

function tableIn(text: string): TableNode | undefined {
  return parseBlocks(text).children.find((node): node is TableNode => node.type === 'table');
}

/** Cells as remark has them: without the bars and blanks around them. */
function remarkCells(text: string, table: TableNode): readonly (readonly string[])[] {
  return table.children.map(({ children }) =>
    children.map((cell) => {
      const { start, end } = spanOf(cell);
      return text
        .slice(start, end)
        .replace(/^[ \t]*\|?[ \t]*/, '')
        .replace(/((?:^|[^\\])(?:\\\\)*)[ \t]*\|?[ \t]*$/, '$1')
        .trimEnd();
    }),
  );
}

function ownCells(text: string, table: TableNode) {
  const read = readTable(text, spanOf(table));
  if (!read) return null;
  return [read.head, ...read.body].map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)));
}

const padded = (cells: readonly (readonly string[])[]) => {
  const width = cells[0]?.length ?? 0;
  return cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
};

const cell = fc
  .array(fc.constantFrom('a', ' ', 'é', '\\|', '\\\\', '`x`', '**b**', '<br>', '$x$', '[[N\\|n]]', '漢'), {
    maxLength: 4,
  })
  .map((parts) => parts.join('').trim())
  // A backslash at the end would take the next bar with it.
  .filter((text) => !/(?:^|[^\\])(?:\\\\)*\\$/.test(text));
const border = fc.constantFrom('| ', '|', '');
const row = (width: number) =>
  fc
    .tuple(
      fc.array(cell, { minLength: width, maxLength: width }),
      border,
      fc.constantFrom(' |', '|', '', ' | '),
    )
    .map(([cells, open, close]) => `${open}${cells.join(' | ')}${close}`);
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom('\n', '\r\n'))
  .chain(([width, end]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom('a', 'b c', 'd'), { minLength: width, maxLength: width }),
        fc.array(fc.integer({ min: 1, max: 5 }).chain(row), { maxLength: 4 }),
      )
      .map(([heads, rows]) =>
        [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`, ...rows].join(end),
      ),
  );

describe('readTable', () => {
  test('finds the cells that remark finds', () => {
    let seen = 0;
    fc.assert(
      fc.property(table, (text) => {
        const node = tableIn(text);
        if (!node) return;
        seen += 1;
        expect(ownCells(text, node)).toEqual(padded(remarkCells(text, node)));
      }),
      { numRuns: runs(10_000, 200) },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test.each([
    ['an escaped bar', '| a | b |\n|---|---|\n| x\\|y | `p\\|q` |', [['x\\|y', '`p\\|q`']]],
    ['no outer bars', 'a | b\n--- | ---\nx | y', [['x', 'y']]],
    [
      'a short and a long row',
      '|a|b|\n|-|-|\n|x|\n|x|y|z|',
      [
        ['x', ''],
        ['x', 'y'],
      ],
    ],
    ['an empty cell', '|a|b|\n|-|-|\n||y|', [['', 'y']]],
    ['a lone carriage return', '|a|b|\r|-|-|\r|x|y|', [['x', 'y']]],
  ])('reads %s', (_, text, body) => {
    const read = readTable(text, { start: 0, end: text.length });
    expect(read?.body.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)))).toEqual(
      body,
    );
  });
});

test('a text of a table may hold one', () => {
  fc.assert(
    fc.property(table, (text) => mayHoldTable(text)),
    { numRuns: runs(1000, 100) },
  );
  expect(mayHoldTable('> | a | b |\n> |:-:|---|')).toBe(true);
  expect(mayHoldTable('a | b, and a rule\n---\n')).toBe(false);
});
