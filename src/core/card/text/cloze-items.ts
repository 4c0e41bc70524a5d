// Which of a block's texts are list items, and what is above and beside them.
import type { Span } from '../../note/span.ts';
import type { ClozeText } from './cloze-texts.ts';
import { lineStart, matchEnd } from './pieces.ts';

export interface ClozeItem {
  readonly text: ClozeText;
  /** From the start of its line, after the quote marks. */
  readonly lead: Span;
  /** Whether it starts with a list marker; otherwise it is a later paragraph of an item, or not in a list. */
  readonly isMarked: boolean;
  /** Columns of the marker and of the text after it; equal if there is no marker. */
  readonly column: number;
  readonly inner: number;
  /** Index of the parent item, or -1. */
  readonly parent: number;
}

const quotes = /(?:[ \t]*>[ \t]?)*/y;
const itemMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Width in columns of the whitespace before a text: a tab advances to the next multiple of four. */
function columns(text: string): number {
  let at = 0;
  for (const sign of text) at += sign === '\t' ? 4 - (at % 4) : 1;
  return at;
}

/** Items at all list depths; a text indented far enough below an item belongs to it. */
export function clozeItems(masked: string, texts: readonly ClozeText[]): readonly ClozeItem[] {
  const items: ClozeItem[] = [];
  const open: number[] = [];
  for (const text of texts) {
    const line = lineStart(masked, text.within.start);
    const start = Math.min(matchEnd(quotes, masked, line), text.within.start);
    const before = masked.slice(start, text.within.start);
    const isMarked = itemMark.test(before);
    const inner = columns(before);
    const column = isMarked ? columns(/^[ \t]*/.exec(before)?.[0] ?? '') : inner;
    while (open.length > 0 && column < (items[open.at(-1) ?? -1]?.inner ?? 0)) open.pop();
    const lead = { start, end: text.within.start };
    items.push({ text, lead, isMarked, column, inner, parent: open.at(-1) ?? -1 });
    if (isMarked) open.push(items.length - 1);
  }
  return items;
}

/** The ancestors of an item, outermost first. */
export function itemsAbove(items: readonly ClozeItem[], index: number): readonly ClozeItem[] {
  const above: ClozeItem[] = [];
  for (let item = items[items[index]?.parent ?? -1]; item; item = items[item.parent]) above.unshift(item);
  return above;
}

/** How many items to scan for those of one list: any number of others, nested deeper, may be in between. */
const farthest = 200;

/** An item and its neighbors in the same list, at most `reach` on either side. */
export function itemsBeside(items: readonly ClozeItem[], index: number, reach: number): readonly ClozeItem[] {
  const item = items[index];
  if (!item) return [];
  const look = (step: number): readonly ClozeItem[] => {
    const found: ClozeItem[] = [];
    for (let at = index + step; found.length < reach && Math.abs(at - index) <= farthest; at += step) {
      const one = items[at];
      // A less indented item ends the list, and so does a paragraph between two lists.
      if (!one || one.inner < item.column || (one.parent === item.parent && !one.isMarked)) break;
      if (one.parent === item.parent) found.push(one);
    }
    return found;
  };
  return item.isMarked ? [...[...look(-1)].reverse(), item, ...look(1)] : [item];
}

/** The direct children of an item, at most `count`. */
export function itemsBelow(items: readonly ClozeItem[], index: number, count: number): readonly ClozeItem[] {
  const found: ClozeItem[] = [];
  for (let at = index + 1; found.length < count && at - index <= farthest; at += 1) {
    const one = items[at];
    if (!one || one.parent < index) break;
    if (one.parent === index && one.isMarked) found.push(one);
  }
  return found;
}
