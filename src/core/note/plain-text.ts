// Markdown as plain text, for names, searches and lists.
import type { Nodes } from 'mdast';
import { parseInline, spanOf } from './parse/markdown.ts';
import { mask } from './mask.ts';
import { keptName, parseWikilink } from './wikilink.ts';
import { texWords } from '../text/tex-words.ts';
import { trimSigns } from '../text/trim-signs.ts';

const markup = /[\\`*_[\]<>!$=~&#^|\n]|%%|:\/\/|www\./;

/** Whether the shown text may differ from the source. */
export function hasMarkup(markdown: string): boolean {
  return markup.test(markdown);
}

const manyBlanks = /\s\s|[^\S ]/;

interface Reading {
  readonly nameOf: (inner: string, embed: boolean) => string;
  readonly mathOf?: (tex: string) => string;
  /** Of a picture without an alternative text. */
  readonly fileOf?: (url: string) => string;
  /** What separates the words around a `<br>`. */
  readonly lineBreak?: string;
}

const shown: Reading = {
  nameOf: (inner, embed) => parseWikilink(inner, embed).display,
  lineBreak: ' ',
};

const inLine: Reading = {
  ...shown,
  mathOf: texWords,
  fileOf: (url) => decoded(url.slice(url.lastIndexOf('/') + 1)),
};

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A blank of a cloze: beside some signs, `==` would be no highlight. */
const blank = /==\[([^\]\n]*)\]==/g;
const withBlanks = (markdown: string): string =>
  markdown.includes('==[') ? markdown.replace(blank, '\\[$1\\]') : markdown;

/** What the reader sees of a piece of inline Markdown: links by name, math and code as written. */
export function plainText(markdown: string): string {
  return readText(withBlanks(markdown), shown);
}

const listMark = /^[ \t]*[-*+>][ \t]+/gm;

/** The same for a line in a list, menu or message: formulas in words too. */
export function lineText(markdown: string): string {
  const text = withBlanks(markdown.replace(listMark, ''));
  // What has no words, as an image in HTML, is better than an empty line.
  return (readText(text, inLine) || markdown.trim()).replace(/\s+/g, ' ');
}

/** A card's question as a line. */
export function cardLine({ question, asksName }: { question: string; asksName: boolean }): string {
  return asksName ? question : lineText(question);
}

/** The same for a heading that identifies a card in the history; it never changes for a reviewed card. */
export function keptText(markdown: string): string {
  return readText(markdown, { nameOf: keptName });
}

function readText(markdown: string, { nameOf, mathOf, fileOf, lineBreak = '' }: Reading): string {
  if (!markup.test(markdown)) return markdown.trim();
  const masked = mask(markdown).text;
  const text = (node: Nodes): string => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'wikiLink':
        return nameOf(markdown.slice(start + 2, end - 2), false);
      case 'embed':
        return nameOf(markdown.slice(start + 3, end - 2), true);
      case 'inlineMath': {
        const tex = trimSigns(markdown.slice(start, end), '$');
        return mathOf?.(tex) ?? tex;
      }
      case 'image':
        return node.alt || (fileOf?.(node.url) ?? '');
      case 'break':
        return ' ';
      case 'html':
        return /^<br\b/i.test(node.value) ? lineBreak : '';
      case 'footnoteReference':
        return '';
      default:
        if ('children' in node) return node.children.map(text).join('');
        return 'value' in node ? node.value : '';
    }
  };
  let out = '';
  for (const node of parseInline(masked)) out += text(node);
  return (manyBlanks.test(out) ? out.replace(/\s+/g, ' ') : out).trim();
}
