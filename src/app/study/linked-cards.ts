// The cards of a note as an earlier start linked and planned them: counted without being loaded, and loaded one by one.
import type { PackedSchedules } from '../../core/schedule/packed-schedules.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { dayOf } from '../../core/study/forecast.ts';
import { sizes } from '../../core/study/queue/lanes.ts';
import { noLanes, queueCards } from '../../core/study/queue/queue-cards.ts';
import type { Unopened, Waiting } from '../../core/study/queue/unopened-note.ts';
import type { Counts, StudyCard } from '../../core/study/study-card.ts';
import type { LinkedNote } from '../cards/kept/linked-note.ts';
import type { IndexedCard } from '../index/indexed-note.ts';

export interface LinkedCardsHost {
  readonly schedules: PackedSchedules;
  readonly siblingsApart: boolean;
  newSchedule(id: string): Schedule;
  /** A schedule as shown today; null if all are shown as they are. */
  readonly shown: ((schedule: Schedule) => Schedule) | null;
  isSetAside(card: Pick<IndexedCard, 'aside' | 'deck' | 'note'>): boolean;
}

const nothing: Counts = { learning: 0, due: 0, new: 0 };
/** Of most notes on most days. */
const quiet: Waiting = { counts: nothing, held: nothing, cards: () => [] };

export function linkedCards(linked: LinkedNote, host: LinkedCardsHost): Omit<Unopened, 'links'> {
  const { of, rows } = linked;
  const { schedules, shown } = host;
  const { deck, lines, groups, asides } = of.head;
  const none = host.newSchedule('');
  const timesAt = (at: number) => {
    const row = rows[at] ?? -1;
    if (row < 0) return none;
    return shown ? shown(schedules.at(row)) : schedules.timesAt(row);
  };
  const placeAt = (at: number) => ({
    line: lines[at] ?? 1,
    group: groups?.[at] ?? null,
    aside: asides ? host.isSetAside({ aside: asides[at] ?? false, deck, note: of.note }) : false,
    rank: of.rankAt(at),
  });
  const made: StudyCard[] = [];
  const cardAt = (at: number): StudyCard => {
    const known = made[at];
    if (known) return known;
    const [id, row] = [linked.idAt(at), rows[at] ?? -1];
    const kept = row < 0 ? host.newSchedule(id) : schedules.at(row);
    const schedule = shown && row >= 0 ? shown(kept) : kept;
    return (made[at] = { id, note: of.note, deck, ...placeAt(at), schedule });
  };
  return {
    deck: of.count > 0 ? deck : '',
    waiting: (today) => {
      const cards = [];
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at] ?? -1;
        if (row < 0 || !schedules.isQuiet(row, today))
          cards.push({ at, ...placeAt(at), schedule: timesAt(at) });
      }
      if (cards.length === 0) return quiet;
      if (groups) cards.sort((a, b) => a.line - b.line);
      const held = noLanes<(typeof cards)[number]>();
      const queue = queueCards(cards, { today, siblingsApart: host.siblingsApart }, held);
      const places = { learning: queue.learning.map(({ at }) => at), due: queue.due.map(({ at }) => at) };
      return { counts: sizes(queue), held: sizes(held), cards: (lane) => places[lane].map(cardAt) };
    },
    dueDays: () => Array.from(rows, (_, at) => timesAt(at)).flatMap((times) => dayOf(times) ?? []),
    cards: () => Array.from(rows, (_, at) => cardAt(at)),
  };
}
