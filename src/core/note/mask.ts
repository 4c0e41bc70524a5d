// Comments and math blocks, found before Markdown is parsed: CommonMark knows neither, both may contain lines that look
// like headings, lists or fences, and an unclosed one must never swallow the rest of a note.
import { codeAt } from '../text/code-at.ts';
import { afterSpace, isPlainLetter, isSpace } from './blanks.ts';
import { backtick, bracketRound, colon, greater, tilde } from './scan/codes.ts';
import type { Span } from './span.ts';

export interface Mask {
  /**
   * Same length as the note: comments become spaces, the inside of math blocks becomes `x`. Multi-line math in a quote
   * becomes `x` including its dollars, line by line, so that each line keeps its `>`.
   */
  readonly text: string;
  /** Comments: `%%…%%` and `<!--…-->`. Sorted, disjoint. */
  readonly comments: readonly Span[];
  /** Offset of an unclosed fence, or null. */
  readonly unclosedFence: number | null;
}

const candidates = /%%|<!--|\$\$|```|~~~/;
/** Quote and list item markers that may precede a block. */
const containers = /(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/y;
const fenceLine = /(`{3,})[^`\r\n]*$|(~{3,})/my;
const blankLine = /\r?\n[ \t>]*\r?\n/g;
const headingLine = /^#{1,6}[ \t]/m;

/** What may end a line of text or start something that hides text. */
const inlineMark = /[\n\\`%<$]/g;
/** What may start something that hides text. */
const hidingMark = /[\\`%<$]/g;

/** A heading after the blank line at `blank`: no formula contains one, so the apparent opening before it wasn't one. */
function holdsHeading(text: string, blank: number, end: number): boolean {
  return blank < end && headingLine.test(text.slice(blank, end));
}

interface Fence {
  readonly sign: string;
  readonly at: number;
  readonly quoted: boolean;
  /** Columns before the fence; a closing fence or line of the same container is at least as deep, or blank. */
  readonly indent: number;
  readonly listed: boolean;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The end of the frontmatter (after its closing line), or 0. Only `---` on line 1 opens one. */
export function frontmatterEnd(text: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) return 0;
  const closing = /^---[ \t]*$/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  return end ? lineEnd(text, end.index) : 0;
}

class Scanner {
  readonly comments: Span[] = [];
  readonly maths: Span[] = [];
  fence: Fence | null = null;
  readonly #text: string;
  #at: number;
  #afterBlank = true;
  #inList = false;
  /** The last paragraph end found, and where the search began: searching each time would be quadratic. */
  #paragraph: Span = { start: 0, end: -1 };
  /** The next mark that may hide text; most lines have none. */
  #nextMark = -1;
  /** Closing marks that no longer occur. */
  readonly #gone = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#at = frontmatterEnd(text);
  }

  run(): void {
    while (this.#at < this.#text.length) {
      const end = lineEnd(this.#text, this.#at);
      const hasText = this.#startPlainLine() || this.#startLine(end);
      if (hasText && this.#markAfter(this.#at) < end) this.#scanInline();
      else this.#at = end + 1;
    }
  }

  /** A line of text outside code that begins with a letter, as most do. */
  #startPlainLine(): boolean {
    if (this.fence || !isPlainLetter(codeAt(this.#text, this.#at))) return false;
    if (this.#afterBlank) this.#inList = false;
    this.#afterBlank = false;
    return true;
  }

  #markAfter(at: number): number {
    if (this.#nextMark < at) {
      hidingMark.lastIndex = at;
      this.#nextMark = hidingMark.test(this.#text) ? hidingMark.lastIndex - 1 : this.#text.length;
    }
    return this.#nextMark;
  }

  /** Whether the line has text to scan; a line of code does not. */
  #startLine(end: number): boolean {
    const start = this.#at;
    const prefix = this.#prefixAt(start);
    const first = start + prefix.length;
    const blank = afterSpace(this.#text, first, end) >= end;
    if (this.fence && !this.#leftContainer(this.fence, prefix, blank)) {
      this.#closeFence(this.fence, start, end);
      return false;
    }
    this.fence = null;
    if (blank) {
      this.#afterBlank = true;
      return false;
    }
    const indented = prefix !== '' && /^(?: {4}|\t)/.test(prefix);
    if (prefix !== '' && /[-*+\d]/.test(prefix)) this.#inList = true;
    else if (this.#afterBlank && !/^[ \t]/.test(prefix)) this.#inList = false;
    if (indented && this.#afterBlank && !this.#inList && !/[>\-*+\d]/.test(prefix)) return false;
    this.#afterBlank = false;
    const code = codeAt(this.#text, first);
    const fence = code === backtick || code === tilde ? matchAt(fenceLine, this.#text, first) : null;
    if (fence) {
      const sign = fence[1] ?? fence[2] ?? '';
      this.fence = {
        sign,
        at: first,
        quoted: prefix.includes('>'),
        indent: prefix.length,
        listed: /[-*+\d]/.test(prefix) || (this.#inList && /^[ \t]{2}/.test(prefix)),
      };
      return false;
    }
    this.#at = first;
    return true;
  }

  /** The markers and blanks that open a line; a pattern for each line took a tenth of reading a note. */
  #prefixAt(start: number): string {
    const code = codeAt(this.#text, start);
    const mayOpen = isSpace(code) || (code > bracketRound && code < colon) || code === greater;
    return mayOpen ? (matchAt(containers, this.#text, start)?.[0] ?? '') : '';
  }

  #leftContainer(fence: Fence, prefix: string, blank: boolean): boolean {
    if (fence.quoted) return !prefix.includes('>');
    return fence.listed && !blank && !/^[ \t]{2}/.test(prefix);
  }

  #closeFence(fence: Fence, start: number, end: number): void {
    const line = this.#text
      .slice(start, end)
      .replace(/^[ \t>]*/, '')
      .trimEnd();
    const sign = fence.sign.charAt(0);
    if (line.length >= fence.sign.length && line === sign.repeat(line.length)) this.fence = null;
  }

  /** Scans from `at` to the end of the line it ends up on; comments, math and code may span several lines. */
  #scanInline(): void {
    const text = this.#text;
    let atLineStart = true;
    for (;;) {
      inlineMark.lastIndex = this.#at;
      if (!inlineMark.test(text)) {
        this.#at = text.length;
        return;
      }
      const next = inlineMark.lastIndex - 1;
      if (next > this.#at) atLineStart = false;
      this.#at = next;
      const char = text.charAt(next);
      if (char === '\n') {
        this.#at += 1;
        return;
      }
      if (char === '\\') this.#at += 2;
      else if (char === '`') this.#skipCode();
      else if (char === '%' && text.startsWith('%%', this.#at)) this.#takeComment('%%', '%%', atLineStart);
      else if (char === '<' && text.startsWith('<!--', this.#at))
        this.#takeComment('<!--', '-->', atLineStart);
      else if (char === '$' && text.startsWith('$$', this.#at)) this.#takeMaths(atLineStart);
      else this.#at += 1;
      atLineStart = false;
    }
  }

  #paragraphEnd(at: number): number {
    if (at < this.#paragraph.start || at > this.#paragraph.end) {
      this.#paragraph = { start: at, end: matchAt(blankLine, this.#text, at)?.index ?? this.#text.length };
    }
    return this.#paragraph.end;
  }

  #find(mark: string, from: number): number {
    if (this.#gone.has(mark)) return -1;
    const at = this.#text.indexOf(mark, from);
    if (at < 0) this.#gone.add(mark);
    return at;
  }

  #skipCode(): void {
    const run = /`+/y;
    const sign = matchAt(run, this.#text, this.#at)?.[0] ?? '`';
    const start = this.#at + sign.length;
    const limit = this.#paragraphEnd(start);
    let at = this.#text.indexOf(sign, start);
    while (at >= 0 && at < limit) {
      const found = matchAt(run, this.#text, at)?.[0] ?? sign;
      if (found.length === sign.length) {
        this.#at = at + sign.length;
        return;
      }
      at = this.#text.indexOf(sign, at + found.length);
    }
    this.#at = start;
  }

  #takeComment(open: string, close: string, atLineStart: boolean): void {
    const start = this.#at;
    const closing = this.#find(close, start + open.length);
    // Only a comment that opens a line may contain blank lines; elsewhere it ends with its paragraph.
    if (closing < 0 || (!atLineStart && closing > this.#paragraphEnd(start))) {
      this.#at = start + open.length;
      return;
    }
    this.#at = closing + close.length;
    this.comments.push({ start, end: this.#at });
  }

  #takeMaths(atLineStart: boolean): void {
    const text = this.#text;
    const start = this.#at + 2;
    const closing = this.#find('$$', start);
    const limit = atLineStart ? text.length : this.#paragraphEnd(start);
    // Quotes are checked only across lines: on one line with many formulas that would be quadratic.
    const isLong = closing >= 0 && text.slice(start, closing).includes('\n');
    if (
      closing < 0 ||
      closing > limit ||
      (isLong && leavesQuote(text, start, closing)) ||
      holdsHeading(text, this.#paragraphEnd(start), closing)
    ) {
      this.#at = start;
      return;
    }
    this.#at = closing + 2;
    const isQuoted = isLong && quoteDepth(text, start) > 0;
    if (isQuoted) this.maths.push({ start: start - 2, end: this.#at });
    else if (closing > start) this.maths.push({ start, end: closing });
  }
}

const quotePrefix = /^[ \t]*(?:>[ \t]?)*/;

/** The number of `>` that open the line containing `at`. */
function quoteDepth(text: string, at: number): number {
  const prefix = quotePrefix.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
  return prefix.split('>').length - 1;
}

/** Whether a quote, and anything open in it, ends between two positions. */
function leavesQuote(text: string, from: number, to: number): boolean {
  if (quoteDepth(text, from) === 0) return false;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    if (!/^[ \t]*>/.test(text.slice(at + 1, at + 20))) return true;
  return false;
}

/** `x` for math. In a quote, lines keep their endings and as many `>` as the first one; more are math. */
function crossedOut(text: string, span: Span): string {
  const inside = text.slice(span.start, span.end);
  const depth = inside.includes('\n') ? quoteDepth(text, span.start) : 0;
  if (depth === 0) return 'x'.repeat(inside.length);
  const prefix = new RegExp(`^[ \\t]*(?:>[ \\t]?){0,${String(depth)}}`);
  const cross = (line: string): string => 'x'.repeat(line.replace(/\r$/, '').length);
  return inside
    .split('\n')
    .map((line, index) => {
      const kept = index === 0 ? '' : (prefix.exec(line)?.[0] ?? '');
      return kept + cross(line.slice(kept.length)) + (line.endsWith('\r') ? '\r' : '');
    })
    .join('\n');
}

/** Spaces, keeping line endings and the `>` of quoted lines. */
function blanked(text: string, span: Span): string {
  const inside = text.slice(span.start, span.end);
  if (!/[\r\n]/.test(inside)) return ' '.repeat(inside.length);
  const quoted = /^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', span.start) + 1, span.start));
  const [first = '', ...rest] = inside.split('\n');
  const keep = quoted ? /^[ \t]*(?:> ?)*/ : /^/;
  const blank = (line: string): string => line.replace(/[^\r]/g, ' ');
  return [
    blank(first),
    ...rest.map((line) => {
      const prefix = keep.exec(line)?.[0] ?? '';
      return prefix + blank(line.slice(prefix.length));
    }),
  ].join('\n');
}

/** Finds comments and math blocks. A note without either is returned as is. */
export function mask(text: string): Mask {
  if (!candidates.test(text)) return { text, comments: [], unclosedFence: null };
  const scanner = new Scanner(text);
  scanner.run();
  const { comments, maths } = scanner;
  const isComment = new Set(comments);
  let out = '';
  let at = 0;
  for (const span of [...comments, ...maths].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, span.start);
    out += isComment.has(span) ? blanked(text, span) : crossedOut(text, span);
    at = span.end;
  }
  return { text: out + text.slice(at), comments, unclosedFence: scanner.fence?.at ?? null };
}
