// Keeps what answers the question: metadata, navigation and similar lines are trimmed from both ends of an answer; if
// nothing else is left, there is no card.
import { afterSpace } from '../../note/blanks.ts';
import { sliceRun, sliceRuns, type Run } from '../../note/span.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';
import { skipReasonOf, type Draft, type NoteText, type SkipReason } from '../draft.ts';
import { kindOf } from './answer.ts';
import { idleKind, isMacros, isQueryFence, type IdleKind } from './idle-lines.ts';
import { subRun } from './pieces.ts';

/** A line, or the lines of a code block, and its kind. Offsets are relative to the text of its run. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly kind: IdleKind | 'blank' | 'text';
}

const reasons: Readonly<Record<IdleKind, SkipReason>> = {
  metadata: 'only metadata',
  query: 'only a query',
  template: 'only a template',
  unwritten: 'nothing written yet',
};
const fence = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})[ \t]*([^\s`]*)/;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const opensWithLetter = /^[A-Za-z]/;
const formulaStart = /^[ \t]*\$|^[ \t]+x[^$]*\$/;
const formula = /^[ \t]*\$\$?([^$]+)\$\$?[ \t]*$/;
/** Longer answers aren't searched for such lines. */
const mostLines = 2000;

/** @param text the note's own text: what is masked in a formula tells whether it defines macros */
function partsOf(masked: string, text: string): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < masked.length;) {
    const next = masked.indexOf('\n', start);
    let end = next < 0 ? masked.length : next + 1;
    const line = masked.slice(start, end).trimEnd();
    const [, sign = '', language = ''] = fence.exec(line) ?? [];
    let kind: Part['kind'] = 'text';
    if (sign !== '') {
      const close = masked.indexOf(`\n${sign}`, end - 1);
      const after = close < 0 ? -1 : masked.indexOf('\n', close + 1);
      end = after < 0 ? masked.length : after + 1;
      if (isQueryFence(language)) kind = 'query';
    } else if (line.trim() === '') kind = 'blank';
    else if (rule.test(line)) kind = parts.at(-1)?.kind === 'text' && line.includes('-') ? 'text' : 'blank';
    else {
      const inside = formula.exec(text.slice(start, end).trimEnd())?.[1];
      kind = (inside !== undefined && isMacros(inside) ? 'metadata' : idleKind(line)) ?? 'text';
    }
    parts.push({ start, end, kind });
    if (parts.length > mostLines) return [{ start: 0, end: masked.length, kind: 'text' }];
    start = end;
  }
  return parts;
}

export interface Useful {
  readonly answer: readonly Run[];
  /** Why nothing is left, or null. */
  readonly reason: SkipReason | null;
}

/** A line of text, as far as can be told without its neighbors. A masked formula may begin with `x`. */
function isPlainLine(line: string): boolean {
  const isOther = opensWithLetter.test(line)
    ? line.startsWith('x') && line.includes('$')
    : fence.test(line) || line.trim() === '' || rule.test(line) || formulaStart.test(line);
  return !isOther && idleKind(line) === null;
}

/** Whether nothing can be trimmed, which two lines of most answers tell. */
function isTextAtBothEnds(masked: string, answer: readonly Run[]): boolean {
  const [first = [], last = []] = [answer[0], answer.at(-1)];
  const [head, tail] = [sliceRun(masked, first), sliceRun(masked, last)];
  if (tail.includes('```') || tail.includes('~~~')) return false;
  const line = tail.slice(tail.lastIndexOf('\n', tail.length - 2) + 1).trimEnd();
  if (!isPlainLine(line)) return false;
  const end = head.indexOf('\n');
  return (end < 0 && first === last) || isPlainLine(head.slice(0, end < 0 ? head.length : end).trimEnd());
}

