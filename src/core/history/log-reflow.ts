// Restores log lines that a Markdown formatter wrapped or joined like a paragraph; checksums tell what was one line.

/** Maximum lines and characters for one event: a file of garbage must not be read again for each line. */
const blockLines = 50;
const blockLength = 100_000;

/** What ends a paragraph: a blank line, a fence, merge markers, another event. */
const end = /^\s*(?:$|`{3}|~{3}|<{7}|={7}|>{7}|\{)/;

export interface Reflowed {
  /** As originally written, each with the line where it starts, from 0. */
  readonly records: readonly { readonly text: string; readonly line: number }[];
  /** Where the next line starts. */
  readonly until: number;
  readonly lineCount: number;
}

/** Reads the paragraph that starts at `from`; at most one line of it if `isLong` is false. */
export function reflow(content: string, from: number, isLong: boolean): Reflowed {
  const records: { text: string; line: number }[] = [];
  let lineCount = 0;
  let until = from;
  while (until < content.length && lineCount < blockLines && until - from < blockLength) {
    const newline = content.indexOf('\n', until);
    const line = content.slice(until, newline < 0 ? content.length : newline);
    if (lineCount > 0 && (!isLong || end.test(line))) break;
    // Every event we write begins like this.
    for (const [n, piece] of line
      .trim()
      .split(/\s(?=\{"i":)/)
      .entries()) {
      const last = records.at(-1);
      if (last && n === 0 && !piece.startsWith('{"i":')) last.text += ` ${piece}`;
      else records.push({ text: piece, line: lineCount });
    }
    lineCount += 1;
    until = newline < 0 ? content.length : newline + 1;
  }
  return { records, until, lineCount };
}
