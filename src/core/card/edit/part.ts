// The part of a note that a person points at: what is selected, a callout, or a heading with everything below it; which
// cards are in it, and why there may be none.
import type { HeadingBlock, Outline } from '../../note/outline.ts';
import type { Span } from '../../note/span.ts';
import type { Card } from '../card.ts';
import type { SkipReason } from '../draft.ts';
import type { SkippedBlock } from '../extract.ts';
import { lineCounter } from '../text/line-counter.ts';
import { afterLine, lineStart } from '../text/pieces.ts';
import { sourceBlock } from './source-block.ts';

/** The headings that hold an offset, the innermost first. */
export function headingsAt({ blocks }: Outline, at: number): readonly HeadingBlock[] {
  const found: HeadingBlock[] = [];
  let depth = Infinity;
  for (const block of [...blocks].reverse()) {
    if (block.kind !== 'heading' || block.start > at || block.depth >= depth) continue;
    found.push(block);
    ({ depth } = block);
  }
  return found;
}

/** Whole lines of a note, with the last line break. @param selected without text in it, its place counts */
export function partAt(text: string, outline: Outline, { start, end }: Span): Span {
  const lines = (span: Span): Span => ({
    start: lineStart(text, span.start),
    end: afterLine(text, Math.max(span.start, span.end - 1)),
  });
  if (text.slice(start, end).trim() !== '') return lines({ start, end });
  const from = lineStart(text, start);
  const callout = outline.blocks.find(
    (block) => block.kind === 'callout' && lineStart(text, block.start) <= from && start <= block.end,
  );
  if (callout) return lines(callout);
  const [heading] = headingsAt(outline, afterLine(text, start) - 1);
  const next = outline.blocks.find(
    (block) =>
      block.kind === 'heading' &&
      (heading ? block.start > heading.start && block.depth <= heading.depth : block.start > start),
  );
  return {
    start: heading ? lineStart(text, heading.start) : 0,
    end: next ? lineStart(text, next.start) : text.length,
  };
}

/** The places in a list of the cards that ask in a part, or whose text begins there. */
export function cardsIn(part: Span, cards: readonly Card[], text: string): readonly number[] {
  const lineAt = lineCounter(text);
  const [first, last] = [lineAt(part.start), lineAt(Math.max(part.start, part.end - 1))];
  const isIn = (card: Card): boolean => {
    if (card.source === 'note') return false;
    if (card.line >= first && card.line <= last) return true;
    const { start } = sourceBlock(card, text);
    return start >= part.start && start < part.end;
  };
  return cards.flatMap((card, nth) => (isIn(card) ? [nth] : []));
}

/** The place in a list of the card whose text is the closest around an offset; -1 if none is. */
export function cardAt(at: number, cards: readonly Card[], text: string): number {
  let [found, least] = [-1, Infinity];
  for (const [nth, card] of cards.entries()) {
    if (card.source === 'note') continue;
    const { start, end } = sourceBlock(card, text);
    if (start > at || at > end || end - start >= least) continue;
    found = nth;
    least = end - start;
  }
  return found;
}

/** Reasons that hold for everything below. */
const goesDown: ReadonlySet<SkipReason> = new Set<SkipReason>([
  'left out by "no cards"',
  'heading is on the skip list',
  'a Kanban board',
  'a drawing',
  'a template',
]);

/** Why no card is at an offset: what its block, its heading or a heading above says; null if none says anything. */
export function skipReasonAt(
  at: number,
  skipped: readonly SkippedBlock[],
  outline: Outline,
  text: string,
): SkipReason | null {
  const lineAt = lineCounter(text);
  const from = lineStart(text, at);
  const block = outline.blocks.find(({ start, end }) => lineStart(text, start) <= from && at <= end);
  const own = lineAt(at);
  const [first, last] = block ? [lineAt(block.start), lineAt(block.end)] : [own, own];
  const [heading, ...above] = headingsAt(outline, afterLine(text, at) - 1).map(({ start }) => lineAt(start));
  const inBlock = skipped.filter(({ line }) => line >= first && line <= last);
  const found =
    inBlock.find(({ line }) => line === own) ??
    inBlock[0] ??
    skipped.find(({ line }) => line === heading) ??
    skipped.find(({ line, reason }) => above.includes(line) && goesDown.has(reason));
  if (found) return found.reason;
  // What leaves out the beginning of a note leaves out all of it.
  const firstHeading = outline.blocks.find(({ kind }) => kind === 'heading')?.start ?? text.length;
  const whole = skipped.find(({ reason }) => goesDown.has(reason));
  return whole && (whole.line === 1 || whole.line < lineAt(firstHeading)) ? whole.reason : null;
}
