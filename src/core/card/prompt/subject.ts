// What a card is about: its note's title, plus the headings above where its own says too little.
import { foldCase } from '../../text/fold-case.ts';
import { trimSigns } from '../../text/trim-signs.ts';

const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Lower case, with single spaces for anything that isn't a letter, digit or script character, and around the text. */
export function wordsIn(text: string): string {
  // Most titles and headings; each card of a note compares them.
  if (plainWords.test(text)) return ` ${text.toLowerCase()} `;
  const inner = foldCase(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return ` ${inner} `;
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function holds(text: string, name: string): boolean {
  const inner = name.trim();
  if (inner === '') return false;
  return dense.test(inner) ? text.includes(inner) : text.includes(name);
}

/** The names a title gives its subject: "Markov Decision Process (MDP)", "FCOS - Fully Convolutional …". */
function namesOf(title: string): readonly string[] {
  const aside = /^([^(（]{2,})[(（]([^()（）]{2,})[)）]$/.exec(title.trim());
  const short = /^(\S+)(?:\s+[-–—]\s|:\s)/.exec(title);
  return [title, aside?.[1] ?? '', aside?.[2] ?? '', short?.[1] ?? '']
    .map(wordsIn)
    .filter((name) => name.trim().length > 1);
}

/** Whether a text names a title's subject, matching whole words. */
export function namesSubject(text: string, title: string): boolean {
  const inside = wordsIn(text);
  return namesOf(title).some((name) => holds(inside, name));
}

/** The same for a heading in place of the subject. In scripts without spaces a word may be part of another. */
export function standsForSubject(heading: string, subject: string): boolean {
  return !dense.test(subject) && namesSubject(heading, subject);
}

export function isSameText(a: string, b: string): boolean {
  return wordsIn(a) === wordsIn(b);
}

/** A heading as part of a line: without the mark at its end. */
export function headingPart(text: string): string {
  return trimSigns(text.trim(), ':：.');
}
