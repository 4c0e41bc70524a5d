// Converts an Anki field, which is HTML, to Markdown: what Anki's editor writes is converted, other tags are dropped.
// Text is escaped as far as the caller asks. Doesn't use turndown, which needs a DOM, and the core has none. Tested on
// six kinds of fields, turndown escapes no separator, lead-in or cloze, breaks formulas, sounds and tables without a
// header, loses the types of `Map<K, V>`, and takes four times as long (2,000 fields: 344 vs. 87 ms).
import { trimEndSigns } from '../text/trim-signs.ts';
import { escapeText, type EscapeLevel } from './escape.ts';
import { shownEmbed } from './anki-html.ts';
import { decodeEntities, htmlTokens, type HtmlText, type HtmlToken } from './html-tokens.ts';

/** `blocks`: an answer. `line`: all on one line, as a heading requires. `paragraph`: lines with no blank one. */
export type FieldShape = 'blocks' | 'line' | 'paragraph';

/**
 * `false`: plain text. `true`: HTML, where a name that HTML doesn't define is text. A function: HTML from Anki itself, all
 * of whose tags are tags; it returns the embed of a file, `width` in pixels or empty.
 */
export type FieldSource = boolean | ((name: string, width: string) => string);

export interface FieldMarkdown {
  readonly markdown: string;
  /** The visible text without whitespace: formulas as Anki writes them, no images. */
  readonly shown: string;
  /** Whether it is only text, which could be shown as code without losing anything. */
  readonly isText: boolean;
}

