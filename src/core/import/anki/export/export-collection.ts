// Cards with their schedules and reviews as an Anki collection, which Anki imports, and imports again as updates:
// - A note's guid is the id of its card. The clozes of one text, and the boxes on one picture, are one note: its guid,
//   and number 1, are those of the card that was answered first, since its id stays; before any is, of the first in the
//   text. So an edit that keeps a card's history keeps its guid.
// - Anki takes a note whose `modifiedAt` is later than that of the last import: ours is that of the file, or the last
//   event of one of its cards if that is later. Boxes are not in the file, so theirs is the time of the export.
// - Anki never changes the schedule of a card that it has.
import type { Card } from '../../../card/card.ts';
import { noteTitle } from '../../../card/extract.ts';
import type { CardHistory } from '../../../history/event.ts';
import { embedOf } from '../../../links/pictures.ts';
import type { Schedule } from '../../../schedule/schedule.ts';
import type { Scheduler } from '../../../schedule/scheduler.ts';
import { remembered } from '../../../text/remembered.ts';
import { escapeHtml, fileName, toAnkiHtml } from '../../anki-html.ts';
import { cardFields, nested, ownTags } from '../../anki-export.ts';
import { inOrder, reviewRows, type ReviewRow } from '../../revlog.ts';
import type { AnkiCard, AnkiCollection, AnkiDeck, AnkiNote, AnkiNoteType } from '../collection.ts';
import { ankiState } from './card-state.ts';
import { clozeHtml } from './cloze-text.ts';
import { MediaNames } from './media-names.ts';
import { basic, cloze, occlusion } from './note-types.ts';
import { Numbers } from './numbers.ts';
import { occlusionField } from './occlusion-field.ts';

export interface PackedCard {
  readonly id: string;
  readonly card: Card;
  readonly schedule: Schedule;
  readonly history: CardHistory | undefined;
  /** Listed but not asked. */
  readonly isAside: boolean;
  /** Whether it is exported; its siblings decide its number. */
  readonly isWanted: boolean;
}

/** All cards of a note of the vault. */
export interface PackedNote {
  readonly path: string;
  /** ms since 1970. */
  readonly changedAt: number;
  /** Without `#`. */
  readonly tags: readonly string[];
  readonly cards: readonly PackedCard[];
}

export interface PackOptions {
  /** The top-level deck. */
  readonly root: string;
  readonly vault: string;
  readonly scheduler: Scheduler;
  /** ms since 1970, its study day, and minutes east of UTC. */
  readonly now: number;
  readonly today: number;
  readonly zone: number;
  /** The path of an embedded file; null if it is missing. */
  readonly resolve: (target: string, note: string) => string | null;
}

/** An embedded file that the vault lacks. */
export interface MissingFile {
  readonly note: string;
  readonly line: number;
  readonly target: string;
}

export interface Packed {
  readonly collection: AnkiCollection;
  /** Path in the vault by name in the package. */
  readonly media: ReadonlyMap<string, string>;
  readonly missing: readonly MissingFile[];
}

interface WaitingCard extends PackedCard {
  readonly number: number;
  readonly noteId: number;
  readonly deckId: number;
  readonly ordinal: number;
  readonly modifiedAt: number;
}

/** Study day 0 of each collection, 2006-01-01: due dates are counted from it, and what imports it knows it by this. */
const firstDay = 13_149;

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Cards of a note with equal keys are one note of Anki. */
function keyOf({ id, card: { source, occlusion: boxes, answerRuns } }: PackedCard): string {
  if (boxes) return `${String(boxes.hidesAll)} ${boxes.picture}`;
  return source === 'cloze' ? `text ${String(answerRuns[0]?.[0]?.start)}` : id;
}

/** The study day of its first answer; later for one whose id is not yet fixed. */
function firstDayOf({ history }: PackedCard): number {
  if (!history) return Infinity;
  return history.introducedBefore ?? history.memory?.y ?? history.reviews[0]?.y ?? Number.MAX_VALUE;
}

export class CollectionPacker {
  readonly #options: PackOptions;
  readonly #decks = new Map<string, AnkiDeck>();
  readonly #deckIds = new Numbers();
  readonly #noteIds = new Numbers();
  readonly #cardIds = new Numbers();
  readonly #names = new MediaNames();
  readonly #notes: AnkiNote[] = [];
  readonly #types = new Set<AnkiNoteType>();
  readonly #cards: WaitingCard[] = [];
  readonly #reviews: ReviewRow[] = [];
  /** By note and target: a field may be rendered more than once. */
  readonly #missing = new Map<string, MissingFile>();

  readonly #contextHtml = remembered((context: string) => toAnkiHtml(context).html);

  constructor(options: PackOptions) {
    this.#options = options;
  }

