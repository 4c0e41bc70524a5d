// The links of a card, as written, and where they lead.
import type { ResolveLink } from '../links/resolve.ts';
import { findLinks, type NoteLink } from '../note/wikilink.ts';
import type { Card } from './card.ts';

/** A link or embed of a card with the file it means. */
export interface CardLink extends NoteLink {
  /** Null where the page is missing. */
  readonly path: string | null;
}

/** The links of question and answer, in order, each with its file. */
export function cardLinks(
  card: Pick<Card, 'note' | 'question' | 'answer'>,
  resolve: ResolveLink,
): CardLink[] {
  return [...findLinks(card.question), ...findLinks(card.answer)].map((link) => ({
    ...link,
    path: resolve(link.target, card.note),
  }));
}
