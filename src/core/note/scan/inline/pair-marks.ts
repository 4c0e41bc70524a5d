// Pairs runs of marks like micromark's resolvers: emphasis by CommonMark's algorithm, highlights and strikethroughs
// with the nearest opening run. Which kind goes first matters where they cross.
import type { PhrasingContent } from 'mdast';
import type { Sign } from './delimiter.ts';
import { nodePiece, positionOf, restOfRun, toNodes, type Piece } from './pieces.ts';

export type MarkKind = 'highlight' | 'delete' | 'emphasis';

export function kindOf(sign: Sign): MarkKind {
  return sign === '=' ? 'highlight' : sign === '~' ? 'delete' : 'emphasis';
}

/** The order inside other marks and link text; at the top level it is the order of appearance. */
const insideOrder: readonly MarkKind[] = ['highlight', 'delete', 'emphasis'];

type GroupType = 'highlight' | 'delete' | 'strong' | 'emphasis';

function depthOf(pieces: readonly Piece[]): number {
  let depth = 0;
  for (const piece of pieces) if (piece.depth > depth) depth = piece.depth;
  return depth;
}

/** The nodes between two marks or brackets, and how deep marks nest there. */
export function insideOf(pieces: readonly Piece[]): {
  readonly nodes: PhrasingContent[];
  readonly depth: number;
} {
  const paired = pairMarks(pieces, insideOrder);
  return { nodes: toNodes(paired), depth: depthOf(paired) };
}

function group(type: GroupType, start: number, end: number, between: readonly Piece[]): Piece {
  const { nodes, depth } = insideOf(between);
  return nodePiece(start, end, { type, children: nodes, position: positionOf(start, end) }, depth + 1);
}

/** Turns unpaired runs into text. */
function release(pieces: readonly Piece[], kind: MarkKind): void {
  for (const piece of pieces)
    if (piece.delimiter && kindOf(piece.delimiter.sign) === kind) {
      Object.assign(piece, { value: piece.delimiter.sign.repeat(piece.delimiter.size), delimiter: null });
    }
}

/** Pairs highlights or strikethroughs, whose two runs have the same size. */
function pairEqual(pieces: readonly Piece[], kind: 'highlight' | 'delete'): Piece[] {
  const out: Piece[] = [];
  /** Positions of opening runs in `out`, by size. */
  const openings: Record<number, number[]> = { 1: [], 2: [] };
  for (const piece of pieces) {
    const { delimiter } = piece;
    if (!delimiter || kindOf(delimiter.sign) !== kind) {
      out.push(piece);
      continue;
    }
    const same = openings[delimiter.size] ?? [];
    const at = delimiter.closes ? same.pop() : undefined;
    const opening = at === undefined ? undefined : out[at];
    if (at === undefined || !opening) {
      if (delimiter.opens) same.push(out.length);
      out.push(piece);
      continue;
    }
    for (const places of Object.values(openings)) while ((places.at(-1) ?? -1) > at) places.pop();
    const between = out.splice(at).slice(1);
    out.push(group(kind, opening.start, piece.end, between));
  }
  release(out, kind);
  return out;
}

/** CommonMark's rule of three: runs that may both open and close don't pair if their sizes add up wrong. */
function mayPair(opening: Piece, closing: Piece): boolean {
  const [open, close] = [opening.delimiter, closing.delimiter];
  if (!open || !close) return false;
  const isEither = open.closes || close.opens;
  return !(isEither && close.size % 3 !== 0 && (open.size + close.size) % 3 === 0);
}

class Emphasis {
  readonly out: Piece[] = [];
  /** Positions of opening runs in `out`, by character. */
  readonly #openings: Record<string, number[]> = { '*': [], _: [] };
  /** The position below which no run pairs, by kind of closing run, so that each search runs once. */
  readonly #bottoms = new Map<string, number>();

  take(piece: Piece): void {
    const { delimiter } = piece;
    if (!delimiter || kindOf(delimiter.sign) !== 'emphasis') {
      this.out.push(piece);
      return;
    }
    const rest = delimiter.closes ? this.#close(piece) : piece;
    if (!rest?.delimiter) return;
    if (rest.delimiter.opens) this.#openings[rest.delimiter.sign]?.push(this.out.length);
    this.out.push(rest);
  }

  /** Pairs the run as often as possible; returns the rest. */
  #close(closing: Piece): Piece | null {
    for (let rest = closing; ;) {
      const at = this.#openingFor(rest);
      const opening = this.out[at];
      if (!opening) return rest;
      const use = opening.end - opening.start > 1 && rest.end - rest.start > 1 ? 2 : 1;
      this.#wrap(at, opening, rest.start + use, use);
      if (rest.start + use === rest.end) return null;
      rest = restOfRun(rest, rest.start + use, rest.end);
    }
  }

  #openingFor(closing: Piece): number {
    const { delimiter } = closing;
    const places = (delimiter && this.#openings[delimiter.sign]) ?? [];
    const key = delimiter ? `${delimiter.sign}${String(delimiter.opens)}${String(delimiter.size % 3)}` : '';
    const bottom = this.#bottoms.get(key) ?? 0;
    for (let index = places.length - 1; index >= 0; index -= 1) {
      const at = places[index] ?? -1;
      if (at < bottom) break;
      const opening = this.out[at];
      if (opening && mayPair(opening, closing)) return at;
    }
    this.#bottoms.set(key, this.out.length);
    return -1;
  }

  #wrap(at: number, opening: Piece, end: number, use: 1 | 2): void {
    const between = this.out.splice(at).slice(1);
    for (const places of Object.values(this.#openings)) while ((places.at(-1) ?? -1) >= at) places.pop();
    for (const [key, bottom] of this.#bottoms) if (bottom > at) this.#bottoms.set(key, at);
    const start = opening.end - use;
    if (start > opening.start) {
      this.#openings[opening.delimiter?.sign ?? '']?.push(at);
      this.out.push(restOfRun(opening, opening.start, start));
    }
    this.out.push(group(use === 2 ? 'strong' : 'emphasis', start, end, between));
  }
}

function pairEmphasis(pieces: readonly Piece[]): Piece[] {
  const emphasis = new Emphasis();
  for (const piece of pieces) emphasis.take(piece);
  release(emphasis.out, 'emphasis');
  return emphasis.out;
}

/** Pairs the runs of each kind in turn. */
export function pairMarks(pieces: readonly Piece[], kinds: readonly MarkKind[]): readonly Piece[] {
  let paired = pieces;
  if (!pieces.some(({ delimiter }) => delimiter)) return paired;
  for (const kind of kinds) paired = kind === 'emphasis' ? pairEmphasis(paired) : pairEqual(paired, kind);
  return paired;
}