/** An answer without the parts at its start and end that answer nothing. */
function usefulAnswer(note: NoteText, answer: readonly Run[]): Useful {
  if (isTextAtBothEnds(note.outline.masked, answer)) return { answer, reason: null };
  const runs = answer.map((run) => ({
    run,
    parts: partsOf(sliceRun(note.outline.masked, run), sliceRun(note.text, run)),
  }));
  const parts = runs.flatMap((run) => run.parts);
  const isText = (part: Part): boolean => part.kind === 'text';
  const first = runs.findIndex(({ parts }) => parts.some(isText));
  if (first < 0) {
    for (const { kind } of parts)
      if (kind !== 'blank' && kind !== 'text') return { answer: [], reason: reasons[kind] };
    return { answer: [], reason: 'no text of its own' };
  }
  if (parts[0]?.kind === 'text' && parts.at(-1)?.kind === 'text') return { answer, reason: null };
  const last = runs.length - 1 - [...runs].reverse().findIndex(({ parts }) => parts.some(isText));
  const kept = runs.slice(first, last + 1).map(({ run, parts }, at, all) => {
    const from = at === 0 ? (parts.find(isText)?.start ?? 0) : 0;
    const to = at === all.length - 1 ? (parts.filter(isText).at(-1)?.end ?? Infinity) : Infinity;
    const length = parts.at(-1)?.end ?? 0;
    const isCut = to < length;
    const text = sliceRun(note.outline.masked, run).slice(0, Math.min(to, length));
    return from === 0 && !isCut ? run : subRun(run, from, isCut ? text.trimEnd().length : length);
  });
  return { answer: kept, reason: null };
}

/** A sentence before the one that introduces. */
const saysMore = /\p{L}{3}[.!?]["'”’)]* |[。！？]/u;
const noParagraph = /^[ \t>]*(?:[-*+|]|\d{1,9}[.)]|```|~~~)/m;

/** Removes a final paragraph that only introduces what other cards have taken. */
function withoutIntroduction(
  note: NoteText,
  answer: readonly Run[],
  isTaken: (at: number) => boolean,
): Useful {
  const whole = { answer, reason: null };
  const run = answer.at(-1) ?? [];
  const { masked } = note.outline;
  const text = sliceRun(masked, run);
  const end = run.at(-1)?.end ?? 0;
  if (
    !/[:：]/.test(trimEndSigns(text, '*_ \t').slice(-1)) ||
    !isTaken(afterSpace(masked, end, masked.length))
  )
    return whole;
  const gaps = [...text.matchAll(/\n[ \t]*\r?\n/g)];
  const gap = gaps.at(-1);
  const paragraph = text.slice(gap ? gap.index + gap[0].length : 0);
  if (noParagraph.test(paragraph) || saysMore.test(paragraph)) return whole;
  const rest = gap ? subRun(run, 0, text.slice(0, gap.index).trimEnd().length) : [];
  const kept = rest.length > 0 ? [...answer.slice(0, -1), rest] : answer.slice(0, -1);
  return { answer: kept, reason: kept.length === 0 ? 'only an introduction' : null };
}

/** An answer as shown, why there is none, and the text its history is matched by. */
export interface ReadAnswer extends Useful, Pick<Draft, 'known'> {}

const block = /(```|~~~)[ \t]*flashcards\b[^]*?(?:\1|$)/gi;

/** Whether there is nothing but code blocks that show cards, which answer nothing whatever the settings. */
export function isOnlyBlocks({ outline }: NoteText, answer: readonly Run[]): boolean {
  const text = sliceRuns(outline.masked, answer);
  const rest = text.replace(block, '');
  return rest !== text && !/[^\s>`~]/.test(rest);
}

/** @param isTaken whether another card owns what starts at a position in the note */
export function readAnswer(
  note: NoteText,
  answer: readonly Run[],
  isTaken: (at: number) => boolean = () => false,
): ReadAnswer {
  const { masked } = note.outline;
  if (!note.options.usefulAnswers) {
    const reason = isOnlyBlocks(note, answer) ? 'only a query' : skipReasonOf(kindOf(masked, answer));
    return { answer, reason };
  }
  const useful = usefulAnswer(note, answer);
  const led = useful.reason ? useful : withoutIntroduction(note, useful.answer, isTaken);
  const reason = led.reason ?? skipReasonOf(kindOf(masked, led.answer));
  return { answer: led.answer, reason, ...(led.answer !== answer && { known: { answer } }) };
}
