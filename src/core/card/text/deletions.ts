// What a text hides: highlights, and where they are on, bold text and curly brackets.
import type { Nodes } from 'mdast';
import { parseInline, spanOf } from '../../note/parse/markdown.ts';
import type { Span } from '../../note/span.ts';
import { opaqueSpans } from './opaque.ts';
import type { ClozeMarks } from '../options.ts';

export interface Deletion {
  /** With its marks, and the footnote that holds its hint. */
  readonly outer: Span;
  /** What is hidden. */
  readonly inner: Span;
  readonly hint: string | null;
  /** Deletions with an equal number are hidden together; null: alone. */
  readonly number: number | null;
}

/** Longer ones are no hints; without a limit, a row of them that never ends is read from each. */
const footnote = /\^\[([^\]\n]{1,1000})\]/y;
const curly = /\{\{[^{}\n]+\}\}/g;
const ankiNumber = /^c\d+::/;
/** `c1::text::hint` as Anki writes it; `1;;text;;hint` as the plugin "Spaced Repetition" does. */
const leadingNumber = /^(?:c(\d+)::|(\d+);;)/;
const hintMark = /::|;;/;
const looseHighlight = /==(?!=).+?==/g;

function textSpan(node: Nodes): Span | null {
  const children = 'children' in node ? node.children : [];
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : null;
}

/** Takes number and hint out of the text between the marks. */
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

/** `==a====b==` is one node, and two deletions. */
function apart(text: string, outer: Span, inside: Span): [outer: Span, inside: Span][] {
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

/** The deletions of one piece of inline Markdown, masked, in order; none in code, maths or links. */
export function findDeletions(text: string, marks: ClozeMarks): Deletion[] {
  const found: Deletion[] = [];
  const visit = (node: Nodes): void => {
    const isMark = (node.type === 'highlight' && marks.highlight) || (node.type === 'strong' && marks.bold);
    const inside = isMark ? textSpan(node) : null;
    if (inside) found.push(...apart(text, spanOf(node), inside).map((one) => read(text, ...one)));
    else if ('children' in node && node.type !== 'link' && node.type !== 'linkReference')
      node.children.forEach(visit);
  };
  parseInline(text).forEach(visit);
  if ((marks.curly || marks.anki) && text.includes('{{')) {
    const opaque = opaqueSpans(text);
    for (const { index, 0: whole } of text.matchAll(curly)) {
      const content = whole.slice(2, -2);
      if (!(ankiNumber.test(content) ? marks.anki : marks.curly)) continue;
      if (opaque.some(({ start, end }) => start <= index && index < end)) continue;
      const outer = { start: index, end: index + whole.length };
      const deletion = read(text, outer, { start: index + 2, end: index + 2 + content.length });
      if (deletion.inner.end > deletion.inner.start) found.push(deletion);
    }
  }
  return found.sort((a, b) => a.outer.start - b.outer.start);
}

/**
 * Whatever stands between two `==` of one line, blanks at its edges and all. Only for a text that is proven to have
 * been reviewed with more deletions than there are highlights in it.
 */
export function findLooseDeletions(text: string): Deletion[] {
  return [...text.matchAll(looseHighlight)].map(({ index, 0: whole }) => {
    const end = index + whole.length;
    return read(text, { start: index, end }, { start: index + 2, end: end - 2 });
  });
}
