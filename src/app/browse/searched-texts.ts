// What a search asks of cards that is not in memory: their answers, and the pages that they link to. A note is read
// when the first search needs it, and kept until its cards change.
import { foldCase } from '../../core/text/fold-case.ts';
import type { Card } from '../../core/card/card.ts';
import { findLinks } from '../../core/note/wikilink.ts';
import type { Needs } from '../../core/query/query.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import type { TrackedCard } from '../cards/card-registry.ts';

export interface SearchedTextsHost {
  readonly notes: () => ReadonlyMap<string, readonly TrackedCard[]>;
  /** The cards of a note by id, with their texts. */
  readonly read: (path: string) => Promise<ReadonlyMap<string, Pick<Card, 'question' | 'answer'>>>;
  /** Paths of the files that a note links to. */
  readonly linksFrom: (path: string) => readonly string[];
  /** Whether the note links to pages that are not there. */
  readonly hasMissing: (path: string) => boolean;
}

export class SearchedTexts {
  readonly #host: SearchedTextsHost;
  readonly #links = new WeakMap<IndexedCard, ReadonlySet<string>>();
  readonly #answers = new WeakMap<IndexedCard, string>();

  constructor(host: SearchedTextsHost) {
    this.#host = host;
  }

  /** Lower-case; null where nobody has asked for it. */
  answer(card: IndexedCard): string | null {
    return this.#answers.get(card) ?? null;
  }

  /** Targets as written, lower-case, without `.md`; null where nobody has asked for them. */
  links(card: IndexedCard): ReadonlySet<string> | null {
    return this.#links.get(card) ?? null;
  }

  /**
   * Reads what a query needs. Where only links are wanted, notes are left out that link to nothing of that name.
   * @param pause called between two notes; where it resolves to false, the rest is left unread
   * @returns whether all was read
   */
  async load({ answers, links }: Needs, pause: () => Promise<boolean>): Promise<boolean> {
    if (!answers && links.length === 0) return true;
    for (const [path, cards] of this.#host.notes()) {
      const isAsked = (answers && this.#lacks(cards, this.#answers)) || this.#mayLink(path, cards, links);
      if (!isAsked) continue;
      const texts = await this.#host.read(path);
      for (const { id, card } of cards) {
        const text = texts.get(id);
        if (answers) this.#answers.set(card, foldCase(text?.answer ?? ''));
        if (links.length > 0) this.#links.set(card, text ? linksOf(text) : new Set());
      }
      if (!(await pause())) return false;
    }
    return true;
  }

  #lacks(cards: readonly TrackedCard[], known: WeakMap<IndexedCard, unknown>): boolean {
    return cards.some(({ card }) => !known.has(card));
  }

  #mayLink(path: string, cards: readonly TrackedCard[], wanted: readonly string[]): boolean {
    if (wanted.length === 0 || !this.#lacks(cards, this.#links)) return false;
    if (this.#host.hasMissing(path)) return true;
    const files = this.#host.linksFrom(path).map(foldCase);
    return files.some((file) => wanted.some((part) => file.includes(part)));
  }
}

function linksOf({ question, answer }: Pick<Card, 'question' | 'answer'>): ReadonlySet<string> {
  const links = [...findLinks(question), ...findLinks(answer)];
  return new Set(
    links.flatMap(({ target }) => (target === '' ? [] : [foldCase(target).replace(/\.md$/, '')])),
  );
}
