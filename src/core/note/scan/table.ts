// GFM tables: a line is a header row only if a delimiter row with as many cells follows.
import { codeAt } from '../../text/code-at.ts';
import { backslash, bar, colon, dash } from './codes.ts';
import { isBlank, skipBlanks } from './line.ts';

/** A line's cells as a header row, or 0 if it can't be one. */
export function headCells(text: string, at: number, end: number): number {
  let cells = 0;
  let parts = codeAt(text, at) === bar ? 0 : 1;
  let isOpen = parts === 1;
  while (at < end) {
    const code = codeAt(text, at);
    if (isBlank(code)) {
      at += 1;
      continue;
    }
    parts += 1;
    if (isOpen) cells += 1;
    isOpen = code === bar;
    at += 1;
    if (isOpen) continue;
    at = dataEnd(text, at - 1, end);
  }
  return parts > 1 ? cells : 0;
}

function dataEnd(text: string, at: number, end: number): number {
  while (at < end) {
    const code = codeAt(text, at);
    if (code === bar || isBlank(code)) break;
    const next = codeAt(text, at + 1);
    at += code === backslash && at + 1 < end && (next === backslash || next === bar) ? 2 : 1;
  }
  return at;
}

/** Cells of a delimiter row (`|---|:-:|`), or 0 if the line isn't one. */
export function delimiterCells(text: string, at: number, end: number): number {
  let cells = 0;
  let isMarked = false;
  if (codeAt(text, at) === bar) {
    isMarked = true;
    at = skipBlanks(text, at + 1, end);
  }
  while (at < end) {
    if (codeAt(text, at) === colon) {
      isMarked = true;
      at += 1;
    }
    const filler = at;
    while (at < end && codeAt(text, at) === dash) at += 1;
    if (at === filler) return 0;
    if (codeAt(text, at) === colon && at < end) {
      isMarked = true;
      at += 1;
    }
    cells += 1;
    at = skipBlanks(text, at, end);
    if (at === end) break;
    if (codeAt(text, at) !== bar) return 0;
    isMarked = true;
    at = skipBlanks(text, at + 1, end);
  }
  return isMarked ? cells : 0;
}
