// Counts words, in any script.
/** Words of a text; scripts without blanks between words count two characters as one. */
export function countWords(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu);
  return (spaced?.length ?? 0) + Math.round(dense / 2);
}
