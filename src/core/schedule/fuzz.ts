// Spreads intervals slightly, so that cards learned together don't stay together. No randomness: the card's id and the
// review number decide, so every device with the log draws the same days.

/** A fraction in [0, 1) that depends only on its arguments; FNV-1a, then the MurmurHash3 finalizer. */
export function seededFraction(id: string, number: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ number, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** How far an interval may move, as a share of each stretch of it, in days; the ranges Anki and ts-fsrs use. */
const ranges = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;

/** Whole days, both inclusive. */
export interface FuzzRange {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * How far an interval may move.
 * @param interval whole days; below 2.5 it is unchanged
 * @param elapsed days since the previous review: a longer interval is not shortened below it
 * @param maximum days
 */
export function fuzzRange(interval: number, elapsed: number, maximum: number): FuzzRange {
  if (interval < 2.5) return { shortest: interval, longest: interval };
  let delta = 1;
  for (const { from, to, share } of ranges) delta += share * Math.max(Math.min(interval, to) - from, 0);
  const longest = Math.min(Math.round(interval + delta), maximum);
  const floor = interval > elapsed ? elapsed + 1 : 2;
  const shortest = Math.min(Math.max(2, Math.round(interval - delta), floor), longest);
  return { shortest, longest };
}

/**
 * The day of a range that a fraction selects.
 * @param weigh relative frequency of a day, ≥ 0; null if all are equal
 */
export function pickDay(
  shortest: number,
  longest: number,
  fraction: number,
  weigh: ((days: number) => number) | null,
): number {
  const even = Math.floor(shortest + fraction * (longest - shortest + 1));
  if (weigh === null) return even;
  let total = 0;
  for (let days = shortest; days <= longest; days += 1) total += weigh(days);
  if (total === 0) return even;
  let left = fraction * total;
  // Weights are recomputed rather than stored: a list for each of a million draws took longer.
  for (let days = shortest; days < longest; days += 1) {
    left -= weigh(days);
    if (left < 0) return days;
  }
  return longest;
}
