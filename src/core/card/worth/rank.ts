// Ranks how well a card can be answered, judging by its text: a note's best cards come up first. It affects only the
// order of new cards.
import { countWords, hasMoreWords } from '../../note/word-count.ts';
import type { Card, Rank } from '../card.ts';
import { isQuestion } from '../prompt/prompt.ts';
import type { NoteWords } from './note-words.ts';

/** Number of words from which an answer ranks one worse. */
const tooLong = [80, 150, 300] as const;
/** Number of words that makes a question more like a text. */
const longestQuestion = 25;
const fence = /^[ \t>]*(?:```|~~~)/;
const sign = /[\p{L}\p{N}$]/u;
/** A sign before any link, as in most answers. */
const opensWithSign = /^[^\p{L}\p{N}$[]*(?!https?:\/\/|www\.)[\p{L}\p{N}$]/u;
/** Embeds of this vault and images, as written. */
export const embeds = /!\[\[[^[\]\n]*\]\]|!\[[^[\]\n]*\]\([^()\n]*\)/g;
const link = /\[\[[^[\]\n]*\]\]|\[[^[\]\n]*\]\([^()\n]*\)|(?:https?:\/\/|www\.)\S+/g;

type Ranked = Pick<Card, 'source' | 'question' | 'answer' | 'context' | 'chip'>;

/** @param isRepeated whether another card of the note asks the same */
export function rankOf(
  { source, question, answer, context, chip }: Ranked,
  isRepeated: boolean,
  noteWords: NoteWords,
): Rank {
  const words = countWords(answer);
  // A text with a gap is no term; reading it as plain text took most of the time for lists of highlights.
  if (source === 'note') return 1;
  const isAsIs = source === 'title' || source === 'property' || source === 'cloze';
  const asked = isAsIs ? question : noteWords.plain(question);
  let marks = 0;
  if (source === 'cloze') marks += 1;
  else if (hasMoreWords(asked, longestQuestion)) marks += 1;
  if (source === 'callout' && chip !== null && !isQuestion(asked)) marks += 1;
  if (!isAsIs && noteWords.isGeneric(asked)) marks += 1;
  if (words < 2 && source === 'heading' && !isQuestion(asked)) marks += 1;
  if (context.some((heading, at) => at > 0 && noteWords.kinds(heading).introduces)) marks += 1;
  const length = words <= tooLong[0] ? 0 : words <= tooLong[1] ? 1 : words <= tooLong[2] ? 2 : 3;
  return rankFrom(Math.max(length, marks, withoutText(answer), isRepeated ? 2 : 0));
}

export function rankFrom(rank: number): Rank {
  return rank <= 0 ? 0 : rank === 1 ? 1 : rank === 2 ? 2 : 3;
}

/** Answers made only of images and links, or of code: recalling these is no small task. */
function withoutText(answer: string): number {
  const mayBeCode = answer.includes('```') || answer.includes('~~~');
  const [code, lines] = mayBeCode ? linesOfCode(answer) : [0, 0];
  if (code > 0 && code * 2 >= lines) return code > 12 ? 2 : 1;
  if (opensWithSign.test(answer)) return 0;
  return sign.test(answer.replace(embeds, ' ').replace(link, ' ')) ? 0 : 2;
}

/** Lines of code, and all lines, without blank ones. */
function linesOfCode(answer: string): readonly [code: number, lines: number] {
  let [code, lines, isCode] = [0, 0, false];
  for (const line of answer.split('\n')) {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    else if (line.trim() !== '') {
      lines += 1;
      if (isCode) code += 1;
    }
  }
  return [code, lines];
}
