// Inline Markdown in its common shapes, without a parser: text, code, maths, wikilinks, embeds, plain links, and
// emphasis and highlights that nest. Gives the nodes that remark gives, or null wherever anything else may stand.
import type { PhrasingContent, Text } from 'mdast';
import { readDelimiter, type Delimiter } from './delimiter.ts';

const unsureAnywhere = /\$\$|www\.|[\r\0\uFEFF]/i;
const special = /[\\`*_[\]<!$=~&@:\n]/g;
const wikilink = /\[\[(?=[^\]|]*[^\s\]|])[^[\]|\\\n]+(?:\|(?=[^\S\n]*[^[\]|\\\s])[^[\]|\\\n]*)?\]\]/y;
const embed = /!\[\[[^[\]\n\t]+\]\]/y;
const link =
  /\[([^\s[\]`$*_=<\\&~!@:|](?:[^[\]`$*_=<\\&~!@:|\n]*[^\s[\]`$*_=<\\&~!@:|])?)\]\(([^\s()<>\\&"'[\]`]+)\)/y;

/** Marks inside marks; whoever reads a tree goes down it by recursion. */
const deepest = 100;

type Position = NonNullable<Text['position']>;
type Node = Exclude<PhrasingContent, { type: 'break' }>;

interface Open {
  readonly delimiter: Delimiter;
  readonly nodes: PhrasingContent[];
}

/** `$x$` by the rules of syntax/math.ts: where it ends, or -1 where the dollar is text; null where it is not sure. */
function mathEnd(text: string, at: number): number | null {
  const first = text.charAt(at + 1);
  if (first === '' || /\s/.test(first)) return -1;
  let isEscaped = false;
  for (let index = at + 1; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '\n') return null;
    if (char === '$' && !isEscaped) {
      if (/[ \t]/.test(text.charAt(index - 1))) return -1;
      return /\d/.test(text.charAt(index + 1)) ? -1 : index + 1;
    }
    isEscaped = char === '\\' && !isEscaped;
  }
  return -1;
}

class InlineScanner {
  private readonly text: string;
  private readonly end: number;
  private nodes: PhrasingContent[] = [];
  private readonly stack: Open[] = [];
  /** Where the text begins that has not become a node yet. */
  private textStart: number;
  private at: number;
  private lines: readonly number[] | null = null;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.end = end;
    this.at = start;
    this.textStart = start;
  }

  run(): PhrasingContent[] | null {
    const { text, end } = this;
    for (;;) {
      special.lastIndex = this.at;
      const found = special.exec(text);
      if (!found || found.index >= end) break;
      this.at = found.index;
      if (!this.step(found[0])) return null;
    }
    this.closeText(end);
    return this.stack.length === 0 ? this.nodes : null;
  }

  /** Goes past the special character; false where only remark is sure. */
  private step(char: string): boolean {
    const { text, at } = this;
    const next = text.charAt(at + 1);
    switch (char) {
      case '`':
        return this.readCode();
      case '$':
        return this.readMath();
      case '[':
        return this.readBracket(next);
      case '!':
        if (next !== '[') return this.pass(1);
        embed.lastIndex = at;
        return this.readAtom('embed', embed.exec(text)?.[0], 3);
      case ']':
        return next !== '(' && next !== '[' && this.pass(1);
      case '*':
      case '_':
      case '=':
        return this.readMarks();
      case '\n':
        return this.readLineEnd();
      case '<':
        return /[\s\d=<]/.test(next) && this.pass(1);
      case '&':
        return !/[#a-z]/i.test(next) && this.pass(1);
      case ':':
        return !text.startsWith('://', at) && this.pass(1);
      default:
        return false;
    }
  }

  private pass(length: number): true {
    this.at += length;
    return true;
  }

  /** A line goes on with plain text; no hard break, no blank line. */
  private readLineEnd(): boolean {
    const { text, at } = this;
    if (/[ \t]/.test(text.charAt(at - 1))) return false;
    let next = at + 1;
    while (next < this.end && /[ \t]/.test(text.charAt(next))) next += 1;
    // Blanks before a mark belong to no node.
    if (next >= this.end || text.charAt(next) === '\n') return false;
    if (next > at + 1 && /[\\`*_[\]<!$=~&@]/.test(text.charAt(next))) return false;
    this.at = next;
    return true;
  }

  private readCode(): boolean {
    const { text, at } = this;
    let after = at;
    while (text.charAt(after) === '`') after += 1;
    const sign = text.slice(at, after);
    const close = text.indexOf(sign, after);
    if (close < 0 || text.charAt(close + sign.length) === '`') return false;
    const inside = text.slice(after, close);
    if (inside.includes('\n')) return false;
    const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && /[^ ]/.test(inside);
    const value = isPadded ? inside.slice(1, -1) : inside;
    this.add({ type: 'inlineCode', value }, close + sign.length);
    return true;
  }

  private readMath(): boolean {
    const end = mathEnd(this.text, this.at);
    if (end === null) return false;
    if (end < 0) return this.pass(1);
    this.add({ type: 'inlineMath', value: this.text.slice(this.at + 1, end - 1) }, end);
    return true;
  }

  private readBracket(next: string): boolean {
    const { text, at } = this;
    if (next === '^') return false;
    if (next === '[') {
      wikilink.lastIndex = at;
      return this.readAtom('wikiLink', wikilink.exec(text)?.[0], 2);
    }
    link.lastIndex = at;
    const [whole, label = '', url = ''] = link.exec(text) ?? [];
    if (whole === undefined || at + whole.length > this.end) return this.pass(1);
    const value: Text = {
      type: 'text',
      value: label,
      position: this.position(at + 1, at + 1 + label.length),
    };
    this.add({ type: 'link', url, title: null, children: [value] }, at + whole.length);
    return true;
  }

  private readAtom(type: 'embed' | 'wikiLink', whole: string | undefined, marks: number): boolean {
    if (whole === undefined || this.at + whole.length > this.end) return false;
    const value = whole.slice(marks, -2);
    const bar = type === 'embed' ? -1 : value.indexOf('|');
    this.add({ type, value: bar < 0 ? value : value.slice(0, bar) }, this.at + whole.length);
    return true;
  }

  private readMarks(): boolean {
    const delimiter = readDelimiter(this.text, this.at, this.end);
    if (!delimiter) return false;
    const { size, opens, closes, sign } = delimiter;
    if (opens && closes) return false;
    if (!opens && !closes) return this.pass(size);
    if (opens) {
      if (this.stack.length === deepest) return false;
      this.closeText(this.at);
      this.stack.push({ delimiter, nodes: this.nodes });
      this.nodes = [];
      this.textStart = this.at += size;
      return true;
    }
    const open = this.stack.pop();
    if (open?.delimiter.sign !== sign || open.delimiter.size !== size) return false;
    this.closeText(this.at);
    const children = this.nodes;
    this.nodes = open.nodes;
    this.textStart = this.at += size;
    const type = sign === '=' ? 'highlight' : size === 2 ? 'strong' : 'emphasis';
    this.nodes.push({ type, children, position: this.position(open.delimiter.at, this.at) });
    return true;
  }

  private add(node: Node, end: number): void {
    this.closeText(this.at);
    this.nodes.push({ ...node, position: this.position(this.at, end) });
    this.textStart = this.at = end;
  }

  private closeText(end: number): void {
    const start = this.textStart;
    if (end <= start) return;
    const raw = this.text.slice(start, end);
    const value = raw.includes('\n') ? raw.replace(/\n[ \t]+/g, '\n') : raw;
    this.nodes.push({ type: 'text', value, position: this.position(start, end) });
    this.textStart = end;
  }

  private position(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(end) };
  }

  private point(offset: number): Position['start'] {
    this.lines ??= lineStarts(this.text);
    let line = this.lines.length;
    let low = 0;
    while (line - low > 1) {
      const middle = (low + line) >> 1;
      if ((this.lines[middle] ?? Infinity) <= offset) low = middle;
      else line = middle;
    }
    return { line, column: offset - (this.lines[low] ?? 0) + 1, offset };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Reads text as the inside of one paragraph, or null where only remark is sure. */
export function scanInline(text: string): readonly PhrasingContent[] | null {
  if (unsureAnywhere.test(text)) return null;
  let start = 0;
  while (start < text.length && /[ \t]/.test(text.charAt(start))) start += 1;
  let end = text.length;
  while (end > start && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return [];
  if (text.charAt(start) === '\n') return null;
  return new InlineScanner(text, start, end).run();
}
