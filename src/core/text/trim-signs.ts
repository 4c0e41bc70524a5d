// Trims characters from the ends of a text. A pattern such as /\/+$/ retries from each character: quadratic on a run of
// them.

/** The text without trailing `signs` (UTF-16 units). */
export function trimEndSigns(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without leading and trailing `signs` (UTF-16 units). */
export function trimSigns(text: string, signs: string): string {
  const kept = trimEndSigns(text, signs);
  let start = 0;
  while (start < kept.length && signs.includes(kept.charAt(start))) start += 1;
  return kept.slice(start);
}
