// Parses the comments the plugin "Spaced Repetition" writes into notes:
// `<!--SR:!2024-02-11,84,290!2024-02-12,3,250-->`, one part for each card of the text above it. Its first versions
// wrote a single part without `!`; its newest write FSRS parts:
// `!fsrs,due,interval,stability,difficulty,state,reps,lapses,step,last review`.
import { dayOfDate } from '../calendar.ts';
import { readOutline } from '../note/outline.ts';
import { memoryFromSm2 } from '../schedule/sm2.ts';
import { problemMessage, type Message } from '../text/message.ts';

/** Days are days since 1970-01-01, as the calendar date in the note counts them. */
export interface SrSchedule {
  readonly due: number;
  /** Day of the last review. */
  readonly last: number;
  /** Days; FSRS stability. */
  readonly stability: number;
  /** 1–10; FSRS difficulty. */
  readonly difficulty: number;
  readonly reps?: number;
  readonly lapses?: number;
}

export type SrPart =
  | { readonly kind: 'schedule'; readonly schedule: SrSchedule; readonly text: string }
  /** A placeholder for a card that was never reviewed. */
  | { readonly kind: 'new' }
  | { readonly kind: 'wrong'; readonly reason: Message };

/** The log accepts days from 2000 to 2100. */
const firstDay = dayOfDate(2000, 1, 1) ?? 0;
const lastDay = dayOfDate(2100, 1, 1) ?? 0;
/** What that plugin writes for a card without a schedule. */
const newDay = firstDay;

const comment = /^<!--SR:([^]*?)-->$/;

/** Whether a comment is one of that plugin's. */
export function isSrComment(text: string): boolean {
  return comment.test(text);
}

/** Whether a text contains one, outside code. */
export function holdsSrComment(text: string): boolean {
  if (!text.includes('<!--SR:')) return false;
  return readOutline(text).hidden.some(({ start, end }) => isSrComment(text.slice(start, end)));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year, month and day of a date as some version of that plugin wrote it. */
function readDate(text: string): [year: number, month: number, day: number] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T\S*)?$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const dayFirst = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])];
  const named = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{4})$/i.exec(text);
  return named
    ? [Number(named[3]), months.indexOf((named[1] ?? '').toLowerCase()) + 1, Number(named[2])]
    : null;
}

/** The day of `2024-02-11`, `11-02-2024` or `Sun Feb 11 2024`; of a time, its UTC day. Null: no such date. */
function parseDay(text: string): number | null {
  const [year = 0, month = 0, day = 0] = readDate(text) ?? [];
  return dayOfDate(year, month, day);
}

function wrong(reason: Message): SrPart {
  return { kind: 'wrong', reason };
}

function number(text: string | undefined): number {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
}

function schedulePart(
  text: string,
  due: number,
  interval: number,
  rest: Omit<SrSchedule, 'due' | 'last'>,
): SrPart {
  if (due < firstDay || due > lastDay) return wrong(problemMessage('schedule/dateRange', text));
  const last = Math.max(firstDay, due - Math.max(0, Math.round(interval)));
  return { kind: 'schedule', schedule: { due, last, ...rest }, text };
}

/** @param interval days @param ease percent; 250 means a good answer multiplies the interval by 2.5 */
function sm2Part(text: string, date: string, interval: number, ease: number): SrPart {
  const due = parseDay(date);
  if (due === null) return wrong(problemMessage('schedule/noDate', date, text));
  if (due === newDay) return { kind: 'new' };
  if (!(interval >= 0)) return wrong(problemMessage('schedule/noInterval', text));
  if (!(ease > 0)) return wrong(problemMessage('schedule/noEase', text));
  // A card in its first steps has an interval of 0: use the memory of the shortest possible interval.
  const memory = memoryFromSm2(Math.max(interval, 1), ease / 100);
  if (!memory) return wrong(problemMessage('schedule/noSchedule', text));
  return schedulePart(text, due, interval, memory);
}

function fsrsPart(text: string, fields: readonly string[]): SrPart {
  const [, date = '', interval, stability, difficulty, , reps, lapses, , last = ''] = fields;
  const due = parseDay(date);
  if (due === null) return wrong(problemMessage('schedule/noDate', date, text));
  const [s, d] = [number(stability), number(difficulty)];
  if (!(s > 0) || !(d >= 1 && d <= 10)) return wrong(problemMessage('schedule/noMemory', text));
  const lastDayOf = parseDay(last);
  const days = lastDayOf === null ? number(interval) : due - lastDayOf;
  const counts = { reps: number(reps), lapses: number(lapses) };
  return schedulePart(text, due, Number.isNaN(days) ? 0 : days, {
    stability: s,
    difficulty: d,
    ...(Number.isInteger(counts.reps) && { reps: counts.reps }),
    ...(Number.isInteger(counts.lapses) && { lapses: counts.lapses }),
  });
}

function parsePart(text: string): SrPart {
  const fields = text.split(',').map((field) => field.trim());
  if (fields[0] === 'fsrs') return fsrsPart(text, fields);
  if (fields.length !== 3) return wrong(problemMessage('schedule/threeParts', text));
  return sm2Part(text, fields[0] ?? '', number(fields[1]), number(fields[2]));
}

/** The parts of a comment, in card order. */
export function parseSrComment(text: string): SrPart[] {
  const inside = comment.exec(text)?.[1]?.trim() ?? '';
  const parts = inside
    .split('!')
    .map((part) => part.trim())
    .filter((part, index) => part !== '' || index > 0);
  return parts.length === 0 ? [wrong(problemMessage('schedule/emptyComment'))] : parts.map(parsePart);
}

/** The schedule of a whole note: its properties `sr-due`, `sr-interval` and `sr-ease`. */
export function parseSrProperties(due: string, interval: string, ease: string): SrPart {
  return sm2Part([due, interval, ease].join(','), due, number(interval), number(ease));
}
