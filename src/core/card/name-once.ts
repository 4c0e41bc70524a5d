// The cards that ask by the name of the note: its summary, its first text, a heading that repeats the name. They are
// siblings, and where the text says what the summary says, one of the two is no card.
import { plainText } from '../note/plain-text.ts';
import { sliceRun, sliceRuns } from '../note/span.ts';
import { countWords } from '../note/word-count.ts';
import { longestTitleText } from './worth/aside.ts';
import { listKey, type Draft, type NoteText, type Skipped } from './draft.ts';

/** Scripts that put no blanks between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Fewer words stand in a text by chance. */
const fewestWords = 4;

export function asksName({ title, outline }: NoteText, { source, question }: Draft): boolean {
  if (source === 'title' || source === 'property') return true;
  if (source !== 'heading') return false;
  const asked = typeof question === 'string' ? question : plainText(sliceRun(outline.masked, question));
  return listKey(asked) === listKey(title);
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
    if (draft.source === 'property' || !asksName(note, draft)) return [];
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
