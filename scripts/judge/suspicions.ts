// What looks wrong with a card to a program that doesn't know the rules that made it: none of this comes from the core,
// which would only agree with itself.
import { countWords } from '../../src/core/note/word-count.ts';
import { isBroken } from './broken-markup.ts';
import type { JudgedCard, JudgedNote } from './judged-card.ts';

export const suspicionNames = [
  'empty',
  'repeated',
  'glued',
  'only metadata',
  'over-long',
  'equal questions',
  'unbalanced markup',
] as const;

export type Suspicion = (typeof suspicionNames)[number];

/** Question length in words beyond which nobody reads it before answering. */
const longestQuestion = 120;
/** Answer length in characters that makes it an essay, however it is split; over 1,500 is counted separately. */
const longestAnswer = 10_000;

const comments = /<!--[\s\S]*?-->|%%[\s\S]*?%%/g;
const tags = /(?:^|\s)#[^\s#]+/g;
const blockIds = /(?:^|\s)\^[A-Za-z0-9-]+\s*$/gm;
const inlineHtml = /<\/?[a-z][^<>]*>/gi;
const showsSomething = /!\[|<(?:img|audio|video|iframe|svg|object|embed)\b|[`$]/i;
/** A letter, a digit, or a character that Markdown doesn't use. */
const says = /[\p{L}\p{N}\p{Extended_Pictographic}]|(?![\u0020-\u007e])\p{S}|\\[!-/:-@[-`{-~]/u;

function withoutComments(text: string): string {
  return text.replace(comments, ' ');
}

/** Tags, comments, block ids, and markup neither ask nor answer anything. */
function isEmpty(markdown: string): boolean {
  const text = withoutComments(markdown);
  if (showsSomething.test(text)) return false;
  return !says.test(text.replace(tags, ' ').replace(blockIds, ' ').replace(inlineHtml, ' '));
}

function wordsOf(text: string): string {
  const words = withoutComments(text)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+|[∀-⋿←-⇿<>=+]/gu);
  return (words ?? []).join(' ');
}

/** The answer only repeats the question. Both sides of a separator and every cloze are the author's own. */
function isRepeated({ source, question, prompt, answer }: JudgedCard): boolean {
  if (source === 'cloze' || showsSomething.test(answer)) return false;
  const said = wordsOf(answer);
  return said !== '' && (said === wordsOf(question) || said === wordsOf(prompt));
}

const wordSign = /[\p{L}\p{N}_]/u;

/** A separator with letters directly on both sides, as in `std::vector`. */
function isGlued({ source, questionSpan, answerRuns }: JudgedCard, text: string): boolean {
  const answer = answerRuns[0]?.[0];
  if (source !== 'separator' || !questionSpan || !answer) return false;
  const [first, second] = questionSpan.start < answer.start ? [questionSpan, answer] : [answer, questionSpan];
  const between = text.slice(first.end, second.start);
  if (between.trim() !== between || between === '' || between.includes('\n')) return false;
  return wordSign.test(text.charAt(first.end - 1)) && wordSign.test(text.charAt(second.start));
}

const listMark = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[.\]\s+)?/;
const metadataKeys =
  /^(?:tags?|alias(?:es)?|up|down|parents?|next|prev(?:ious)?|related|links?|source|status|created|updated|modified|date|author|type|topics?|category|categories|course|erstellt|datum|créé|creado|fecha|creato|data|criado|oprettet|dato|日期|标签|创建时间)$/i;

/** `key:: value`, `Created: 2024-05-01`, a line of tags, or a key followed only by links. */
function isMetadataLine(line: string): boolean {
  const text = line
    .replace(listMark, '')
    .replace(/[*_]{2}/g, '')
    .trim();
  if (text === '' || /^[-*_]{3,}$/.test(text)) return true;
  if (/^[\p{L}\p{N}_-]+::(?:\s|$)/u.test(text)) return true;
  if (/^(?:#[^\s#]+[\s,]*)+$/.test(text)) return true;
  const [, key = '', value = ''] = /^([^:：]{1,30})[:：](.*)$/.exec(text) ?? [];
  if (!metadataKeys.test(key.trim())) return false;
  const rest = value.replace(/!?\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|https?:\S+|#[^\s#]+|[\d\s.,:;/|-]+/g, ' ');
  return countWords(rest) <= 1;
}

function isOnlyMetadata({ source, answer }: JudgedCard): boolean {
  if (source === 'cloze' || source === 'property' || source === 'separator') return false;
  return !isEmpty(answer) && withoutComments(answer).split('\n').every(isMetadataLine);
}

function isOverLong({ question, prompt, answer }: JudgedCard): boolean {
  return (
    Math.max(countWords(question), countWords(prompt)) > longestQuestion || answer.length > longestAnswer
  );
}

/** The line that a person is asked; the headings above it are small, and nobody should need them. */
function asShown({ prompt, question, source }: JudgedCard): string {
  // The picture or formula in it may be the only difference.
  const shown = source === 'cloze' || showsSomething.test(question) ? question : prompt;
  return shown.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

export interface Suspected {
  readonly card: JudgedCard;
  readonly kinds: readonly Suspicion[];
}

export interface SuspicionOptions {
  /** Whether the vault's author writes separators without surrounding spaces. */
  readonly glues: boolean;
}

/** The cards of a note that look wrong. */
export function suspicionsIn(note: JudgedNote, { glues }: SuspicionOptions): readonly Suspected[] {
  const counts = new Map<string, number>();
  for (const card of note.cards) counts.set(asShown(card), (counts.get(asShown(card)) ?? 0) + 1);
  const checks: readonly (readonly [Suspicion, (card: JudgedCard) => boolean])[] = [
    ['empty', (card) => isEmpty(card.question) || isEmpty(card.answer)],
    ['repeated', isRepeated],
    ['glued', (card) => !glues && isGlued(card, note.text)],
    ['only metadata', isOnlyMetadata],
    ['over-long', isOverLong],
    ['equal questions', (card) => (counts.get(asShown(card)) ?? 0) > 1],
    ['unbalanced markup', (card) => isBroken(card, note.text)],
  ];
  return note.cards.flatMap((card) => {
    const kinds = checks.filter(([, isSuspect]) => isSuspect(card)).map(([name]) => name);
    return kinds.length > 0 ? [{ card, kinds }] : [];
  });
}
