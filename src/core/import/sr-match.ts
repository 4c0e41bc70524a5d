// Which card each schedule in the notes belongs to. The comment stands behind the text that its author reviewed: after
// the answer of a separator, or at the end of a text with highlights, whose cards it counts in their order.
import type { Card } from '../card/card.ts';
import type { NoteCards } from '../card/extract.ts';
import { readLines, type Line } from '../card/text/lines.ts';
import { subtract } from '../card/text/pieces.ts';
import { scheduledTexts } from '../card/scheduled.ts';
import { readOutline } from '../note/outline.ts';
import { readProperties, valuesFor } from '../note/properties.ts';
import { sliceRun, type Span } from '../note/span.ts';
import { problemWords } from '../text/strings.ts';
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
  readonly reason: string;
}

export interface SrFound {
  /** Notes that hold such cards or schedules. */
  readonly notes: number;
  /** Cards with a separator, and clozes, in watched notes. */
  readonly cards: number;
  /** Parts of comments that say when a card is due, or try to. */
  readonly schedules: number;
  readonly matched: readonly SrMatch[];
  readonly unmatched: readonly SrUnmatched[];
}

const isOurs = ({ source }: Card): boolean => source === 'separator' || source === 'cloze';

/** What may stand between a card and its schedule: one line end, blanks, tags, block ids, the signs of bold text. */
const gap = /^[\s>*_]*$/;
const tagOrId = /<\/?[a-z][^<>]*>|\^[\w-]+/gi;
const emptyLine = /\n[ \t\r]*\n/;

function endOf({ questionSpan, answerRuns }: Card): number {
  return Math.max(questionSpan?.end ?? 0, ...answerRuns.flat().map(({ end }) => end));
}

class NoteMatcher {
  readonly matched: SrMatch[] = [];
  readonly unmatched: SrUnmatched[] = [];
  private readonly taken = new Set<Card>();
  private readonly text: string;

  constructor(private readonly note: SrNote) {
    this.text = note.text.replace(/^\uFEFF/, '');
  }

  run(): void {
    if (!/<!--SR:|^sr-due:/m.test(this.text)) return;
    const outline = readOutline(this.text);
    const { frontmatter, masked, hidden, bodyStart } = outline;
    if (frontmatter)
      this.takeProperties(frontmatter.start, this.text.slice(frontmatter.start, frontmatter.end));
    const code = outline.blocks.filter(({ kind }) => kind === 'code');
    const lines = readLines(this.text, masked, { start: bodyStart, end: this.text.length }, code, hidden);
    for (const { start, end } of hidden) {
      const comment = this.text.slice(start, end);
      if (isSrComment(comment))
        this.assign(this.cardsAt(start, lines, hidden), parseSrComment(comment), start);
    }
  }

  private lineAt(at: number): number {
    return this.text.slice(0, at).split('\n').length;
  }

  private miss(at: number, reason: string): void {
    this.unmatched.push({ note: this.note.cards.note, line: this.lineAt(at), reason });
  }

  private assign(cards: readonly Card[], parts: readonly SrPart[], at: number): void {
    const { watched } = this.note.cards;
    const said = problemWords.schedule;
    parts.forEach((part, index) => {
      const card = cards[index];
      if (part.kind === 'new') return;
      if (part.kind === 'wrong') this.miss(at, part.reason);
      else if (!watched) this.miss(at, said.unwatched);
      else if (cards.length === 0) this.miss(at, said.noCard);
      else if (!card) this.miss(at, said.tooMany(cards.length, index + 1));
      else if (this.taken.has(card)) this.miss(at, said.secondOne);
      else {
        this.taken.add(card);
        this.matched.push({ card, schedule: part.schedule, text: part.text, line: this.lineAt(at) });
      }
    });
  }

  /** The cards that a comment at that place counts. */
  private cardsAt(at: number, lines: readonly Line[], hidden: readonly Span[]): Card[] {
    const { cards } = this.note.cards;
    const touching = cards.filter((card) => {
      if (card.source !== 'separator' || endOf(card) > at) return false;
      const between = { start: endOf(card), end: at };
      // Other comments may stand there, too, and a schedule that the card has already.
      const shown = sliceRun(this.text, subtract(between, hidden)).replace(tagOrId, ' ');
      return gap.test(shown) && !emptyLine.test(this.text.slice(between.start, at));
    });
    const last = Math.max(...touching.map((card) => endOf(card)));
    if (touching.length > 0) return touching.filter((card) => endOf(card) === last);
    const text = scheduledTexts(lines).find(({ start, end }) => start <= at && at <= end);
    if (!text) return [];
    const after = Math.max(
      text.start,
      ...cards.filter((card) => card.source === 'separator' && endOf(card) <= at).map(endOf),
    );
    return cards.filter(({ cloze }) => {
      const start = cloze?.hidden[0]?.start;
      return start !== undefined && start >= after && start < at;
    });
  }

  /** That plugin reviews whole notes, too: the card that asks for the note by its title takes such a schedule over. */
  private takeProperties(start: number, yaml: string): void {
    const properties = readProperties(yaml, start);
    const [due] = valuesFor(properties, ['sr-due']);
    if (due === undefined) return;
    const [interval = ''] = valuesFor(properties, ['sr-interval']);
    const [ease = ''] = valuesFor(properties, ['sr-ease']);
    const at = properties.list.find(({ key }) => key.toLowerCase() === 'sr-due')?.keyStart ?? start;
    const part = parseSrProperties(due, interval, ease);
    const { cards, watched } = this.note.cards;
    const card =
      cards.find(({ source }) => source === 'title') ?? cards.find(({ source }) => source === 'property');
    if (!card && watched && part.kind === 'schedule') {
      this.miss(at, problemWords.schedule.wholeNote);
    } else this.assign(card ? [card] : [], [part], at);
  }
}

/** Reads the schedules of all notes, watched or not, and finds the card of each. Nothing is guessed. */
export function matchSchedules(notes: readonly SrNote[]): SrFound {
  const matched: SrMatch[] = [];
  const unmatched: SrUnmatched[] = [];
  let [noteCount, cardCount] = [0, 0];
  for (const note of notes) {
    const matcher = new NoteMatcher(note);
    matcher.run();
    matched.push(...matcher.matched);
    unmatched.push(...matcher.unmatched);
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
