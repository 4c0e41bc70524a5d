// How a word or heading is compared with the lists of the settings.
import { foldCase } from '../../text/fold-case.ts';

const printable = /^[ -~]*$/;
/** Words of Latin letters, except the Turkish `İ`, which is two characters in lower case. */
const plainWords = /^[A-Za-zÀ-ÖØ-öø-įı-ɏ]+(?: [A-Za-zÀ-ÖØ-öø-įı-ɏ]+)*$/;
const manyBlanks = /\s\s|[^\S ]/;

/** A word or heading normalized for comparison with the settings lists: no case or punctuation, single spaces. */
export function listKey(text: string): string {
  // Covers most headings, and most list entries they are compared with.
  if (plainWords.test(text)) return text.toLowerCase();
  if (printable.test(text)) {
    const words = text.toLowerCase().replace(/[^a-z0-9 ]+/g, '');
    return (words.includes('  ') ? words.replace(/ +/g, ' ') : words).trim();
  }
  const words = foldCase(text).replace(/[^\p{L}\p{N}\s]+/gu, '');
  return (manyBlanks.test(words) ? words.replace(/\s+/g, ' ') : words).trim();
}
