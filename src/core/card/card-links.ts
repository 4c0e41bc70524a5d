// The links of a card as written, with their target files.
import type { ResolveLink } from '../links/resolve.ts';
import { findLinks, type NoteLink } from '../note/wikilink.ts';
import type { Card } from './card.ts';

/** A link or embed in a card and the file it points to. */
export interface CardLink extends NoteLink {
  /** Null if the page is missing. */
  readonly path: string | null;
}

/** The links in the question and answer, in order, each with its target file. */
export function cardLinks(
  card: Pick<Card, 'note' | 'question' | 'answer'>,
  resolve: ResolveLink,
): CardLink[] {
  return [...findLinks(card.question), ...findLinks(card.answer)].map((link) => ({
    ...link,
    path: resolve(link.target, card.note),
  }));
}
