// The parts of a marked note that edits work on: frontmatter, sections, lines of prose. Rough on purpose: the marks
// hold the truth, and an edit in an odd place is still an edit.
import type { MarkedLine, MarkedNote } from './marked-vault.ts';

export interface Section {
  /** Index of the heading's line. */
  readonly start: number;
  /** Index after the last line, including deeper sections. */
  readonly end: number;
  /** Index after the last line before the next heading of any level. */
  readonly ownEnd: number;
  readonly depth: number;
}

/** Index of the first line after the frontmatter. */
export function bodyStart(lines: readonly MarkedLine[]): number {
  if (lines[0]?.text !== '---') return 0;
  const close = lines.findIndex(({ text }, at) => at > 0 && text === '---');
  return close < 0 ? 0 : close + 1;
}

/** Whether each line is inside a fence or math block, or opens or closes one. */
function fenced(lines: readonly MarkedLine[]): boolean[] {
  let fence: string | null = null;
  return lines.map(({ text }) => {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,}|\$\$)/.exec(text)?.[1] ?? null;
    if (fence === null && mark !== null) {
      const closesItself = mark === '$$' && text.trim().length > 2 && text.trim().endsWith('$$');
      if (!closesItself) fence = mark;
      return true;
    }
    if (fence !== null && mark?.startsWith(fence) === true) {
      fence = null;
      return true;
    }
    return fence !== null;
  });
}

export function headingDepth(text: string): number {
  return /^(#{1,6})\s+\S/.exec(text)?.[1]?.length ?? 0;
}

export function sections({ lines }: MarkedNote): Section[] {
  const inside = fenced(lines);
  const from = bodyStart(lines);
  const starts = lines
    .map(({ text }, at) => ({ at, depth: at < from || inside[at] === true ? 0 : headingDepth(text) }))
    .filter(({ depth }) => depth > 0);
  return starts.map(({ at, depth }, index) => ({
    start: at,
    depth,
    ownEnd: starts[index + 1]?.at ?? lines.length,
    end: starts.slice(index + 1).find((next) => next.depth <= depth)?.at ?? lines.length,
  }));
}

/** Indexes of plain-text lines: prose, list items, callout lines; no headings, tables, code, or comments. */
export function proseLines({ lines }: MarkedNote, start: number, end: number): number[] {
  const inside = fenced(lines);
  const from = Math.max(start, bodyStart(lines));
  const out: number[] = [];
  for (let at = from; at < Math.min(end, lines.length); at++) {
    const text = lines[at]?.text ?? '';
    if (inside[at] === true || headingDepth(text) > 0) continue;
    if (!/[\p{L}]{3}/u.test(text) || /^\s*(\||!\[|<|%%|---|\?\??$)|^>\s*\[!/.test(text)) continue;
    out.push(at);
  }
  return out;
}

/** `**Lead.**` at the start of a line, or null. */
export function leadIn(text: string): { readonly lead: string; readonly rest: string } | null {
  const match = /^\*\*([^*]+)\*\*(.*)$/.exec(text);
  return match?.[1] === undefined ? null : { lead: match[1], rest: match[2] ?? '' };
}

export function replaceLine(note: MarkedNote, at: number, text: string): MarkedNote {
  return { ...note, lines: note.lines.map((line, index) => (index === at ? { ...line, text } : line)) };
}

export function splice(
  note: MarkedNote,
  start: number,
  end: number,
  insert: readonly MarkedLine[] = [],
): MarkedNote {
  return { ...note, lines: [...note.lines.slice(0, start), ...insert, ...note.lines.slice(end)] };
}
