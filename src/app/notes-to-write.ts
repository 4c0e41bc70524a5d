// Pages that cards link to and that are not there yet, with how many cards mention each.
import type { NoteCards } from '../core/card/extract.ts';
import type { ResolveLink } from '../core/links/resolve.ts';
import { findLinks } from '../core/note/wikilink.ts';

export interface NoteToWrite {
  /** As it is linked to, without `#…`. */
  readonly target: string;
  /** How many cards mention it. */
  readonly cards: number;
  /** Path of a note that mentions it. */
  readonly from: string;
}

/** Link targets of each card of a note. */
type Targets = readonly ReadonlySet<string>[];

export class NotesToWrite {
  readonly #resolve: ResolveLink;
  readonly #hasMissing: (path: string) => boolean;
  /** Parsing every card anew costs 0.3 ms a card; a note is parsed once. */
  readonly #targets = new WeakMap<NoteCards, Targets>();

  /** @param hasMissing whether the host knows of a link in the note that leads nowhere */
  constructor(resolve: ResolveLink, hasMissing: (path: string) => boolean) {
    this.#resolve = resolve;
    this.#hasMissing = hasMissing;
  }

  /** The most mentioned first. */
  list(notes: Iterable<NoteCards>): readonly NoteToWrite[] {
    const found = new Map<string, { target: string; cards: number; from: string }>();
    for (const note of notes) {
      if (!this.#hasMissing(note.note)) continue;
      for (const targets of this.#targetsOf(note)) {
        for (const target of targets) {
          if (this.#resolve(target, note.note) !== null) continue;
          const key = target.normalize('NFC').toLowerCase();
          const known = found.get(key);
          if (known) known.cards += 1;
          else found.set(key, { target, cards: 1, from: note.note });
        }
      }
    }
    return [...found.values()].sort((a, b) => b.cards - a.cards || (a.target < b.target ? -1 : 1));
  }

  #targetsOf(note: NoteCards): Targets {
    let targets = this.#targets.get(note);
    if (!targets) {
      targets = note.cards.map(({ question, answer }) => {
        const links = [...findLinks(question), ...findLinks(answer)];
        return new Set(links.flatMap(({ target, embed }) => (embed || target === '' ? [] : [target])));
      });
      this.#targets.set(note, targets);
    }
    return targets;
  }
}
