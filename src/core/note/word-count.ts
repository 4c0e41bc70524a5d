// Counts words in any script.
import { codeAt } from '../text/code-at.ts';

/** How a character takes part in words: it is in one, continues one, counts as half of one, or needs patterns. */
type Kind = 0 | 1 | 2 | 4 | 8;
const [gap, letter, joiner, dense, rare] = [0, 1, 2, 4, 8] as const;

/** `rare` leaves the text to patterns. The ranges have no unassigned characters. */
function findKind(code: number): Kind {
  if (code < 128) {
    const lower = code | 32;
    if ((lower > 96 && lower < 123) || (code > 47 && code < 58)) return letter;
    return code === 39 || code === 45 ? joiner : gap;
  }
  // Latin, Greek, Cyrillic.
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? gap : letter;
  if (code > 0x3a2 && code < 0x482) return code === 0x3f6 ? gap : letter;
  // Dashes, quotes, bullets; arrows, mathematical signs.
  if (code > 0x200f && code < 0x2028) return code === 0x2019 ? joiner : gap;
  if (code > 0x218f && code < 0x2300) return gap;
  // Han, Hiragana, Katakana, and their commas and brackets.
  if (code > 0x4dff && code < 0xa000) return dense;
  if ((code > 0x3040 && code < 0x3097) || (code > 0x30a0 && code < 0x30fb)) return dense;
  return code > 0x2fff && code < 0x3004 ? gap : code > 0x3007 && code < 0x3012 ? gap : rare;
}

const kinds = Uint8Array.from({ length: 0x250 }, (_, code) => findKind(code));

/** Words in a text; in scripts without spaces between words, two characters count as one word. */
export function countWords(text: string): number {
  let words = 0;
  let signs = 0;
  let inside = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(text, at);
    const kind = code < 0x250 ? (kinds[code] ?? gap) : findKind(code);
    if (kind > joiner) {
      if (kind === rare) return countAnyWords(text);
      signs += 1;
    }
    // Without branches: whether a word ends here can't be predicted, which took most of the time.
    words += kind & letter & ~inside;
    inside = (kind | (inside & (kind >> 1))) & letter;
  }
  return words + Math.round(signs / 2);
}

/** Whether a text has more words than this. Each takes a character, so most texts need no counting. */
export function hasMoreWords(text: string, most: number): boolean {
  return text.length > most && countWords(text) > most;
}

/** `countWords` using patterns, for text in any script. */
export function countAnyWords(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu);
  return (spaced?.length ?? 0) + Math.round(dense / 2);
}
