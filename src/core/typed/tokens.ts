// A text as what is compared of it: its words in any language, and its signs where they count.

/** What counts: words only; case, accents and signs too; or every character, as in code. */
export type Rigor = 'forgiving' | 'strict' | 'code';

export interface Token {
  /** As written, with what follows it up to the next one. */
  readonly text: string;
  /** Equal for tokens that count as the same. */
  readonly key: string;
}

/** Marks that people leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, apostrophes. */
const leftOut = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u0652]|\u0670|[\u0640'’]/gu;
/** Symbols count, as in C++ or 20 °C; punctuation and blanks do not. */
const counted = /[^\p{P}\p{Z}\p{C}\s]/u;
const minus = /^[-–−]$/;

function forgiven(text: string): string {
  const bare = text.normalize('NFKD').replace(leftOut, '');
  // Capitals first: ß is SS, and both forms of a sigma are one.
  return bare === '' ? text : bare.toUpperCase().toLowerCase();
}

/** Quotation marks as keyboards have them. */
const typable = (text: string): string => text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”„]/g, '"');

function keyOf(segment: string, rigor: Rigor, isSigned: boolean): string | null {
  if (rigor === 'code') return segment;
  if (segment.trim() === '') return null;
  if (rigor === 'strict') return typable(segment);
  if (isSigned) return '−';
  return counted.test(segment) ? forgiven(segment) : null;
}

export function tokensOf(text: string, rigor: Rigor): readonly Token[] {
  const tokens: { text: string; key: string }[] = [];
  let before = '';
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) {
    // A sign of a number is no punctuation.
    const isSigned =
      minus.test(segment) &&
      /^\p{N}/u.test(text.slice(index + 1)) &&
      !/[\p{L}\p{N}]$/u.test(text.slice(0, index));
    const key = keyOf(segment, rigor, isSigned);
    const last = tokens.at(-1);
    if (key !== null) {
      tokens.push({ text: before + segment, key });
      before = '';
    } else if (last) last.text += segment;
    else before += segment;
  }
  return tokens;
}
