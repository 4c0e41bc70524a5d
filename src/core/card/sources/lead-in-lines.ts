// Finds a section's lead-ins: at the start of a paragraph, of a line in one, and of a line right below a list,
// since the app shows line breaks. Also decides which of them ask nothing.
import { findLeadIn, mayOpenLeadIn } from '../../note/lead-in.ts';
import type { Block } from '../../note/outline.ts';
import { plainText } from '../../note/plain-text.ts';
import { merged, spanAt } from '../../note/sorted-spans.ts';
import { sliceRun, type Run, type Span } from '../../note/span.ts';
import type { NoteText, Skipped } from '../draft.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';
import { isListed, withoutNumberAtEnd } from '../lists/listed.ts';
import { opaqueSpans } from '../text/opaque.ts';
import { says } from '../text/says.ts';
import type { Section } from '../section.ts';

export interface PlacedLeadIn {
  readonly question: Run;
  readonly at: number;
  /** Start of the answer. */
  readonly content: number;
  /** Whether it opens a paragraph: for a long time only those were cards. */
  readonly opensParagraph: boolean;
}

/** Longer bold text asks only with a question mark. */
const longest = 90;
const asks = /[?？؟]$/;
const number = /^[\p{N}\p{P}\s]+$/u;
const wordSign = /^\p{Script=Han}$/u;

function* linesOf(masked: string, { kind, start, end }: Block): Generator<Span> {
  let lineEnd = masked.indexOf('\n', start);
  if (kind === 'paragraph') yield { start, end };
  while (lineEnd >= 0 && lineEnd + 1 < end) {
    const at = lineEnd + 1;
    lineEnd = masked.indexOf('\n', at);
    const blanks = kind === 'paragraph' ? (/^[ \t]*/.exec(masked.slice(at, at + 100))?.[0].length ?? 0) : 0;
    const lineStop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    yield { start: at + blanks, end: masked.charAt(lineStop - 1) === '\r' ? lineStop - 1 : lineStop };
  }
}

/** A single character, a number or a sentence is prose. A Chinese character is a word. */
function isProse(text: string): boolean {
  const plain = text.trim();
  const isSign = [...plain].length === 1 && !wordSign.test(plain);
  return (
    isSign ||
    number.test(plain) ||
    (plain.length > longest && !asks.test(plain) && [...plainText(plain)].length > longest)
  );
}

/** In order. Those left out as prose are reported in `skipped`. */
export function leadInsOf(
  note: NoteText,
  section: Section,
  taken: readonly Span[],
  skipped: Skipped[],
): PlacedLeadIn[] {
  const { masked } = note.outline;
  const found: PlacedLeadIn[] = [];
  for (const block of section.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list') continue;
    const inside = masked.slice(block.start, block.end);
    if (!inside.includes('**') && !inside.includes('__')) continue;
    let code: readonly Span[] | null = null;
    for (const { start, end } of linesOf(masked, block)) {
      if (!mayOpenLeadIn(masked, start) || spanAt(taken, start)) continue;
      const lead = findLeadIn(masked.slice(start, end));
      if (!lead) continue;
      if (start !== block.start) {
        code ??= merged(opaqueSpans(inside, block.kind === 'paragraph'));
        if (spanAt(code, start - block.start)) continue;
      }
      const question = lead.question.map((span) => ({ start: start + span.start, end: start + span.end }));
      if (!question.some((span) => says(masked.slice(span.start, span.end)))) continue;
      const opensParagraph = start === block.start;
      if (isListed(note.lists.proseWords, sliceRun(masked, question), note.words.key)) {
        skipped.push({ at: start, reason: 'bold word is on the prose list' });
      } else found.push({ question, at: start, content: start + lead.content, opensParagraph });
    }
  }
  return found;
}

/** Those that ask, with pairs of `**Q:** …` and `**A:** …` merged. */
export function askingLeadIns(
  note: NoteText,
  leads: readonly PlacedLeadIn[],
  skipped: Skipped[],
): readonly (PlacedLeadIn & { readonly label?: Run })[] {
  const { masked } = note.outline;
  const textOf = ({ question }: PlacedLeadIn): string => sliceRun(masked, question);
  const out: (PlacedLeadIn & { readonly label?: Run })[] = [];
  for (let index = 0; index < leads.length; index += 1) {
    const [lead, next] = [leads[index], leads[index + 1]];
    if (!lead) continue;
    const asked =
      next && isPair(note, textOf(lead), textOf(next)) ? trimmed(masked, lead.content, next.at) : null;
    if (next && asked) {
      out.push({ ...lead, question: [asked], content: next.content, label: lead.question });
      index += 1;
    } else if (isProse(textOf(lead))) skipped.push({ at: lead.at, reason: 'bold text asks nothing' });
    else out.push(lead);
  }
  return out;
}

/** Labels for a question and its answer, in the UI languages. */
const pairs: readonly (readonly [question: readonly string[], answer: readonly string[]])[] = [
  [
    ['q', 'question'],
    ['a', 'answer'],
  ],
  [
    ['f', 'frage'],
    ['a', 'antwort'],
  ],
  [
    ['p', 'pregunta', 'pergunta'],
    ['r', 'respuesta', 'resposta'],
  ],
  [
    ['q', 'question'],
    ['r', 'réponse'],
  ],
  [
    ['в', 'вопрос'],
    ['о', 'ответ'],
  ],
  [
    ['問', '問題', '質問', '问', '问题', '问題'],
    ['答', '答案', '回答', '答え'],
  ],
];

function isPair({ words }: NoteText, question: string, answer: string): boolean {
  const one = withoutNumberAtEnd(words.key(question));
  const fitting = pairs.filter(([asking]) => asking.includes(one));
  if (fitting.length === 0) return false;
  const other = withoutNumberAtEnd(words.key(answer));
  return fitting.some(([, answering]) => answering.includes(other));
}

function trimmed(masked: string, from: number, to: number): Span | null {
  const text = masked.slice(from, to);
  const start = from + (/^[\s\u00a0]*/.exec(text)?.[0].length ?? 0);
  const end = from + trimEndSigns(text, '\\ \t\r\n\u00a0').length;
  return end > start && says(masked.slice(start, end)) ? { start, end } : null;
}
