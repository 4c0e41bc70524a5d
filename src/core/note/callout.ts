// The parts of a callout: type, fold and title.
import { sliceRun, type Run, type Span } from './span.ts';

/** The parts of a callout. */
export interface CalloutMarks {
  /** As written between `[!` and `]`, before any `|`, lowercased. */
  readonly type: string;
  /** Null if the callout has no title of its own. */
  readonly title: Span | null;
  /** The lines after the first, with one level of `>` removed. */
  readonly body: Run;
}

const firstLine = /^ {0,3}>[ \t]?[ \t]*\[!([^\]\r\n|]+)(?:\|[^\]\r\n]*)?\][+-]?[ \t]*/;
const marker = /[ \t]{0,3}>[ \t]?/y;

/** Reads a quote as a callout, or null if it isn't one. `text` is the masked note, `span` the quote's span. */
export function findCallout(text: string, span: Span): CalloutMarks | null {
  const end = text.indexOf('\n', span.start);
  const lineEnd = end < 0 || end > span.end ? span.end : end;
  const line = text.slice(span.start, lineEnd);
  const opening = firstLine.exec(line);
  if (!opening) return null;
  const titleText = line.slice(opening[0].length).trimEnd();
  const titleStart = span.start + opening[0].length;
  const title = titleText === '' ? null : { start: titleStart, end: titleStart + titleText.length };
  const body: Span[] = [];
  for (let at = lineEnd + 1; at < span.end;) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 || next >= span.end ? span.end : next + 1;
    marker.lastIndex = at;
    // A lazy line has no marker and stays as is.
    const start = Math.min(at + (marker.exec(text)?.[0].length ?? 0), stop);
    body.push({ start, end: stop });
    at = stop;
  }
  return { type: (opening[1] ?? '').trim().toLowerCase(), title, body };
}

/** Whether the body has any text. */
export function hasBody(text: string, body: Run): boolean {
  return sliceRun(text, body).trim() !== '';
}
