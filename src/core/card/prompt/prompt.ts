// The question as shown to the user: with its subject, on one line. "Architecture" alone says nothing, since cards
// of many notes are mixed; "PointNet: architecture" can be answered. The card's `question` stays the slice.
import { lineText, plainText } from '../../note/plain-text.ts';
import { pictureName } from '../../links/pictures.ts';
import { countWords } from '../../note/word-count.ts';
import type { Card } from '../card.ts';
import { isGeneric, isSmallInside } from './common-words.ts';
import { withoutNumber } from './note-subject.ts';
import { headingPart, isSameText, namesSubject, standsForSubject } from './subject.ts';

/** The words of prompts, in the UI language. */
export interface PromptWords {
  /** `en`, `de`, …: decides what is lowercased inside a sentence. */
  readonly language: string;
  /** The question that the summary property answers. */
  readonly inASentence: (title: string) => string;
  /** The question that a note asks as a whole. */
  readonly wholeNote: (title: string) => string;
  readonly about: (subject: string, question: string) => string;
  /** A heading below another. */
  readonly below: (upper: string, lower: string) => string;
  /** The question of an untitled callout, by its type. */
  readonly ofType: (question: string, type: string) => string;
  readonly nth: (index: number, of: number) => string;
}

export type Asked = Pick<Card, 'source' | 'question' | 'context' | 'chip' | 'nth' | 'repeats'> & {
  /** What the note is about; see `noteSubject`. */
  readonly subject: string;
  /** Whether the question is the note's name, not Markdown. */
  readonly asksName: boolean;
};

/** The text around the question, so that a screen can render the question as Markdown. */
export interface PromptParts {
  readonly before: string;
  /** Plain text. */
  readonly question: string;
  /** Whether `question` matches the note's wording apart from markup. */
  readonly isVerbatim: boolean;
  readonly after: string;
}

const questionMark = /[?？؟][\s"'”’»」』)）*_]*$/;
const gap = '\u0000';
/** Most words of a heading; anything longer is a sentence. */
const longestHeading = 6;

export function promptParts(asked: Asked, words: PromptWords): PromptParts {
  const { source, asksName, subject } = asked;
  const plain = asksName ? subject : plainText(writtenOf(asked)).replace(/\s+/g, ' ');
  if (source === 'property') return around(words.inASentence(gap), plain);
  if (source === 'note') return around(words.wholeNote(gap), plain);
  if (source === 'title') return around(gap, plain);
  const frame = frameOf(asked, plain, words);
  if (asksName || isSameText(withoutNumber(plain), subject)) return around(frame, plain);
  const about = subjectOf(asked, plain, words);
  if (about === null) return around(frame, plain);
  const isAsIs = source === 'cloze' || source === 'table' || source === 'occlusion';
  const question = isAsIs ? plain : insideLine(plain, words.language);
  return { ...around(words.about(about, frame), question), isVerbatim: question === plain };
}

function writtenOf({ source, question }: Asked): string {
  // The label is the answer.
  if (source === 'occlusion') return pictureName(question);
  return source === 'cloze' ? inLine(question) : question;
}

const listLine = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/;

/** Text that isn't read aloud: footnote marks, image names and sources. */
const silent =
  /\[\^[^\]\n]{1,100}\]|!\[\[[^[\]\n]*\]\]|!\[[^[\]\n]*\]\([^()\n]*\)|\[(?:source|quelle|fuente|fonte|источник|出典|来源|來源)\]\([^()\n]*\)/giu;

/** The text of a cloze on one line: list items separated by punctuation, without silent text. */
function inLine(markdown: string): string {
  const text = markdown.replace(silent, '');
  if (!text.includes('\n')) return text;
  let depth = -1;
  let out = '';
  for (const line of text.split('\n')) {
    const item = listLine.exec(line);
    const [own, inner] = [line.slice(item?.[0].length ?? 0), item?.[1]?.length ?? 0];
    const mark = !item || depth < 0 ? ' ' : inner <= depth ? '; ' : /[:：.,;?!]$/.test(out) ? ' ' : ': ';
    out = `${out}${mark}${own}`.trim();
    if (item) depth = inner;
  }
  return out;
}

/** As a line, with its subject. */
export function promptOf(asked: Asked, words: PromptWords): string {
  const { before, question, isVerbatim, after } = promptParts(asked, words);
  const line = isVerbatim && !asked.asksName ? lineText(writtenOf(asked)) : question;
  return `${before}${line}${after}`.trim();
}

function around(frame: string, question: string): PromptParts {
  const at = frame.indexOf(gap);
  if (at < 0) return { before: '', question: frame, isVerbatim: false, after: '' };
  return { before: frame.slice(0, at), question, isVerbatim: true, after: frame.slice(at + gap.length) };
}

