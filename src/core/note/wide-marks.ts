// Chinese and Japanese punctuation, written next to letters without a space. CommonMark treats it as punctuation that
// can't end emphasis; authors mean emphasis anyway.

const marks = '“”‘’「」『』《》〈〉【】（）：，。！？、；';
const codes: ReadonlySet<number> = new Set([...marks].map((mark) => mark.charCodeAt(0)));

/** @param code a UTF-16 code unit; null at either end of the text */
export function isWideMark(code: number | null): boolean {
  return code !== null && codes.has(code);
}
