// Converts schedules of the plugin "Spaced Repetition" to log events. The notes stay unchanged.
import type { Message } from '../text/message.ts';
import type { Card } from '../card/card.ts';
import type { CardHistory, ImportedMemory, NewEvent } from '../history/event.ts';
import type { SnapshotFields } from '../history/card-snapshot.ts';
import type { SrFound, SrMatch } from './sr-match.ts';

/** What the importer needs to know about the cards the schedules belong to. */
export interface SrTarget {
  id(card: Card): string;
  history(id: string): CardHistory | undefined;
  snapshot(card: Card): SnapshotFields;
}

export interface SrCounts {
  readonly imported: number;
  /** Schedules already in the log from an earlier import. */
  readonly known: number;
  /** Cards reviewed here: their own history counts, not the comment. */
  readonly reviewed: number;
}

export interface SrPlan extends SrCounts {
  /** To be appended as one action, so that one undo reverts the import. */
  readonly events: readonly NewEvent[];
}

/** Identifies a schedule: the same comment on the same card is imported once, on any device. */
function memoryOf({ schedule, text }: SrMatch, id: string): ImportedMemory {
  const { stability: s, difficulty: d, last: y, due, reps, lapses } = schedule;
  return {
    key: `sr ${id} ${text}`,
    s,
    d,
    y,
    due,
    ...(reps !== undefined && { reps }),
    ...(lapses !== undefined && { lapses }),
  };
}

type Fate = keyof SrCounts;

function fateOf({ key }: ImportedMemory, history: CardHistory | undefined): Fate {
  if (history?.memory?.key === key) return 'known';
  return history && history.reviews.length > 0 ? 'reviewed' : 'imported';
}

/** The events that import the schedules, except those superseded by an earlier import or a review. */
export function planImport(matched: SrFound['matched'], target: SrTarget): SrPlan {
  const events: NewEvent[] = [];
  const counts = { imported: 0, known: 0, reviewed: 0 };
  for (const match of matched) {
    const id = target.id(match.card);
    const memory = memoryOf(match, id);
    const fate = fateOf(memory, target.history(id));
    counts[fate] += 1;
    if (fate === 'imported')
      events.push(
        { k: 'c', c: id, ...target.snapshot(match.card) },
        { k: 'x', c: id, w: 'memory', v: memory },
      );
  }
  return { events, ...counts };
}

/** What an import would do, without its events. */
export function countImport(matched: SrFound['matched'], target: Omit<SrTarget, 'snapshot'>): SrCounts {
  const counts = { imported: 0, known: 0, reviewed: 0 };
  for (const match of matched) {
    const id = target.id(match.card);
    counts[fateOf(memoryOf(match, id), target.history(id))] += 1;
  }
  return counts;
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What was found, as user-facing text. @param say translates a reason into the user's language */
export function formatFound(found: SrFound, say: (reason: Message) => string): string {
  const { notes, cards, schedules, matched, unmatched } = found;
  const lines = [
    `${countOf(cards, 'card', 'cards')} with a separator or a highlight and ${countOf(schedules, 'schedule', 'schedules')} in ${countOf(notes, 'note', 'notes')}`,
    `${matched.length} of the schedules matched to a card`,
    ...unmatched.map(({ note, line, reason }) => `  ${note}:${line}  ${say(reason)}`),
  ];
  return `${lines.join('\n')}\n`;
}
