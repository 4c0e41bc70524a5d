// A note and its cards as kept in memory and between starts: everything but the answers. Ids, lines and siblings, which
// every start needs, are at hand; the rest is read on demand.
import type { Card } from '../../core/card/card.ts';
import { noteTitle, type NoteCards } from '../../core/card/extract.ts';
import { isLongAnswer } from '../../core/card/long-answer.ts';
import { rankFrom } from '../../core/card/worth/rank.ts';
import { cardIds } from '../../core/identity/fingerprint/fingerprint.ts';
import type { IndexedAnswer } from './answer-digest.ts';
import { BodyText, type CardBody } from './note-body.ts';
import { packDigests, PackedDigest } from './packed-digest.ts';

/** Length of a card's text-based id, in characters. */
export const idLength = 26;

/** The part of a note that every start needs. */
export interface NoteHead extends Pick<NoteCards, 'watched' | 'deck'> {
  /** The ids of all cards, concatenated. */
  readonly ids: string;
  /** Line of each card, 1-based. */
  readonly lines: readonly number[];
  /** Sibling group of each card; null if no card has siblings. */
  readonly groups: readonly (string | null)[] | null;
  /** `Card.aside` of each card; null if none is set aside. */
  readonly asides: readonly Card['aside'][] | null;
  /** `Card.rank` of each card, as one digit. */
  readonly ranks: string;
  /** Positions of the cards with long answers; null if there are none. */
  readonly longs: readonly number[] | null;
  /** Whether the note has a problem. */
  readonly isTroubled: boolean;
  /** The packed text digests of all cards, concatenated; see `PackedDigest`. Null if only the body has them. */
  readonly digests: string | null;
}

/** Supplies the body of a note, once, on demand. */
export interface BodySource {
  bodyText(): BodyText;
}

const zero = 48;

export class IndexedCard implements Omit<
  Card,
  'questionSpan' | 'answer' | 'knownAnswer' | 'answerRuns' | 'cloze'
> {
  readonly #of: IndexedNote;
  readonly #at: number;
  /** The text-based id, which a card that was never reviewed uses unless another card owns it. */
  readonly textId: string;

  constructor(of: IndexedNote, at: number) {
    this.#of = of;
    this.#at = at;
    this.textId = of.idAt(at);
  }

  get note(): string {
    return this.#of.note;
  }

  get subject(): string {
    return this.#of.subject;
  }

  get deck(): string {
    return this.#of.head.deck;
  }

  get line(): number {
    return this.#of.head.lines[this.#at] ?? 1;
  }

  get group(): string | null {
    return this.#of.head.groups?.[this.#at] ?? null;
  }

  get aside(): Card['aside'] {
    return this.#of.head.asides?.[this.#at] ?? false;
  }

  get rank(): Card['rank'] {
    return this.#of.rankAt(this.#at);
  }

  /** Whether its answer should be split. */
  get isLong(): boolean {
    return this.#of.head.longs?.includes(this.#at) ?? false;
  }

  get source(): Card['source'] {
    return this.#digest?.source ?? this.#body.source;
  }

  get question(): string {
    return this.#body.question;
  }

  get knownQuestion(): string | null {
    return this.#body.knownQuestion;
  }

  get context(): readonly string[] {
    return this.#body.context;
  }

  get chip(): string | null {
    return this.#body.chip;
  }

  get nth(): Card['nth'] {
    return this.#body.nth;
  }

  get headings(): readonly string[] {
    return this.#body.headings;
  }

  get ordinal(): number {
    return this.#body.ordinal;
  }

  get repeats(): boolean {
    return this.#body.repeats;
  }

  get blockId(): string | null {
    return this.#body.blockId;
  }

  /** Whether the question is the note's name: not Markdown, and not in any text. */
  get asksName(): boolean {
    return this.#body.asksName;
  }

  get kept(): IndexedAnswer {
    return this.#digest ?? this.#body.kept;
  }

  /** Null if the body is at hand. */
  get #digest(): PackedDigest | null {
    const digests = this.#of.isOpen ? null : this.#of.knownDigests;
    return digests === null ? null : new PackedDigest(digests, this.#at, () => this.#body.kept);
  }

  get #body(): CardBody {
    const body = this.#of.body.cards[this.#at];
    if (!body) throw new Error(`the index of ${this.note} has no card ${this.#at}`);
    return body;
  }
}

