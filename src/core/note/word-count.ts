// Counts words in any script.

/** How a character takes part in words. */
type Kind = 0 | 1 | 2 | 3 | 4;
const [gap, letter, joiner, dense, rare] = [0, 1, 2, 3, 4] as const;

/** `rare` leaves the text to patterns. The ranges have no unassigned characters. */
function kindOf(code: number): Kind {
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

/** Words in a text; in scripts without spaces between words, two characters count as one word. */
export function countWords(text: string): number {
  let [words, signs] = [0, 0];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === letter) {
      if (!isInside) words += 1;
      isInside = true;
    } else if (kind === rare) return countAnyWords(text);
    else {
      if (kind === dense) signs += 1;
      isInside &&= kind === joiner;
    }
  }
  return words + Math.round(signs / 2);
}

/** The same using patterns, for text in any script. */
export function countAnyWords(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu);
  return (spaced?.length ?? 0) + Math.round(dense / 2);
}
