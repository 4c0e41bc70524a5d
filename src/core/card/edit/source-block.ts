// The block of the note that a card is written in: whole lines, from its question to the end of its answer.
import type { Span } from '../../note/span.ts';
import type { Card } from '../card.ts';
import { lineStart } from '../text/pieces.ts';

const opensFootnote = /^\[\^[^\]\n]{1,100}\]:/;

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return at;
    at = end + 1;
  }
  return at;
}

/**
 * Without the last line break. Footnotes that the card cites and a heading that only lends it its question are not part
 * of it.
 * @param text the note's, as the card was found in it: without a byte order mark
 */
export function sourceBlock(
  card: Pick<Card, 'source' | 'line' | 'questionSpan' | 'answerRuns'>,
  text: string,
): Span {
  const own = card.answerRuns
    .flat()
    .filter(({ start }) => !opensFootnote.test(text.slice(start, start + 105)));
  const starts = own.map(({ start }) => start);
  // The title asks from nowhere in the text.
  if ((card.source !== 'title' && card.source !== 'note') || starts.length === 0)
    starts.push(startOfLine(text, card.line));
  const start = lineStart(text, Math.min(...starts));
  const ends = own.map(({ end }) => end);
  const { questionSpan } = card;
  if (questionSpan && questionSpan.start >= start) ends.push(questionSpan.end);
  const last = Math.max(start, ...ends);
  const lineBreak = text.indexOf('\n', Math.max(start, last - 1));
  const end = lineBreak < 0 ? text.length : lineBreak;
  return { start, end: end > start && text.charAt(end - 1) === '\r' ? end - 1 : end };
}
