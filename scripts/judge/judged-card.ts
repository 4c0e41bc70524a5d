// A card with what a judge looks at: as it is asked, and where it stands in its note.
import type { Source } from '../../src/core/card/card.ts';
import type { Run, Span } from '../../src/core/note/span.ts';

export interface JudgedCard {
  readonly id: string;
  /** Path of the note from the vault's root. */
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
  /** Word beside the question ("note", "summary"), with its number; empty for none. */
  readonly chip: string;
  /** 1-based. */
  readonly line: number;
  /** Null for a question that stands in no text, such as the title of the note. */
  readonly questionSpan: Span | null;
  readonly answerRuns: readonly Run[];
}

/** A note with those of its cards that are asked. */
export interface JudgedNote {
  readonly path: string;
  readonly text: string;
  readonly cards: readonly JudgedCard[];
}
