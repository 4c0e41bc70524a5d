// Where a line that leaves out a section goes: right below its heading, with a blank line so that it joins no other block.
import { readOutline, type Outline } from '../../note/outline.ts';
import { plainText } from '../../note/plain-text.ts';
import { afterLine } from '../text/pieces.ts';
import { headingsAt } from './part.ts';

/** The second where a `%%` above that nobody closed would take the first for its end. */
const lines = ['%% no cards %%', '<!-- no cards -->'] as const;

export interface Exclusion {
  /** Where to put it. */
  readonly at: number;
  readonly put: string;
  /** The heading as shown; null for the text before the first one, which leaves out the whole note. */
  readonly heading: string | null;
}

/** Null if no line would be read as meant. @param text without a byte order mark */
export function exclusionAt(text: string, outline: Outline, place: number): Exclusion | null {
  const [heading] = headingsAt(outline, afterLine(text, place) - 1);
  const { bodyStart } = outline;
  const above = heading?.end ?? bodyStart;
  const at = above === 0 ? 0 : afterLine(text, above);
  const eol = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const isOpen = at > 0 && text.charAt(at - 1) !== '\n';
  const isTight = /^[ \t]*[^\s]/.test(text.slice(at, afterLine(text, at)));
  for (const line of lines) {
    const put = (isOpen ? eol : '') + line + eol + (isTight ? eol : '');
    const start = at + put.indexOf(line);
    const { hidden } = readOutline(text.slice(0, at) + put + text.slice(at));
    if (hidden.some((one) => one.start === start && one.end === start + line.length))
      return {
        at,
        put,
        heading: heading ? plainText(text.slice(heading.title.start, heading.title.end)) : null,
      };
  }
  return null;
}
