// The data passed to the judge's page, and the file that it returns.
import type { Source } from '../../src/core/card/card.ts';

export const ratingNames = ['good', 'poor', 'wrong'] as const;
export type Rating = (typeof ratingNames)[number];

/** A part of a note that a card is made of; offsets into the note. */
export interface PageMark {
  readonly start: number;
  readonly end: number;
  readonly side: 'question' | 'answer';
}

export interface PageCard {
  readonly id: string;
  readonly source: Source;
  readonly prompt: string;
  readonly context: readonly string[];
  readonly chip: string;
  readonly line: number;
  /** Index in `PageData.notes`. */
  readonly note: number;
  readonly questionHtml: string;
  readonly answerHtml: string;
  readonly marks: readonly PageMark[];
  readonly suspicions: readonly string[];
}

export interface PageData {
  readonly vault: string;
  /** As the command prints them. */
  readonly counts: string;
  /** Cards of the vault by source, for weighting the sample. */
  readonly shares: Readonly<Partial<Record<Source, number>>>;
  readonly notes: readonly { readonly path: string; readonly text: string }[];
  readonly cards: readonly PageCard[];
}

export interface RatedCard {
  readonly id: string;
  readonly note: string;
  readonly line: number;
  readonly source: Source;
  readonly prompt: string;
  readonly rating: Rating;
  readonly remark: string;
}

/** The file that the page saves. */
export interface RatingsFile {
  readonly vault: string;
  readonly shares: PageData['shares'];
  readonly ratings: readonly RatedCard[];
}
