// Decides which cards to set aside: correctly cut, but not a question anyone can answer. They are listed, not asked.
import { plainText } from '../../note/plain-text.ts';
import { findLinks } from '../../note/wikilink.ts';
import { countWords } from '../../note/word-count.ts';
import { foldCase } from '../../text/fold-case.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import type { Card } from '../card.ts';
import { isQuestion } from '../prompt/prompt.ts';
import { says } from '../text/says.ts';
import { headingKinds, isCourse } from './headings.ts';
import type { NoteWords } from './note-words.ts';
import { isOpen } from './open-answer.ts';
import { isPointer } from './pointer.ts';

/** Most words that anyone recites for a note title. */
export const longestTitleText = 80;

type Judged = Pick<Card, 'note' | 'source' | 'question' | 'answer' | 'context' | 'cloze'>;

/** True if the card is set aside; or the pages embedded by an answer of nothing else: without them it says nothing. */
export function asideOf(card: Judged, title: string, words: NoteWords): Card['aside'] {
  const { source, question, answer } = card;
  if (source === 'note') return false;
  if (source === 'cloze') return isHiddenWhole(card);
  const embeds = embedsAlone(answer);
  if (embeds.length > 0) return embeds;
  if (source === 'separator') return isRepeated(answer, question);
  const asked = source === 'title' || source === 'property' ? question : words.plain(question);
  const asksTitle = source === 'title' || (source === 'heading' && words.isName(asked));
  if (asksTitle && countWords(answer) > longestTitleText) return true;
  if (source !== 'property' && !asksTitle && isAbout(card, asked, title, words)) return true;
  if ((source === 'callout' || source === 'table') && isStatement(asked)) return true;
  if (source !== 'property' && isLabelled(answer)) return true;
  if (isOpen(answer) || isRepeated(answer, asked) || isPointer(answer) || video.test(answer)) return true;
  if (isProgram(answer)) return true;
  return (source === 'property' || source === 'title') && isSaidByTitle(answer, asked);
}

const labelled = /^([^:：\n]{2,40})[:：](?!:)/;
const item = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/gm;

/** An image or code block. */
const figure = /!\[|^[ \t>]*(?:```|~~~)/m;

/** Text about the note, its course or its source. Summaries and examples are asked while short enough to say. */
function isAbout({ note, answer }: Judged, asked: string, title: string, words: NoteWords): boolean {
  const { introduces, outlines, givesExample, sumsUp } = words.kinds(asked);
  if (introduces) return true;
  if (outlines && isCourse(`${title}/${note.slice(0, Math.max(0, note.lastIndexOf('/')))}`, answer))
    return true;
  if (givesExample) return countWords(answer) > longestTitleText || figure.test(answer);
  return sumsUp && (countWords(answer) > longestTitleText || (answer.match(item)?.length ?? 0) > 1);
}

/** "Keywords: sets, points", and no more. */
function isLabelled(answer: string): boolean {
  const start = answer.slice(0, 60);
  const label = /[:：]/.test(start) ? labelled.exec(trimSigns(start, ' \t\n>*_'))?.[1] : undefined;
  return (
    label !== undefined && headingKinds(trimSigns(label, ' *_')).introduces && !answer.trim().includes('\n')
  );
}

/** Most words of a title that can ask: a longer one says it all. */
const longestName = 12;
/** End of a sentence; a name of few words may end in a dot. */
const fewestWords = 5;
const endsSentence = /[.。!！]["'”’»」』)）*_]*$/;

/** A whole sentence: the text below merely continues it or says why. */
function isStatement(asked: string): boolean {
  if (isQuestion(asked)) return false;
  const words = countWords(asked);
  return words > longestName || (words >= fewestWords && endsSentence.test(asked.trim()));
}

/** Most words anyone can recall for a blank with nothing around it. */
const longestLoneBlank = 5;
const inBrackets = /\([^()]*\)|（[^（）]*）|\[[^[\]]*\]/g;

/** A cloze that hides all its text, or all but what is in brackets. */
function isHiddenWhole({ question, answer, cloze }: Judged): boolean {
  if (cloze === null || cloze.hint !== null || /[\p{L}\p{N}]/u.test(question.replace(inBrackets, ' ')))
    return false;
  return countWords(answer.replace(inBrackets, ' ')) > longestLoneBlank;
}

/** A link to the web. */
const aLink = /\[[^[\]\n]*\]\((?:https?:)?\/\/[^()\n]*\)/g;

const word = /[\p{L}\p{N}]/u;
/** Lines of code that can still be written from memory: a command, a call, a short function. */
const longestCode = 15;
const fence = /^[ \t>]*(?:```|~~~)/;

function hasMoreLines(text: string, most: number): boolean {
  let at = -1;
  for (let lines = 0; lines <= most; lines += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** A program with hardly a word beside it. */
function isProgram(answer: string): boolean {
  if (!(answer.includes('```') || answer.includes('~~~')) || !hasMoreLines(answer, longestCode)) return false;
  let [code, text, isCode] = [0, 0, false];
  for (const line of answer.split('\n')) {
    if (fence.test(line)) isCode = !isCode;
    else if (word.test(line.includes('](') ? line.replace(aLink, ' ') : line)) {
      if (isCode) code += 1;
      else text += 1;
    }
  }
  return code > longestCode && text * 5 < code;
}

/** A video without any text. */
const video =
  /^\s*!\[[^\]\n]*\]\(\s*https?:\/\/(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)\/[^)\n]*\)\s*$/i;

const firstWord = /[\p{L}\p{N}]+/u;
const anyWord = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): readonly string[] {
  return foldCase(plainText(text)).match(anyWord) ?? [];
}

/** An answer made only of words in its question. */
function isRepeated(answer: string, question: string): boolean {
  if (answer.length > 2 * question.length + 40) return false;
  const asked = foldCase(plainText(question));
  // Most answers lack its first word, so they need not be read.
  if (!foldCase(answer).includes(firstWord.exec(asked)?.[0] ?? '')) return false;
  const said = wordsOf(answer);
  return said.length > 0 && said.join(' ') === (asked.match(anyWord) ?? []).join(' ');
}

/** Longer answers say more than their title, whatever their words. */
const longestEcho = 15;
/** Letters two forms of a word must share; shorter words are function words. */
const stem = 5;

/** "How Ada explains deep learning" in the note "Ada's explanation of deep learning": no word not in the title. */
function isSaidByTitle(answer: string, title: string): boolean {
  const said = wordsOf(answer);
  if (said.length > longestEcho || isQuestion(title)) return false;
  const stems = (words: readonly string[]): string[] =>
    words.filter((word) => word.length >= stem - 1).map((word) => word.slice(0, stem));
  const known = new Set(stems(wordsOf(title)));
  const own = stems(said);
  return own.length > 1 && own.every((word) => known.has(word));
}

const embed = /\s*(?:!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^)\n]*\))/y;

/** The pages and images of this vault that an answer embeds, if it has nothing else. */
function embedsAlone(answer: string): readonly string[] {
  let count = 0;
  let at = 0;
  // Matched back to back: searching anywhere for the next one takes quadratic time if none is closed.
  for (embed.lastIndex = 0; embed.test(answer); at = embed.lastIndex) count += 1;
  // The image's source may be given below it.
  if (count === 0 || says(answer.slice(at).replace(aLink, ' '))) return [];
  const links = findLinks(answer).filter((link) => link.embed);
  // One from the web is assumed to exist.
  return links.length === count ? links.map(({ target }) => target) : [];
}
