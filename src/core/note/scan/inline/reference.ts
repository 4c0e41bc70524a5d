// Decodes escapes and character references (`\*`, `&amp;`, `&#39;`). Names that are rare in notes are left to remark,
// which knows all two thousand.

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    shy: '\u00AD',
    ndash: '\u2013',
    mdash: '\u2014',
    hellip: '\u2026',
    bull: '\u2022',
    middot: '\u00B7',
    copy: '\u00A9',
    reg: '\u00AE',
    trade: '\u2122',
    deg: '\u00B0',
    plusmn: '\u00B1',
    times: '\u00D7',
    divide: '\u00F7',
    larr: '\u2190',
    uarr: '\u2191',
    rarr: '\u2192',
    darr: '\u2193',
    harr: '\u2194',
    rArr: '\u21D2',
    hArr: '\u21D4',
    le: '\u2264',
    ge: '\u2265',
    ne: '\u2260',
    infin: '\u221E',
    alpha: '\u03B1',
    beta: '\u03B2',
    gamma: '\u03B3',
    delta: '\u03B4',
    mu: '\u03BC',
    laquo: '\u00AB',
    raquo: '\u00BB',
    lsquo: '\u2018',
    rsquo: '\u2019',
    ldquo: '\u201C',
    rdquo: '\u201D',
  }),
);

const reference = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z\d]{1,31}));/y;
const markup = /\\([!-/:-@[-`{-~])|&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z\d]{1,31});/g;

export interface Reference {
  readonly value: string;
  readonly size: number;
}

/** A character that micromark returns as is; it replaces others. */
function isPlain(code: number): boolean {
  return (code > 31 && code < 127) || (code > 159 && code < 0xd800) || (code > 0xdfff && code < 0xfdd0);
}

/** The reference at `at`; null if there is none, 'unsure' if only remark knows its meaning. */
export function readReference(text: string, at: number): Reference | null | 'unsure' {
  reference.lastIndex = at;
  const found = reference.exec(text);
  if (!found) return null;
  const [{ length: size }, hex, decimal, name] = found;
  if (name !== undefined) {
    const value = named.get(name);
    return value === undefined ? 'unsure' : { value, size };
  }
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return isPlain(code) ? { value: String.fromCharCode(code), size } : 'unsure';
}

/** A link's address or title, decoded; null if only remark can tell. */
export function decoded(text: string): string | null {
  if (!/[\\&]/.test(text)) return text;
  let isSure = true;
  const value = text.replace(markup, (whole, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    const read = readReference(whole, 0);
    if (read === 'unsure') isSure = false;
    return read === null || read === 'unsure' ? whole : read.value;
  });
  return isSure ? value : null;
}
