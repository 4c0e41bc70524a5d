// Writes one note of an Anki deck and reads it back: each entry must give its cards, with their text, and no others.
// One that does not is written more carefully, and left out if nothing helps.
import { cardReader } from '../../../card/extract.ts';
import type { Card } from '../../../card/card.ts';
import type { CardOptions } from '../../../card/options.ts';
import { shownCard, type WrittenCard } from '../../deck-card.ts';
import { headOf, noteParts } from '../../deck-writer.ts';

export interface NoteEntry {
  /** Before it is read: in the first form that may do. */
  readonly card: WrittenCard;
  readonly tags: readonly string[];
  /** Anki's id of each card, in the order in which they are read; null for one that Anki lacks. */
  readonly idsOf: (card: WrittenCard) => readonly (number | null)[];
  /** The card as one of its own note, read back; null if no form keeps it. */
  readonly rewrite: () => WrittenCard | null;
}

export interface WrittenNote<Entry> {
  readonly text: string;
  readonly cards: readonly (number | null)[];
  readonly kept: readonly Entry[];
  readonly left: readonly Entry[];
  /** Those that the note lists, but does not ask. */
  readonly listed: readonly Entry[];
}

interface Tried<Entry> {
  readonly entry: Entry;
  readonly card: WrittenCard;
  readonly isRewritten: boolean;
}

type Outcome = 'asked' | 'listed' | 'wrong';

/** More rounds than this leave all that is wrong. */
const mostRounds = 8;

function outcomeOf(card: WrittenCard, read: readonly Card[]): Outcome {
  const isSame =
    read.length === card.shown.length &&
    read.every((one, at) => one.source === card.form && shownCard(one) === card.shown[at]);
  if (!isSame) return 'wrong';
  return read.some(({ aside }) => aside === true) ? 'listed' : 'asked';
}

/** Tags of one card go below it, on a line that no answer shows. */
function withTags(card: WrittenCard, tags: readonly string[]): WrittenCard {
  if (tags.length === 0) return card;
  const line = `Tags: ${tags.map((tag) => `#${tag}`).join(' ')}`;
  return {
    ...card,
    text: card.form === 'callout' ? `${card.text}\n>\n> ${line}` : `${card.text}\n\n${line}`,
  };
}

/** Tags of all entries, and whether the others have a line. */
function sharedTags(entries: readonly NoteEntry[], options: CardOptions): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  // Without the rule that trims such a line, it would be a part of the answer.
  return [...counts].flatMap(([tag, count]) =>
    count === entries.length || !options.usefulAnswers ? [tag] : [],
  );
}

/** In steps: each reads the note, or tries the ways to write one of its cards. */
export function* writeNote<Entry extends NoteEntry>(
  path: string,
  deckTag: string,
  entries: readonly Entry[],
  options: CardOptions,
): Generator<undefined, WrittenNote<Entry>, undefined> {
  const read = cardReader(options);
  const shared = sharedTags(entries, options);
  const head = headOf([deckTag, ...shared]);
  const title = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const left: Entry[] = [];
  let tried = entries.map((entry): Tried<Entry> => ({ entry, card: entry.card, isRewritten: false }));
  for (let round = 0; ; round += 1) {
    const parts = noteParts(
      title,
      tried.map((one) => ({
        one,
        card: withTags(
          one.card,
          one.entry.tags.filter((tag) => !shared.includes(tag)),
        ),
      })),
    );
    const text = head + parts.map((part) => part.text).join('\n');
    const found = cardsOf(parts, head, read({ path, text }).cards);
    const outcomes = new Map(
      parts.flatMap(({ entry }, at) =>
        entry ? [[entry.one, outcomeOf(entry.one.card, found[at] ?? [])] as const] : [],
      ),
    );
    const wrong = tried.filter((one) => {
      const outcome = outcomes.get(one);
      return outcome === 'wrong' || (outcome === 'listed' && !one.isRewritten);
    });
    if (wrong.length === 0) {
      return {
        text,
        cards: parts.flatMap(({ entry }, at) =>
          entry ? entry.one.entry.idsOf(entry.one.card) : (found[at] ?? []).map(() => null),
        ),
        kept: tried.map(({ entry }) => entry),
        left,
        listed: tried.flatMap((one) => (outcomes.get(one) === 'listed' ? [one.entry] : [])),
      };
    }
    const fresh = new Set(wrong.filter(({ isRewritten }) => !isRewritten));
    const lost = new Set(fresh.size > 0 ? [] : round < mostRounds ? wrong.slice(0, 1) : wrong);
    const next: Tried<Entry>[] = [];
    for (const one of tried) {
      const isFresh = fresh.has(one);
      if (isFresh) yield;
      const card = isFresh ? one.entry.rewrite() : lost.has(one) ? null : one.card;
      if (card) next.push({ entry: one.entry, card, isRewritten: one.isRewritten || isFresh });
      else left.push(one.entry);
    }
    tried = next;
    yield;
  }
}

/** The note's cards by the part that holds them; those of no part count as the first one's. */
function cardsOf(
  parts: readonly { readonly text: string }[],
  head: string,
  cards: readonly Card[],
): readonly (readonly Card[])[] {
  const linesIn = (text: string): number => text.split('\n').length - 1;
  let line = 1 + linesIn(head);
  const starts = parts.map(({ text }) => {
    const start = line;
    line += linesIn(text) + 1;
    return start;
  });
  const found = parts.map((): Card[] => []);
  let at = 0;
  for (const card of cards) {
    while ((starts[at + 1] ?? Infinity) <= card.line) at += 1;
    found[at]?.push(card);
  }
  return found;
}
