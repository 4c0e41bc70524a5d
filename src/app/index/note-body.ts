// The rarely needed part of a note and its cards: everything but ids, lines and siblings. Kept as a separate text that
// is read on demand; a start on 2,000 notes reads about five. Arrays by position instead of objects take a third of the
// space and half the time to read.
import { sameTexts } from '../../core/text/same-texts.ts';
import { sourceNames, type Card } from '../../core/card/card.ts';
import type { NoteCards } from '../../core/card/extract.ts';
import { narrowJson } from '../work/kept-texts.ts';
import { AnswerDigest, type IndexedAnswer } from './answer-digest.ts';

/** The body of one card. */
export interface CardBody extends Pick<
  Card,
  | 'source'
  | 'question'
  | 'context'
  | 'chip'
  | 'nth'
  | 'repeats'
  | 'headings'
  | 'ordinal'
  | 'blockId'
  | 'knownQuestion'
> {
  /** Whether the question is the note's name: not Markdown, and not in any text. */
  readonly asksName: boolean;
  readonly kept: IndexedAnswer;
}

/** The body of one note. */
export interface NoteBody extends Pick<NoteCards, 'subject' | 'aliases' | 'skipped' | 'problems'> {
  /** In card order. */
  readonly cards: readonly CardBody[];
}

/** Context: the title and all headings, the title and all headings but the last, or its own texts. */
type ContextRow = 0 | 1 | readonly string[];
type RareRow = Pick<CardBody, 'chip' | 'nth' | 'repeats' | 'blockId' | 'knownQuestion'>;
type CardRow = readonly [
  source: number,
  question: string,
  headings: number,
  context: ContextRow,
  ordinal: number,
  questionHash: string,
  answerHash: string,
  sketch: string,
  length: number,
  words: number,
  rare: RareRow | 0,
  asksName: 0 | 1,
];
type NoteRow = Pick<NoteBody, 'aliases' | 'skipped' | 'problems'> & {
  /** Present if it differs from the title. */
  readonly subject?: string;
  readonly headings: readonly (readonly string[])[];
  readonly cards: readonly CardRow[];
};

function contextRow({ context, headings }: CardBody, title: string): ContextRow {
  if (sameTexts(context, [title, ...headings])) return 0;
  return sameTexts(context, [title, ...headings.slice(0, -1)]) ? 1 : context;
}

function contextOf(row: ContextRow, title: string, headings: readonly string[]): readonly string[] {
  if (row === 0) return [title, ...headings];
  return row === 1 ? [title, ...headings.slice(0, -1)] : row;
}

function encodeBody(title: string, { subject, aliases, skipped, problems, cards }: NoteBody): string {
  const headings: (readonly string[])[] = [];
  const rows = cards.map((card): CardRow => {
    const { kept, chip, nth, repeats, blockId, knownQuestion } = card;
    const isRare = chip !== null || nth !== null || repeats || blockId !== null || knownQuestion !== null;
    let at = headings.findIndex((other) => sameTexts(other, card.headings));
    if (at < 0) at = headings.push(card.headings) - 1;
    return [
      sourceNames.indexOf(card.source),
      card.question,
      at,
      contextRow(card, title),
      card.ordinal,
      kept.questionHash,
      kept.answerHash,
      kept.sketch,
      kept.length,
      kept.words,
      isRare ? { chip, nth, repeats, blockId, knownQuestion } : 0,
      card.asksName ? 1 : 0,
    ];
  });
  const row: NoteRow = {
    ...(subject !== title && { subject }),
    aliases,
    skipped,
    problems,
    headings,
    cards: rows,
  };
  return narrowJson(row);
}

const common: RareRow = { chip: null, nth: null, repeats: false, blockId: null, knownQuestion: null };

function decodeBody(title: string, text: string): NoteBody {
  const { subject, aliases, skipped, problems, headings, cards } = JSON.parse(text) as NoteRow;
  // Cards in the same section share their arrays.
  const contexts = headings.map((each) => [contextOf(0, title, each), contextOf(1, title, each)] as const);
  return {
    subject: subject ?? title,
    aliases,
    skipped,
    problems,
    cards: cards.map((row): CardBody => {
      const [
        source,
        question,
        at,
        context,
        ordinal,
        questionHash,
        answerHash,
        sketch,
        length,
        words,
        rare,
        asksName,
      ] = row;
      const { chip, nth, repeats, blockId, knownQuestion } = rare === 0 ? common : rare;
      return {
        source: sourceNames[source] ?? 'heading',
        question,
        context: typeof context === 'number' ? (contexts[at]?.[context] ?? []) : context,
        chip,
        nth,
        repeats,
        headings: headings[at] ?? [],
        ordinal,
        blockId,
        knownQuestion,
        asksName: asksName === 1,
        kept: { questionHash, answerHash, sketch, length, words },
      };
    }),
  };
}

/** @param before for each card, what is kept of an identical one */
function bodyOf(
  { subject, aliases, skipped, problems, cards }: NoteCards,
  before: readonly (IndexedAnswer | null)[],
): NoteBody {
  return {
    subject,
    aliases,
    skipped,
    problems,
    cards: cards.map((card, index) => {
      const { source, question, context, chip, nth, repeats, headings, ordinal, blockId, knownQuestion } =
        card;
      const asksName = card.questionSpan === null;
      const kept = new AnswerDigest(card, before[index] ?? null);
      return {
        source,
        question,
        context,
        chip,
        nth,
        repeats,
        headings,
        ordinal,
        blockId,
        knownQuestion,
        asksName,
        kept,
      };
    }),
  };
}

/** The body of a note as text, parsed, or both. */
export class BodyText {
  readonly #title: string;
  #text: string | null;
  #body: NoteBody | null;

  private constructor(title: string, text: string | null, body: NoteBody | null) {
    this.#title = title;
    this.#text = text;
    this.#body = body;
  }

  /** @param text as returned by `text()` */
  static kept(title: string, text: string): BodyText {
    return new BodyText(title, text, null);
  }

  /** @param before for each card, what is kept of an identical one */
  static ofNote(note: NoteCards, before: readonly (IndexedAnswer | null)[]): BodyText {
    return new BodyText(note.title, null, bodyOf(note, before));
  }

  get body(): NoteBody {
    return (this.#body ??= decodeBody(this.#title, this.#text ?? ''));
  }

  get isOpen(): boolean {
    return this.#body !== null;
  }

  /** Contains no line breaks or tabs. */
  text(): string {
    return (this.#text ??= encodeBody(this.#title, this.body));
  }

  /** Drops everything but the text: a freshly read body keeps the whole note in memory. */
  close(): void {
    this.text();
    this.#body = null;
  }
}
