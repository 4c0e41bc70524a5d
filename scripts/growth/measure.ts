// The time of one piece of work at three sizes.

export interface Growth {
  readonly name: string;
  /** The smallest of the three sizes. */
  readonly size: number;
  /** ms of processor time at 1×, 2× and 4×. */
  readonly times: readonly number[];
  /** 2 is linear. */
  readonly perDoubling: number;
}

/** What takes less at 4× says nothing. */
const leastMs = 60;
const smallest = 10_000;
const largest = 1_000_000;
const tries = 4;

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some runs: what else the machine does only adds. */
function least(work: () => unknown, runs: number): number {
  let time = timeOf(work);
  for (let run = 1; run < runs && time < 1000; run += 1) time = Math.min(time, timeOf(work));
  return time;
}

/**
 * Measures at the smallest size that takes long enough, or the largest. What grows too fast is measured again, as a
 * pause for garbage looks like growth.
 */
export function growthOf(name: string, run: (size: number) => () => unknown, limit: number): Growth {
  let size = smallest;
  let times: number[] = [];
  for (;;) {
    const works = [size, 2 * size, 4 * size].map(run);
    times = works.map((work) => least(work, 2));
    for (let again = 1; again < tries && growth(times) > limit && (times[2] ?? 0) < 5000; again += 1)
      times = times.map((time, index) => Math.min(time, timeOf(works[index] ?? (() => null))));
    if ((times[2] ?? 0) >= leastMs || size * 4 >= largest) break;
    size = Math.min(size * 5, largest / 4);
  }
  const isFast = (times[2] ?? 0) < leastMs;
  return { name, size, times, perDoubling: isFast ? 0 : growth(times) };
}

function growth(times: readonly number[]): number {
  const [first = 0, , last = 0] = times;
  return Math.sqrt(last / Math.max(first, 0.001));
}
