// Card data for searches that is not in memory: answers and link targets. A note is read when a search first needs it,
// and kept until its cards change.
import { foldCase } from '../../core/text/fold-case.ts';
import type { Card } from '../../core/card/card.ts';
import { findLinks } from '../../core/note/wikilink.ts';
import type { Needs } from '../../core/query/query.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import type { TrackedCard } from '../cards/card-registry.ts';

export interface SearchedTextsHost {
  readonly notes: () => Iterable<readonly [path: string, cards: readonly TrackedCard[]]>;
  /** A note's cards by id, with their texts. */
  readonly read: (path: string) => Promise<ReadonlyMap<string, Pick<Card, 'question' | 'answer'>>>;
  /** Paths of the files that a note links to. */
  readonly linksFrom: (path: string) => readonly string[];
  /** Whether the note links to missing pages. */
  readonly hasMissing: (path: string) => boolean;
}

export class SearchedTexts {
  readonly #host: SearchedTextsHost;
  readonly #links = new WeakMap<IndexedCard, ReadonlySet<string>>();
  readonly #answers = new WeakMap<IndexedCard, string>();

  constructor(host: SearchedTextsHost) {
    this.#host = host;
  }

  /** Lowercase; null if not requested yet. */
  answer(card: IndexedCard): string | null {
    return this.#answers.get(card) ?? null;
  }

  /** Targets as written, in lowercase and without `.md`; null if not requested yet. */
  links(card: IndexedCard): ReadonlySet<string> | null {
    return this.#links.get(card) ?? null;
  }

  /**
   * Reads what a query needs. If only links are needed, skips notes without a link to such a name.
   * @param pause called between two notes; if it resolves to false, the rest stays unread
   * @returns whether everything was read
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
