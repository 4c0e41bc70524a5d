// Times one piece of work at three sizes.

export interface Growth {
  readonly name: string;
  /** The smallest of the three sizes. */
  readonly size: number;
  /** ms of CPU time at 1×, 2×, and 4×. */
  readonly times: readonly number[];
  /** 2 is linear. */
  readonly perDoubling: number;
}

/** Shorter times count as this much: the clock and garbage collector distort them too much. */
const leastMs = 20;
const smallest = 10_000;
const largest = 1_000_000;
/** Work that takes longer is measured once. */
const longMs = 5000;

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median of three runs. */
function median(work: () => unknown): number {
  const first = timeOf(work);
  if (first > longMs) return first;
  const [, middle = first] = [first, timeOf(work), timeOf(work)].sort((a, b) => a - b);
  return middle;
}

/** Measures at the smallest size that takes long enough, or the largest; three times if it may grow too fast. */
export function growthOf(name: string, run: (size: number) => () => unknown, limit: number): Growth {
  let size = smallest;
  // Once per size, until it takes long enough to measure.
  while (size * 4 < largest && timeOf(run(size)) < leastMs) size = Math.min(size * 5, largest / 4);
  const works = [size, 2 * size, 4 * size].map(run);
  let times = works.map(timeOf);
  for (let again = 0; again < 2 && growth(times) > 0.85 * limit && (times[2] ?? 0) < longMs; again += 1)
    times = works.map(median);
  return { name, size, times, perDoubling: growth(times) };
}

/** Per doubling, from 1× to 4×. */
function growth(times: readonly number[]): number {
  const [first = 0, , last = 0] = times;
  return Math.sqrt(Math.max(last, leastMs) / Math.max(first, leastMs));
}
