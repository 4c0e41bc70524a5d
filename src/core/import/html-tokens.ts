// Splits an Anki field into text, tags, formulas and sounds, in one pass. A name HTML doesn't define is text: a
// spreadsheet's `Map<K, V>` is not a tag.
import { trimSigns } from '../text/trim-signs.ts';

export interface HtmlText {
  readonly kind: 'text' | 'sound' | 'inlineMaths' | 'blockMaths';
  readonly text: string;
}

export interface HtmlTag {
  readonly kind: 'open' | 'close';
  readonly tag: string;
  readonly raw: string;
}

export type HtmlToken = HtmlText | HtmlTag;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rarr: '→',
  larr: '←',
  times: '×',
  deg: '°',
  middot: '·',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
};

const tagNames = new Set(
  (
    'a abbr article aside b big blockquote br center cite code col colgroup dd del dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav o:p ol p pre q ruby ' +
    'rp rt s samp section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'
  ).split(' '),
);

/** What opens something, and what ends it; its kind, or null if it is dropped. */
const wholes: readonly (readonly [open: RegExp, close: RegExp, kind: HtmlText['kind'] | 'latex' | null])[] = [
  [/<!--/y, /-->/g, null],
  [/<style\b[^<>]*>/iy, /<\/style\s*>/gi, null],
  [/<script\b[^<>]*>/iy, /<\/script\s*>/gi, null],
];
const signs: typeof wholes = [
  [/\\\(/y, /\\\)/g, 'inlineMaths'],
  [/\\\[/y, /\\\]/g, 'blockMaths'],
  [/\[\$\]/y, /\[\/\$\]/g, 'inlineMaths'],
  [/\[\$\$\]/y, /\[\/\$\$\]/g, 'blockMaths'],
  [/\[latex\]/iy, /\[\/latex\]/gi, 'latex'],
  [/\[sound:/iy, /\]/g, 'sound'],
];
const tag = /<(\/?)([a-z][a-z0-9:]*)(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>/iy;

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function withoutTags(html: string): string {
  return html.replace(/<\/?[a-z][^<>]*>/gi, ' ');
}

/** `[latex]` holds a formula, one that is marked again, or text with formulas. */
function latex(text: string): HtmlText[] {
  const marked = /^(?:\\begin\{(displaymath|math)\}([^]*)\\end\{\1\}|\\\[([^]*)\\\])$/.exec(text);
  if (marked) {
    const inside = (marked[2] ?? marked[3] ?? '').trim();
    return [{ kind: marked[1] === 'math' ? 'inlineMaths' : 'blockMaths', text: inside }];
  }
  if (!text.includes('$')) return [{ kind: 'inlineMaths', text }];
  return text.split(/(\$\$[^$]+\$\$|\$[^$]+\$)/).flatMap((part, at): HtmlText[] => {
    if (at % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part }];
    const kind = part.startsWith('$$') ? 'blockMaths' : 'inlineMaths';
    return [{ kind, text: trimSigns(part, '$').trim() }];
  });
}

/**
 * @param isHtml false if only formulas and sounds are more than text
 * @param isPage whether every tag is one, also what HTML doesn't define
 */
export function htmlTokens(field: string, isHtml: boolean, isPage = false): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const never = new Set<RegExp>();
  const decoded = (text: string): string => (isHtml ? decodeEntities(text) : text);
  let from = 0;
  const textTo = (end: number): void => {
    if (end > from) tokens.push({ kind: 'text', text: decoded(field.slice(from, end)) });
  };
  const next = /[<\\[]/g;
  for (let found = next.exec(field); found; found = next.exec(field)) {
    const { index } = found;
    let end = -1;
    for (const [open, close, kind] of isHtml ? [...wholes, ...signs] : signs) {
      open.lastIndex = index;
      if (!open.test(field) || never.has(close)) continue;
      close.lastIndex = open.lastIndex;
      const closing = close.exec(field);
      if (!closing) {
        // Nothing further on closes it either, so look only once.
        never.add(close);
        continue;
      }
      const inside = field.slice(open.lastIndex, closing.index);
      if (kind !== null && inside.trim() === '') continue;
      textTo(index);
      const text = decoded(isHtml ? withoutTags(inside) : inside).trim();
      if (kind === 'latex') tokens.push(...latex(text));
      else if (kind !== null) tokens.push({ kind, text });
      end = close.lastIndex;
      break;
    }
    if (end < 0 && isHtml) {
      tag.lastIndex = index;
      const [raw, slash, name = ''] = tag.exec(field) ?? [];
      if (raw !== undefined && (isPage || tagNames.has(name.toLowerCase()))) {
        textTo(index);
        tokens.push({ kind: slash === '' ? 'open' : 'close', tag: name.toLowerCase(), raw });
        end = index + raw.length;
      }
    }
    if (end < 0) continue;
    from = end;
    next.lastIndex = end;
  }
  textTo(field.length);
  return tokens;
}
