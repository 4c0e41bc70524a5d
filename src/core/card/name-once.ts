// The cards that ask by the name of the note: its summary, its first text, a heading that repeats the name. They are
// siblings, and where the text says what the summary says, one of the two is no card.
import { plainText } from '../note/plain-text.ts';
import { sliceRun, sliceRuns } from '../note/span.ts';
import { countWords } from '../note/word-count.ts';
import { withoutNumber } from './prompt/note-subject.ts';
import { isSameText } from './prompt/subject.ts';
import { longestTitleText } from './worth/aside.ts';
import { listKey, type Draft, type NoteText, type Skipped } from './draft.ts';

/** Scripts that put no blanks between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Fewer words stand in a text by chance. */
const fewestWords = 4;

function textOf({ outline }: NoteText, { question }: Draft): string {
  return typeof question === 'string' ? question : plainText(sliceRun(outline.masked, question));
}

/** Whether a draft asks by the title of its note. */
function asksTitle(note: NoteText, draft: Draft): boolean {
  if (draft.source !== 'heading') return draft.source === 'title' || draft.source === 'property';
  return listKey(textOf(note, draft)) === listKey(note.title);
}

/** Whether it asks by that, or by what the note is about: a top heading may say it better than the name of the file. */
export function asksName(note: NoteText, draft: Draft): boolean {
  if (asksTitle(note, draft)) return true;
  return draft.source === 'heading' && isSameText(withoutNumber(textOf(note, draft)), note.subject);
}

function folded(markdown: string): string {
  const words = plainText(markdown)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

function says(text: string, summary: string): boolean {
  if (text === summary || text.startsWith(summary)) return true;
  return countWords(summary) >= fewestWords && text.includes(dense.test(summary) ? summary.trim() : summary);
}

/**
 * The text of the title where it only goes on behind a callout of the note's name: "> [!info] Backtracking" has said what
 * that is. A callout without a title comments, unless its type is the name.
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

/** The drafts without summaries that a text asked by the same name says, too. */
export function nameOnce(
  note: NoteText,
  drafts: readonly Draft[],
): { readonly drafts: readonly Draft[]; readonly skipped: readonly Skipped[] } {
  const none = { drafts, skipped: [] };
  if (!note.options.titleOnce) return none;
  const summaries = drafts.filter(({ source }) => source === 'property');
  if (summaries.length === 0) return none;
  const texts = drafts.flatMap((draft) => {
    if (draft.source === 'property' || !asksTitle(note, draft)) return [];
    const text = draft.answerText ?? sliceRuns(note.text, draft.answer);
    // A longer one is set aside: then the summary asks.
    return countWords(text) > longestTitleText ? [] : [folded(text)];
  });
  const repeated = summaries.filter(({ answerText = '' }) =>
    texts.some((text) => says(text, folded(answerText))),
  );
  return {
    drafts: drafts.filter((draft) => !repeated.includes(draft)),
    skipped: repeated.map(({ at }) => ({ at, reason: 'the text says the summary' })),
  };
}
