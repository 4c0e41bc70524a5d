// Finds the first line in which two texts differ.
/** The first line, 1-based, in which two texts differ, ignoring line endings; null if none does. */
export function firstDifference(a: string, b: string): number | null {
  const [left, right] = [a, b].map((text) => text.replace(/^\uFEFF/, '').split(/\r?\n/));
  if (!left || !right) return null;
  const lines = Math.max(left.length, right.length);
  for (let at = 0; at < lines; at += 1) if (left[at] !== right[at]) return at + 1;
  return null;
}
