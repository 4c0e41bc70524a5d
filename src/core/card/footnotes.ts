// Attaches footnotes to the card that cites them, wherever they are in the note: at the end they would become part of
// the last card.
import { afterSpace } from '../note/blanks.ts';
import { firstAfter, merged, spanAt } from '../note/sorted-spans.ts';
import { sliceRun, sliceRuns, type Run, type Span } from '../note/span.ts';
import { withKnown, type Draft, type NoteText, type Skipped } from './draft.ts';
import { kindOf } from './text/answer.ts';
import { lineStart, subRun, subtract } from './text/pieces.ts';

interface Footnote extends Span {
  readonly label: string;
}

const opensFootnote = /^\[\^([^\]\n]{1,100})\]:/;
const citation = /\[\^([^\]\n]{1,100})\](?!:)/g;

function footnotesOf({ outline: { masked, blocks } }: NoteText): readonly Footnote[] {
  if (!masked.includes(']:')) return [];
  return blocks.flatMap(({ kind, start, end }) => {
    const [, label] =
      kind === 'definition' ? (opensFootnote.exec(masked.slice(start, start + 105)) ?? []) : [];
    return label === undefined ? [] : [{ label: label.toLowerCase(), start, end }];
  });
}

function citedIn(masked: string): readonly string[] {
  if (!masked.includes('[^')) return [];
  return [...masked.matchAll(citation)].map(([, label = '']) => label.toLowerCase());
}

/** Splits a run around spans that are whole lines; the text on either side of one becomes two runs. */
function withoutLines(masked: string, run: Run, cuts: readonly Span[]): readonly Run[] {
  const pieces: Span[][] = [[]];
  const ends = new Set(cuts.map(({ end }) => end));
  for (const span of run) {
    for (const part of subtract(span, cuts)) {
      if (ends.has(part.start)) pieces.push([part]);
      else pieces.at(-1)?.push(part);
    }
  }
  return pieces.flatMap((piece) => {
    const text = sliceRun(masked, piece);
    const kept = text.trimEnd();
    if (kept.trim() === '') return [];
    return [subRun(piece, lineStart(kept, afterSpace(kept, 0, kept.length)), kept.length)];
  });
}

/** The text of footnotes, without what no card shows. */
function textOf({ text, outline: { hidden } }: NoteText, footnotes: readonly Footnote[]): string {
  return footnotes
    .map(({ start, end }) => sliceRun(text, subtract({ start, end }, hidden)).trimEnd())
    .join('\n\n');
}

type ByLabel = ReadonlyMap<string, readonly Footnote[]>;

function byLabel(footnotes: readonly Footnote[]): ByLabel {
  const found = new Map<string, Footnote[]>();
  for (const one of footnotes) {
    const others = found.get(one.label);
    if (others) others.push(one);
    else found.set(one.label, [one]);
  }
  return found;
}

/** The footnotes a card cites, including those cited in turn, in note order. */
function citedBy(
  note: NoteText,
  draft: Draft,
  footnotes: readonly Footnote[],
  named: ByLabel,
): readonly Footnote[] {
  const { masked } = note.outline;
  const cited = new Set<Footnote>();
  const answer = draft.answer.map((run) => sliceRun(masked, withoutSpans(run, footnotes)));
  const question = typeof draft.question === 'string' ? '' : sliceRun(masked, draft.question);
  const waiting = [question, ...answer];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const label of citedIn(text)) {
      for (const one of named.get(label) ?? []) {
        if (cited.has(one)) continue;
        cited.add(one);
        waiting.push(masked.slice(one.start, one.end).replace(opensFootnote, ''));
      }
    }
  }
  return [...cited].sort((a, b) => a.start - b.start);
}

/** The footnotes defined within the given spans. */
function within(footnotes: readonly Footnote[], spans: readonly Span[]): readonly Footnote[] {
  return spans.flatMap(({ start, end }) => {
    const found: Footnote[] = [];
    for (let index = firstAfter(footnotes, start); index < footnotes.length; index += 1) {
      const one = footnotes[index];
      if (!one || one.start >= end) break;
      if (one.start >= start) found.push(one);
    }
    return found;
  });
}

function withoutSpans(run: Run, spans: readonly Span[]): Run {
  return run.flatMap((span) => subtract(span, spans));
}

/** The drafts of a note, each with the footnotes it cites and without those cited only by others. */
export function withFootnotes(
  note: NoteText,
  drafts: readonly Draft[],
): { readonly drafts: readonly Draft[]; readonly skipped: readonly Skipped[] } {
  const footnotes = note.options.usefulAnswers ? footnotesOf(note) : [];
  const none = { drafts, skipped: [] };
  if (footnotes.length === 0) return none;
  const { masked } = note.outline;
  const answers = drafts.filter(({ source, answerText }) => source !== 'cloze' && answerText === undefined);
  const named = byLabel(footnotes);
  const cited = new Map(answers.map((draft) => [draft, citedBy(note, draft, footnotes, named)]));
  const all = new Set([...cited.values()].flat());
  if (all.size === 0) return none;
  const skipped: Skipped[] = [];
  const found = drafts.flatMap((draft): readonly Draft[] => {
    const own = cited.get(draft);
    if (!own) return [draft];
    const spans = merged(draft.answer.flat());
    const foreign = within(footnotes, spans).filter((one) => all.has(one) && !own.includes(one));
    const missing = own.filter((one) => !spanAt(spans, one.start));
    if (foreign.length === 0 && missing.length === 0) return [draft];
    const cuts = merged(foreign);
    const answer =
      cuts.length === 0 ? draft.answer : draft.answer.flatMap((run) => withoutLines(masked, run, cuts));
    if (kindOf(masked, answer) !== 'ok') {
      skipped.push({ at: draft.at, reason: 'no text of its own' });
      return [];
    }
    const answerText = [sliceRuns(note.text, answer), ...(missing.length > 0 ? [textOf(note, missing)] : [])];
    return [
      {
        ...draft,
        answer,
        ...(missing.length > 0 && { answerText: answerText.join('\n\n') }),
        ...withKnown(draft.known, { answer: draft.answer }),
      },
    ];
  });
  return { drafts: found, skipped };
}
