// Inline Markdown without a parser, character by character like micromark. Returns the same nodes as remark, or the
// reason why only remark can tell.
import { codeAt } from '../../../text/code-at.ts';
import type { Link, Nodes, PhrasingContent } from 'mdast';
import { readHttp, readWww, type Address } from './address.ts';
import { readDelimiter, runSize, type Sign } from './delimiter.ts';
import { insideOf, kindOf, pairMarks, type MarkKind } from './pair-marks.ts';
import { nodePiece, positionOf, runPiece, textPiece, toNodes, type Piece } from './pieces.ts';
import { readReference } from './reference.ts';
import { readResource } from './resource.ts';
import { Runs } from './runs.ts';
import { readPointed } from './tag.ts';
import { barLinkSize, embedSize, mathEnd, unpadded, wikilinkEnd, wikilinkOf } from './atoms.ts';

/** Why a text is left to remark. */
export type InlineDoubt =
  | 'a carriage return or a character that Markdown drops'
  | 'marks too deep within each other'
  | 'a rare character reference'
  | 'an e-mail address'
  | 'a long address'
  | 'a comment or declaration, or a long tag'
  | 'a long title';

/** Maximum nesting of marks; trees are walked recursively. */
const deepest = 100;

interface Label {
  /** Index of its bracket among the pieces. */
  readonly place: number;
  readonly at: number;
  readonly isImage: boolean;
  /** Links don't nest: a link turns the open brackets around it into text. */
  isActive: boolean;
}

const isSpecial = new Uint8Array(128);
for (const sign of '\\`*_[]<!$=~&@:\r\n') isSpecial[sign.charCodeAt(0)] = 1;

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