const marks: Record<string, string> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  mark: '==',
  s: '~~',
  strike: '~~',
  del: '~~',
};
/** Headings inside an answer would split it. */
const bold = /^h[1-6]$/;
const rawTags = new Set(['sub', 'sup', 'u', 'kbd', 'ruby', 'rt']);
const lineTags = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'dt',
  'dd',
  'figure',
  'figcaption',
]);
const blockTags = new Set([
  'p',
  'blockquote',
  'table',
  'ul',
  'ol',
  'dl',
  'center',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const deepest = 40;
/** Control characters, which are invisible and which Markdown replaces. */
const unseen = /(?![\t\n])\p{Cc}|\uFEFF/gu;

function attribute(raw: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(raw);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : decodeEntities(value);
}

export function inlineCode(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return `${ticks}\n${text}\n${ticks}`;
}

function picture(raw: string, embed: FieldSource): string {
  const source = attribute(raw, 'src');
  if (source === null) return '';
  if (/^(?:https?|data):/i.test(source)) return `![](${source.replace(/[\s()<>]/g, encodeURIComponent)})`;
  let name = source;
  try {
    name = decodeURIComponent(source);
  } catch {
    // A name with a bare percent sign is literal.
  }
  if (typeof embed === 'function') return embed(name, /^\d+/.exec(attribute(raw, 'width') ?? '')?.[0] ?? '');
  return /[|#^[\]]/.test(name)
    ? `![](${encodeURI(name).replace(/[|#^[\]()]/g, encodeURIComponent)})`
    : `![[${name}]]`;
}

/** Index of the last match, or -1. */
function lastIndex<T>(list: readonly T[], isOne: (one: T) => boolean): number {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at];
    if (one !== undefined && isOne(one)) return at;
  }
  return -1;
}

interface Frame {
  readonly tag: string;
  readonly raw: string;
  readonly before: string;
  /** Number of list items so far. */
  count: number;
  readonly rows: string[][];
}

class FieldWriter {
  readonly #shape: FieldShape;
  readonly #level: EscapeLevel;
  readonly #hasTags: boolean;
  readonly #source: FieldSource;
  #out = '';
  #shown = '';
  #isText = true;
  readonly #frames: Frame[] = [];
  #ignored = 0;

  constructor(shape: FieldShape, level: EscapeLevel, hasTags: boolean, source: FieldSource) {
    this.#source = source;
    this.#shape = shape;
    this.#level = level;
    this.#hasTags = hasTags;
  }

  write(tokens: readonly HtmlToken[]): FieldMarkdown {
    for (const token of tokens) {
      if (!('tag' in token)) this.#text(token);
      else if (token.kind === 'open') this.#open(token.tag, token.raw);
      else this.#close(token.tag);
    }
    while (this.#frames.length > 0) this.#leave();
    return { markdown: this.#tidy(this.#out), shown: this.#shown.replace(/\s+/g, ''), isText: this.#isText };
  }

  #in(...tags: string[]): Frame | undefined {
    return this.#frames[this.#at(...tags)];
  }

  #at(...tags: string[]): number {
    return lastIndex(this.#frames, ({ tag }) => tags.includes(tag));
  }

  #text({ kind, text }: HtmlText): void {
    if (kind === 'text') {
      const clean = text.replace(unseen, '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
      this.#shown += clean;
      if (this.#in('pre', 'code', 'tt', 'samp')) this.#out += clean;
      else {
        const flat = this.#hasTags ? clean.replace(/[ \t\n]+/g, ' ') : clean;
        this.#out += escapeText(flat.replace(/\u00A0/g, ' '), this.#level, this.#atLineStart());
      }
      return;
    }
    this.#isText = false;
    const flat = text
      .split('\n')
      .map((line) => line.trim())
      .join(' ');
    if (kind === 'sound') {
      if (typeof this.#source === 'function') this.#embed(this.#source(flat, ''));
      else {
        this.#out += `![[${flat}]]`;
        this.#shown += `[sound:${flat}]`;
      }
    } else {
      const isBlock = kind === 'blockMaths';
      this.#out += isBlock ? `$$${flat}$$` : `$${flat}$`;
      this.#shown += isBlock ? `\\[${flat}\\]` : `\\(${flat}\\)`;
    }
  }

  #atLineStart(): boolean {
    return /(?:^|\n)[ \t]*$/.test(this.#out.slice(-40));
  }

  #open(tag: string, raw: string): void {
    if (tag === 'br') this.#out += '\n';
    else if (tag === 'wbr') return;
    else if (tag === 'hr') this.#out += this.#shape === 'blocks' ? '\n\n***\n\n' : '\n';
    else if (tag === 'img' || tag === 'audio' || tag === 'video' || tag === 'source') {
      this.#embed(picture(raw, this.#source));
    } else if (lineTags.has(tag)) this.#newLine();
    else if (this.#frames.length >= deepest) this.#ignored += 1;
    else {
      if (tag === 'li') this.#endItem();
      if (tag === 'td' || tag === 'th') this.#leaveIf('td', 'th');
      if (tag === 'tr') this.#in('table')?.rows.push([]);
      if (!this.#isFrame(tag)) return;
      this.#frames.push({ tag, raw, before: this.#out, count: 0, rows: [] });
      this.#out = '';
    }
  }

  #embed(embed: string): void {
    this.#isText = false;
    this.#out += embed;
    this.#shown += shownEmbed(embed);
  }

  #isFrame(tag: string): boolean {
    if (tag in marks && this.#in(...Object.keys(marks).filter((one) => marks[one] === marks[tag])))
      return false;
    return (
      tag in marks ||
      blockTags.has(tag) ||
      rawTags.has(tag) ||
      ['li', 'a', 'code', 'tt', 'samp', 'pre', 'td', 'th'].includes(tag)
    );
  }

  #endItem(): void {
    const item = this.#at('li');
    if (item > this.#at('ul', 'ol')) while (this.#frames.length > item) this.#leave();
  }

  #leaveIf(...tags: string[]): void {
    const cell = this.#at(...tags);
    if (cell > this.#at('table')) while (this.#frames.length > cell) this.#leave();
  }

  #close(tag: string): void {
    if (lineTags.has(tag)) {
      this.#newLine();
      return;
    }
    if (tag === 'tr') this.#leaveIf('td', 'th');
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const at = this.#at(tag);
    if (at >= 0) while (this.#frames.length > at) this.#leave();
  }

  #newLine(): void {
    if (this.#out !== '' && !this.#out.endsWith('\n')) this.#out += '\n';
  }

  #leave(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const inside = this.#out;
    this.#out = frame.before;
    this.#put(frame, inside);
  }

  #put({ tag, raw, rows }: Frame, inside: string): void {
    const sign = bold.test(tag) ? '**' : marks[tag];
    if (blockTags.has(tag)) this.#block(tag, inside, rows);
    else if (sign !== undefined) this.#out += this.#marked(inside, sign);
    else if (rawTags.has(tag)) this.#out += `<${tag}>${inside}</${tag}>`;
    else if (tag === 'a') this.#out += this.#link(inside, attribute(raw, 'href'));
    else if (tag === 'td' || tag === 'th') {
      const row = this.#in('table')?.rows.at(-1);
      if (row) row.push(inside);
      else this.#out += `${inside} `;
    } else if (tag === 'li') this.#item(inside);
    else this.#code(tag, inside);
  }

  #marked(inside: string, sign: string): string {
    return inside
      .split('\n')
      .map((line) => {
        const text = line.trim();
        if (text === '') return line;
        const [start, end] = line.split(text, 2);
        // A highlight would become a separate card.
        const [open, close] = sign === '==' && this.#level > 0 ? ['<mark>', '</mark>'] : [sign, sign];
        return `${start ?? ''}${open}${text}${close}${end ?? ''}`;
      })
      .join('\n');
  }

  #link(inside: string, address: string | null): string {
    if (address === null || !/^(?:https?:|mailto:|obsidian:)/i.test(address) || inside.trim() === '')
      return inside;
    this.#isText = false;
    if (inside === address) return inside;
    const url = address.replace(/[\s()<>"]/g, encodeURIComponent);
    // A bare link doesn't count as an answer; a tag around its text does.
    return this.#level > 0 ? `<a href="${url}">${inside}</a>` : `[${inside}](${url})`;
  }

  #code(tag: string, inside: string): void {
    if (tag !== 'pre' && this.#in('pre')) {
      this.#out += inside;
      return;
    }
    const text = inside.replace(/^\n+/, '').trimEnd();
    if (text === '') return;
    if (this.#shape === 'blocks' && !this.#in('td', 'th') && (tag === 'pre' || text.includes('\n')))
      this.#out = `${this.#opened()}${fence(text)}\n\n`;
    else {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      const shown = lines.map((line) =>
        inlineCode(line.replace(/^[ \t]+/, (blanks) => '\u00A0'.repeat(blanks.length))),
      );
      const before = tag === 'pre' ? trimEndSigns(this.#out, ' \t\n') : this.#out;
      this.#out = `${before}${tag === 'pre' && before !== '' ? '<br>' : ''}${shown.join('<br>')}${tag === 'pre' ? '\n' : ''}`;
    }
  }

  #opened(): string {
    const text = trimEndSigns(this.#out, ' \t\n');
    return text === '' ? '' : `${text}\n\n`;
  }

  #item(inside: string): void {
    const list = this.#in('ul', 'ol');
    if (list) list.count += 1;
    const text = this.#tidy(inside).replace(/\n\n(?=[ \t]*(?:[-•]|\d+\.) )/g, '\n');
    const marker = list?.tag === 'ol' ? `${String(list.count)}. ` : '- ';
    this.#newLine();
    if (this.#shape === 'blocks')
      this.#out += `${marker}${text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)}\n`;
    else this.#out += `${text}\n`;
  }

  #block(tag: string, inside: string, rows: readonly (readonly string[])[]): void {
    if (tag === 'table') {
      const width = Math.max(0, ...rows.map(({ length }) => length));
      const cells = rows
        .filter(({ length }) => length > 0)
        .map((row) => Array.from({ length: width }, (_, at) => this.#cell(row[at] ?? '')));
      if (this.#shape !== 'blocks') {
        this.#out += `\n${cells.map((row) => row.join(' ')).join('\n')}\n`;
        return;
      }
      const lines = cells.map((row) => `| ${row.join(' | ')} |`);
      lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
      this.#out = `${this.#opened()}${this.#tidy(inside)}${cells.length > 0 ? `${lines.join('\n')}` : ''}\n\n`;
      return;
    }
    const text = this.#tidy(inside);
    if (text === '') return;
    const own = bold.test(tag) ? this.#marked(text, '**') : text;
    const quoted = tag === 'blockquote' && this.#shape === 'blocks' ? own.replace(/^/gm, '> ') : own;
    this.#out = `${this.#opened()}${quoted}\n\n`;
  }

  #cell(text: string): string {
    return this.#tidy(text)
      .replace(/\n+/g, '<br>')
      .replace(/(\\?)\|/g, '\\|');
  }

  #tidy(text: string): string {
    return text
      .split('\n')
      .map((line) => trimEndSigns(line, ' \t'))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .trimEnd();
  }
}

function shaped(text: string, shape: FieldShape): string {
  if (shape === 'blocks') return text.replace(/^[ \t]+/, '');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.join(shape === 'line' ? ' ' : '\n');
}

export function readField(
  field: string,
  source: FieldSource,
  shape: FieldShape,
  level: EscapeLevel,
): FieldMarkdown {
  const tokens = htmlTokens(field.replace(/\r\n?/g, '\n'), source !== false, typeof source === 'function');
  const hasTags = tokens.some(({ kind }) => kind === 'open' || kind === 'close');
  const found = new FieldWriter(shape, level, hasTags, source).write(tokens);
  return { ...found, markdown: shaped(found.markdown, shape) };
}
