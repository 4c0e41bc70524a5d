// A card as a judge sees it: as it is asked, and its position in its note.
import type { Source } from '../../src/core/card/card.ts';
import type { Run, Span } from '../../src/core/note/span.ts';

export interface JudgedCard {
  readonly id: string;
  /** Path of the note relative to the vault root. */
  readonly note: string;
  readonly source: Source;
  /** The question as a person is asked it. */
  readonly prompt: string;
  /** Markdown. */
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** Plain texts above the question. */
  readonly context: readonly string[];
  /** Label next to the question ("note", "summary"), with its number; empty if none. */
  readonly chip: string;
  /** 1-based. */
  readonly line: number;
  /** Null for a question that is not in the text, such as the note's title. */
  readonly questionSpan: Span | null;
  readonly answerRuns: readonly Run[];
}

/** A note and those of its cards that are asked. */
export interface JudgedNote {
  readonly path: string;
  readonly text: string;
  readonly cards: readonly JudgedCard[];
}
