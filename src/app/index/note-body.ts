// What is rarely asked of a note and its cards: all but ids, lines and siblings. Kept as a text of its own, which is
// read when somebody asks; a start on 2,000 notes looks into some five. Arrays by position rather than objects: a third
// of the size, and read in half the time.
import { sameTexts } from '../../core/text/same-texts.ts';
import { sourceNames, type Card } from '../../core/card/card.ts';
import type { NoteCards } from '../../core/card/extract.ts';
import { narrowJson } from '../work/kept-texts.ts';
import { AnswerDigest, type IndexedAnswer } from './answer-digest.ts';

/** Of one card. */
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
  /** Whether the question is the name of the note: no Markdown, and in no text. */
  readonly asksName: boolean;
  readonly kept: IndexedAnswer;
}

/** Of one note. */
export interface NoteBody extends Pick<NoteCards, 'subject' | 'aliases' | 'skipped' | 'problems'> {
  /** In the order of the cards. */
  readonly cards: readonly CardBody[];
}

/** Context: the title and all headings, the title and all headings but the last, or texts of its own. */
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
  /** Where it is not the title. */
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
  // Cards of one section share their arrays.
  const contexts = headings.map((each) => [contextOf(0, title, each), contextOf(1, title, each)] as const);
  return {
    subject: subject ?? title,
    aliases,
    skipped,
    problems,
    cards: cards.map((row): CardBody => {
      const [source, question, at, context, ordinal, questionHash, answerHash, sketch] = row;
      const [, , , , , , , , length, words, rare, asksName] = row;
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

/** @param before of each card, what is kept of one that says the same */
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

/** The body of a note as text, or as it was read, or both. */
export class BodyText {
  readonly #title: string;
  #text: string | null;
  #body: NoteBody | null;

  private constructor(title: string, text: string | null, body: NoteBody | null) {
    this.#title = title;
    this.#text = text;
    this.#body = body;
  }

  /** @param text as `text()` gave it */
  static kept(title: string, text: string): BodyText {
    return new BodyText(title, text, null);
  }

  /** @param before of each card, what is kept of one that says the same */
  static ofNote(note: NoteCards, before: readonly (IndexedAnswer | null)[]): BodyText {
    return new BodyText(note.title, null, bodyOf(note, before));
  }

  get body(): NoteBody {
    return (this.#body ??= decodeBody(this.#title, this.#text ?? ''));
  }

  get isOpen(): boolean {
    return this.#body !== null;
  }

  /** No line end and no tab stands in it. */
  text(): string {
    return (this.#text ??= encodeBody(this.#title, this.body));
  }

  /** Lets all go but the text: what was read just now holds the whole note in memory. */
  fold(): void {
    this.text();
    this.#body = null;
  }
}
