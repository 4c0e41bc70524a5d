// Finds what is written in a note in what is shown of it: blanks may differ, and pictures and formulas are one sign.
import { plainText } from '../../note/plain-text.ts';

/** Stands for what is shown but is no text. */
export const noText = '\uFFFC';

export interface Shown {
  readonly start: number;
  readonly end: number;
}

/** Finds words in a text whatever the blanks between them, from an offset on. */
export function findWords(text: string, words: string, from: number): Shown | null {
  const wanted = words.split(/\s+/).filter((word) => word !== '');
  const [first] = wanted;
  if (first === undefined) return null;
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start;
    const isHere = wanted.every((word) => {
      const at = end + (/^\s*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
      end = at + word.length;
      return text.startsWith(word, at);
    });
    if (isHere) return { start, end };
  }
  return null;
}

/**
 * Finds a question in what is shown, with the mark behind it if that is shown too.
 * @param question Markdown
 */
export function findQuestion(text: string, question: string, mark: string, from: number): Shown | null {
  const words = plainText(question);
  const shownMark = mark.replace(/[*_>|\\]/g, '').trim();
  return (
    (shownMark === '' ? null : findWords(text, `${words} ${shownMark}`, from)) ?? findWords(text, words, from)
  );
}
