// Parses a long text in pieces of whole blocks: the parser takes quadratic time for many blocks in one text.
import type { Html, List, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { RawBlock } from '../scan/raw-block.ts';
import { scanBlocks } from '../scan/scan.ts';

/** The minimum length of a text to parse in pieces, and of a piece, in characters. */
const longText = 8000;
const longPiece = 4000;
/** May refer to text elsewhere: a link's address, a footnote. */
const definition = /\]:/;

interface Piece {
  readonly start: number;
  /** An HTML block, paragraph or list too long to parse at once; null for any other piece. */
  readonly single: RawBlock | null;
}

const singles: ReadonlySet<string> = new Set(['html', 'paragraph', 'list']);

/** The pieces in order, the first at 0; only that one if the text is short or its blocks are uncertain. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [{ start: 0, single: null }];
  if (text.length < longText || definition.test(text)) return pieces;
  for (const block of scanBlocks(text, 0) ?? []) {
    const { kind, start, end } = block;
    const at = text.lastIndexOf('\n', start) + 1;
    const last = pieces.at(-1);
    const isSingle = singles.has(kind) && end - start > longPiece;
    if (!isSingle && last?.single === null && at - last.start < longPiece) continue;
    if (at === 0) pieces.pop();
    pieces.push({ start: at, single: isSingle ? block : null });
  }
  return pieces;
}

/** Parses a text as the inside of one paragraph; null if only the full parser can tell. */
type ReadInline = (text: string) => readonly PhrasingContent[] | null;

/** The node of an overlong block, with positions relative to `start`; null if only the full parser can tell. */
function nodeOf(text: string, { kind, start, end }: RawBlock, inline: ReadInline): Html | Paragraph | null {
  const inside = text.slice(start, end);
  const lines = inside.split('\n');
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const last = (lines.at(-1) ?? '').length + 1 + (lines.length === 1 ? column : 0);
  const position = {
    start: { line: 1, column: column + 1, offset: 0 },
    end: { line: lines.length, column: last, offset: inside.length },
  };
  if (kind === 'html') return { type: 'html', value: inside, position };
  const children = inline(inside);
  return children && { type: 'paragraph', children: [...children], position };
}

const itemMark = /^( {0,3})(?:([-*+])|\d{1,9}([.)]))[ \t]/;

/** Where groups of list items begin; `list` starts at the beginning of its line. */
function groupsOf(list: string): readonly number[] {
  const [, indent = '', bullet = '', sign = ''] = itemMark.exec(list) ?? [];
  const starts = [0];
  for (let at = list.indexOf('\n') + 1; at > 0; at = list.indexOf('\n', at) + 1) {
    if (at - (starts.at(-1) ?? 0) < longPiece) continue;
    const found = itemMark.exec(list.slice(at, at + 16));
    if (found?.[1] === indent && (found[2] ?? '') === bullet && (found[3] ?? '') === sign) starts.push(at);
  }
  return starts;
}

/** Parses a long list some items at a time: the parser takes quadratic time for many. Null if that is uncertain. */
function listOf(list: string, parse: (text: string) => Root): List | null {
  const starts = groupsOf(list);
  let whole: List | null = null;
  let lines = 0;
  for (const [index, start] of starts.entries()) {
    const group = list.slice(start, starts[index + 1] ?? list.length);
    const { children } = parse(group);
    const [found] = children;
    if (children.length !== 1 || found?.type !== 'list') return null;
    move(found, start, lines);
    lines += group.split('\n').length - 1;
    if (!whole) whole = found;
    else {
      const isApart = /\n[ \t]*\r?\n$/.test(list.slice(Math.max(0, start - 100), start));
      whole.spread = whole.spread === true || found.spread === true || isApart;
      whole.children.push(...found.children);
      if (whole.position && found.position) whole.position.end = found.position.end;
    }
  }
  return whole;
}

function move(node: Nodes, offset: number, lines: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    if (point.offset !== undefined) point.offset += offset;
    point.line += lines;
  }
  if ('children' in node) for (const child of node.children) move(child, offset, lines);
}

/** Makes `parse` work for text of any length. */
export function inPieces(parse: (text: string) => Root, inline: ReadInline): (text: string) => Root {
  return (text) => {
    const pieces = piecesOf(text);
    if (pieces.length === 1 && pieces[0]?.single === null) return parse(text);
    const root: Root = { type: 'root', children: [] };
    let lines = 0;
    for (const [index, { start, single }] of pieces.entries()) {
      const piece = text.slice(start, pieces[index + 1]?.start ?? text.length);
      const isList = single?.kind === 'list';
      const node = isList
        ? listOf(text.slice(start, single.end), parse)
        : single && nodeOf(text, single, inline);
      const from = node && !isList ? (single?.start ?? start) : start;
      for (const child of node ? [node] : parse(piece).children) {
        move(child, from, lines);
        root.children.push(child);
      }
      lines += piece.split('\n').length - 1;
    }
    return root;
  };
}
