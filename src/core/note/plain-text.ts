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

type NameLink = (inner: string, embed: boolean) => string;

const shownName: NameLink = (inner, embed) => parseWikilink(inner, embed).display;

/** What the reader sees of a piece of inline Markdown: links by name, math and code as written. */
export function plainText(markdown: string): string {
  return readText(markdown, shownName);
}

const listMark = /^[ \t]*[-*+>][ \t]+/gm;

/** The same for a line in a list, menu or message: formulas in words too. */
export function lineText(markdown: string): string {
  return readText(markdown.replace(listMark, ''), shownName, texWords).replace(/\s+/g, ' ');
}

/** A card's question as a line. */
export function cardLine({ question, asksName }: { question: string; asksName: boolean }): string {
  return asksName ? question : lineText(question);
}

/** The same for a heading that identifies a card in the history; it never changes for a reviewed card. */
export function keptText(markdown: string): string {
  return readText(markdown, keptName);
}

function readText(markdown: string, nameOf: NameLink, mathOf = (tex: string): string => tex): string {
  if (!markup.test(markdown)) return markdown.trim();
  const masked = mask(markdown).text;
  const text = (node: Nodes): string => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'wikiLink':
        return nameOf(markdown.slice(start + 2, end - 2), false);
      case 'embed':
        return nameOf(markdown.slice(start + 3, end - 2), true);
      case 'inlineMath':
        return mathOf(trimSigns(markdown.slice(start, end), '$'));
      case 'image':
        return node.alt ?? '';
      case 'break':
        return ' ';
      case 'html':
      case 'footnoteReference':
        return '';
      default:
        if ('children' in node) return node.children.map(text).join('');
        return 'value' in node ? node.value : '';
    }
  };
  const out = parseInline(masked).map(text).join('');
  return out.replace(/\s+/g, ' ').trim();
}
