// The grade that a typed answer suggests; the user decides.

/**
 * @param share what was right, from 0 to 1
 * @param hasHard whether Hard is offered; without it, only an answer that is all right is more than Again
 */
export function proposedGrade(share: number, hasHard: boolean): 1 | 2 | 3 {
  if (share >= 1) return 3;
  return share > 0.5 && hasHard ? 2 : 1;
}
