// Parses a long text piece by piece, each of whole blocks: the parser takes quadratic time for many blocks in one text.
import type { Html, Nodes, Root } from 'mdast';
import { scanBlocks } from '../scan/scan.ts';

/** Characters from which on a text is parsed in pieces, and of a piece at least. */
const longText = 8000;
const longPiece = 4000;
/** What stands elsewhere may be meant: a link's address, a footnote. */
const definition = /\]:/;

interface Piece {
  readonly start: number;
  /** Where HTML ends that is a block of its own, too long to be parsed; null for any other piece. */
  readonly html: number | null;
}

/** The pieces in order, the first at 0; only that where the text is short, or its blocks are not sure. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [{ start: 0, html: null }];
  if (text.length < longText || definition.test(text)) return pieces;
  for (const { kind, start, end } of scanBlocks(text, 0) ?? []) {
    const at = text.lastIndexOf('\n', start) + 1;
    const last = pieces.at(-1);
    const html = kind === 'html' && end - start > longPiece ? end : null;
    if (html === null && last?.html === null && at - last.start < longPiece) continue;
    if (at === 0) pieces.pop();
    pieces.push({ start: at, html });
  }
  return pieces;
}

/** Counts columns of the last line. */
function htmlNode(text: string): Html {
  const lines = text.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length };
  return { type: 'html', value: text, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function move(node: Nodes, offset: number, lines: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    if (point.offset !== undefined) point.offset += offset;
    point.line += lines;
  }
  if ('children' in node) for (const child of node.children) move(child, offset, lines);
}

/** `parse` for a text of any length. */
export function inPieces(parse: (text: string) => Root): (text: string) => Root {
  return (text) => {
    const pieces = piecesOf(text);
    if (pieces.length === 1 && pieces[0]?.html === null) return parse(text);
    const root: Root = { type: 'root', children: [] };
    let lines = 0;
    for (const [index, { start, html }] of pieces.entries()) {
      const piece = text.slice(start, pieces[index + 1]?.start ?? text.length);
      const children = html === null ? parse(piece).children : [htmlNode(text.slice(start, html))];
      for (const child of children) {
        move(child, start, lines);
        root.children.push(child);
      }
      lines += piece.split('\n').length - 1;
    }
    return root;
  };
}
