// Cards that ask by the note's name: its summary, its first text, a heading that repeats the name. They are
// siblings, and where the text repeats the summary, one of the two is dropped.
import { plainText } from '../note/plain-text.ts';
import { sliceRun, sliceRuns } from '../note/span.ts';
import { countWords } from '../note/word-count.ts';
import { foldCase } from '../text/fold-case.ts';
import { isSameText } from './prompt/subject.ts';
import { longestTitleText } from './worth/aside.ts';
import type { Draft, NoteText, Skipped } from './draft.ts';

/** Scripts without spaces between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Fewer shared words than this may be coincidence. */
const fewestWords = 4;

function textOf({ outline, words }: NoteText, { question }: Draft): string {
  return typeof question === 'string' ? question : words.plain(sliceRun(outline.masked, question));
}

/** Whether a draft's question is the note title. @param text of a heading */
function asksTitle(note: NoteText, { source }: Draft, text: string | null): boolean {
  if (text === null) return source === 'title' || source === 'property';
  const { key } = note.words;
  return key(text) === key(note.title);
}

function headingOf(note: NoteText, draft: Draft): string | null {
  return draft.source === 'heading' ? textOf(note, draft) : null;
}

/** Whether it asks by the title or the note's subject: a top heading may say it better than the file name. */
export function asksName(note: NoteText, draft: Draft): boolean {
  const heading = headingOf(note, draft);
  return asksTitle(note, draft, heading) || (heading !== null && note.words.isName(heading));
}

function wordsIn(markdown: string): string {
  const words = foldCase(plainText(markdown)).match(/[\p{L}\p{M}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

function says(text: string, summary: string): boolean {
  if (text === summary || text.startsWith(summary)) return true;
  return countWords(summary) >= fewestWords && text.includes(dense.test(summary) ? summary.trim() : summary);
}

/**
 * The title's text, if it merely continues after a callout with the note's name: "> [!info] Backtracking" has already
 * explained the term. A callout without a title is a comment, unless its type is the name.
 */
export function continuation({ outline, subject }: NoteText, drafts: readonly Draft[]): Draft | null {
  const text = drafts.find(({ source }) => source === 'title');
  const start = text?.answer[0]?.[0]?.start ?? 0;
  const saysName = ({ source, question, at, chip }: Draft): boolean => {
    if (source !== 'callout' || at > start) return false;
    const title = typeof question === 'string' ? chip : plainText(sliceRun(outline.masked, question));
    return title !== null && isSameText(title, subject);
  };
  return text && drafts.some(saysName) ? text : null;
}

/** The drafts, minus summaries repeated by a text asked by the same name. */
export function nameOnce(
  note: NoteText,
  drafts: readonly Draft[],
): { readonly drafts: readonly Draft[]; readonly skipped: readonly Skipped[] } {
  const none = { drafts, skipped: [] };
  if (!note.options.titleOnce) return none;
  const summaries = drafts.filter(({ source }) => source === 'property');
  if (summaries.length === 0) return none;
  const texts = drafts.flatMap((draft) => {
    if (draft.source === 'property' || !asksTitle(note, draft, headingOf(note, draft))) return [];
    const text = draft.answerText ?? sliceRuns(note.text, draft.answer);
    // A longer text is set aside, so the summary asks.
    return countWords(text) > longestTitleText ? [] : [wordsIn(text)];
  });
  const repeated = summaries.filter(({ answerText = '' }) =>
    texts.some((text) => says(text, wordsIn(answerText))),
  );
  return {
    drafts: drafts.filter((draft) => !repeated.includes(draft)),
    skipped: repeated.map(({ at }) => ({ at, reason: 'the text says the summary' })),
  };
}
