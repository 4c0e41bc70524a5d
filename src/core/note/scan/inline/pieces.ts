// The pieces of a paragraph before marks are paired: text, finished nodes, runs of marks, open brackets.
import type { PhrasingContent, Text } from 'mdast';
import type { Delimiter } from './delimiter.ts';

export interface Piece {
  start: number;
  end: number;
  /** The text as read, if it becomes neither a node nor a mark. */
  readonly value: string;
  readonly node: PhrasingContent | null;
  /** A run that may still pair with another. */
  delimiter: Delimiter | null;
  /** How deep marks nest in it. */
  readonly depth: number;
}

type Position = NonNullable<Text['position']>;

/** Only offsets are set; nobody needs lines and columns of inline nodes. */
export function positionOf(start: number, end: number): Position {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}

export function textPiece(start: number, end: number, value: string): Piece {
  return { start, end, value, node: null, delimiter: null, depth: 0 };
}

export function nodePiece(start: number, end: number, node: PhrasingContent, depth = 0): Piece {
  return { start, end, value: '', node, delimiter: null, depth };
}

export function runPiece(start: number, delimiter: Delimiter): Piece {
  return { start, end: start + delimiter.size, value: '', node: null, delimiter, depth: 0 };
}

/** The rest of a partly paired run, at its left or right end. */
export function restOfRun({ delimiter, ...run }: Piece, start: number, end: number): Piece {
  return { ...run, start, end, delimiter: delimiter && { ...delimiter, size: end - start } };
}

function valueOf({ value, delimiter }: Piece): string {
  return delimiter ? delimiter.sign.repeat(delimiter.size) : value;
}

/** The nodes of pieces whose marks are paired; adjacent texts become one node. */
export function toNodes(pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let text: Text | null = null;
  let start = 0;
  for (const piece of pieces) {
    if (piece.node) {
      nodes.push(piece.node);
      text = null;
    } else if (text) {
      text.value += valueOf(piece);
      text.position = positionOf(start, piece.end);
    } else {
      start = piece.start;
      text = { type: 'text', value: valueOf(piece), position: positionOf(start, piece.end) };
      nodes.push(text);
    }
  }
  return nodes;
}
