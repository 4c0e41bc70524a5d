// Reads a text's characters one by one, whatever the text was made from.

/**
 * The UTF-16 code unit at a position, as `text.charCodeAt(at)`. V8 has many kinds of strings (whole, sliced, joined),
 * and looks the method up anew for each character once a loop has met five of them: that took three times as long.
 */
export function codeAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}
