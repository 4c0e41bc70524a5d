// A field of Anki, which is HTML, as Markdown: what Anki's editor writes is turned over, other tags are dropped.

import { trimEndSigns } from '../text/trim-signs.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Two marks, and the sign that takes the place of both; null drops them with what stands between. */
type Pair = readonly [open: RegExp, close: RegExp, sign: string | null];

const dropped: readonly Pair[] = [
  [/<!--/g, /-->/g, null],
  [/<style\b/gi, /<\/style>/gi, null],
  [/<script\b/gi, /<\/script>/gi, null],
];
const kept: readonly Pair[] = [
  [/\\\(/g, /\\\)/g, '$'],
  [/\\\[/g, /\\\]/g, '$$'],
  [/<(?:b|strong)\b[^<>]*>/gi, /<\/(?:b|strong)>/gi, '**'],
  [/<(?:i|em)\b[^<>]*>/gi, /<\/(?:i|em)>/gi, '*'],
  [/<mark\b[^<>]*>/gi, /<\/mark>/gi, '=='],
  [/<code\b[^<>]*>/gi, /<\/code>/gi, '`'],
];
const source = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const singles: readonly (readonly [RegExp, string])[] = [
  [/<li\b[^<>]*>/gi, '\n- '],
  [/<br\b[^<>]*>/gi, '\n'],
  [/<\/(?:div|ul|ol|tr)>|<div\b[^<>]*>/gi, '\n'],
  [/<\/(?:p|h[1-6]|table|blockquote|pre)>/gi, '\n\n'],
  [/<\/?[a-z][^<>]*>/gi, ''],
];

/** Each mark that opens is closed by the next that closes; without one, the rest is as it was: read once. */
function replacePairs(text: string, [open, close, sign]: Pair): string {
  let out = '';
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(open)) {
    if (index < from) continue;
    close.lastIndex = index + mark.length;
    const end = close.exec(text);
    if (!end) break;
    const inside = text.slice(index + mark.length, end.index);
    out += text.slice(from, index) + (sign === null ? '' : sign + inside + sign);
    from = close.lastIndex;
  }
  return out + text.slice(from);
}

function image(tag: string): string {
  const [, double, single, bare] = source.exec(tag) ?? [];
  const name = double ?? single ?? bare;
  return name === undefined ? '' : `![[${name}]]`;
}

function markdown(html: string): string {
  let text = dropped.reduce(replacePairs, html).replace(/\r\n?/g, '\n');
  text = text.replace(/<img\b[^<>]*>/gi, image).replace(/\[sound:([^[\]]+)\]/gi, '![[$1]]');
  text = kept.reduce(replacePairs, text);
  return singles.reduce((out, [pattern, replacement]) => out.replace(pattern, replacement), text);
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** @param isHtml false for a deck whose fields are plain text */
export function fromAnkiHtml(field: string, isHtml: boolean): string {
  const text = isHtml ? decoded(markdown(field)) : field.replace(/\r\n?/g, '\n');
  return text
    .split('\n')
    .map((line) => trimEndSigns(line, ' \t'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
