// Converts offsets to line numbers.
/** Returns 1-based line numbers. Fast for ascending offsets, its only use: builds no list of all lines. */
export function lineCounter(text: string): (at: number) => number {
  let [line, next] = [1, text.indexOf('\n')];
  let last = 0;
  return (at) => {
    if (at < last) [line, next] = [1, text.indexOf('\n')];
    last = at;
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
