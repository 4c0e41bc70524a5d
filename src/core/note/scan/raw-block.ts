// The blocks that the scanner yields, before their inline content is read.
import type { Span } from '../span.ts';
import { headingDepth, headingTextEnd, skipBlanks, trimEnd } from './line.ts';

/** A block as both remark and the scanner return it. */
export interface RawBlock extends Span {
  readonly kind:
    'heading' | 'paragraph' | 'list' | 'quote' | 'code' | 'table' | 'html' | 'rule' | 'definition';
  /** A heading's level, otherwise 0. */
  readonly depth: number;
  /** The span of a heading's text. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** Any block except a heading. */
export function plainBlock(kind: Exclude<RawBlock['kind'], 'heading'>, start: number, end: number): RawBlock {
  return { kind, start, end, depth: 0, textStart: 0, textEnd: 0 };
}

/** The heading on a line that begins with `#`. */
export function headingBlock(text: string, start: number, end: number): RawBlock {
  const depth = headingDepth(text, start, end);
  const from = skipBlanks(text, start + depth, end);
  const to = headingTextEnd(text, from, end);
  const [textStart, textEnd] = to > from ? [from, to] : [end, end];
  return { kind: 'heading', start, end, depth, textStart, textEnd };
}

/** A paragraph turned into a heading by its underline, which ends at `end`. */
export function underlinedBlock(text: string, paragraph: Span, end: number, depth: number): RawBlock {
  const { start } = paragraph;
  const textEnd = trimEnd(text, start, paragraph.end);
  return { kind: 'heading', start, end, depth, textStart: start, textEnd };
}

/** Why a note's blocks are left to remark. */
export type BlockDoubt =
  | 'a carriage return or a byte order mark'
  | 'a lazy line'
  | 'a link definition'
  | 'a blank line in indented code'
  | 'an item after indented code'
  | 'code that its container ends'
  | 'HTML of a rare kind';
