// Text that is crowded with marks of emphasis. The parser takes quadratic time on them (measured: 6 s for 4,000 that
// nest, minutes for 16,000), so there they are read as plain text.

/** Of one paragraph; a table of 200 rows with two bold words in each has 800. */
const most = 1000;
/** Where a paragraph ends for certain: a blank line, or an item of a list. */
const mark = /\n[ \t>]*(?=\n)|\n {0,3}[-*+][ \t]|\*+|_+|~+|==/g;

/** Whether a paragraph may hold more than 1,000 runs of `*`, `_`, `~` or `==`. */
export function isCrowded(text: string): boolean {
  if (text.length < most) return false;
  let count = 0;
  for (const [found] of text.matchAll(mark)) {
    count = found.startsWith('\n') ? 0 : count + 1;
    if (count > most) return true;
  }
  return false;
}
