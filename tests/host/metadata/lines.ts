// Cuts a note into lines with offsets, and says which of them are hidden from the search for headings, tags and links.
import type { Loc, Pos } from 'obsidian';

export interface Line {
  readonly number: number;
  readonly start: number;
  /** Without the line break. */
  readonly text: string;
  readonly kind: 'text' | 'yaml' | 'code' | 'math' | 'comment' | 'html';
  /** Whether a block begins here that has lines of this kind; two fences in a row are two blocks. */
  readonly opens: boolean;
}

export function position(line: Line, from: number, to: number): Pos {
  const at = (col: number): Loc => ({ line: line.number, col, offset: line.start + col });
  return { start: at(from), end: at(to) };
}

/** From the start of one line to the end of another. */
export function span(first: Line, last: Line): Pos {
  return { start: position(first, 0, 0).start, end: position(last, 0, last.text.length).end };
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let kind: Line['kind'] = 'text';
  let fence = '';
  const closesYaml = /^---[ \t]*$/;
  const hasYaml = /^---[ \t]*\r?\n/.test(text) && /\n---[ \t]*(\r?\n|$)/.test(text);
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const number = lines.length;
    let own: Line['kind'] = kind;
    const before = kind;
    if (number === 0 && hasYaml) own = kind = 'yaml';
    else if (kind === 'yaml') {
      if (closesYaml.test(line)) kind = 'text';
    } else if (kind === 'code') {
      const close = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (close?.startsWith(fence)) kind = 'text';
    } else if (kind === 'math') {
      if (line.includes('$$')) kind = 'text';
    } else if (kind === 'comment') {
      if (line.includes('%%')) kind = 'text';
    } else if (kind === 'html') {
      if (line.includes('-->')) kind = 'text';
    } else {
      const open = /^(?:[\s>]|[-*+] |\d+[.)] )*(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1];
      if (open) {
        own = kind = 'code';
        fence = open;
      } else if (/^[\s>]*\$\$(?!.*\$\$)/.test(line)) own = kind = 'math';
      else if (/^\s*%%(?!.*%%)/.test(line)) own = kind = 'comment';
      else if (/^ {0,3}<!--(?!.*-->)/.test(line)) own = kind = 'html';
    }
    lines.push({ number, start, text: line, kind: own, opens: before === 'text' && own !== 'text' });
    start += raw.length + 1;
  }
  return lines;
}

/**
 * The line with code, maths and HTML comments blanked out, so that columns stay true. Comments in `%%` stay: the app
 * counts the tags and links in them.
 */
export function visibleText(line: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return line
    .replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, blank)
    .replace(/<!--.*?-->/g, blank)
    .replace(/\$\$.+?\$\$/g, blank)
    .replace(/(?<![\\$\w])\$(?!\s)[^$]*?(?<![\s\\])\$(?!\d)/g, blank);
}
