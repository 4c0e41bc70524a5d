// Writes the notes for a deck's rows. Each note is read back: a row that isn't there as its own card is left out and
// reported.
import { extractCards } from '../card/extract.ts';
import type { CardOptions } from '../card/options.ts';
import type { Card } from '../card/card.ts';
import type { Problem } from '../note/problem.ts';
import { isTagUnder } from '../note/tags/tags.ts';
import { fileName } from '../text/file-name.ts';
import { problemMessage, type Message } from '../text/message.ts';
import { escapeText } from './escape.ts';
import {
  deckReader,
  hasCloze,
  isEmpty,
  onlyClozes,
  shownCard,
  writeCard,
  writeCloze,
  type CardForm,
  type DeckReader,
  type WrittenCard,
} from './deck-card.ts';
import type { DeckRow } from './deck-table.ts';

export interface NewFile {
  /** Path from the vault's root. */
  readonly path: string;
  readonly text: string;
}

/** Without what only the whole note determines: positions and numbers. */
export interface ReadCard extends Pick<
  Card,
  'note' | 'subject' | 'deck' | 'source' | 'question' | 'answer' | 'context' | 'chip'
> {
  /** Whether the question is the note's name. */
  readonly asksName: boolean;
}

interface DeckEntry {
  readonly line: number;
  readonly card: WrittenCard;
}

interface Deck {
  readonly path: string;
  readonly reader: DeckReader;
  readonly entries: DeckEntry[];
  readonly tags: Map<string, string>;
}

const reversedType = /revers|umgekehrt|invers|invert|обратн|反转|反向|反転/i;
const tagSign = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200D_/-]+$/u;

/** Converts Anki's `a::b` to Obsidian's `a/b`; null if Obsidian doesn't accept it as a tag. */
export function noteTag(tag: string): string | null {
  const path = tag
    .split('::')
    .filter((part) => part !== '')
    .join('/');
  return tagSign.test(path) && !/^\d+$/.test(path) ? path : null;
}

/** The sides of a row: one card, or two for a type asked in both directions. */
function sidesOf({ fields, noteType }: DeckRow): (readonly [string, readonly string[]])[] {
  const [front = '', ...back] = fields;
  if (!reversedType.test(noteType)) return [[front, back]];
  const [answer = '', ...rest] = back;
  const isOptional = /option/i.test(noteType);
  if (isOptional)
    return (rest[0] ?? '').trim() === ''
      ? [[front, [answer]]]
      : [
          [front, [answer]],
          [answer, [front]],
        ];
  return [
    [front, back],
    [answer, [front, ...rest]],
  ];
}

/** Tags that YAML would read as something else. */
const notText = /^(?:[-\d.]|(?:null|true|false|yes|no|on|off|y|n)$)/i;

export function headOf(tags: readonly string[]): string {
  const own = tags.map((tag) => (notText.test(tag) ? `"${tag}"` : tag));
  return `---\ntags: [${own.join(', ')}]\n---\n`;
}

const formsAbove: readonly CardForm[] = ['callout', 'separator', 'heading'];

/** What a note says: cards without a heading, then headings, then a section for the clozes. */
export function noteParts<Entry extends { readonly card: WrittenCard }>(
  title: string,
  entries: readonly Entry[],
): { readonly text: string; readonly entry: Entry | null }[] {
  const of = (form: CardForm): { text: string; entry: Entry | null }[] =>
    entries.flatMap((entry) => (entry.card.form === form ? [{ text: `${entry.card.text}\n`, entry }] : []));
  const clozes = of('cloze');
  const parts = formsAbove.flatMap(of);
  if (clozes.length === 0) return parts;
  const heading = parts.length === 0 ? '' : `## ${escapeText(title, 1, false)}\n`;
  return [...parts, { text: `${heading}${onlyClozes}\n`, entry: null }, ...clozes];
}

function noteText(head: string, title: string, entries: readonly DeckEntry[]): string {
  return (
    head +
    noteParts(title, entries)
      .map(({ text }) => text)
      .join('\n')
  );
}

