// A card and its parts.
import type { Run, Span } from '../note/span.ts';
import type { PictureBox } from '../picture/box.ts';

/** Index records refer to a source by its position here: append new ones. */
export const sourceNames = [
  'title',
  'property',
  'heading',
  'lead-in',
  'callout',
  'cloze',
  'separator',
  'table',
  'note',
  'occlusion',
] as const;

/** The rule that made a card. */
export type Source = (typeof sourceNames)[number];

/** 0: a question with a short answer. 3: a page-long answer, or barely a question. */
export type Rank = 0 | 1 | 2 | 3;

/** What a cloze card hides. */
export interface Cloze {
  /** The hidden text without its marks, in note order; several where numbers group them. */
  readonly hidden: readonly Span[];
  /** Shown in the blank, or null. */
  readonly hint: string | null;
}

/** What an occlusion card hides. */
export interface Occlusion {
  /** Path or address. */
  readonly picture: string;
  readonly asked: readonly PictureBox[];
  /** The picture's other boxes; closed, too, if it hides all. */
  readonly others: readonly PictureBox[];
  readonly hidesAll: boolean;
}

/**
 * A question and an answer, both ranges of the note's own Markdown.
 * Plain data; leaves out anything that can be recovered by reading the note again.
 */
export interface Card {
  /** Path of the note from the vault root. */
  readonly note: string;
  readonly source: Source;
  /** Markdown without its markers (`#`, `**`, a trailing `:`). For a cloze: its text with a blank. */
  readonly question: string;
  /** Position of the question; null for a note title, which isn't in the text. */
  readonly questionSpan: Span | null;
  /** Markdown of the answer. */
  readonly answer: string;
  /** The slices of the note that make up the answer. */
  readonly answerRuns: readonly Run[];
  /** What its note is about, as used in prompts; see `noteSubject`. */
  readonly subject: string;
  /** Plain-text breadcrumb: note title, then heading texts, without the card's own heading. */
  readonly context: readonly string[];
  /** A word shown beside the question ("summary", "note"), or null. */
  readonly chip: string | null;
  /** Position among cards of one section with the same question ("2 of 3"), or null if it is the only one. */
  readonly nth: { readonly index: number; readonly of: number } | null;
  /** Whether another card of its note has the same wording, so that its headings have to tell them apart. */
  readonly repeats: boolean;
  readonly deck: string;
  /** 1-based line of the question. */
  readonly line: number;
  /** Plain heading texts down to and including the section the card is in. */
  readonly headings: readonly string[];
  /** 0-based count of earlier cards in the note with the same source, headings and question. */
  readonly ordinal: number;
  /** Cards of one note with equal groups test the same text (siblings); null for a card without siblings. */
  readonly group: string | null;
  /** The `^block-id` in its text, without `^`; null if there is none or the option ignores block ids. */
  readonly blockId: string | null;
  /**
   * The text its history is matched by, where the rules show a different question or answer than the original (with
   * parent items, cut to a sentence, without metadata lines); null if they show the original. So no display rule
   * loses a review, and turning one off breaks nothing.
   */
  readonly knownQuestion: string | null;
  readonly knownAnswer: string | null;
  /** Whether it is listed but not asked; see `asideOf`. */
  readonly aside: boolean | readonly string[];
  /** How well it can be answered, from 0 (best) to 3; see `rankOf`. */
  readonly rank: Rank;
  /** Cloze cards only; the answer is the text in place, with nothing hidden. */
  readonly cloze: Cloze | null;
  /** Occlusion cards only. */
  readonly occlusion?: Occlusion;
}
