// Renders Markdown as HTML for an Anki field: only tags we write ourselves, everything else escaped. HTML in the note
// is dropped except line breaks. Anki renders `\(…\)` and `\[…\]` as math, and plays `[sound:…]`.
import type { Nodes, Parent } from 'mdast';
import { parseBlocks, spanOf } from '../note/parse/markdown.ts';
import { mask } from '../note/mask.ts';
import { parseWikilink } from '../note/wikilink.ts';
import { decoded } from '../links/pictures.ts';
import { trimSigns } from '../text/trim-signs.ts';
import { decodeEntities } from './html-tokens.ts';

export interface AnkiHtml {
  readonly html: string;
  /** File names of images and sounds, as the field spells them. */
  readonly media: readonly string[];
}

const plainTags: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'b',
  emphasis: 'i',
  delete: 's',
  highlight: 'mark',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
};
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
const sound = /\.(?:mp3|ogg|oga|wav|m4a|flac|webm|mp4|3gp)$/i;
const webAddress = /^(?:https?:|mailto:)/i;

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The name of a file without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Removes the quote marks from lines of quoted text, which the note's text still has. */
const quoteMarks = /\n[ \t]*(?:>[ \t]?)+/g;

/** A formula with its dollar signs, without the marks of the quote around it. */
function maths(raw: string): string {
  const inside = escapeHtml(trimSigns(raw, '$').replace(/\n[ \t]*>[ \t]?/g, '\n'));
  return raw.startsWith('$$') ? `\\[${inside}\\]` : `\\(${inside}\\)`;
}

/** What a card shows of an embed besides a picture, as text: a sound's mark, or the target of another embed. */
export function shownEmbed(embed: string): string {
  const target = /^!\[\[([^\]|]*)/.exec(embed)?.[1] ?? '';
  return image.test(target) ? '' : sound.test(target) ? `[sound:${fileName(target)}]` : target;
}

class Writer {
  readonly #text: string;
  readonly #nameOf: (path: string) => string;
  readonly media = new Set<string>();

  constructor(text: string, nameOf: (path: string) => string) {
    this.#text = text;
    this.#nameOf = nameOf;
  }

  all(node: Parent, between = ''): string {
    return node.children.map((child) => this.write(child)).join(between);
  }

  write(node: Nodes): string {
    const tag = plainTags[node.type];
    if (tag !== undefined && 'children' in node) return `<${tag}>${this.all(node)}</${tag}>`;
    const { start, end } = spanOf(node);
    const raw = this.#text.slice(start, end);
    switch (node.type) {
      case 'text':
        return raw.includes('$$') ? this.#withMaths(raw) : escapeHtml(node.value);
      case 'heading':
        return `<h${node.depth}>${this.all(node)}</h${node.depth}>`;
      case 'list':
        return node.ordered ? `<ol>${this.all(node)}</ol>` : `<ul>${this.all(node)}</ul>`;
      case 'listItem': {
        const box = node.checked === true ? '☑ ' : node.checked === false ? '☐ ' : '';
        return `<li>${box}${this.all(node)}</li>`;
      }
      case 'code':
        return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`;
      case 'inlineMath':
        return maths(raw);
      case 'break':
        return '<br>';
      case 'thematicBreak':
        return '<hr>';
      case 'html':
        return /^<\/?(?:sub|sup|u|kbd)>$/.test(node.value)
          ? node.value
          : /^<br\b/i.test(node.value)
            ? '<br>'
            : '';
      case 'link':
        return webAddress.test(node.url)
          ? `<a href="${escapeHtml(node.url)}">${this.all(node)}</a>`
          : this.all(node);
      case 'image':
        return this.#file(decoded(node.url), node.alt ?? '');
      case 'wikiLink':
        return escapeHtml(parseWikilink(raw.slice(2, -2)).display);
      case 'embed': {
        const { target, display } = parseWikilink(raw.slice(3, -2), true);
        return this.#file(target, display);
      }
      default:
        return 'children' in node ? this.all(node) : '';
    }
  }

  #withMaths(raw: string): string {
    return raw
      .split(/(\$\$[^]*?\$\$)/)
      .map((part, index) =>
        // Obsidian shows a line break where a paragraph has one.
        index % 2 ? maths(part) : escapeHtml(part.replace(quoteMarks, '\n')).replace(/\n[ \t]*/g, '<br>'),
      )
      .join('');
  }

  #file(path: string, shown: string): string {
    if (webAddress.test(path)) return `<img src="${escapeHtml(path)}">`;
    if (!image.test(path) && !sound.test(path)) return escapeHtml(shown);
    const name = this.#nameOf(path);
    this.media.add(name);
    return image.test(name) ? `<img src="${escapeHtml(name)}">` : `[sound:${escapeHtml(name)}]`;
  }
}

/**
 * Renders a question or an answer as HTML.
 * @param nameOf the name in Anki's media folder of an embedded file, given as the note writes it
 */
export function toAnkiHtml(markdown: string, nameOf = fileName): AnkiHtml {
  const writer = new Writer(markdown, nameOf);
  const html = writer.all(parseBlocks(mask(markdown).text));
  // A single paragraph needs no margins around it.
  const only = /^<p>((?:(?!<p>)[^])*)<\/p>$/.exec(html);
  return { html: only?.[1] ?? html, media: [...writer.media] };
}

const plainStrong = /(\*{1,2})([\p{L}\p{N}](?:[^*\n]*[\p{L}\p{N}])?)\1(?!\*)/gu;
const embedSign = '\uE003';
const plainEmbed = /!\[\[[^[\]|#^\\\n]+(?:\|\d+)?\]\]/g;
/** What Markdown or our own rules may read as more than text. */
const anyMark = /[\\`*_[\]<>&$=~^|#%{}]|^[ \t]*(?:[-+]|\d+[.)])|^(?: {4}| *\t)|:\/\/|www\.|@/im;

/** The visible text of simple Markdown, without whitespace; null if it has to be parsed. */
export function simpleText(markdown: string): string | null {
  const embeds = markdown.match(plainEmbed) ?? [];
  const text = markdown.replace(plainEmbed, embedSign).replace(plainStrong, '$2');
  if (anyMark.test(text) || (embeds.length > 0 && markdown.includes(embedSign))) return null;
  let at = 0;
  return text.replaceAll(embedSign, () => shownEmbed(embeds[at++] ?? '')).replace(/\s+/g, '');
}

/** The visible text, without whitespace: formulas as Anki writes them, no images. */
export function visibleText(markdown: string): string {
  return (
    simpleText(markdown) ??
    decodeEntities(toAnkiHtml(markdown).html.replace(/<[^<>]*>/g, '')).replace(/\s+/g, '')
  );
}
