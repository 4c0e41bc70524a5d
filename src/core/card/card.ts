// A card and its parts.
import type { Run, Span } from '../note/span.ts';

/** Records of the index name a source by its place here: add new ones at the end. */
export const sourceNames = [
  'title',
  'property',
  'heading',
  'lead-in',
  'callout',
  'cloze',
  'separator',
] as const;

/** The rule that made a card. */
export type Source = (typeof sourceNames)[number];

/** 0: a question with a short answer. 3: a page, or hardly a question. */
export type Rank = 0 | 1 | 2 | 3;

/** What a cloze card hides. */
export interface Cloze {
  /** The hidden text without its marks, in the order of the note; several where numbers group them. */
  readonly hidden: readonly Span[];
  /** Shown in the blank, or null. */
  readonly hint: string | null;
}

/**
 * A question and an answer, both ranges of the note's own Markdown.
 * Plain data; everything that can be had from it by reading the note again is left out.
 */
export interface Card {
  /** Path of the note from the vault's root. */
  readonly note: string;
  readonly source: Source;
  /** Markdown without its markers (`#`, `**`, a trailing `:`). Of a cloze: its text with a blank for what is hidden. */
  readonly question: string;
  /** Where the question stands; null for a note title, which stands in no text. */
  readonly questionSpan: Span | null;
  /** Markdown of the answer. */
  readonly answer: string;
  /** The slices of the note that the answer is made of. */
  readonly answerRuns: readonly Run[];
  /** What its note is about, as a prompt names it; see `noteSubject`. */
  readonly subject: string;
  /** Plain text breadcrumb: note title, then heading texts, without the card's own heading. */
  readonly context: readonly string[];
  /** A word beside the question ("summary", "note"), or null. */
  readonly chip: string | null;
  /** Place among the cards of one section that ask the same ("2 of 3"), or null where it is the only one. */
  readonly nth: { readonly index: number; readonly of: number } | null;
  /** Whether another card of its note asks in the same words, so that its headings have to tell them apart. */
  readonly repeats: boolean;
  readonly deck: string;
  /** 1-based line of the question. */
  readonly line: number;
  /** Heading texts above and including the section that the card stands in, plain. */
  readonly headings: readonly string[];
  /** 0-based count of earlier cards of the note with the same source, headings and question. */
  readonly ordinal: number;
  /** Cards of one note with an equal group test the same text (siblings); null for a card without. */
  readonly group: string | null;
  /** The `^block-id` in its text, without `^`; null where block ids do not decide (an option) or there is none. */
  readonly blockId: string | null;
  /**
   * What its history knows it by, where the rules show another question or answer than the text has in its place (with
   * parent items, cut to a sentence, without lines of metadata); null where they show that. So no rule of what is shown
   * loses a review, and turning one off brings nothing in disorder.
   */
  readonly knownQuestion: string | null;
  readonly knownAnswer: string | null;
  /** Whether it is listed and not asked; see `asideOf`. */
  readonly aside: boolean | readonly string[];
  /** How well it can be answered, 0 to 3, the best first; see `rankOf`. */
  readonly rank: Rank;
  /** Of a cloze card only; its answer is the text in place, nothing hidden. */
  readonly cloze: Cloze | null;
}
