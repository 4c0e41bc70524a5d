// Pages that cards link to but that do not exist yet, with the number of cards that mention each.
import { foldCase } from '../../core/text/fold-case.ts';
import type { Card } from '../../core/card/card.ts';
import { isPage } from '../../core/links/page.ts';
import type { ResolveLink } from '../../core/links/resolve.ts';
import { findLinks } from '../../core/note/wikilink.ts';
import type { IndexedNote } from '../index/indexed-note.ts';

export interface MissingNote {
  /** As linked, without `#…`. */
  readonly target: string;
  /** Number of cards that mention it. */
  readonly cards: number;
  /** Path of a note that mentions it. */
  readonly from: string;
  /** Path of a note of that name in another folder, if any: the link's folder is wrong. */
  readonly elsewhere: string | null;
}

export interface MissingNotesHost {
  readonly resolve: ResolveLink;
  /** Whether the host knows of an unresolved link in the note. */
  readonly hasMissing: (path: string) => boolean;
  /** A note's cards with their texts. */
  readonly read: (path: string) => Promise<Iterable<Pick<Card, 'question' | 'answer'>>>;
}

/** Link targets of each card in a note. */
type Targets = readonly ReadonlySet<string>[];

export class MissingNotes {
  readonly #host: MissingNotesHost;
  /** Parsing costs 0.3 ms a card, so each note is parsed only once. */
  readonly #targets = new WeakMap<IndexedNote, Promise<Targets>>();

  constructor(host: MissingNotesHost) {
    this.#host = host;
  }

  /** Most mentioned first. */
  async list(notes: Iterable<IndexedNote>): Promise<readonly MissingNote[]> {
    const found = new Map<
      string,
      { target: string; cards: number; from: string; elsewhere: string | null }
    >();
    for (const note of notes) {
      if (!this.#host.hasMissing(note.note)) continue;
      for (const targets of await this.#targetsOf(note)) {
        for (const target of targets) {
          if (this.#host.resolve(target, note.note) !== null) continue;
          const key = foldCase(target);
          const known = found.get(key);
          if (known) known.cards += 1;
          else
            found.set(key, {
              target,
              cards: 1,
              from: note.note,
              elsewhere: this.#elsewhere(target, note.note),
            });
        }
      }
    }
    return [...found.values()].sort((a, b) => b.cards - a.cards || (a.target < b.target ? -1 : 1));
  }

  #elsewhere(target: string, from: string): string | null {
    const name = target.slice(target.lastIndexOf('/') + 1);
    return name === target ? null : this.#host.resolve(name, from);
  }

  #targetsOf(note: IndexedNote): Promise<Targets> {
    let targets = this.#targets.get(note);
    if (!targets) {
      targets = this.#read(note);
      this.#targets.set(note, targets);
    }
    return targets;
  }

  async #read({ note }: IndexedNote): Promise<Targets> {
    return [...(await this.#host.read(note))].map(({ question, answer }) => {
      const links = [...findLinks(question), ...findLinks(answer)];
      return new Set(links.flatMap(({ target, embed }) => (embed || !isPage(target) ? [] : [target])));
    });
  }
}