export class IndexedNote implements Omit<NoteCards, 'cards'> {
  /** Path from the vault's root. */
  readonly note: string;
  readonly head: NoteHead;
  #text: BodyText | BodySource;
  #digests: string | null = null;
  #cards: readonly IndexedCard[] | null = null;

  constructor(note: string, head: NoteHead, text: BodyText | BodySource) {
    this.note = note;
    this.head = head;
    this.#text = text;
  }

  /** Number of cards; faster than getting the cards. */
  get count(): number {
    return this.head.ids.length / idLength;
  }

  get cards(): readonly IndexedCard[] {
    return (this.#cards ??= Array.from({ length: this.count }, (_, at) => new IndexedCard(this, at)));
  }

  /** The text-based ids of all cards, concatenated. */
  get ids(): string {
    return this.head.ids;
  }

  idAt(at: number): string {
    return this.head.ids.slice(at * idLength, (at + 1) * idLength);
  }

  rankAt(at: number): Card['rank'] {
    return rankFrom(this.head.ranks.charCodeAt(at) - zero);
  }

  /** Whether any card's text-based id passes. */
  someId(passes: (id: string) => boolean): boolean {
    const { ids } = this.head;
    for (let at = 0; at < ids.length; at += idLength) if (passes(ids.slice(at, at + idLength))) return true;
    return false;
  }

  get title(): string {
    return noteTitle(this.note);
  }

  get watched(): boolean {
    return this.head.watched;
  }

  get deck(): string {
    return this.head.deck;
  }

  get body(): BodyText['body'] {
    return this.#bodyText.body;
  }

  get subject(): string {
    return this.body.subject;
  }

  get aliases(): NoteCards['aliases'] {
    return this.body.aliases;
  }

  get skipped(): NoteCards['skipped'] {
    return this.body.skipped;
  }

  get problems(): NoteCards['problems'] {
    return this.head.isTroubled ? this.body.problems : [];
  }

  /** The packed text digests of all cards; the body is not read if they are already known. */
  get digests(): string {
    return this.knownDigests ?? packDigests(this.body.cards);
  }

  /** The same if known without the body; otherwise null. */
  get knownDigests(): string | null {
    return this.#digests ?? this.head.digests;
  }

  /** Whether the body is at hand and need not be read. */
  get isOpen(): boolean {
    return this.#text instanceof BodyText && this.#text.isOpen;
  }

  /** The body as text. */
  text(): string {
    return this.#bodyText.text();
  }

  /** Reduces memory use to what a start would need. */
  close(): void {
    if (this.head.digests === null) this.#digests = this.digests;
    this.#bodyText.close();
  }

  get #bodyText(): BodyText {
    if (!(this.#text instanceof BodyText)) this.#text = this.#text.bodyText();
    return this.#text;
  }
}

/** What the previous version of a note knows about the cards that it still has, by their ids. */
function keptBefore(ids: readonly string[], before: IndexedNote | null): readonly (IndexedAnswer | null)[] {
  if (!before) return [];
  const known = new Map(before.cards.map((card) => [card.textId, card]));
  return ids.map((id) => known.get(id)?.kept ?? null);
}

/**
 * @param before the previous version of the note: what was computed from its texts is reused
 * @param ids the text ids of its cards, if known
 */
export function indexNote(
  note: NoteCards,
  before: IndexedNote | null = null,
  ids: readonly string[] = cardIds(note.cards),
): IndexedNote {
  const { watched, deck, cards, problems } = note;
  const longs = cards.flatMap(({ answer }, at) => (isLongAnswer(answer) ? [at] : []));
  const head: NoteHead = {
    watched,
    deck,
    ids: ids.join(''),
    lines: cards.map(({ line }) => line),
    groups: cards.some(({ group }) => group !== null) ? cards.map(({ group }) => group) : null,
    asides: cards.some(({ aside }) => aside !== false) ? cards.map(({ aside }) => aside) : null,
    ranks: cards.map(({ rank }) => rank).join(''),
    longs: longs.length > 0 ? longs : null,
    isTroubled: problems.length > 0,
    digests: null,
  };
  return new IndexedNote(note.note, head, BodyText.ofNote(note, keptBefore(ids, before)));
}
