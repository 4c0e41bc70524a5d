// Escapes text that Markdown or our own rules would read as markup. An import starts with the lowest level and takes
// the next one if the note, read back, doesn't say what the field said.

/**
 * 0: only tags and block ids. 1: a backslash before what opens or separates something. 2: also entities for the
 * characters that make bold text a question. 3: entities for all ASCII symbols.
 */
export type EscapeLevel = 0 | 1 | 2 | 3;

export const escapeLevels: readonly EscapeLevel[] = [0, 1, 2, 3];

const entity = (sign: string): string => `&#${String(sign.codePointAt(0))};`;

/** @param isLineStart whether the text's first character starts a line of the note */
export function escapeText(text: string, level: EscapeLevel, isLineStart: boolean): string {
  if (level === 3) return text.replace(/[^\p{L}\p{N}\p{M}\s]/gu, entity);
  // A tag would change the note's deck or exclude its cards; a block id isn't shown.
  const tagless = text
    .replace(/(^|\s)#(?=[^\s#])/g, '$1\\#')
    .replace(/(\s)\^(?=[\w-]+[ \t]*(?:\n|$))/g, '$1\\^');
  if (level === 0) return tagless;
  let out = text
    .replace(/[\\`*_[\]<>$~#|^]/g, '\\$&')
    .replace(/&(?=[#a-z])/gi, '\\&')
    .replace(/([=%:{}])(?=\1)/g, '$1\\')
    .replace(
      /(^|\n)([ \t]*)(?:([-+=?:])|(\d{1,9})([.)]))/g,
      (whole, start: string, blanks: string, sign, digits, dot) => {
        if (start === '' && !isLineStart) return whole;
        return sign === undefined
          ? `${start}${blanks}${String(digits)}\\${String(dot)}`
          : `${start}${blanks}\\${String(sign)}`;
      },
    );
  if (level === 2)
    out = out.replace(/(\\?)([:?!：？！؟])/g, (_, _slash: string, sign: string) => entity(sign));
  return out;
}
