// What a card is about: the title of its note, and where a heading says too little the headings above it.
import { trimSigns } from '../../text/trim-signs.ts';

/** Lower case, with single blanks for all that is no letter, sign of a script or digit, and around the text. */
function folded(text: string): string {
  const inner = text
    .normalize('NFC')
    .toLowerCase()
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

/** The names that a title gives to its subject: "Markov Decision Process (MDP)", "FCOS - Fully Convolutional …". */
function namesOf(title: string): readonly string[] {
  const aside = /^([^(（]{2,})[(（]([^()（）]{2,})[)）]$/.exec(title.trim());
  const short = /^(\S+)(?:\s+[-–—]\s|:\s)/.exec(title);
  return [title, aside?.[1] ?? '', aside?.[2] ?? '', short?.[1] ?? '']
    .map(folded)
    .filter((name) => name.trim().length > 1);
}

/** Whether a text names what a title is about, by whole words. */
export function namesSubject(text: string, title: string): boolean {
  const inside = folded(text);
  return namesOf(title).some((name) => holds(inside, name));
}

/** The same for a heading that takes the subject's place. In scripts without blanks a word may be part of another. */
export function standsForSubject(heading: string, subject: string): boolean {
  return !dense.test(subject) && namesSubject(heading, subject);
}

export function isSameText(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** A heading as part of a line: without the mark at its end. */
export function headingPart(text: string): string {
  return trimSigns(text.trim(), ':：.');
}
