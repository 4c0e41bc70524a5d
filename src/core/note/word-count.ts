// Counts words in any script.

const [apostrophe, hyphen] = [39, 45];

function isPlainWordCode(code: number): boolean {
  const lower = code | 32;
  return (lower > 96 && lower < 123) || (code > 47 && code < 58);
}

/** Words in a text; in scripts without spaces between words, two characters count as one word. */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return countAnyWords(text);
    if (!isPlainWordCode(code)) isInside &&= code === apostrophe || code === hyphen;
    else if (!isInside) {
      count += 1;
      isInside = true;
    }
  }
  return count;
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
