// Parses a long text piece by piece, each of whole blocks: the parser takes quadratic time for many blocks in one text.
import type { Html, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { RawBlock } from '../scan/raw-block.ts';
import { scanBlocks } from '../scan/scan.ts';

/** Characters from which on a text is parsed in pieces, and of a piece at least. */
const longText = 8000;
const longPiece = 4000;
/** What stands elsewhere may be meant: a link's address, a footnote. */
const definition = /\]:/;

interface Piece {
  readonly start: number;
  /** A block of HTML or a paragraph that is too long to be parsed as blocks; null for any other piece. */
  readonly single: RawBlock | null;
}

/** The pieces in order, the first at 0; only that where the text is short, or its blocks are not sure. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [{ start: 0, single: null }];
  if (text.length < longText || definition.test(text)) return pieces;
  for (const block of scanBlocks(text, 0) ?? []) {
    const { kind, start, end } = block;
    const at = text.lastIndexOf('\n', start) + 1;
    const last = pieces.at(-1);
    const isSingle = (kind === 'html' || kind === 'paragraph') && end - start > longPiece;
    if (!isSingle && last?.single === null && at - last.start < longPiece) continue;
    if (at === 0) pieces.pop();
    pieces.push({ start: at, single: isSingle ? block : null });
  }
  return pieces;
}

/** Reads a text as the inside of one paragraph; null where only the whole parser is sure. */
type ReadInline = (text: string) => readonly PhrasingContent[] | null;

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

function move(node: Nodes, offset: number, lines: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    if (point.offset !== undefined) point.offset += offset;
    point.line += lines;
  }
  if ('children' in node) for (const child of node.children) move(child, offset, lines);
}

/** `parse` for a text of any length. */
export function inPieces(parse: (text: string) => Root, inline: ReadInline): (text: string) => Root {
  return (text) => {
    const pieces = piecesOf(text);
    if (pieces.length === 1 && pieces[0]?.single === null) return parse(text);
    const root: Root = { type: 'root', children: [] };
    let lines = 0;
    for (const [index, { start, single }] of pieces.entries()) {
      const piece = text.slice(start, pieces[index + 1]?.start ?? text.length);
      const node = single && nodeOf(text, single, inline);
      const from = node ? single.start : start;
      for (const child of node ? [node] : parse(piece).children) {
        move(child, from, lines);
        root.children.push(child);
      }
      lines += piece.split('\n').length - 1;
    }
    return root;
  };
}
