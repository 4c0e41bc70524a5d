// Checks which JSON values are valid events. Others are quarantined: reported with their line, never replayed.
import { boxPrefix } from '../picture/box.ts';
import { isRecord } from '../text/is-record.ts';
import { dayMs } from '../calendar.ts';
import { problemMessage, type Message } from '../text/message.ts';
import type { HistoryEvent } from './event.ts';

/** ms since 1970. A clock before 2000 or from 2100 on is broken, and its dates would distort every schedule. */
export const earliest = Date.UTC(2000, 0, 1);
export const latest = Date.UTC(2100, 0, 1) - 1;

/** ms. A review left open longer than this says nothing about the card. */
export const answerLimit = 2 ** 31 - 1;

/** Minutes east of UTC that cover any place, with some margin. */
export const widestZone = 24 * 60;

const firstDay = Math.floor(earliest / dayMs);
const lastDay = Math.ceil(latest / dayMs);
/** An interval may reach a century past the last review day. */
const lastDue = lastDay + 36_525;

type Check = (value: unknown) => boolean;
interface Rule {
  readonly field: string;
  readonly holds: Check;
  /** Key of the phrase that says what the value must be. */
  readonly optional?: true;
}

const whole =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high;
const between =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high;
const text =
  (limit: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= limit;

const id = (field: string): Rule => ({ field, holds: text(100) });
const long = (field: string): Rule => ({ field, holds: text(20_000) });
const short = (field: string): Rule => ({ field, holds: text(1000), optional: true });
const day = (field: string): Rule => ({
  field,
  holds: whole(firstDay, lastDay),
});

const time = whole(earliest, latest);

const eventId = /^[0-9a-z]{1,32}\.\d{1,15}$/;
const base: readonly Rule[] = [
  {
    field: 'i',
    holds: (value) => typeof value === 'string' && eventId.test(value),
  },
  { field: 't', holds: time },
  { field: 'b', holds: text(100), optional: true },
];

const kinds: ReadonlyMap<string, readonly Rule[]> = new Map([
  [
    'r',
    [
      id('c'),
      { field: 'g', holds: whole(1, 4) },
      { field: 'd', holds: whole(0, answerLimit) },
      { field: 'z', holds: whole(-widestZone, widestZone) },
      day('y'),
    ],
  ],
  ['c', [id('c'), long('m'), short('qh'), short('ah'), short('x')]],
  ['a', [id('f'), id('c')]],
  ['p', [long('f'), long('v')]],
  ['u', [id('e'), { field: 'at', holds: time, optional: true }]],
  [
    'o',
    [
      {
        field: 'c',
        holds: (value) => text(100)(value) && String(value).startsWith(boxPrefix),
      },
      { ...long('m'), optional: true },
    ],
  ],
  ['x', [id('c'), { field: 'w', holds: text(100) }]],
]);

const memory: readonly Rule[] = [
  { field: 'key', holds: text(1000) },
  { field: 's', holds: between(0.0001, 1_000_000) },
  { field: 'd', holds: between(1, 10) },
  day('y'),
  { field: 'due', holds: whole(firstDay, lastDue) },
  { field: 'reps', holds: whole(0, 1_000_000), optional: true },
  { field: 'lapses', holds: whole(0, 1_000_000), optional: true },
];

const anyDay = whole(firstDay, lastDue);
/** Checks for the known fields; any other field may hold any value. */
const fields: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['suspended', [{ field: 'v', holds: (v: unknown) => typeof v === 'boolean' }]],
  ['ask', [{ field: 'v', holds: (v: unknown) => typeof v === 'boolean' }]],
  ['buried', [{ field: 'v', holds: (v: unknown) => v === null || anyDay(v) }]],
  ['flag', [{ field: 'v', holds: whole(0, 7) }]],
  ['position', [{ field: 'v', holds: whole(-1_000_000_000, 1_000_000_000) }]],
  ['due', [{ field: 'v', holds: anyDay }]],
  ['reset', [{ field: 'v', holds: (v: unknown) => v === true }]],
  ['apart', [id('v')]],
  ['memory', [{ field: 'v', holds: isRecord }]],
]);

function broken(raw: Readonly<Record<string, unknown>>, rules: readonly Rule[]): Message | null {
  for (const { field, holds, optional } of rules) {
    const value = raw[field];
    if (holds(value) || (optional && value === undefined)) continue;
    if (value === undefined) return problemMessage('log/missing', field);
    const written = (JSON.stringify(value) ?? '').slice(0, 40);
    return problemMessage('log/wrongValue', field, written);
  }
  return null;
}

/** The event in a parsed line, or why it is not one. Unknown kinds count as events, too. */
export function admit(raw: unknown): HistoryEvent | Message {
  if (!isRecord(raw)) return problemMessage('log/notObject');
  const kind = raw.k;
  if (typeof kind !== 'string' || kind === '') return problemMessage('log/missing', 'k');
  const rules = kinds.get(kind);
  const wrong =
    broken(raw, base) ?? (rules && broken(raw, rules)) ?? (kind === 'x' ? brokenField(raw) : null);
  if (wrong !== null) return wrong;
  return (rules === undefined ? { ...raw, k: 'unknown' } : raw) as unknown as HistoryEvent;
}

function brokenField(raw: Readonly<Record<string, unknown>>): Message | null {
  const wrong = broken(raw, fields.get(String(raw.w)) ?? []);
  return wrong ?? (raw.w === 'memory' && isRecord(raw.v) ? broken(raw.v, memory) : null);
}
