// Matches each schedule in the notes to its card. The comment follows the text its author reviewed: after the answer of
// a separator, or at the end of a text with highlights, whose cards it counts in order.
import type { Card } from '../card/card.ts';
import type { NoteCards } from '../card/extract.ts';
import { lineCounter } from '../card/text/line-counter.ts';
import { readLines } from '../card/text/lines.ts';
import { subtract } from '../card/text/pieces.ts';
import { scheduledTexts, type ScheduledText } from '../card/scheduled.ts';
import { readOutline } from '../note/outline.ts';
import { readProperties, valuesFor } from '../note/properties.ts';
import { firstAfter, spanAt } from '../note/sorted-spans.ts';
import { sliceRun, type Span } from '../note/span.ts';
import { problemMessage, type Message } from '../text/message.ts';
import {
  isSrComment,
  parseSrComment,
  parseSrProperties,
  type SrPart,
  type SrSchedule,
} from './sr-comment.ts';

export interface SrNote {
  readonly cards: NoteCards;
  readonly text: string;
}

export interface SrMatch {
  readonly card: Card;
  readonly schedule: SrSchedule;
  /** As written. */
  readonly text: string;
  /** 1-based line of the comment. */
  readonly line: number;
}

export interface SrUnmatched {
  readonly note: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: Message;
}

export interface SrFound {
  /** Notes with such cards or schedules. */
  readonly notes: number;
  /** Cards with a separator, and clozes, in watched notes. */
  readonly cards: number;
  /** Parts of comments that say, or try to say, when a card is due. */
  readonly schedules: number;
  readonly matched: readonly SrMatch[];
  readonly unmatched: readonly SrUnmatched[];
}

const isOurs = ({ source }: Card): boolean => source === 'separator' || source === 'cloze';

/** What may come between a card and its schedule: line endings, whitespace, tags, block ids, bold markers. */
const gap = /^[\s>*_]*$/;
const tagOrId = /<\/?[a-z][^<>]*>|\^[\w-]+/gi;
const emptyLine = /\n[ \t\r]*\n/;
/** Formatters put an empty line after a table, a quote or a list, and so before the schedule. */
const emptyLines = /\n[ \t\r]*\n[ \t\r]*\n/;

function endOf({ questionSpan, answerRuns }: Card): number {
  let end = questionSpan?.end ?? 0;
  for (const run of answerRuns) for (const span of run) end = Math.max(end, span.end);
  return end;
}

/** The cards of a note by position. */
class Places {
  readonly #groups: readonly { readonly place: number; readonly cards: readonly Card[] }[];

  constructor(cards: readonly Card[], placeOf: (card: Card) => number | null) {
    const groups = new Map<number, Card[]>();
    for (const card of cards) {
      const place = placeOf(card);
      if (place !== null) groups.set(place, [...(groups.get(place) ?? []), card]);
    }
    this.#groups = [...groups]
      .map(([place, own]) => ({ place, cards: own }))
      .sort((a, b) => a.place - b.place);
  }

  /** The last position not after `at`. */
  before(at: number): { readonly place: number; readonly cards: readonly Card[] } | null {
    return this.#groups[this.#indexAfter(at) - 1] ?? null;
  }

