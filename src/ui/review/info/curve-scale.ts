// The range of a forgetting curve: from the first review to as long after the last as the stability makes interesting,
// down to a line below everything drawn.

/** A review, or the import of a schedule, and what it made of the memory. */
export interface Stop {
  /** Study day. */
  readonly day: number;
  /** Days. */
  readonly stability: number;
  readonly isKnown: boolean;
}

export interface CurveScale {
  /** Study day at the right end. */
  readonly last: number;
  /** The chance (0–1) at the bottom. */
  readonly lowest: number;
  /** Chances (0–1) with a grid line, highest first. */
  readonly lines: readonly number[];
}

/** The highest that leaves room: high curves are easier to read from close up. */
const bottoms = [0.8, 0.5, 0.25, 0];

/**
 * @param recall chance (0–1) of recall this many days after a review that led to this stability
 * @param stops in order; at least one
 * @param today study day
 * @param wanted the chance (0–1) at which the card should come up
 */
export function curveScale(
  recall: (stability: number, days: number) => number,
  stops: readonly Stop[],
  today: number,
  wanted: number,
): CurveScale {
  let least = wanted;
  stops.forEach(({ day, stability }, nth) => {
    const end = stops[nth + 1]?.day ?? rightEnd(day, stability, today);
    least = Math.min(least, recall(stability, end - day));
  });
  const lowest = bottoms.find((bottom) => least >= bottom) ?? 0;
  const { day = today, stability = 0 } = stops.at(-1) ?? {};
  return { last: rightEnd(day, stability, today), lowest, lines: [1, (1 + lowest) / 2, lowest] };
}

function rightEnd(day: number, stability: number, today: number): number {
  return day + Math.max((today - day) * 1.3, stability * 2, 2);
}
