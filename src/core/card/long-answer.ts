// Detects answers too long for one card: nobody can grade a page with one of four buttons.

const mostCharacters = 1500;
/** A character in these scripts says as much as two or three letters. */
const mostDense = 600;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

export function isLongAnswer(answer: string): boolean {
  if (answer.length > mostCharacters || answer.length <= mostDense) return answer.length > mostDense;
  return (answer.match(dense)?.length ?? 0) > mostDense;
}