  /** The cards from `from` up to but not including `to`. */
  between(from: number, to: number): readonly Card[] {
    return this.#groups
      .slice(this.#indexAfter(from - 1), this.#indexAfter(to - 1))
      .flatMap(({ cards }) => cards);
  }

  #indexAfter(at: number): number {
    let low = 0;
    let high = this.#groups.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#groups[middle]?.place ?? Infinity) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

class NoteMatcher {
  readonly #note: SrNote;
  readonly matched: SrMatch[] = [];
  readonly unmatched: SrUnmatched[] = [];
  readonly #taken = new Set<Card>();
  readonly #text: string;
  readonly #lineAt: (at: number) => number;
  readonly #ends: Places;
  readonly #clozes: Places;
  #touched: { end: number; at: number; isTouching: boolean } | null = null;

  constructor(note: SrNote) {
    this.#note = note;

    this.#text = note.text.replace(/^\uFEFF/, '');
    this.#lineAt = lineCounter(this.#text);
    const { cards } = note.cards;
    this.#ends = new Places(cards, (card) => (card.source === 'separator' ? endOf(card) : null));
    this.#clozes = new Places(cards, ({ cloze }) => cloze?.hidden[0]?.start ?? null);
  }

  run(): void {
    if (!/<!--SR:|^sr-due:/m.test(this.#text)) return;
    const outline = readOutline(this.#text);
    const { frontmatter, masked, hidden, bodyStart } = outline;
    if (frontmatter)
      this.#takeProperties(frontmatter.start, this.#text.slice(frontmatter.start, frontmatter.end));
    const code = outline.blocks.filter(({ kind }) => kind === 'code');
    const lines = readLines(this.#text, masked, { start: bodyStart, end: this.#text.length }, code, hidden);
    const texts = scheduledTexts(lines);
    for (const { start, end } of hidden) {
      const comment = this.#text.slice(start, end);
      if (isSrComment(comment))
        this.#assign(this.#cardsAt(start, texts, hidden), parseSrComment(comment), start);
    }
  }

  #miss(at: number, reason: Message): void {
    this.unmatched.push({ note: this.#note.cards.note, line: this.#lineAt(at), reason });
  }

  #assign(cards: readonly Card[], parts: readonly SrPart[], at: number): void {
    const { watched } = this.#note.cards;
    parts.forEach((part, index) => {
      const card = cards[index];
      if (part.kind === 'new') return;
      if (part.kind === 'wrong') this.#miss(at, part.reason);
      else if (!watched) this.#miss(at, problemMessage('schedule/unwatched'));
      else if (cards.length === 0) this.#miss(at, problemMessage('schedule/noCard'));
      else if (!card) this.#miss(at, problemMessage('schedule/tooMany', cards.length, index + 1));
      else if (this.#taken.has(card)) this.#miss(at, problemMessage('schedule/secondOne'));
      else {
        this.#taken.add(card);
        this.matched.push({ card, schedule: part.schedule, text: part.text, line: this.#lineAt(at) });
      }
    });
  }

  /** The cards counted by a comment at that position. */
  #cardsAt(at: number, texts: readonly ScheduledText[], hidden: readonly Span[]): readonly Card[] {
    const nearest = this.#ends.before(at);
    if (nearest && this.#touches(nearest, at, hidden)) return nearest.cards;
    const text = spanAt(texts, at) ?? texts[firstAfter(texts, at - 1)];
    if (!text || text.start > at || text.end < at) return [];
    const after = Math.max(text.start, nearest?.place ?? 0);
    const own = this.#clozes.between(after, at);
    return own.length > 0 ? own : this.#clozesAbove(text.start, at, nearest?.place ?? 0, hidden);
  }

  /** The clozes of the text one empty line above a standalone comment, if they have no schedule. */
  #clozesAbove(start: number, at: number, after: number, hidden: readonly Span[]): readonly Card[] {
    if (sliceRun(this.#text, subtract({ start, end: at }, hidden)).trim() !== '') return [];
    const end = this.#text.slice(0, start).trimEnd().length;
    const between = this.#text.slice(end, start);
    if (!emptyLine.test(between) || emptyLines.test(between)) return [];
    const cards = this.#clozes.between(this.#textStart(end, after), end);
    return cards.some((card) => this.#taken.has(card)) ? [] : cards;
  }

  /** Where the text around a position begins: below the last empty line, not above `after`. */
  #textStart(place: number, after: number): number {
    for (let line = this.#text.lastIndexOf('\n', place - 1); line > after;) {
      const above = this.#text.lastIndexOf('\n', line - 1);
      if (this.#text.slice(above + 1, line).trim() === '') return line;
      line = above;
    }
    return after;
  }

  /**
   * Whether a comment at that position belongs to the cards that end at `end`, with only other comments between; below
   * one empty line, only if they have no schedule yet.
   */
  #touches(
    { place: end, cards }: { readonly place: number; readonly cards: readonly Card[] },
    at: number,
    hidden: readonly Span[],
  ): boolean {
    // A card's comments are consecutive: what precedes the one that touched it last is known.
    const from = this.#touched?.end === end ? this.#touched.at : end;
    const between = { start: from, end: at };
    if (this.#touched?.end === end && !this.#touched.isTouching) return false;
    const shown = sliceRun(this.#text, subtract(between, hidden)).replace(tagOrId, ' ');
    const isFree = !cards.some((card) => this.#taken.has(card));
    const isTouching = gap.test(shown) && !(isFree ? emptyLines : emptyLine).test(this.#text.slice(from, at));
    this.#touched = { end, at, isTouching };
    return isTouching;
  }

  /** That plugin also reviews whole notes: the card that asks for the note by title takes over such a schedule. */
  #takeProperties(start: number, yaml: string): void {
    const properties = readProperties(yaml, start);
    const [due] = valuesFor(properties, ['sr-due']);
    if (due === undefined) return;
    const [interval = ''] = valuesFor(properties, ['sr-interval']);
    const [ease = ''] = valuesFor(properties, ['sr-ease']);
    const at = properties.list.find(({ key }) => key.toLowerCase() === 'sr-due')?.keyStart ?? start;
    const part = parseSrProperties(due, interval, ease);
    const { cards, watched } = this.#note.cards;
    const card =
      cards.find(({ source }) => source === 'note') ??
      cards.find(({ source }) => source === 'title') ??
      cards.find(({ source }) => source === 'property');
    if (!card && watched && part.kind === 'schedule') {
      this.#miss(at, problemMessage('schedule/wholeNote'));
    } else this.#assign(card ? [card] : [], [part], at);
  }
}

/** Reads the schedules of all notes, watched or not, and finds the card of each. Never guesses. */
export function matchSchedules(notes: readonly SrNote[]): SrFound {
  const matched: SrMatch[] = [];
  const unmatched: SrUnmatched[] = [];
  let [noteCount, cardCount] = [0, 0];
  for (const note of notes) {
    const matcher = new NoteMatcher(note);
    matcher.run();
    for (const one of matcher.matched) matched.push(one);
    for (const one of matcher.unmatched) unmatched.push(one);
    const own = note.cards.cards.filter(isOurs).length;
    cardCount += own;
    if (own + matcher.matched.length + matcher.unmatched.length > 0) noteCount += 1;
  }
  return {
    notes: noteCount,
    cards: cardCount,
    schedules: matched.length + unmatched.length,
    matched,
    unmatched,
  };
}
