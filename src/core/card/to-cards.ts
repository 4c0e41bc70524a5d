// Turns a note's drafts into cards: resolves slices to text and counts equal cards.
import { merged } from '../note/sorted-spans.ts';
import { sliceRun, sliceRuns, type Run } from '../note/span.ts';
import { remembered } from '../text/remembered.ts';
import { asideOf } from './worth/aside.ts';
import { rankOf } from './worth/rank.ts';
import type { Card } from './card.ts';
import type { Draft, NoteText } from './draft.ts';
import { continuation } from './name-once.ts';
import { withRepeats } from './repeats.ts';
import { nameGroup } from './siblings.ts';
import { blockIdOf } from './text/block-id.ts';
import { subtractFromRun } from './text/pieces.ts';
import { says } from './text/says.ts';

/** Windows line endings don't make cards differ. */
function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function answerOf(note: NoteText, answer: readonly Run[] | string): string {
  return typeof answer === 'string' ? answer : sliceRuns(note.text, answer);
}

/** Whether a heading above a card has words, other than the title's. */
function isNews(note: NoteText): (heading: string) => boolean {
  const { key } = note.words;
  const title = key(note.title);
  return (text) => says(text) && (title === '' || key(text) !== title);
}

/** The headings of a card as part of a key; the cards of a section share them. */
function headingKeys(): (headings: readonly string[]) => string {
  const known = new Map<readonly string[], string>();
  return (headings) => {
    const found = known.get(headings);
    if (found !== undefined) return found;
    // U+0000 never occurs in Markdown.
    const key = headings.map((heading) => `\0${heading}`).join('');
    known.set(headings, key);
    return key;
  };
}

/** @param groups of drafts that have siblings */
export function toCards(
  path: string,
  note: NoteText,
  deck: string,
  { drafts, groups }: { readonly drafts: readonly Draft[]; readonly groups: ReadonlyMap<Draft, string> },
  lineAt: (at: number) => number,
): Card[] {
  const seen = new Map<string, number>();
  const askedBefore = new Set<string>();
  const silent = merged([...note.outline.hidden, ...note.tags]);
  const goesOn = continuation(note, drafts);
  const tells = remembered(isNews(note));
  // The title once, and no headings without words.
  const isShown = (text: string, place: number): boolean => (place === 0 ? text !== '' : tells(text));
  const placeOf = headingKeys();
  const asked = (question: Run | string): string =>
    typeof question === 'string' ? question : sliceRun(note.text, subtractFromRun(question, silent));
  const cards = [...drafts]
    .sort((a, b) => a.at - b.at)
    .map((draft): Card => {
      const { question, questionText, answer, answerText, at, source, chip, nth, headings, known, context } =
        draft;
      const run = typeof question === 'string' ? [] : subtractFromRun(question, silent);
      const text =
        typeof question === 'string' ? question : unixLines(questionText ?? sliceRun(note.text, run)).trim();
      const knownQuestion = known?.question === undefined ? null : unixLines(asked(known.question)).trim();
      const knownAnswer = known?.answer === undefined ? null : unixLines(answerOf(note, known.answer));
      const key = `${source}\0${knownQuestion ?? text}${placeOf(headings)}`;
      const ordinal = seen.get(key) ?? 0;
      seen.set(key, ordinal + 1);
      const [first, last] = [run[0], run.at(-1)];
      const group = groups.get(draft) ?? null;
      const judged = {
        note: path,
        source,
        question: text,
        answer: unixLines(answerText ?? sliceRuns(note.text, answer)),
        context: context.every(isShown) ? context : context.filter(isShown),
        cloze: draft.cloze ?? null,
        chip,
      };
      const aside =
        draft === goesOn ||
        (source !== 'occlusion' && draft.isReversed !== true && asideOf(judged, note.title, note.words));
      // The summary asks the title first, and a lead-in may repeat the heading above it.
      const asks =
        group === nameGroup
          ? nameGroup
          : source === 'cloze' || source === 'occlusion'
            ? null
            : note.words.key(text);
      const isRepeated = asks !== null && askedBefore.has(asks);
      if (asks !== null && aside === false) askedBefore.add(asks);
      return {
        note: path,
        source,
        question: text,
        questionSpan: first && last ? { start: first.start, end: last.end } : null,
        answer: judged.answer,
        answerRuns: answer,
        subject: note.subject,
        context: judged.context,
        chip,
        nth,
        repeats: false,
        deck,
        line: lineAt(at),
        headings,
        ordinal,
        knownQuestion,
        knownAnswer,
        group,
        cloze: judged.cloze,
        ...(draft.occlusion && { occlusion: draft.occlusion }),
        blockId: note.options.blockIds && source !== 'occlusion' ? blockIdOf(note, draft) : null,
        aside,
        rank: rankOf(judged, isRepeated, note.words),
      };
    });
  return withRepeats(cards, note.words.key);
}
