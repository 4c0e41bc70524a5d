// The clozes of one text as the text of one Anki note. Our cards have a question with blanks each; their answers are
// the same text.
import type { Card } from '../../../card/card.ts';
import { piecesOf, type ClozeCard } from '../../../card/text/gaps.ts';
import type { Span } from '../../../note/span.ts';

/** Noncharacters, which no text holds: a cloze begins, its number ends, it ends. */
const [opens, numbered, closes] = ['\uFDD0', '\uFDD1', '\uFDD2'];
const marked = /\uFDD0(\d+)\uFDD1([^\uFDD0]*?)\uFDD2/g;

interface Gap extends Span {
  readonly number: number;
  readonly hint: string;
}

interface Text {
  readonly answer: string;
  readonly gaps: readonly Gap[];
}

const known = ({ question, answer, knownQuestion, knownAnswer, cloze }: Card): ClozeCard => ({
  question: knownQuestion ?? question,
  answer: knownAnswer ?? answer,
  cloze,
});

/** The marks of a hidden text, and the footnote with its hint. */
const marks = /^(==|\*\*|__)([^]*)\1(?:\^\[[^\]\n]*\])?$/;
const blanks = /==\[([^\]\n]*)\]==/g;

function gapsOf(card: ClozeCard, number: number): readonly Gap[] | null {
  const pieces = piecesOf(card);
  if (!pieces) return null;
  const hints = [...card.question.matchAll(blanks)].map(([, hint = '']) => (hint === '…' ? '' : hint));
  let at = 0;
  return pieces.hidden.map((hidden, nth) => {
    const start = at + (pieces.between[nth]?.length ?? 0);
    at = start + hidden.length;
    return { start, end: at, number, hint: hints[nth] ?? '' };
  });
}

/** Null if the cards don't show one text, or their gaps overlap. */
function textOf(cards: readonly ClozeCard[]): Text | null {
  const answer = cards[0]?.answer ?? '';
  const gaps: Gap[] = [];
  for (const [nth, card] of cards.entries()) {
    const own = card.answer === answer ? gapsOf(card, nth + 1) : null;
    if (!own) return null;
    gaps.push(...own);
  }
  gaps.sort((a, b) => a.start - b.start);
  return gaps.some(({ start }, nth) => start < (gaps[nth - 1]?.end ?? 0)) ? null : { answer, gaps };
}

/** What ends a cloze, or begins its hint, is spelled as browsers read it. */
function unmarked(html: string): string {
  return html.replace(/\}(?=\}|$)/g, '&#125;').replace(/:(?=:|$)/g, '&#58;');
}

/**
 * The text with `{{c1::…}}` for the first card and so on, as HTML; null if it cannot be written so.
 * @param cards of one text, in the order of their numbers
 * @param html renders Markdown
 */
export function clozeHtml(cards: readonly Card[], html: (markdown: string) => string): string | null {
  const text = textOf(cards) ?? textOf(cards.map(known));
  if (!text) return null;
  const { answer, gaps } = text;
  let [out, at] = ['', 0];
  for (const [nth, { start, end }] of gaps.entries()) {
    const inside = answer.slice(start, end).replace(marks, '$2');
    out += `${answer.slice(at, start)}${opens}${String(nth)}${numbered}${inside}${closes}`;
    at = end;
  }
  let written = 0;
  const shown = html(out + answer.slice(at)).replace(/\{\{(?=c\d)/g, '{&#123;');
  const field = shown.replace(marked, (_, nth: string, inside: string) => {
    const { number, hint } = gaps[Number(nth)] ?? { number: 0, hint: '' };
    written += 1;
    return `{{c${String(number)}::${unmarked(inside)}${hint === '' ? '' : `::${unmarked(html(hint))}`}}}`;
  });
  return written === gaps.length && !/[\uFDD0-\uFDD2]/.test(field) ? field : null;
}
