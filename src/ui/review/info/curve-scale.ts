// The range of a forgetting curve: from now and twice the stability, down to a line below everything drawn.

export interface CurveScale {
  /** Days from the last review to the right end. */
  readonly last: number;
  /** The chance (0–1) at the bottom. */
  readonly lowest: number;
  /** Chances (0–1) with a grid line, highest first. */
  readonly lines: readonly number[];
}

/** Most curves stay above one half and are easier to read that way. */
const bottoms = [0.5, 0.25, 0];

/**
 * @param recall chance (0–1) of recall this many days after the last review
 * @param today days from the last review to now
 * @param wanted the chance (0–1) at which the card should come up
 * @param stability days
 */
export function curveScale(
  recall: (days: number) => number,
  {
    today,
    wanted,
    stability,
  }: { readonly today: number; readonly wanted: number; readonly stability: number },
): CurveScale {
  const last = Math.max(today * 1.3, stability * 2, 2);
  const least = Math.min(recall(last), recall(today), wanted);
  const lowest = bottoms.find((bottom) => least >= bottom) ?? 0;
  return { last, lowest, lines: [1, (1 + lowest) / 2, lowest] };
}
