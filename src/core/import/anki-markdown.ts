// A field of Anki, which is HTML, as Markdown: what Anki's editor writes is turned over, other tags are dropped.

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const rules: readonly (readonly [RegExp, string])[] = [
  [/<!--[^]*?-->/g, ''],
  [/<(style|script)\b[^]*?<\/\1>/gi, ''],
  [/\r\n?/g, '\n'],
  [/<img\b[^>]*\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>/gi, '![[$1$2$3]]'],
  [/\[sound:([^\]]+)\]/gi, '![[$1]]'],
  [/\\\(([^]*?)\\\)/g, '$$$1$$'],
  [/\\\[([^]*?)\\\]/g, '$$$$$1$$$$'],
  [/<(?:b|strong)\b[^>]*>([^]*?)<\/(?:b|strong)>/gi, '**$1**'],
  [/<(?:i|em)\b[^>]*>([^]*?)<\/(?:i|em)>/gi, '*$1*'],
  [/<mark\b[^>]*>([^]*?)<\/mark>/gi, '==$1=='],
  [/<code\b[^>]*>([^]*?)<\/code>/gi, '`$1`'],
  [/<li\b[^>]*>/gi, '\n- '],
  [/<br\b[^>]*>/gi, '\n'],
  [/<\/(?:div|ul|ol|tr)>|<div\b[^>]*>/gi, '\n'],
  [/<\/(?:p|h[1-6]|table|blockquote|pre)>/gi, '\n\n'],
  [/<\/?[a-z][^<>]*>/gi, ''],
];

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
  const text = isHtml
    ? decoded(rules.reduce((out, [pattern, replacement]) => out.replace(pattern, replacement), field))
    : field.replace(/\r\n?/g, '\n');
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
