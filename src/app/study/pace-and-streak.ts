// The user's study habits: time per answer, and the current streak of study days.
import { longestAnswer } from '../../core/history/event.ts';
import type { Answer } from '../../core/history/packed/packed-log.ts';

export interface PaceAndStreakHost {
  /** Of every review that counts, in no particular order. */
  answers(): Iterable<Answer>;
  onChange(listener: () => void): () => void;
}

/** ms; used until there are answers to average. */
const firstGuess = 12_000;

interface Found {
  readonly days: ReadonlySet<number>;
  /** ms. */
  readonly pace: number;
}

export class PaceAndStreak {
  readonly #host: PaceAndStreakHost;
  /** null if the history has changed since. Walking 100,000 reviews takes about 5 ms. */
  #found: Found | null = null;

  constructor(host: PaceAndStreakHost) {
    this.#host = host;
    host.onChange(() => (this.#found = null));
  }

  /** Mean ms from question to grade. */
  get pace(): number {
    return this.#look().pace;
  }

  /** Consecutive study days with a review, up to today, or to yesterday while today has none yet. */
  streak(today: number): number {
    const { days } = this.#look();
    const last = days.has(today) ? today : today - 1;
    let length = 0;
    while (days.has(last - length)) length += 1;
    return length;
  }

  #look(): Found {
    if (this.#found) return this.#found;
    const days = new Set<number>();
    let count = 0;
    let time = 0;
    for (const { y, d } of this.#host.answers()) {
      days.add(y);
      count += 1;
      time += Math.min(d, longestAnswer);
    }
    this.#found = { days, pace: count === 0 ? firstGuess : time / count };
    return this.#found;
  }
}