/** The entries whose cards the note doesn't produce, counting duplicates. */
function missingIn(cards: readonly Card[], entries: readonly DeckEntry[]): DeckEntry[] {
  const counts = new Map<string, number>();
  for (const card of cards) {
    const shown = shownCard(card);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return entries.filter(({ card }) =>
    card.shown.some((shown) => {
      const left = counts.get(shown) ?? 0;
      counts.set(shown, left - 1);
      return left <= 0;
    }),
  );
}

/** Number of a deck's characters read back at once: a few milliseconds. */
const pieceLength = 2000;

/** Entries in chunks, each read back in one step; one form per chunk, since the note separates the forms. */
function piecesOf(entries: readonly DeckEntry[]): DeckEntry[][] {
  const pieces: DeckEntry[][] = [];
  for (const form of [...formsAbove, 'cloze']) {
    let length = Infinity;
    for (const entry of entries) {
      if (entry.card.form !== form) continue;
      if (length + entry.card.text.length > pieceLength) {
        pieces.push([]);
        length = 0;
      }
      pieces.at(-1)?.push(entry);
      length += entry.card.text.length;
    }
  }
  const short = entries.reduce((sum, { card }) => sum + card.text.length, 0) <= pieceLength;
  return short && entries.length > 0 ? [[...entries]] : pieces;
}

/** Drops what would keep the whole note in memory. */
function readCard({
  note,
  subject,
  deck,
  source,
  question,
  questionSpan,
  answer,
  context,
  chip,
}: Card): ReadCard {
  return { note, subject, deck, source, question, answer, context, chip, asksName: questionSpan === null };
}

export class DeckWriter {
  readonly #file: string;
  readonly #folder: string;
  readonly #tag: string;
  readonly #options: CardOptions;
  readonly #html: boolean;
  readonly #decks = new Map<string, Deck>();
  readonly problems: Problem[] = [];

  constructor(file: string, folder: string, tag: string, options: CardOptions, html: boolean) {
    this.#file = file;
    this.#folder = folder;
    this.#tag = tag;
    this.#options = options;
    this.#html = html;
  }

  tell(line: number, message: Message): void {
    this.problems.push({ path: this.#file, line, message });
  }

  add(row: DeckRow): void {
    const deck = this.#deckOf(row.deck);
    const { reader } = deck;
    const [front = '', ...back] = row.fields;
    if (hasCloze(front) && !/^basic/i.test(row.noteType)) this.#cloze(deck, reader, row.line, front, back);
    else
      for (const [question, answer] of sidesOf(row)) {
        if (isEmpty([question], this.#html)) this.tell(row.line, problemMessage('deck/noQuestion'));
        else if (isEmpty(answer, this.#html)) this.tell(row.line, problemMessage('deck/noAnswer'));
        else this.#put(deck, row.line, writeCard(reader, question, answer));
      }
    for (const tag of row.tags) this.#addTag(deck, row.line, tag);
  }

  #cloze(deck: Deck, reader: DeckReader, line: number, front: string, back: readonly string[]): void {
    const card = writeCloze(reader, front, back);
    this.#put(deck, line, card);
    if (card && !isEmpty(back, this.#html)) this.tell(line, problemMessage('deck/extraBelow'));
  }

  #put(deck: Deck, line: number, card: WrittenCard | null): void {
    if (card) deck.entries.push({ line, card });
    else this.tell(line, problemMessage('deck/notKept'));
  }

  /** The watched tag, and tags that exclude cards, would change what the note is. */
  #addTag(deck: Deck, line: number, tag: string): void {
    const name = noteTag(tag);
    const own = [this.#tag, this.#options.offTag, ...this.#options.tags, ...this.#options.tagsOff];
    if (name === null || own.some((one) => isTagUnder(name, one)))
      this.tell(line, problemMessage('deck/noTag', tag));
    else deck.tags.set(name.toLowerCase(), name);
  }

  /** Names that differ only in case are the same file on many systems. */
  #deckOf(name: string): Deck {
    const named = name !== '';
    const parts = (named ? name : this.#file.slice(this.#file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''))
      .split('::')
      .map((part) => fileName(part) || 'Deck');
    // A nested tag names the deck; if a tag can't express it, the folder does.
    const tag = named ? noteTag(parts.join('::')) : null;
    const byFolder = named && tag === null ? parts : parts.slice(0, -1);
    const path = [this.#folder, ...byFolder, parts.at(-1) ?? 'Deck'].filter((part) => part !== '').join('/');
    const known = this.#decks.get(path.toLowerCase());
    if (known) return known;
    const head = headOf([tag === null ? this.#tag : `${this.#tag}/${tag}`]);
    const deck = {
      path: `${path}.md`,
      reader: deckReader(head, this.#options, this.#html),
      entries: [],
      tags: new Map<string, string>(),
    };
    this.#decks.set(path.toLowerCase(), deck);
    return deck;
  }

  /**
   * The notes, each read back: anything that isn't there as its own card is left out and reported.
   * @param isWhole also reads a long note as a whole, in one go; otherwise only in chunks
   */
  *notes(isWhole: boolean): Generator<undefined, { file: NewFile; cards: readonly ReadCard[] }[], undefined> {
    const notes: { file: NewFile; cards: readonly ReadCard[] }[] = [];
    for (const { path, reader, tags, entries } of this.#decks.values()) {
      const title = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
      const own = [...tags.values()];
      const { head } = reader;
      const whole = own.length === 0 ? head : head.replace(/\]\n---\n$/, `, ${own.join(', ')}]\n---\n`);
      const textOf = (kept: readonly DeckEntry[]): string => noteText(whole, title, kept);
      let kept: DeckEntry[] = [];
      let cards: ReadCard[] = [];
      const pieces = piecesOf(entries);
      for (const piece of pieces) {
        const read = this.#readBack(path, piece, textOf);
        kept.push(...read.kept);
        cards.push(...read.cards);
        yield;
      }
      if (isWhole && pieces.length > 1) ({ kept, cards } = this.#readBack(path, kept, textOf));
      if (kept.length > 0) notes.push({ file: { path, text: textOf(kept) }, cards });
    }
    return notes;
  }

  /** The entries that are each read as their own card, and the cards. */
  #readBack(
    path: string,
    entries: readonly DeckEntry[],
    textOf: (kept: readonly DeckEntry[]) => string,
  ): { kept: DeckEntry[]; cards: ReadCard[] } {
    let kept = [...entries];
    while (kept.length > 0) {
      const { cards } = extractCards({ path, text: textOf(kept) }, this.#options);
      const missing = new Set(missingIn(cards, kept));
      const count = kept.reduce((sum, { card }) => sum + card.shown.length, 0);
      if (missing.size === 0 && cards.length === count) return { kept, cards: cards.map(readCard) };
      // Attribute cards no row asked for to the last rows, for lack of better evidence.
      const [last] = kept.slice(-1);
      if (missing.size === 0 && last) missing.add(last);
      for (const { line } of missing) this.tell(line, problemMessage('deck/notKept'));
      kept = kept.filter((entry) => !missing.has(entry));
    }
    return { kept, cards: [] };
  }
}