  /** In steps, one a note of Anki's. */
  *adding(note: PackedNote): Generator<undefined, void, undefined> {
    const groups = new Map<string, PackedCard[]>();
    for (const one of note.cards) {
      const key = keyOf(one);
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
    for (const cards of groups.values()) {
      cards.sort((a, b) => Math.sign(firstDayOf(a) - firstDayOf(b)) || 0);
      if (cards.some(({ isWanted }) => isWanted)) this.#addGroup(note, cards);
      yield;
    }
  }

  finish(): Packed {
    const { today, zone, scheduler } = this.#options;
    const { rolloverHour } = scheduler.options;
    const places = new Map(
      this.#cards
        .filter(({ schedule }) => schedule.state === 'new')
        .sort((a, b) => a.schedule.position - b.schedule.position)
        .map(({ id }, at) => [id, at + 1]),
    );
    const cards = this.#cards.map((one): AnkiCard => {
      const { number, noteId, deckId, ordinal, modifiedAt, schedule, isAside, id } = one;
      const position = places.get(id) ?? 0;
      const state = ankiState(schedule, { today, firstDay, position, isAside });
      return { id: number, noteId, deckId, ordinal, modifiedAt, ...state, homeDeckId: 0, homeDue: 0 };
    });
    const reviews = inOrder(this.#reviews).map(({ card, ...row }) => ({
      ...row,
      cardId: this.#cardIds.of(card),
    }));
    const collection = {
      // As Anki has it, whatever the rollover: 4:00 of its first day.
      createdAt: firstDay * 86_400 + 4 * 3600 - zone * 60,
      rollover: rolloverHour,
      minutesWest: 0 - zone,
      fsrs: true,
      decks: [...this.#decks.values()],
      noteTypes: [...this.#types],
      notes: this.#notes,
      cards,
      reviews,
    };
    return { collection, media: this.#names.paths, missing: [...this.#missing.values()] };
  }

  /** The deck, and those above it. */
  #deckId(deck: string): number {
    const name = deck === '' ? this.#options.root : `${this.#options.root}::${nested(deck)}`;
    const levels = name.split('::');
    for (let depth = 1; depth <= levels.length; depth += 1) {
      const above = levels.slice(0, depth).join('::');
      if (!this.#decks.has(above))
        this.#decks.set(above, { id: this.#deckIds.of(above), name: above, filtered: false });
    }
    return this.#deckIds.of(name);
  }

  #html({ note, line }: Card): (markdown: string) => string {
    return (markdown) =>
      toAnkiHtml(markdown, (target) => {
        const path = this.#options.resolve(target, note);
        if (path !== null) return this.#names.of(path);
        this.#missing.set(`${note} ${target}`, { note, line, target });
        return fileName(target);
      }).html;
  }

  #addGroup(note: PackedNote, group: readonly PackedCard[]): void {
    const [first] = group;
    if (!first) return;
    const { card } = first;
    const cards = group.map((one) => one.card);
    const html = this.#html(card);
    if (card.occlusion) {
      const labels = cards.map(({ answer }) => `<li>${escapeHtml(answer)}</li>`).join('');
      const isNamed = cards.some((one) => one.occlusion?.asked.some(({ label }) => label !== ''));
      const named = isNamed ? `<ol>${labels}</ol>` : '';
      const image = html(embedOf(card.question));
      const fields = [
        occlusionField(cards),
        image,
        this.#contextHtml(card.context.join(' › ')),
        named,
        this.#link(note),
      ];
      this.#addNote(note, occlusion, group, fields);
      return;
    }
    const text = card.source === 'cloze' ? clozeHtml(cards, html) : null;
    if (text !== null) {
      this.#addNote(note, cloze, group, [
        text,
        this.#contextHtml(card.context.join(' › ')),
        this.#link(note),
      ]);
      return;
    }
    for (const one of group) {
      const { chip, nth, context } = one.card;
      const part = nth && `${String(nth.index)}/${String(nth.of)}`;
      const above = [...context, chip, part].filter((shown) => shown !== null).join(' › ');
      const { front, back } = cardFields(one.card, html);
      if (one.isWanted)
        this.#addNote(note, basic, [one], [front, back, this.#contextHtml(above), this.#link(note)]);
    }
  }

  #link({ path }: PackedNote): string {
    const { vault } = this.#options;
    const url = `obsidian://open?vault=${encodeURIComponent(vault)}&file=${encodeURIComponent(path)}`;
    return `<a href="${escapeHtml(url)}">${escapeHtml(noteTitle(path))}</a>`;
  }

  /** @param group its cards, in the order of their numbers */
  #addNote(note: PackedNote, type: AnkiNoteType, group: readonly PackedCard[], fields: string[]): void {
    const [first] = group;
    if (!first) return;
    const seenAt = Math.max(note.changedAt, ...group.map(({ history }) => history?.seenAt ?? 0));
    const modifiedAt = seconds(type === occlusion ? this.#options.now : seenAt);
    const noteId = this.#noteIds.of(first.id);
    const deckId = this.#deckId(first.card.deck);
    const tags = [...new Set([...note.tags.map(nested), ...ownTags(first.card)])];
    this.#types.add(type);
    this.#notes.push({ id: noteId, guid: first.id, noteTypeId: type.id, modifiedAt, tags, fields });
    for (const [ordinal, one] of group.entries()) {
      const { id, history, isWanted } = one;
      if (!isWanted) continue;
      const number = this.#cardIds.of(id);
      this.#cards.push({ ...one, number, noteId, deckId, ordinal, modifiedAt: seconds(seenAt) });
      if (history) this.#reviews.push(...reviewRows(history, this.#options.scheduler));
    }
  }
}
