// Splits a note at the parts that a card is made of.
import type { PageMark } from '../page-data.ts';

interface NotePart {
  readonly text: string;
  /** Null for text that is not part of the card. */
  readonly side: PageMark['side'] | null;
}

/** Characters of a note shown before and after a card. */
const around = 8000;

/** @param marks sorted; where two overlap, as in a cloze, the first keeps its text */
export function noteParts(text: string, marks: readonly PageMark[]): readonly NotePart[] {
  const from = Math.max(0, (marks[0]?.start ?? 0) - around);
  const to = Math.min(text.length, Math.max(0, ...marks.map(({ end }) => end)) + around);
  const parts: NotePart[] = from > 0 ? [{ text: '…\n', side: null }] : [];
  let at = from;
  for (const { start, end, side } of marks) {
    const first = Math.max(at, start);
    if (end <= first) continue;
    if (first > at) parts.push({ text: text.slice(at, first), side: null });
    parts.push({ text: text.slice(first, end), side });
    at = end;
  }
  parts.push({ text: text.slice(at, to), side: null });
  if (to < text.length) parts.push({ text: '\n…', side: null });
  return parts;
}
