// The notes of an Anki collection: one a deck, with its cards in the forms a person would write. Writes no file.
import type { CardOptions } from '../../card/options.ts';
import { isTagUnder } from '../../note/tags/tags.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { problemMessage, type Message } from '../../text/message.ts';
import { reported } from '../anki-import.ts';
import { deckReader } from '../deck-card.ts';
import { headOf, noteTag } from '../deck-writer.ts';
import type { AnkiCard, AnkiCollection, AnkiNote } from './collection.ts';
import { withoutOrigin } from './export/note-types.ts';
import { deckPlaces, type DeckPlace } from './notes/deck-places.ts';
import {
  entriesOf,
  firstWords,
  type Entry,
  type Leave,
  type ReadType,
  type Source,
} from './notes/entries.ts';
import type { PackageOcclusion } from './notes/occlusion.ts';
import { MediaPaths } from './notes/media-paths.ts';
import { writeNote } from './notes/write-note.ts';
import { readTemplate } from './templates/template.ts';

export interface PackageNote {
  /** Path from the vault's root. */
  readonly path: string;
  readonly text: string;
  /** Anki's id of each card that the note gives, in the order of `extractCards`; null for one that Anki lacks. */
  readonly cards: readonly (number | null)[];
  readonly occlusions: readonly PackageOcclusion[];
}

/** A card, or a part of one, that does not come along. */
export interface PackageLeft {
  /** Its deck's full name in Anki. */
  readonly deck: string;
  /** Anki's id; null for what concerns more than one card. */
  readonly card: number | null;
  /** Whether the card itself is left out; otherwise it comes without something. */
  readonly isCard: boolean;
  /** Its first words. */
  readonly text: string;
  readonly reason: Message;
}

export interface PackageNotes {
  readonly notes: readonly PackageNote[];
  /** The media that the notes use: by their names in Anki, the paths in the vault where the notes find them. */
  readonly media: ReadonlyMap<string, string>;
  /** What does not come along, and why; in the order of the collection. */
  readonly left: readonly PackageLeft[];
}

export interface PackageNotesOptions {
  /** For the notes, from the vault's root; empty for the root itself. */
  readonly folder: string;
  /** For the media, from the vault's root. */
  readonly mediaFolder: string;
  /** A watched tag, without `#`. */
  readonly tag: string;
  readonly cardOptions: CardOptions;
  /** Paths in the vault, in lower case, which no new file may have: it gets the next number. */
  readonly existing?: ReadonlySet<string>;
}

export interface PackageProgress {
  /** Cards written so far. */
  readonly done: number;
  readonly of: number;
}

/** Most cards of one note. */
const mostCards = 100;
const defaultDeck = 'Default';

