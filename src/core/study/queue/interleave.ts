// Which new cards come first, and how cards of one note are kept from coming one after the other.
import type { StudyCard } from '../study-card.ts';

/** The new cards of a note, and how many of it came up for the first time today. */
export interface NewOfNote {
  readonly cards: readonly StudyCard[];
  readonly introduced: number;
}

/** What a person asked for is no worse for what the rules say of it. */
const rankOf = ({ rank, schedule }: StudyCard): number => (schedule.ask ? 0 : rank);

/**
 * The best cards first, and of equal ones the first of each note in turn, then the second of each, and so on. What came
 * up today is counted, so that a queue that is made anew goes on where it was.
 * @param notes in the order in which they are to be learned
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

/** Cards that come between two of one note, where there are others. */
const gap = 2;
/** How far a card may be brought forward for that. */
const reach = 12;

/** The cards almost in their order, none right behind another one of its note where a card nearby can come between. */
export function spread(cards: readonly StudyCard[]): readonly StudyCard[] {
  const waiting = [...cards];
  const out: StudyCard[] = [];
  // From the end, where taking one out moves the fewest.
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
