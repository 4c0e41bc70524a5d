// Finds what a text hides: highlights and, if enabled, bold text and curly brackets.
import type { Nodes } from 'mdast';
import { parseInline, spanOf } from '../../note/parse/markdown.ts';
import type { Span } from '../../note/span.ts';
import { opaqueSpans } from './opaque.ts';
import type { ClozeMarks } from '../options.ts';

export interface Deletion {
  /** Includes its marks and the footnote with its hint. */
  readonly outer: Span;
  /** The hidden text. */
  readonly inner: Span;
  readonly hint: string | null;
  /** Deletions with the same number are hidden together; null: alone. */
  readonly number: number | null;
  /** The deletion read without `::` hints, if different. */
  readonly whole?: Deletion;
}

/** Longer footnotes are no hints; without a limit, an unclosed row of them is scanned from each one. */
const footnote = /\^\[([^\]\n]{1,1000})\]/y;
/** Nobody hides longer text in curly brackets; without a limit, each unclosed bracket is costly. */
const farthest = 2000;
const ankiNumber = /^c\d+::/;
/** `c1::text::hint` as in Anki; `1;;text;;hint` as in the plugin "Spaced Repetition". */
const leadingNumber = /^(?:c(\d+)::|(\d+);;)/;
const hintMark = /::|;;/;
/** `==text::hint==`: a single mark, and neither side is an address, a time, an emoji or a name from code. */
const plainHint = /^([^:;\s](?:[^:;]*[^:;\s])?)[ \t]*::[ \t]*([^:;\s](?:[^:;]*[^:;\s])?)$/;
const codeLike = /[<>{}[\]_=&/\\`]|[\p{L}\p{N}]\(|^(?:std|self|super|crate|core|alloc|boost)$/iu;
const hexDigits = /^[\da-f]+$/i;
const camelCase = /\p{Ll}\p{Lu}/u;
const looseHighlight = /==(?!=).+?==/g;

function textSpan(node: Nodes): Span | null {
  const children = 'children' in node ? node.children : [];
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : null;
}

/** Separates number and hint from the text between the marks. */
function read(text: string, outer: Span, inside: Span): Deletion {
  const content = text.slice(inside.start, inside.end);
  footnote.lastIndex = outer.end;
  const note = footnote.exec(text);
  const end = note ? outer.end + note[0].length : outer.end;
  const isSplit = content.includes(';;') || ankiNumber.test(content);
  const [lead = '', anki, own] = (isSplit && leadingNumber.exec(content)) || [];
  const rest = content.slice(lead.length);
  const mark = isSplit ? rest.search(hintMark) : -1;
  const answer = mark < 0 ? rest : rest.slice(0, mark);
  const hint = mark < 0 ? null : rest.slice(mark + 2);
  const start = inside.start + lead.length;
  const number = anki ?? own;
  return {
    outer: { start: outer.start, end },
    inner: { start, end: start + answer.length },
    hint: hint?.trim() || note?.[1]?.trim() || null,
    number: number === undefined ? null : Number(number),
  };
}

function isCode(side: string): boolean {
  return codeLike.test(side) || camelCase.test(side) || (hexDigits.test(side) && /\d/.test(side));
}

/** `==text::hint==`, or the deletion unchanged. */
function withPlainHint(text: string, deletion: Deletion): Deletion {
  const { inner, hint, number } = deletion;
  const content = text.slice(inner.start, inner.end);
  if (
    hint !== null ||
    number !== null ||
    !content.includes('::') ||
    content.length > farthest ||
    content.includes('\n')
  )
    return deletion;
  const [, answer = '', own = ''] = plainHint.exec(content) ?? [];
  if (answer === '' || isCode(answer) || isCode(own)) return deletion;
  return {
    ...deletion,
    inner: { start: inner.start, end: inner.start + answer.length },
    hint: own,
    whole: deletion,
  };
}

/** `==a====b==` is one node, but two deletions. */
export function apart(text: string, outer: Span, inside: Span): [outer: Span, inside: Span][] {
  const found: [Span, Span][] = [];
  let start = inside.start;
  const within = text.slice(0, inside.end + 3);
  for (let at = within.indexOf('====', start); at >= 0; at = within.indexOf('====', start)) {
    if (at > start)
      found.push([
        { start: start - 2, end: at + 2 },
        { start, end: at },
      ]);
    start = at + 4;
  }
  if (found.length === 0) return [[outer, inside]];
  return [
    ...found,
    [
      { start: start - 2, end: outer.end },
      { start, end: inside.end },
    ],
  ];
}

/** Position of the brackets that close those at `at`, skipping balanced ones and formulas; -1 if unclosed. */
function curlyEnd(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + farthest);
  for (let index = at + 2; index < limit; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\n') return -1;
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      if (depth === 0) return text.charAt(index + 1) === '}' && index > at + 2 ? index + 2 : -1;
      depth -= 1;
    }
  }
  return -1;
}

/** Text in double curly brackets. */
export function curlySpans(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('{{'); at >= 0;) {
    // Of three brackets, the inner two count.
    const end = text.charAt(at + 2) === '{' ? -1 : curlyEnd(text, at);
    if (end >= 0) found.push({ start: at, end });
    at = text.indexOf('{{', end < 0 ? at + 1 : end);
  }
  return found;
}

/** The deletions in a piece of masked inline Markdown, in order; none in code, math or links. */
export function findDeletions(text: string, marks: ClozeMarks): Deletion[] {
  const found: Deletion[] = [];
  const visit = (node: Nodes): void => {
    const isMark = (node.type === 'highlight' && marks.highlight) || (node.type === 'strong' && marks.bold);
    const inside = isMark ? textSpan(node) : null;
    if (inside)
      for (const one of apart(text, spanOf(node), inside))
        found.push(withPlainHint(text, read(text, ...one)));
    else if ('children' in node && node.type !== 'link' && node.type !== 'linkReference')
      node.children.forEach(visit);
  };
  parseInline(text).forEach(visit);
  if ((marks.curly || marks.anki) && text.includes('{{')) {
    const opaque = opaqueSpans(text);
    for (const outer of curlySpans(text)) {
      const content = text.slice(outer.start + 2, outer.end - 2);
      if (!(ankiNumber.test(content) ? marks.anki : marks.curly)) continue;
      if (opaque.some(({ start, end }) => start <= outer.start && outer.start < end)) continue;
      const deletion = read(text, outer, { start: outer.start + 2, end: outer.end - 2 });
      if (deletion.inner.end > deletion.inner.start) found.push(deletion);
    }
  }
  return found.sort((a, b) => a.outer.start - b.outer.start);
}

/**
 * Anything between two `==` on one line, including whitespace at its edges. Only for a text proven to have been
 * reviewed with more deletions than it has highlights.
 */
export function findLooseDeletions(text: string): Deletion[] {
  return [...text.matchAll(looseHighlight)].map(({ index, 0: whole }) => {
    const end = index + whole.length;
    return read(text, { start: index, end }, { start: index + 2, end: end - 2 });
  });
}
