// What a source finds: cards before note, deck and ordinal are known, and skipped blocks with the reason.
import type { Outline } from '../note/outline.ts';
import type { Run, Span } from '../note/span.ts';
import type { AnswerKind } from './text/answer.ts';
import type { Card, Cloze, Occlusion } from './card.ts';
import type { Lists } from './lists/listed.ts';
import type { CardOptions, PictureBoxes } from './options.ts';
import type { Section } from './section.ts';
import type { NoteWords } from './worth/note-words.ts';

/** Why a block made no card. */
export type SkipReason =
  | 'no text of its own'
  | 'only links'
  | 'only metadata'
  | 'only a query'
  | 'only a template'
  | 'only an introduction'
  | 'nothing written yet'
  | 'the text says the summary'
  | 'a Kanban board'
  | 'a drawing'
  | 'a template'
  | 'heading is on the skip list'
  | 'callout type is on the skip list'
  | 'callout without a body'
  | 'bold word is on the prose list'
  | 'bold text asks nothing'
  | 'property is empty'
  | 'left out by "no cards"';

export interface Skipped {
  /** Offset of the block. */
  readonly at: number;
  readonly reason: SkipReason;
}

export interface Draft extends Pick<Card, 'source' | 'chip' | 'nth' | 'headings' | 'context'> {
  /** Position of the question in the note, or its text if it isn't in the note. */
  readonly question: Run | string;
  /** Text to show instead of the slices, for a cloze, whose question contains a blank. */
  readonly questionText?: string;
  readonly answer: readonly Run[];
  /** Text to show instead of the slices, for a property, whose YAML isn't Markdown. */
  readonly answerText?: string;
  /** The text its history is matched by, if the text shown or asked differs; see `Card`. */
  readonly known?: { readonly question?: Run | string; readonly answer?: readonly Run[] | string };
  /** Offset of the line to jump to. */
  readonly at: number;
  /** Start of the text that several cards test: drafts of a section with equal values are siblings. */
  readonly tests?: number;
  readonly cloze?: Cloze;
  readonly occlusion?: Occlusion;
  /** A text that asks for its term; see `withReversed`. */
  readonly isReversed?: boolean;
}

/** A parsed note, passed to every source. */
export interface NoteText {
  readonly path: string;
  readonly title: string;
  /** What the note is about; see `noteSubject`. */
  readonly subject: string;
  readonly text: string;
  readonly outline: Outline;
  /** Watched tags in the text, which ask nothing and are left out of questions. */
  readonly tags: readonly Span[];
  readonly options: CardOptions;
  readonly lists: Lists;
  readonly boxes?: PictureBoxes | undefined;
  readonly words: NoteWords;
}

export interface Found {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
  /** What these cards remove from the answer around them. */
  readonly claims: readonly Span[];
}

/** A source of cards in one section; `taken` is what more explicit sources have claimed, sorted. */
export type SectionSource = (note: NoteText, section: Section, taken: readonly Span[]) => Found;

/** The question where a heading or callout has no words of its own: the nearest heading above, or the note title. */
export function askingOf(note: Pick<NoteText, 'title'>, { asking }: Section): Run | string {
  return asking ? [asking] : note.title;
}

/** History text from an earlier rule takes precedence over a later one's. */
export function withKnown(first: Draft['known'], second: Draft['known']): Pick<Draft, 'known'> {
  return first || second ? { known: { ...second, ...first } } : {};
}

/** Returns why an answer of that kind makes no card, or null. */
export function skipReasonOf(kind: AnswerKind): SkipReason | null {
  if (kind === 'ok') return null;
  return kind === 'only links' ? 'only links' : 'no text of its own';
}
