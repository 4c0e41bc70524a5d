// Detects answers yet to be written: the author's own question, a word for "not yet", a list of titles with no text.
import { plainText } from '../../note/plain-text.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';
import { isQuestion } from '../prompt/prompt.ts';

/** What people write when they have no answer yet: the whole text, without punctuation at its end, or its start. */
const unanswered =
  /^(?:[?？]*|todo|tbd|tba|idk|wip|unclear|unknown|unklar|weiß (?:ich )?nicht|no (?:lo )?sé|je ne sais pas|não sei|не знаю|わからない|分からない|未定|不知道|不清楚|待补充|待定)$/iu;
const unsure =
  /^(?:not sure|no idea|i (?:do ?n[o'’]t|dont) (?:know|understand)|to be (?:done|answered|continued))\b/iu;
const toDo = /(?:^|[^\p{L}])(?:TODO|TBD|FIXME)(?:[^\p{L}]|$)/u;
/** Most characters of a text that is unsure and nothing more. */
const longestDoubt = 100;

/**
 * What a possibly open text contains: a question mark, a word for a task, or its first word. Reading each answer as
 * Markdown takes longer than finding its cards.
 */
const mayAsk = /[?？؟]|TODO|TBD|FIXME/;
const mayDoubt =
  /^(?:<[^<>]*>|[^\p{L}\p{N}<])*(?:to|tb|idk|wip|un|weiß|no|je|não|не|わ|分|未|不|待|i[^\p{L}])/iu;

/** An answer made only of questions, or a word for "not yet". */
export function isOpen(answer: string): boolean {
  if (isEmptyCallouts(answer)) return true;
  if (answer.length > 1000 || !(mayAsk.test(answer) || mayDoubt.test(answer))) return false;
  const text = plainText(answer).replace(/^[-*+•>\s]+/, '');
  if (text === '') return false;
  if (unanswered.test(trimEndSigns(text, ' .!…'))) return true;
  if (text.length <= longestDoubt && unsure.test(text)) return true;
  if (text.length <= longestDoubt && toDo.test(text)) return true;
  if (!isQuestion(text)) return false;
  // Each sentence has to be a question.
  const ends = text.match(/[.!。！](?=\s|$)/g) ?? [];
  return ends.length === 0 && !/[:：]/.test(text);
}

const askingTitle = /^[ \t]*(?:>[ \t]*)+\[!(?:question|faq|help)\b[^\]\n]*\]/i;

/** Titles of callouts that are questions, all without content: questions that their author collects. */
function isEmptyCallouts(answer: string): boolean {
  if (!answer.includes('[!')) return false;
  const lines = answer.split('\n').filter((line) => /[^\s>]/.test(line));
  return lines.length > 0 && lines.every((line) => askingTitle.test(line));
}
