// The rows and cells of a GFM table, by offset.
import { codeAt } from '../../text/code-at.ts';
import { skipBlanks } from '../../note/scan/line.ts';
import { beforeSpace } from '../../note/blanks.ts';
import type { Span } from '../../note/span.ts';

/** A row's cells, without the whitespace around them; an empty cell is an empty span. */
export interface Row extends Span {
  readonly cells: readonly Span[];
  /** A line without a bar: text right below the table, which Markdown takes for its row. */
  readonly isText: boolean;
}

export interface Table {
  readonly head: Row;
  /** As many cells as the head has, as GFM reads them: missing ones are empty, further ones ignored. */
  readonly body: readonly Row[];
}

const delimiterRow = /^[ \t>|]*:?-+:?[ \t]*\|/m;

/** Whether a text may contain a table: it has a line that starts with dashes and a bar. */
export function mayHoldTable(text: string): boolean {
  return text.includes('|') && delimiterRow.test(text);
}

const lineEnd = /\r\n?|\n/g;
const bar = 124;
const backslash = 92;

/** Whether a bar divides at `at`: not behind a backslash that isn't escaped itself. */
function cellEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = codeAt(text, at);
    if (code === bar) return at;
    const next = codeAt(text, at + 1);
    if (code === backslash && (next === bar || next === backslash)) at += 1;
  }
  return end;
}

function readRow(text: string, { start, end }: Span): Row {
  const cells: Span[] = [];
  const stop = beforeSpace(text, start, end);
  let bars = 0;
  let at = skipBlanks(text, start, stop);
  if (codeAt(text, at) === bar) {
    at += 1;
    bars += 1;
  }
  while (at < stop) {
    const close = cellEnd(text, at, stop);
    const first = skipBlanks(text, at, close);
    cells.push({ start: first, end: Math.max(first, beforeSpace(text, first, close)) });
    if (close < stop) bars += 1;
    at = close + 1;
  }
  return { start, end: stop, cells, isText: bars === 0 };
}

/**
 * Reads the table that a text contains from `start` to `end`, which a parser has found to be one.
 * @param text the masked text, without the marks of what contains the table
 */
export function readTable(text: string, { start, end }: Span): Table | null {
  const rows: Row[] = [];
  for (let at = start; at < end;) {
    lineEnd.lastIndex = at;
    const found = lineEnd.exec(text);
    const isLast = !found || found.index >= end;
    rows.push(readRow(text, { start: at, end: isLast ? end : found.index }));
    at = isLast ? end : lineEnd.lastIndex;
  }
  const [head, , ...body] = rows;
  if (!head) return null;
  const width = head.cells.length;
  const sized = body.map((row): Row => {
    const empty = { start: row.end, end: row.end };
    return { ...row, cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? empty) };
  });
  return { head, body: sized };
}
