// Which boxes of the log are cards of which note. A box belongs to the note that it was drawn in as long as that note
// embeds its picture; else to any watched note that does.
import type { PictureBoxes } from '../../core/card/options.ts';
import { boxCard, isAddress, type PictureBox } from '../../core/picture/box.ts';
import type { NoteFiles, NoteLinks } from '../ports.ts';

export interface BoxesHost {
  readonly links: NoteLinks;
  readonly files: Pick<NoteFiles, 'list' | 'stat'>;
  /** All boxes of the log. */
  boxes(): readonly PictureBox[];
}

/** By picture: the cards that are a note's. */
type Own = Map<string, Set<string>>;

export class NoteBoxes implements PictureBoxes {
  readonly #host: BoxesHost;
  #byPicture = new Map<string, PictureBox[]>();
  #byNote = new Map<string, Own>();
  #known: ReadonlyMap<string, string> = new Map();

  constructor(host: BoxesHost) {
    this.#host = host;
    this.refresh();
  }

  /** The boxes of a picture, by its path or address. */
  on(picture: string): readonly PictureBox[] {
    return this.#byPicture.get(picture) ?? [];
  }

  has(note: string): boolean {
    return this.#byNote.has(note);
  }

  of(note: string, target: string): ReturnType<PictureBoxes['of']> {
    const picture = this.pathOf(note, target);
    const own = picture === null ? undefined : this.#byNote.get(note)?.get(picture);
    return own && picture !== null ? { picture, boxes: this.on(picture), own } : null;
  }

  /** The path of an embedded picture, or its address; null if it is missing. */
  pathOf(note: string, target: string): string | null {
    return isAddress(target) ? target : this.#host.links.resolve(target, note);
  }

  /** Whether the log tells of a picture, or of a note with one, at a path or below it. */
  isLogged(path: string): boolean {
    const isThere = (one: string): boolean => one === path || one.startsWith(`${path}/`);
    return [...this.#byPicture].some(
      ([picture, boxes]) => isThere(picture) || boxes.some(({ note }) => isThere(note)),
    );
  }

  /** After a change of log, links or files. Returns the notes whose cards may have changed. */
  refresh(): readonly string[] {
    const before = this.#known;
    this.#byPicture = new Map();
    this.#byNote = new Map();
    for (const box of this.#host.boxes()) {
      const others = this.#byPicture.get(box.picture);
      if (others) others.push(box);
      else this.#byPicture.set(box.picture, [box]);
    }
    for (const [picture, boxes] of this.#byPicture) this.#place(picture, boxes);
    const after = (this.#known = this.#keys());
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (note) => before.get(note) !== after.get(note),
    );
  }

  /** Options are compared as JSON; boxes are none. */
  toJSON(): undefined {
    return undefined;
  }

  #place(picture: string, boxes: readonly PictureBox[]): void {
    let others: readonly string[] | null = null;
    const homes = new Map<string, readonly string[]>();
    for (const box of boxes) {
      const { note } = box;
      let here = homes.get(note);
      if (!here) {
        here = this.#embeds(note, picture) ? [note] : (others ??= this.#notesWith(picture));
        homes.set(note, here);
      }
      for (const home of here) this.#own(home, picture).add(boxCard(box));
    }
  }

  #embeds(note: string, picture: string): boolean {
    if (isAddress(picture)) return this.#host.files.stat(note) !== null;
    return this.#host.links.from(note).includes(picture);
  }

  #notesWith(picture: string): readonly string[] {
    if (isAddress(picture)) return [];
    const notes = this.#host.files.list(null).map(({ path }) => path);
    return notes.filter((note) => this.#embeds(note, picture));
  }

  #own(note: string, picture: string): Set<string> {
    const own: Own = this.#byNote.get(note) ?? new Map<string, Set<string>>();
    const cards = own.get(picture) ?? new Set<string>();
    this.#byNote.set(note, own.set(picture, cards));
    return cards;
  }

  /** What each note's cards depend on. */
  #keys(): Map<string, string> {
    return new Map(
      [...this.#byNote].map(([note, own]) => [
        note,
        JSON.stringify([...own].map(([picture, cards]) => [picture, [...cards], this.on(picture)])),
      ]),
    );
  }
}