/** The text put before a question; null for one its author wrote, and for one that names its subject. */
function subjectOf(asked: Asked, text: string, { below }: PromptWords): string | null {
  const { source, subject } = asked;
  if (source === 'cloze' && saysMore(text)) return namesSubject(text, subject) ? null : subject;
  const needsAll = source === 'cloze' || asked.repeats || isGeneric(text);
  if (!needsAll && (source === 'separator' || isQuestion(text) || namesSubject(text, subject))) return null;
  const [first, ...rest] = needsAll ? upperOf(asked, text) : nearestOf(asked, text);
  if (first === undefined) return subject;
  return rest.reduce(
    (upper, heading) => (namesAll(heading, upper) ? heading : below(upper, heading)),
    namesAll(first, subject) || standsForSubject(first, subject) ? first : below(subject, first),
  );
}

/** Up to this many words, a question says little without the heading above, in any language; callouts most of all. */
const shortest: Readonly<Partial<Record<Card['source'], number>>> = {
  heading: 1,
  'lead-in': 2,
  callout: 3,
  table: 6,
};

/** "Rule 4a", "Case B": a number after a word adds no meaning. */
const countedOff = /\p{N}\p{L}?(?!\p{L})|(?<!\p{L})\p{L}(?!\p{L})/gu;

/** The heading right above a question of one or two words. */
function nearestOf(asked: Asked, text: string): readonly string[] {
  if (countWords(text.replace(countedOff, ' ')) > (shortest[asked.source] ?? 0)) return [];
  const heading = headingPart(aboveOf(asked, text).at(-1) ?? '');
  if (heading === '' || isGeneric(heading) || isQuestion(heading) || countWords(heading) > longestHeading)
    return [];
  // "MDP: Overview" says no more than "MDP".
  const [name = '', ...rest] = heading.split(/[:：]/);
  if (rest.length > 0 && namesSubject(name, asked.subject) && isGeneric(rest.join(' '))) return [];
  return namesSubject(heading, text) || namesSubject(text, heading) ? [] : [heading];
}

/** Whether a cloze has words besides its blanks. */
function saysMore(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/\[[^[\]]{0,1000}\]/g, ''));
}

export function isQuestion(text: string): boolean {
  return questionMark.test(text);
}

function namesAll(text: string, subject: string): boolean {
  return ` ${text.toLowerCase()} `.includes(` ${subject.toLowerCase()} `);
}

/** The headings above a question, except those that repeat it or its subject. */
function aboveOf({ context, subject }: Asked, text: string): readonly string[] {
  const above = context.slice(1).filter((heading) => !isSameText(withoutNumber(heading), subject));
  return isSameText(above.at(-1) ?? '', text) ? above.slice(0, -1) : above;
}

/** The headings a generic question needs: the nearest above it, and those above that one if it is generic, too. */
function upperOf(asked: Asked, text: string): readonly string[] {
  const needed: string[] = [];
  for (const heading of [...aboveOf(asked, text)].reverse()) {
    const part = headingPart(heading);
    if (part === '') continue;
    needed.unshift(part);
    if (!isGeneric(part)) break;
  }
  return needed;
}

/** A callout without a title shows its type; one with a repeated title, its position; a row, what it asks for. */
function frameOf(asked: Asked, text: string, words: PromptWords): string {
  if (isUntitledCallout(asked, text)) return words.ofType(gap, typeOf(asked, words));
  if (asked.source === 'table' && asked.chip !== null) return words.ofType(gap, asked.chip);
  return asked.nth ? words.ofType(gap, words.nth(asked.nth.index, asked.nth.of)) : gap;
}

/** Whether a callout asks by the heading around it because it has no title. */
function isUntitledCallout({ source, context, subject, asksName, chip }: Asked, text: string): boolean {
  if (source !== 'callout' || chip === null) return false;
  const above = context.length > 1 ? context.at(-1) : subject;
  return asksName || isSameText(above ?? subject, text);
}

function typeOf({ chip, nth }: Asked, words: PromptWords): string {
  return nth ? `${chip ?? ''} ${words.nth(nth.index, nth.of)}` : (chip ?? '');
}

/** A heading used within a line: without its colon, and lowercased if none of its words may be a name. */
function insideLine(text: string, language: string): string {
  if (isQuestion(text)) return text;
  const parts = (headingPart(text) || text).split(/(\s+)/);
  // A whole sentence keeps its case.
  if (parts.length > 2 * longestHeading) return parts.join('');
  const isCapitalised = (part: string): boolean => /^\p{Lu}[\p{Ll}\p{M}'’-]*[:.,;]?$/u.test(part);
  // "C" and "Case A" name something, as "A case" doesn't.
  const isSmall = (part: string, at: number): boolean =>
    (part.length > 1 || (at === 0 && parts.length > 1)) &&
    isSmallInside(part.replace(/[:.,;]$/, ''), language);
  const hasName = parts.some((part, at) => isCapitalised(part) && !isSmall(part, at));
  return parts.map((part) => (!hasName && isCapitalised(part) ? part.toLowerCase() : part)).join('');
}
