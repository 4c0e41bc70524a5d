// Study days: days since 1970-01-01 as a local calendar counts them, turning at the rollover hour instead of midnight.
// Plain arithmetic on ms and minutes, no Date: 100,000 cards are planned with it.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Minutes east of UTC that the local clock shows at `at` (ms since 1970). */
export type ZoneAt = (at: number) => number;

/**
 * The study day that holds an instant.
 * @param at ms since 1970
 * @param zone minutes east of UTC at that instant
 * @param rolloverHour local hour (0–23) at which a study day starts
 */
export function studyDay(at: number, zone: number, rolloverHour: number): number {
  return Math.floor((at + zone * minute - rolloverHour * hour) / day);
}

/**
 * The first instant (ms since 1970) of a study day. Where the clock skips the rollover hour, that is the moment of
 * the skip; where it shows the hour twice, the first of both.
 */
export function studyDayStart(studied: number, zoneAt: ZoneAt, rolloverHour: number): number {
  const wall = studied * day + rolloverHour * hour;
  // No zone is further than 14 h from UTC, so the offsets a day around the wall time are the only candidates.
  const before = wall - zoneAt(wall - day) * minute;
  const after = wall - zoneAt(wall + day) * minute;
  if (before === after) return before;
  let early = Math.min(before, after) - minute;
  let late = Math.max(before, after);
  // Between the two the zone changes once, so "has the day begun" turns from no to yes once.
  while (late - early > minute) {
    const middle = early + Math.floor((late - early) / 2 / minute) * minute;
    if (studyDay(middle, zoneAt(middle), rolloverHour) >= studied) late = middle;
    else early = middle;
  }
  return late;
}

/** The first instant (ms since 1970) after a study day. */
export function studyDayEnd(studied: number, zoneAt: ZoneAt, rolloverHour: number): number {
  return studyDayStart(studied + 1, zoneAt, rolloverHour);
}
