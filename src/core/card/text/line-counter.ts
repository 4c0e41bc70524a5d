// Tells the line of an offset.
/** Tells 1-based lines. Quick for ascending offsets, which it is asked for: no list of all lines is made. */
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