/** A part of a tag without the signs that no tag of Obsidian has: some begin with one to be first in Anki's list. */
function plainPart(part: string): string {
  return trimSigns(part.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-'), '-');
}

class PackageWriter {
  readonly #options: PackageNotesOptions;
  readonly #cardOptions: CardOptions;
  readonly #collection: AnkiCollection;
  readonly #media: MediaPaths;
  readonly #left: { readonly at: number; readonly one: PackageLeft }[] = [];
  readonly #notes: PackageNote[] = [];
  readonly #taken: Set<string>;
  /** Positions in the collection. */
  readonly #places: ReadonlyMap<AnkiNote, number>;
  readonly #toldTags = new Set<string>();

  constructor(collection: AnkiCollection, options: PackageNotesOptions) {
    const notes = collection.notes.map(withoutOrigin);
    const { cardOptions, tag, mediaFolder, existing = new Set<string>() } = options;
    const tags = cardOptions.tags.includes(tag) ? cardOptions.tags : [...cardOptions.tags, tag];
    this.#options = options;
    // Separators without spaces may be turned on later.
    this.#cardOptions = { ...cardOptions, tags, gluedSeparators: true };
    this.#collection = { ...collection, notes };
    this.#media = new MediaPaths(mediaFolder, existing);
    this.#taken = new Set(existing);
    this.#places = new Map(notes.map((note, at) => [note, at]));
  }

  *write(): Generator<PackageProgress, PackageNotes, undefined> {
    const of = this.#collection.cards.length;
    let done = 0;
    const decks = this.#sources();
    yield { done, of };
    const { folder, tag } = this.#options;
    const places = deckPlaces([...decks.keys()], folder, tag, this.#cardOptions);
    const byPlace = new Map<DeckPlace, Source[]>();
    for (const [name, sources] of decks) {
      const place = places.get(name);
      if (!place) continue;
      const known = byPlace.get(place);
      byPlace.set(place, known ? [...known, ...sources] : sources);
    }
    const planned = new Set([...byPlace.keys()].map(({ path }) => `${path}.md`.toLowerCase()));
    for (const [place, sources] of byPlace) {
      const reader = deckReader(headOf([place.tag]), this.#cardOptions, this.#media.embed, true);
      let [entries, count]: [Entry[], number] = [[], 0];
      for (const source of sources) {
        const own = entriesOf(source, reader, this.#leave);
        const size = own.reduce((sum, { card }) => sum + Math.max(1, card.shown.length), 0);
        if (count > 0 && count + size > mostCards) {
          yield* reported(this.#put(place, planned, entries), { done, of });
          [entries, count] = [[], 0];
          yield { done, of };
        }
        entries.push(...own);
        count += size;
        done += source.cards.length;
        yield { done, of };
      }
      yield* reported(this.#put(place, planned, entries), { done, of });
      yield { done, of };
    }
    const left = this.#left.sort((a, b) => a.at - b.at).map(({ one }) => one);
    return { notes: this.#notes, media: this.#media.paths, left };
  }

  readonly #leave: Leave = (source, card, html, reason) => {
    this.#tell(source.note, {
      deck: source.deck,
      card: card?.id ?? null,
      isCard: card !== null,
      text: firstWords(html),
      reason,
    });
  };

  #tell(note: AnkiNote | null, one: PackageLeft): void {
    this.#left.push({ at: note ? (this.#places.get(note) ?? -1) : -1, one });
  }

  /** Notes with their cards, by the name of the deck. The clozes of a text stay together. */
  #sources(): ReadonlyMap<string, Source[]> {
    const { notes, cards, decks, noteTypes } = this.#collection;
    const deckNames = new Map(decks.map(({ id, name }) => [id, name]));
    const cardsOf = new Map<number, AnkiCard[]>();
    for (const card of cards) {
      const own = cardsOf.get(card.noteId);
      if (own) own.push(card);
      else cardsOf.set(card.noteId, [card]);
    }
    const types = new Map(noteTypes.map((type) => [type.id, this.#readType(type)]));
    const told = new Set<ReadType>();
    const found = new Map<string, Source[]>();
    for (const note of notes) {
      const own = (cardsOf.get(note.id) ?? []).sort((a, b) => a.ordinal - b.ordinal);
      cardsOf.delete(note.id);
      const type = types.get(note.noteTypeId);
      const groups = new Map<string, AnkiCard[]>();
      for (const card of own) {
        const isOne = groups.size > 0 && type?.type.kind !== 'standard';
        const name = deckNames.get(card.homeDeckId || card.deckId) ?? defaultDeck;
        const group = isOne ? [...groups.values()][0] : groups.get(name);
        if (group) group.push(card);
        else groups.set(name, [card]);
      }
      if (!type || type.type.fields.length === 0) {
        const reason = problemMessage(type ? 'deck/noFields' : 'deck/noNote');
        for (const [deck, some] of groups)
          for (const { id } of some)
            this.#tell(note, {
              deck,
              card: id,
              isCard: true,
              text: firstWords(note.fields[0] ?? ''),
              reason,
            });
        continue;
      }
      if (!told.has(type)) this.#tellTemplates(type);
      told.add(type);
      const tags = this.#tagsOf(note);
      for (const [deck, some] of groups) {
        const sources = found.get(deck) ?? [];
        sources.push({ note, type, cards: some, deck, tags });
        found.set(deck, sources);
      }
    }
    for (const { id, deckId } of [...cardsOf.values()].flat())
      this.#tell(null, {
        deck: deckNames.get(deckId) ?? defaultDeck,
        card: id,
        isCard: true,
        text: '',
        reason: problemMessage('deck/noNote'),
      });
    return found;
  }

  #readType(type: AnkiCollection['noteTypes'][number]): ReadType {
    const names = new Set(type.fields);
    const templates = type.templates.map(
      ({ ordinal, name, front, back }) =>
        [ordinal, { name, front: readTemplate(front, names), back: readTemplate(back, names) }] as const,
    );
    return { type, templates: new Map(templates) };
  }

  #tellTemplates({ type, templates }: ReadType): void {
    for (const { name, front, back } of templates.values()) {
      const reasons = new Map([...front.problems, ...back.problems].map((one) => [JSON.stringify(one), one]));
      for (const reason of reasons.values())
        this.#tell(null, { deck: '', card: null, isCard: false, text: `${type.name}: ${name}`, reason });
    }
  }

  /** The watched tag, and tags that exclude cards, would change what the note is. */
  #tagsOf({ tags }: AnkiNote): readonly string[] {
    const { tags: watched, tagsOff, offTag } = this.#cardOptions;
    const found = new Map<string, string>();
    for (const tag of tags) {
      const own = noteTag(tag) ?? noteTag(tag.split('::').map(plainPart).join('::'));
      if (own !== null && ![...watched, ...tagsOff, offTag].some((one) => isTagUnder(own, one)))
        found.set(own.toLowerCase(), own);
      else if (!this.#toldTags.has(tag)) {
        this.#toldTags.add(tag);
        this.#tell(null, {
          deck: '',
          card: null,
          isCard: false,
          text: tag,
          reason: problemMessage('deck/noTag', tag),
        });
      }
    }
    return [...found.values()];
  }

  /** Writes one note of a deck, under the first name that is free. */
  *#put(
    place: DeckPlace,
    planned: ReadonlySet<string>,
    entries: readonly Entry[],
  ): Generator<undefined, void, undefined> {
    if (entries.length === 0) return;
    const path = this.#freePath(place.path, planned);
    let written = yield* writeNote(path, place.tag, entries, this.#cardOptions);
    const instead = new Map(written.left.flatMap((one) => (one.instead ? [[one, one.instead()]] : [])));
    if (instead.size > 0) {
      const again = entries.flatMap((one) => instead.get(one) ?? [one]);
      written = yield* writeNote(path, place.tag, again, this.#cardOptions);
    }
    for (const { source, own, front } of written.left)
      for (const card of own) this.#leave(source, card, front, problemMessage('deck/notKept'));
    for (const { source, own, front } of written.listed)
      this.#tell(source.note, {
        deck: source.deck,
        card: own[0]?.id ?? null,
        isCard: false,
        text: firstWords(front),
        reason: problemMessage('deck/listed'),
      });
    if (written.kept.length === 0) return;
    for (const { source, own, front, card } of written.kept)
      if (card.form === 'cloze' && card.shown.length > 0 && /\n\n/.test(card.text))
        this.#tell(source.note, {
          deck: source.deck,
          card: own[0]?.id ?? null,
          isCard: false,
          text: firstWords(front),
          reason: problemMessage('deck/extraBelow'),
        });
    this.#taken.add(path.toLowerCase());
    const occlusions = written.kept.flatMap(({ occlusion }) => (occlusion ? [occlusion] : []));
    this.#notes.push({ path, text: written.text, cards: written.cards, occlusions });
  }

  #freePath(base: string, planned: ReadonlySet<string>): string {
    for (let nth = 1; ; nth += 1) {
      const path = `${base}${nth === 1 ? '' : ` ${String(nth)}`}.md`;
      const key = path.toLowerCase();
      if (!this.#taken.has(key) && (nth === 1 || !planned.has(key))) return path;
    }
  }
}

/** The notes, in steps of a few milliseconds. */
export function packageNotes(
  collection: AnkiCollection,
  options: PackageNotesOptions,
): Generator<PackageProgress, PackageNotes, undefined> {
  return new PackageWriter(collection, options).write();
}
