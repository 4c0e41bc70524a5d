// The question as a person is asked it: with its subject, in one line. "Architecture" says nothing alone, since cards
// of many notes come up mixed; "PointNet: architecture" can be answered. The card's `question` stays the slice.
import { plainText } from '../../note/plain-text.ts';
import type { Card } from '../card.ts';
import { isGeneric, isSmallInside } from './common-words.ts';
import { headingPart, isSameText, namesSubject } from './subject.ts';

/** The words of prompts, in the language of the screens. */
export interface PromptWords {
  /** `en`, `de`, …: what is written small inside a sentence. */
  readonly language: string;
  /** What the summary in the properties answers. */
  readonly inASentence: (title: string) => string;
  readonly about: (subject: string, question: string) => string;
  /** A heading below another. */
  readonly below: (upper: string, lower: string) => string;
  /** What an untitled callout asks, by its type. */
  readonly ofType: (question: string, type: string) => string;
  readonly nth: (index: number, of: number) => string;
}

export type Asked = Pick<Card, 'source' | 'question' | 'context' | 'chip' | 'nth' | 'repeats'> & {
  /** Name of the note. */
  readonly title: string;
  /** Whether the question is the name of the note, and no Markdown. */
  readonly asksName: boolean;
};

/** A prompt around the question, so that a screen may render the question as Markdown. */
export interface PromptParts {
  readonly before: string;
  /** Plain. */
  readonly question: string;
  /** Whether `question` says it as its note does, but for markup. */
  readonly isVerbatim: boolean;
  readonly after: string;
}

const questionMark = /[?？؟][\s"'”’»」』)）*_]*$/;
const gap = '\u0000';
/** Words of a heading; what is longer is a sentence. */
const longestHeading = 6;

export function promptParts(asked: Asked, words: PromptWords): PromptParts {
  const { source, asksName, title } = asked;
  const written = source === 'cloze' ? inLine(asked.question) : asked.question;
  const plain = asksName ? asked.question : plainText(written).replace(/\s+/g, ' ');
  if (source === 'property') return around(words.inASentence(gap), plain);
  if (source === 'title') return around(gap, plain);
  const frame = frameOf(asked, plain, words);
  if (asksName || isSameText(plain, title)) return around(frame, plain);
  const subject = subjectOf(asked, plain, words);
  if (subject === null) return around(frame, plain);
  const question = source === 'cloze' ? plain : insideLine(plain, words.language);
  return { ...around(words.about(subject, frame), question), isVerbatim: question === plain };
}

const listLine = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/;

/** The text of a cloze in one line: a list with signs between its items, and no marks of footnotes. */
function inLine(markdown: string): string {
  const text = markdown.replace(/\[\^[^\]\n]{1,100}\]/g, '');
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

/** Plain text, with its subject. */
export function promptOf(asked: Asked, words: PromptWords): string {
  const { before, question, after } = promptParts(asked, words);
  return `${before}${question}${after}`.trim();
}

function around(frame: string, question: string): PromptParts {
  const at = frame.indexOf(gap);
  if (at < 0) return { before: '', question: frame, isVerbatim: false, after: '' };
  return { before: frame.slice(0, at), question, isVerbatim: true, after: frame.slice(at + gap.length) };
}

/** What is put before a question; null for one of its author's, and for one that names its subject. */
function subjectOf(asked: Asked, text: string, { below }: PromptWords): string | null {
  const { source, title } = asked;
  if (source === 'cloze' && saysMore(text)) return namesSubject(text, title) ? null : title;
  if (source === 'cloze' || asked.repeats || isGeneric(text)) {
    return upperOf(asked, text).reduce(
      (upper, heading) => (namesAll(heading, upper) ? heading : below(upper, heading)),
      title,
    );
  }
  return source === 'separator' || isQuestion(text) || namesSubject(text, title) ? null : title;
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

/** The headings that a generic question needs: the nearest above it, and those above that while it is generic, too. */
function upperOf({ context, title }: Asked, text: string): readonly string[] {
  const above = context.slice(1).filter((heading) => !isSameText(heading, title));
  if (isSameText(above.at(-1) ?? '', text)) above.pop();
  const needed: string[] = [];
  for (const heading of above.reverse()) {
    const part = headingPart(heading);
    if (part === '') continue;
    needed.unshift(part);
    if (!isGeneric(part)) break;
  }
  return needed;
}

/** A callout without a title shows its type; one whose title stands there twice, its place. */
function frameOf(asked: Asked, text: string, words: PromptWords): string {
  if (isUntitledCallout(asked, text)) return words.ofType(gap, typeOf(asked, words));
  return asked.nth ? words.ofType(gap, words.nth(asked.nth.index, asked.nth.of)) : gap;
}

/** Whether a callout asks by the heading around it, for want of a title. */
function isUntitledCallout({ source, context, title, asksName, chip }: Asked, text: string): boolean {
  if (source !== 'callout' || chip === null) return false;
  return asksName || isSameText(context.at(-1) ?? title, text);
}

function typeOf({ chip, nth }: Asked, words: PromptWords): string {
  return nth ? `${chip ?? ''} ${words.nth(nth.index, nth.of)}` : (chip ?? '');
}

/** A heading inside a line: without its colon, and its words small where none of them may be a name. */
function insideLine(text: string, language: string): string {
  if (isQuestion(text)) return text;
  const parts = (headingPart(text) || text).split(/(\s+)/);
  // A whole sentence begins as it does.
  if (parts.length > 2 * longestHeading) return parts.join('');
  const isCapitalised = (part: string): boolean => /^\p{Lu}[\p{Ll}\p{M}'’-]*[:.,;]?$/u.test(part);
  const isSmall = (part: string): boolean => isSmallInside(part.replace(/[:.,;]$/, ''), language);
  const hasName = parts.some((part) => isCapitalised(part) && !isSmall(part));
  return parts.map((part) => (!hasName && isCapitalised(part) ? part.toLowerCase() : part)).join('');
}
