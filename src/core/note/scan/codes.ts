// The characters that identify Markdown blocks, as UTF-16 code units.

export const tab = 9;
export const carriageReturn = 13;
export const space = 32;
export const bang = 33;
export const hash = 35;
export const bracketRound = 41;
export const asterisk = 42;
export const plus = 43;
export const dash = 45;
export const dot = 46;
export const slash = 47;
export const zero = 48;
export const one = 49;
export const nine = 57;
export const colon = 58;
export const less = 60;
export const equals = 61;
export const greater = 62;
export const question = 63;
export const bracketLeft = 91;
export const backslash = 92;
export const caret = 94;
export const underscore = 95;
export const backtick = 96;
export const bar = 124;
export const tilde = 126;
