// Study days: days since 1970-01-01 as a local calendar counts them, turning at the rollover hour instead of midnight.
// Plain arithmetic on ms and minutes, no Date: 100,000 cards are planned with it.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The study day that holds an instant.
 * @param at ms since 1970
 * @param zone minutes east of UTC at that instant
 * @param rolloverHour local hour (0–23) at which a study day starts
 */
export function studyDay(at: number, zone: number, rolloverHour: number): number {
  return Math.floor((at + zone * minute - rolloverHour * hour) / day);
}
