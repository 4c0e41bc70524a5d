// Decides which new cards come first, and keeps cards of the same note apart.
import type { StudyCard } from '../study-card.ts';

/** The new cards of a note, and how many of its cards first came up today. */
export interface NewOfNote {
  readonly cards: readonly StudyCard[];
  readonly introduced: number;
}

/** The rules don't penalize cards the user asked for. */
const rankOf = ({ rank, schedule }: StudyCard): number => (schedule.ask ? 0 : rank);

/**
 * The best cards first; among equals the first of each note in turn, then the second of each, and so on. Cards that
 * came up today are counted, so that a rebuilt queue continues where it left off.
 * @param notes in learning order
 */
export function bestInTurn(notes: readonly NewOfNote[]): readonly StudyCard[] {
  const places = notes.flatMap(({ cards, introduced }, note) =>
    [...cards]
      .sort((a, b) => rankOf(a) - rankOf(b) || a.line - b.line)
      .map((card, at) => ({ card, turn: introduced + at, note })),
  );
  places.sort((a, b) => rankOf(a.card) - rankOf(b.card) || a.turn - b.turn || a.note - b.note);
  return places.map(({ card }) => card);
}

/** Minimum number of cards between two of the same note, if there are others. */
const gap = 2;
/** How far a card may be moved forward for that. */
const reach = 12;

/** The cards nearly in order, never two of the same note in a row if a nearby card can go between. */
export function spread(cards: readonly StudyCard[]): readonly StudyCard[] {
  const waiting = [...cards];
  const out: StudyCard[] = [];
  // From the end, where removing one moves the fewest.
  waiting.reverse();
  while (waiting.length > 0) {
    const last = waiting.length - 1;
    const near = out.slice(-gap).map(({ note }) => note);
    let at = last;
    for (let index = last; index >= 0 && index > last - reach; index -= 1) {
      if (near.includes(waiting[index]?.note ?? '')) continue;
      at = index;
      break;
    }
    out.push(...waiting.splice(at, 1));
  }
  return out;
}