class InlineScanner {
  doubt: InlineDoubt | null = null;
  readonly #text: string;
  readonly #pieces: Piece[] = [];
  readonly #labels: Label[] = [];
  /** The kinds of marks in order of appearance. */
  readonly #kinds: MarkKind[] = [];
  readonly #backticks: Runs;
  readonly #dollars: Runs;
  /** The end of the last run of dollars examined. */
  #dollarsEnd = 0;
  readonly #hasWww: boolean;
  /** The next character that ends every wikilink before it. */
  #wikilinkEnd = 0;
  /** The start of the text that isn't a piece yet. */
  #textStart: number;
  #at: number;
  /** After the last escape: a character there doesn't form a run with the escaped one. */
  #escapeEnd = -1;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
    this.#textStart = start;
    this.#backticks = new Runs(text, '`');
    this.#dollars = new Runs(text, '$');
    this.#hasWww = /www\./i.test(text);
  }

  run(): PhrasingContent[] | null {
    const text = this.#text;
    while (this.#at < text.length && !this.doubt) {
      const code = codeAt(text, this.#at);
      if (code < 128 && isSpecial[code] === 1) this.#readSign(text.charAt(this.#at));
      else if (this.#hasWww && (code | 32) === 119) this.#readWww();
      else this.#at += 1;
    }
    this.#closeText(text.length);
    const paired = pairMarks(this.#pieces, this.#kinds);
    if (paired.some(({ depth }) => depth > deepest)) this.doubt = 'marks too deep within each other';
    const nodes = toNodes(paired);
    return this.doubt ? null : nodes;
  }

  #readSign(sign: string): void {
    switch (sign) {
      case '\\':
        this.#readBackslash();
        return;
      case '`':
        this.#readCode();
        return;
      case '$':
        this.#readMath();
        return;
      case '[':
        this.#readOpening();
        return;
      case '!':
        if (this.#text.charAt(this.#at + 1) === '[') this.#readImageOpening();
        else this.#at += 1;
        return;
      case ']':
        this.#readClosing();
        return;
      case '*':
      case '_':
      case '~':
      case '=':
        this.#readMarks(sign);
        return;
      case '<':
        this.#readPointed();
        return;
      case '&':
        this.#readReference();
        return;
      case ':':
        this.#readProtocol();
        return;
      case '@':
        if (/[\w+\-.]@[\w.-]/.test(this.#text.slice(this.#at - 1, this.#at + 2)))
          this.doubt = 'an e-mail address';
        this.#at += 1;
        return;
      default:
        this.#readLineEnd(this.#at, this.#at);
    }
  }

  /** Ends the line whose text ends at `textEnd`, where a break of spaces or a backslash begins. */
  #readLineEnd(textEnd: number, breakStart: number): void {
    const text = this.#text;
    let end = textEnd;
    let hasTab = false;
    while (end > this.#textStart && /[ \t]/.test(text.charAt(end - 1))) {
      end -= 1;
      hasTab ||= text.charAt(end) === '\t';
    }
    const isEscaped = breakStart < this.#at;
    const isBreak = isEscaped || (!hasTab && textEnd - end > 1);
    const after = this.#at + (text.charAt(this.#at) === '\r' ? 2 : 1);
    let next = after;
    while (/[ \t]/.test(text.charAt(next))) next += 1;
    if (!isBreak && end === textEnd && next === after) {
      this.#at = next;
      return;
    }
    this.#closeText(isEscaped ? textEnd : end);
    if (isBreak) {
      const start = isEscaped ? breakStart : end;
      this.#pieces.push(nodePiece(start, after, { type: 'break', position: positionOf(start, after) }));
    } else this.#pieces.push(textPiece(this.#at, after, text.slice(this.#at, after)));
    this.#textStart = this.#at = next;
  }

  #readBackslash(): void {
    const text = this.#text;
    const at = this.#at;
    const next = text.charAt(at + 1);
    if (next === '\n' || next === '\r') {
      this.#at += 1;
      this.#readLineEnd(at, at);
    } else if (/[!-/:-@[-`{-~]/.test(next)) {
      this.#addPiece(textPiece(at, at + 2, next));
      this.#escapeEnd = this.#at;
    } else this.#at += 1;
  }

  /** Whether a run that begins here continues one before it. */
  #goesOn(sign: string): boolean {
    return this.#text.charAt(this.#at - 1) === sign && this.#escapeEnd !== this.#at;
  }

  #readCode(): void {
    const text = this.#text;
    const at = this.#at;
    const size = runSize(text, at);
    const close = this.#goesOn('`') ? -1 : this.#backticks.next(size, at + size);
    if (close < 0) this.#at += size;
    else {
      const value = unpadded(text.slice(at + size, close));
      this.#addNode({ type: 'inlineCode', value }, close + size);
    }
  }

  #readMath(): void {
    const text = this.#text;
    const at = this.#at;
    const end = mathEnd(text, at);
    if (end >= 0) {
      this.#addNode({ type: 'inlineMath', value: text.slice(at + 1, end - 1) }, end);
      return;
    }
    if (at >= this.#dollarsEnd) this.#dollarsEnd = at + runSize(text, at);
    const size = this.#dollarsEnd - at;
    const close = size < 2 ? -1 : this.#dollars.next(size, at + size);
    if (close < 0) this.#at += 1;
    else this.#addNode({ type: 'inlineMath', value: unpadded(text.slice(at + size, close)) }, close + size);
  }

  #readOpening(): void {
    const text = this.#text;
    const at = this.#at;
    if (text.charAt(at + 1) === '[') {
      const bar = barLinkSize(text, at);
      if (bar > 0) {
        this.#addNode({ type: 'wikiLink', value: text.slice(at + 2, at + bar - 2) }, at + bar);
        return;
      }
      if (this.#wikilinkEnd < at + 2) this.#wikilinkEnd = wikilinkEnd(text, at + 2);
      const found = text.startsWith(']]', this.#wikilinkEnd) ? wikilinkOf(text, at) : null;
      if (found) {
        this.#addNode({ type: 'wikiLink', value: found.target }, at + found.size);
        return;
      }
    }
    this.#openLabel(1);
  }

  #readImageOpening(): void {
    const text = this.#text;
    const at = this.#at;
    const size = embedSize(text, at);
    if (size > 0) this.#addNode({ type: 'embed', value: text.slice(at + 3, at + size - 2) }, at + size);
    else this.#openLabel(2);
  }

  #openLabel(size: 1 | 2): void {
    const at = this.#at;
    this.#addPiece(textPiece(at, at + size, this.#text.slice(at, at + size)));
    this.#labels.push({ place: this.#pieces.length - 1, at, isImage: size === 2, isActive: true });
  }

  #readClosing(): void {
    const text = this.#text;
    const at = this.#at;
    const label = this.#labels.pop();
    const resource = label?.isActive && text.charAt(at + 1) === '(' ? readResource(text, at + 1) : null;
    if (resource === 'unsure') this.doubt = 'a long title';
    if (!label || !resource || resource === 'unsure') {
      this.#at += 1;
      return;
    }
    this.#closeText(at);
    const { nodes, depth } = insideOf(this.#pieces.splice(label.place).slice(1));
    const { url, title, end } = resource;
    const position = positionOf(label.at, end);
    if (label.isImage) {
      const alt = nodes.map(textOf).join('');
      this.#pieces.push(nodePiece(label.at, end, { type: 'image', title, url, alt, position }));
    } else {
      const link: Link = { type: 'link', title, url, children: nodes, position };
      this.#pieces.push(nodePiece(label.at, end, link, depth + 1));
      for (const open of this.#labels) open.isActive &&= open.isImage;
    }
    this.#textStart = this.#at = end;
  }

  #readMarks(sign: Sign): void {
    const text = this.#text;
    const at = this.#at;
    const size = runSize(text, at);
    const isPlain =
      (sign === '=' && (size !== 2 || text.charAt(at - 1) === '=')) ||
      (sign === '~' && (size > 2 || this.#goesOn('~')));
    if (isPlain) {
      this.#at += size;
      return;
    }
    const kind = kindOf(sign);
    if (!this.#kinds.includes(kind)) this.#kinds.push(kind);
    this.#addPiece(runPiece(at, readDelimiter(text, at, sign, size)));
  }

  #readPointed(): void {
    const text = this.#text;
    const at = this.#at;
    const found = readPointed(text, at);
    if (found === 'unsure') this.doubt = 'a comment or declaration, or a long tag';
    else if (!found) this.#at += 1;
    else if (found.kind === 'html') {
      const value = text.slice(at, at + found.size).replace(/(\r?\n)[ \t]+/g, '$1');
      this.#addNode({ type: 'html', value }, at + found.size);
    } else this.#addAddress({ start: at + 1, end: at + found.size - 1 }, '', 1);
  }

  #readReference(): void {
    const at = this.#at;
    const found = readReference(this.#text, at);
    if (found === 'unsure') this.doubt = 'a rare character reference';
    else if (found) this.#addPiece(textPiece(at, at + found.size, found.value));
    else this.#at += 1;
  }

  #readProtocol(): void {
    const text = this.#text;
    const at = this.#at;
    if (!text.startsWith('://', at)) this.#at += 1;
    else this.#takeAddress(readHttp(text, at, this.#textStart), '');
  }

  #readWww(): void {
    const text = this.#text;
    const at = this.#at;
    if (!/^www\./i.test(text.slice(at, at + 4))) this.#at += 1;
    else {
      const found = readWww(text, at);
      // Text that begins with `www.` may be an email address.
      if (found && found !== 'unsure' && text.slice(at, found.end).includes('@'))
        this.doubt = 'an e-mail address';
      this.#takeAddress(found, 'http://');
    }
  }

  /** An address doesn't count while a bracket is open, which may belong to a link. */
  #takeAddress(found: Address | null | 'unsure', prefix: string): void {
    if (found === 'unsure') this.doubt = 'a long address';
    else if (found && this.#labels.length === 0) {
      this.#addAddress(found, prefix, 0);
      return;
    }
    this.#at += 1;
  }

  #addAddress({ start, end }: Address, prefix: string, signs: number): void {
    const value = this.#text.slice(start, end);
    this.#at = start - signs;
    this.#addNode(
      {
        type: 'link',
        title: null,
        url: prefix + value,
        children: [{ type: 'text', value, position: positionOf(start, end) }],
      },
      end + signs,
    );
  }

  #addNode(node: Exclude<PhrasingContent, { type: 'break' }>, end: number): void {
    const start = this.#at;
    node.position = positionOf(start, end);
    this.#addPiece(nodePiece(start, end, node));
  }

  #addPiece(piece: Piece): void {
    this.#closeText(piece.start);
    this.#pieces.push(piece);
    this.#textStart = this.#at = piece.end;
  }

  #closeText(end: number): void {
    const start = this.#textStart;
    if (end > start) this.#pieces.push(textPiece(start, end, this.#text.slice(start, end)));
    this.#textStart = end;
  }
}

const blankLine = /\n[ \t]*\r?(?:\n|$)/;
const blankStart = /^(?:[ \t]*\r?\n)*[ \t]*/;

/** Reads text as the inside of one paragraph; if it has blank lines, only the first paragraph. */
export function readInline(text: string): readonly PhrasingContent[] | InlineDoubt {
  if (text.includes('\0') || text.startsWith('\uFEFF') || (text.includes('\r') && /\r(?!\n)/.test(text)))
    return 'a carriage return or a character that Markdown drops';
  const start = blankStart.exec(text)?.[0].length ?? 0;
  const rest = start > 0 ? text.slice(start) : text;
  const length = rest.includes('\n') ? (blankLine.exec(rest)?.index ?? rest.length) : rest.length;
  let end = start + length;
  while (end > start && /[ \t\r\n]/.test(text.charAt(end - 1))) end -= 1;
  if (end === start) return [];
  const scanner = new InlineScanner(end < text.length ? text.slice(0, end) : text, start);
  return scanner.run() ?? scanner.doubt ?? [];
}

/** The same, or null if only remark can tell. */
export function scanInline(text: string): readonly PhrasingContent[] | null {
  const read = readInline(text);
  return typeof read === 'string' ? null : read;
}
