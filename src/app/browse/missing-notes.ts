// Pages that cards link to and that are not there yet, with how many cards mention each.
import { foldCase } from '../../core/text/fold-case.ts';
import type { Card } from '../../core/card/card.ts';
import { isPage } from '../../core/links/page.ts';
import type { ResolveLink } from '../../core/links/resolve.ts';
import { findLinks } from '../../core/note/wikilink.ts';
import type { IndexedNote } from '../index/indexed-note.ts';

export interface MissingNote {
  /** As it is linked to, without `#…`. */
  readonly target: string;
  /** How many cards mention it. */
  readonly cards: number;
  /** Path of a note that mentions it. */
  readonly from: string;
}

export interface MissingNotesHost {
  readonly resolve: ResolveLink;
  /** Whether the host knows of a link in the note that leads nowhere. */
  readonly hasMissing: (path: string) => boolean;
  /** The cards of a note with their texts. */
  readonly read: (path: string) => Promise<Iterable<Pick<Card, 'question' | 'answer'>>>;
}

/** Link targets of each card of a note. */
type Targets = readonly ReadonlySet<string>[];

export class MissingNotes {
  readonly #host: MissingNotesHost;
  /** Parsing every card anew costs 0.3 ms a card; a note is parsed once. */
  readonly #targets = new WeakMap<IndexedNote, Promise<Targets>>();

  constructor(host: MissingNotesHost) {
    this.#host = host;
  }

  /** The most mentioned first. */
  async list(notes: Iterable<IndexedNote>): Promise<readonly MissingNote[]> {
    const found = new Map<string, { target: string; cards: number; from: string }>();
    for (const note of notes) {
      if (!this.#host.hasMissing(note.note)) continue;
      for (const targets of await this.#targetsOf(note)) {
        for (const target of targets) {
          if (this.#host.resolve(target, note.note) !== null) continue;
          const key = foldCase(target);
          const known = found.get(key);
          if (known) known.cards += 1;
          else found.set(key, { target, cards: 1, from: note.note });
        }
      }
    }
    return [...found.values()].sort((a, b) => b.cards - a.cards || (a.target < b.target ? -1 : 1));
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
