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
      // U+0000 never occurs in Markdown.
      const key = [source, knownQuestion ?? text, ...headings].join('\0');
      const ordinal = seen.get(key) ?? 0;
      seen.set(key, ordinal + 1);
      const [first, last] = [run[0], run.at(-1)];
      const card = {
        note: path,
        source,
        question: text,
        questionSpan: first && last ? { start: first.start, end: last.end } : null,
        answer: unixLines(answerText ?? sliceRuns(note.text, answer)),
        answerRuns: answer,
        subject: note.subject,
        // The title once, and no headings without words.
        context: context.filter((text, place) => (place === 0 ? text !== '' : tells(text))),
        chip,
        nth,
        repeats: false,
        deck,
        line: lineAt(at),
        headings,
        ordinal,
        knownQuestion,
        knownAnswer,
        group: groups.get(draft) ?? null,
        cloze: draft.cloze ?? null,
        blockId: note.options.blockIds ? blockIdOf(note, draft) : null,
      };
      const aside = draft === goesOn || asideOf(card, note.title, note.words);
      // The summary asks the title first, and a lead-in may repeat the heading above it.
      const asks = card.group === nameGroup ? nameGroup : source === 'cloze' ? null : note.words.key(text);
      const isRepeated = asks !== null && askedBefore.has(asks);
      if (asks !== null && aside === false) askedBefore.add(asks);
      return { ...card, aside, rank: rankOf(card, isRepeated, note.words) };
    });
  return withRepeats(cards, note.words.key);
}
