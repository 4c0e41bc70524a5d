// Reversed cards: the text of a term asks for the term, which is masked in it. Made where the user or the note says so.
import { plainText } from '../../note/plain-text.ts';
import { sliceRun, sliceRuns } from '../../note/span.ts';
import { countWords } from '../../note/word-count.ts';
import type { Draft, NoteText } from '../draft.ts';
import { isQuestion } from '../prompt/prompt.ts';
import { answerKind } from '../text/answer.ts';
import { says } from '../text/says.ts';
import { longestTitleText } from '../worth/aside.ts';
import { embeds } from '../worth/rank.ts';

/** What stands for the term. */
const blank = '[…]';
/** Most words of a term. */
const longestTerm = 6;
/** Letters an ending may have. */
const ending = '\\p{L}{0,3}';
/** Endings that an inflected form may lack; shorter words are kept whole. */
const lastLetters = /^(.{4,}?)(?:ion|ies|es|en|er|on|um|us|s|e|a|o|i|y|n|ы|и|а|я|о|е)$/u;
/** "City", "cities". */
const endsInY = /^(\p{L}{3,})(?:y|ies)$/u;
/** Scripts without spaces between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Links, embeds, addresses, code and formulas, which aren't changed inside. */
const whole =
  /!?\[\[[^[\]\n]*\]\]|!\[[^[\]\n]*\]\([^()\n]*\)|\]\([^()\n]*\)|https?:\/\/[^\s)]+|`[^`\n]*`|\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\d)/g;

/** "Long short-term memory (LSTM)" is known by three names. */
function namesOf(term: string): readonly string[] {
  const [, before = '', inside = ''] = /^([^()（）]+)[(（]([^()（）]+)[)）]$/.exec(term) ?? [];
  return [term, before, inside].map((name) => name.trim()).filter((name) => name.length > 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Finds a name wherever it stands, inflected too: with other endings, and with blanks or hyphens between its words. */
function patternOf(name: string): string {
  if (dense.test(name)) return escaped(name);
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const forms = words.map((word) => {
    const stem = endsInY.exec(word)?.[1];
    if (stem !== undefined) return `${escaped(stem)}(?:y|ie)\\p{L}{0,2}`;
    if (!/^\p{L}{4,}$/u.test(word)) return escaped(word);
    return `${escaped(lastLetters.exec(word)?.[1] ?? word)}${ending}`;
  });
  return forms.join('[\\s_-]+');
}

/** Masks a term in its text. */
export function maskTerm(text: string, term: string): string {
  const pattern = namesOf(term).map(patternOf).join('|');
  if (pattern === '') return text;
  const edge = dense.test(term) ? '' : '(?![\\p{L}\\p{N}])';
  const found = new RegExp(`(${edge === '' ? '' : '^|[^\\p{L}\\p{N}]'})(?:${pattern})${edge}`, 'giu');
  const masked = (part: string): string => part.replace(found, (_, before: string) => `${before}${blank}`);
  let out = '';
  let at = 0;
  for (const { index, 0: link } of text.matchAll(whole)) {
    const isLink = link.startsWith('[[');
    out += masked(text.slice(at, index)) + (isLink && masked(link) !== link ? blank : link);
    at = index + link.length;
  }
  return out + masked(text.slice(at));
}

/** The reversed card of a draft, or null where its question is no term, or something around it says the term. */
function reversedOf(note: NoteText, draft: Draft): Draft | null {
  const { question, answer, source, context, headings, at } = draft;
  if (typeof question === 'string' || draft.nth !== null) return null;
  // Of a cell asked by row and column, the answer stands for no row.
  if (source === 'table' && draft.tests !== undefined) return null;
  if (source !== 'heading' && source !== 'lead-in' && source !== 'callout' && source !== 'table') return null;
  const written = draft.questionText ?? sliceRun(note.text, question);
  const term = note.words.plain(written).trim();
  const isTerm = says(written) && /\p{L}/u.test(term) && countWords(term) <= longestTerm;
  if (!isTerm || isQuestion(term) || note.words.isGeneric(term)) return null;
  const text = draft.answerText ?? sliceRuns(note.text, answer);
  if (countWords(text) > longestTitleText) return null;
  const masked = maskTerm(text, term);
  if (answerKind(masked.replaceAll(blank, ' ')) !== 'ok') return null;
  // Within markup, or by the name of a picture, it is still said.
  const shown = [plainText(masked), ...(masked.match(embeds) ?? [])];
  if (shown.some((part) => maskTerm(part.replaceAll(/[[\]]/g, ' '), term) !== part.replaceAll(/[[\]]/g, ' ')))
    return null;
  if ([note.subject, ...context].some((above) => maskTerm(above, term) !== above)) return null;
  return {
    source,
    question: answer.flat(),
    questionText: masked,
    answer: [question],
    ...(draft.questionText !== undefined && { answerText: draft.questionText }),
    chip: null,
    nth: null,
    headings,
    context,
    at,
    tests: at,
    isReversed: true,
  };
}

function answerKey(note: NoteText, { answer, answerText }: Draft): string {
  return note.words.key(answerText ?? sliceRuns(note.text, answer));
}

/** Each draft, followed by its reversed card, its sibling. */
export function withReversed(note: NoteText, drafts: readonly Draft[]): readonly Draft[] {
  const answers = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.source === 'cloze') continue;
    const key = answerKey(note, draft);
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
  return drafts.flatMap((draft) => {
    // A text that two terms share asks for neither.
    const isShared = (answers.get(answerKey(note, draft)) ?? 0) > 1;
    const reversed = isShared ? null : reversedOf(note, draft);
    return reversed
      ? [
          { ...draft, tests: draft.tests ?? draft.at },
          { ...reversed, tests: draft.tests ?? draft.at },
        ]
      : [draft];
  });
}
