// The device that an Anki collection's events belong to: none that anybody holds. Its name, its numbers and its days
// come from the collection alone, never from the device that imports it, so that whoever imports it writes the same
// lines, and the union of all logs holds each review once.
//
// A sequence is a time and a place within that millisecond, so sequences and times rise together and no event's time is
// ever bent (see effective-times.ts). Anki's ids are times, and unique.
import { dayMs } from '../../../calendar.ts';
import { earliest, latest, widestZone } from '../../../history/admit.ts';
import { studyDay } from '../../../schedule/study-day.ts';
import type { AnkiCollection } from '../collection.ts';

const dayMinutes = 24 * 60;
const minuteMs = 60_000;

/** Anki takes 4:00 of its first day as a collection's creation. */
const creationHour = 4;
/** East of this, a creation time is read as one west of Greenwich; in minutes. */
const furthestEast = 13 * 60;
/** A clock change moves the zone by no more minutes than this. */
const clockChange = 60;

/** Events of one millisecond. */
const perMs = 100;
/** Places of statements about the collection as it was last used, in each millisecond from then on. */
const perMsOfState = 20;

/** Places within a millisecond; those of a card's and of a review's own begin where the ones before end. */
export const places = {
  /** At the card's id. */
  suspended: 20,
  /** And up to 7 more, by its color. */
  flag: 21,
  /** At the review's id. */
  newAgain: 40,
  review: 50,
  reset: 51,
  memory: 52,
  dueByHand: 53,
  newAtLast: 60,
  due: 61,
} as const;

export interface PackageDevice {
  /** Valid in an event's id; no device of a person begins like it. */
  readonly name: string;
  /** Minutes east of UTC. */
  readonly zone: number;
  readonly rollover: number;
  /** The study day of the collection's day 0. */
  readonly firstDay: number;
  /** ms since 1970 when the collection was last used, before all that may come later. */
  readonly usedAt: number;
}

const beginning = 'anki';
/** Digits of the creation time, in base 36. */
const digits = 7;

/** Whether events under this name came from an Anki collection: no install draws a name this long. */
export function isPackageDevice(name: string): boolean {
  return name.length === beginning.length + digits && name.startsWith(beginning);
}

function nameOf({ createdAt }: AnkiCollection): string {
  const time = Math.abs(Math.trunc(createdAt) || 0) % 36 ** digits;
  return beginning + time.toString(36).padStart(digits, '0');
}

/** The id of an Anki card's history. It never changes, whatever the card's text, note and folder are. */
export function packageCardId(device: string, card: number): string {
  return `${device}-${card.toString(36)}`;
}

/** Whether the log admits the time, in ms. */
export function isTime(at: number): boolean {
  return Number.isSafeInteger(at) && at >= earliest && at <= latest;
}

/** Minutes east of UTC where the collection was created, nearest to where it was last used if that is known. */
function zoneOfCreation({ createdAt, minutesWest }: AnkiCollection): number {
  const minutes = Math.round(createdAt / 60 / 15) * 15;
  const early = creationHour * 60 - (((minutes % dayMinutes) + dayMinutes) % dayMinutes);
  if (minutesWest === null) return early <= furthestEast - dayMinutes ? early + dayMinutes : early;
  return early + Math.round((-minutesWest - early) / dayMinutes) * dayMinutes;
}

function clampZone(zone: number): number {
  return Math.min(Math.max(Math.round(zone), -widestZone), widestZone);
}

/** @param until ms since 1970: what is dated later came from a clock that ran ahead, and says nothing about the use */
export function packageDevice(collection: AnkiCollection, until: number): PackageDevice {
  const { createdAt, minutesWest, rollover } = collection;
  const created = zoneOfCreation(collection);
  const isElsewhere = minutesWest !== null && Math.abs(-minutesWest - created) > clockChange;
  let usedAt = earliest;
  const use = (at: number): void => {
    if (isTime(at) && at <= until && at > usedAt) usedAt = at;
  };
  for (const { id } of collection.reviews) use(id);
  for (const { id, modifiedAt } of collection.cards) {
    use(id);
    use(modifiedAt * 1000);
  }
  for (const { modifiedAt } of collection.notes) use(modifiedAt * 1000);
  return {
    name: nameOf(collection),
    // Clock changes would move reviews near the start of a day to another one.
    zone: clampZone(isElsewhere ? -minutesWest : created),
    rollover: Math.min(Math.max(Math.trunc(rollover) || 0, 0), 23),
    firstDay: Math.floor((createdAt * 1000 + created * minuteMs) / dayMs),
    usedAt,
  };
}

/** The study day of a time in ms. */
export function dayAt({ zone, rollover }: PackageDevice, at: number): number {
  return studyDay(at, zone, rollover);
}

/** An event's id and time. */
export interface Stamp {
  readonly i: string;
  readonly t: number;
}

/** At one of Anki's ids, a valid time. */
export function stampAt({ name }: PackageDevice, at: number, place: number): Stamp {
  return { i: `${name}.${at * perMs + place}`, t: at };
}

/** For the collection as it was last used. @param nth of such statements, from 0 */
export function stampOfState({ name, usedAt }: PackageDevice, nth: number): Stamp {
  const t = Math.min(usedAt + 1 + Math.floor(nth / perMsOfState), latest);
  return { i: `${name}.${t * perMs + (nth % perMsOfState)}`, t };
}
