// Builds events and logs for tests, and writes the state of a fold so that two can be compared.
import type { FieldEvent, Grade, HistoryEvent, CardSnapshot } from '../../../src/core/history/event.ts';
import type { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, encodeHeader, type LogLine, parseLine } from '../../../src/core/history/log-format.ts';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import { compareEvents } from '../../../src/core/history/order.ts';

export const START = Date.UTC(2026, 10, 2, 12);
export const DAY = 86_400_000;

export function review(i: string, c: string, g: Grade = 3, t = START): HistoryEvent {
  return { i, t, k: 'r', c, g, d: 5000, z: -300, y: Math.floor(t / DAY) };
}

export function undo(i: string, e: string, t = START, at?: number): HistoryEvent {
  return { i, t, k: 'u', e, ...(at !== undefined && { at }) };
}

export function alias(i: string, f: string, c: string, t = START): HistoryEvent {
  return { i, t, k: 'a', f, c };
}

export function field(i: string, c: string, w: string, v: FieldEvent['v'], t = START): HistoryEvent {
  return { i, t, k: 'x', c, w, v };
}

export function snapshotOf(path: string, question = 'What is it?'): CardSnapshot {
  return {
    path,
    source: 'heading',
    headings: ['Ünïcode ☃', 'Results'],
    question,
    ordinal: 0,
    questionHash: 'qqqq',
    answerHash: 'aaaa',
    sketch: '',
  };
}

export function seen(i: string, c: string, snapshot: CardSnapshot, t = START): HistoryEvent {
  return { i, t, k: 'c', c, ...encodeSnapshot(snapshot) };
}

export function lineOf(event: HistoryEvent): LogLine {
  const parsed = parseLine(encodeEvent(event));
  if (parsed === 'torn' || !('event' in parsed)) throw new Error(`not an event: ${JSON.stringify(parsed)}`);
  return parsed;
}

export function fileOf(events: readonly HistoryEvent[], device = 'desk01', nonce = 'abcd'): string {
  return [encodeHeader({ device, nonce, min: 1 }), ...events.map(encodeEvent), ''].join('\n');
}

/** Everything that a fold says, in an order of its own. */
export function stateOf(fold: Fold): unknown {
  return {
    cards: [...fold.cards].sort(([a], [b]) => (a < b ? -1 : 1)),
    contradictions: fold.contradictions.map(({ counts, offered }) => [counts, offered]),
    apart: fold
      .apart()
      .map((pair) => pair.join())
      .sort(),
    reviews: [...fold.reviews()].sort(compareEvents),
  };
}
