import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import type { HistoryEvent, NewEvent } from '../../../src/core/history/event.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, parseLine } from '../../../src/core/history/log-format.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { cardIds, snapshotOf } from '../../../src/core/identity/fingerprint/fingerprint.ts';
import { formatFound, planImport, type SrPlan } from '../../../src/core/import/sr-import.ts';
import { matchSchedules } from '../../../src/core/import/sr-match.ts';
import { problemMessage } from '../../../src/core/text/message.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

const text = '#flashcards\n\nWater:::Salt\n<!--SR:!2024-04-01,60,270!2024-03-17,45,250-->\n';
const cards = extractCards({ path: 'Note.md', text });
const ids = cardIds(cards.cards);

/** A log on one device. */
class Log {
  readonly fold = new Fold();
  private sequence = 0;

  add(events: readonly (NewEvent & { readonly b?: string })[]): void {
    const lines = events.map((event) => {
      this.sequence += 1;
      const whole = {
        i: `dev.${this.sequence}`,
        t: 1_795_000_000_000 + this.sequence,
        ...event,
      } as HistoryEvent;
      const line = parseLine(encodeEvent(whole));
      if (typeof line !== 'object' || !('event' in line)) throw new Error(JSON.stringify(line));
      return line;
    });
    this.fold.add(lines);
  }

  plan(): SrPlan {
    return planImport(matchSchedules([{ text, cards }]).matched, {
      id: (card) => ids[cards.cards.indexOf(card)] ?? '',
      history: (id) => this.fold.cards.get(id),
      snapshot: (card) => encodeSnapshot(snapshotOf(card)),
    });
  }

  dues(): (number | undefined)[] {
    return ids.map((id) => this.fold.cards.get(id)?.memory?.due);
  }
}

const dues = [Date.UTC(2024, 3, 1) / 86_400_000, Date.UTC(2024, 2, 17) / 86_400_000];
const named = (events: readonly NewEvent[], b: string): (NewEvent & { b: string })[] =>
  events.map((event) => ({ ...event, b }));

test('what was found is reported with the right plurals and each reason', () => {
  const found = matchSchedules([{ text, cards }]);
  expect(formatFound(found, inEnglish)).toBe(
    '2 cards with a separator or a highlight and 2 schedules in 1 note\n2 of the schedules matched to a card\n',
  );
  const unmatched = [{ note: 'Note.md', line: 3, reason: problemMessage('schedule/noCard') }];
  expect(formatFound({ notes: 2, cards: 1, schedules: 1, matched: [], unmatched }, inEnglish)).toBe(
    '1 card with a separator or a highlight and 1 schedule in 2 notes\n0 of the schedules matched to a card\n  Note.md:3  No card above this schedule.\n',
  );
});

describe('an import', () => {
  test('keeps the due date of each card', () => {
    const log = new Log();
    log.add(log.plan().events);
    expect(log.dues()).toEqual(dues);
  });

  test('finds nothing left to do the second time', () => {
    const log = new Log();
    log.add(log.plan().events);
    expect(log.plan()).toEqual({ events: [], imported: 0, known: 2, reviewed: 0 });
  });

  test('made on two devices counts once', () => {
    const log = new Log();
    const plan = log.plan();
    log.add([...plan.events, ...plan.events]);
    expect(log.dues()).toEqual(dues);
  });

  test('is undone as one, and can be made again', () => {
    const log = new Log();
    log.add(named(log.plan().events, 'dev.b1'));
    log.add([{ k: 'u', e: 'dev.b1' }]);
    expect(log.dues()).toEqual([undefined, undefined]);
    log.add(named(log.plan().events, 'dev.b2'));
    expect(log.dues()).toEqual(dues);
  });

  test('leaves a card that was reviewed here alone', () => {
    const log = new Log();
    log.add([{ k: 'r', c: ids[0] ?? '', g: 3, d: 1000, z: 0, y: 20_000 }]);
    expect(log.plan()).toMatchObject({ imported: 1, reviewed: 1 });
  });
});
