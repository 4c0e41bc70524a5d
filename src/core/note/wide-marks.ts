// Marks of Chinese and Japanese, which stand beside letters without a blank. CommonMark takes them for punctuation that no
// emphasis ends at; authors mean it all the same.

const marks = '“”‘’「」『』《》〈〉【】（）：，。！？、；';
const codes: ReadonlySet<number> = new Set([...marks].map((mark) => mark.charCodeAt(0)));

/** @param code a UTF-16 unit; null at an end of the text */
export function isWideMark(code: number | null): boolean {
  return code !== null && codes.has(code);
}
