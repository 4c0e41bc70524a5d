// A text as a name on one line.

/**
 * The text, or its first `kept` characters and `…` if it has more than `longest`.
 * @param kept characters; a sign of two code units is never cut in half
 */
export function shortened(text: string, longest: number, kept = longest): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
}
