// Wikilinks and embeds: target, subpath and alias.
import type { Nodes } from 'mdast';
import { parseBlocks, parseInline, spanOf } from './parse/markdown.ts';
import { mask } from './mask.ts';
import { scanInlineSpans, withoutQuoteMarks } from './scan/scan.ts';
import type { Span } from './span.ts';

/** A link or embed as written, not yet resolved. */
export interface NoteLink {
  /** The page as written, without `#…`; empty for a link within the same note. */
  readonly target: string;
  /** Without its `#`. */
  readonly subpath: string | null;
  /** What the reader sees: the alias, or the link as the app shows it (`N#H` as `N > H`). */
  readonly display: string;
  readonly embed: boolean;
}

/** The last path segment, without `.md`. */
export function pageName(target: string): string {
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** `300` or `300x200`: an image size, not a name. */
const size = /^\d+(?:x\d+)?$/;

/** What the app shows for a link without an alias. */
function shownOf(link: string): string {
  return link
    .split('#')
    .filter((part) => part !== '')
    .join(' > ')
    .trim();
}

/** Target, subpath and alias of the text between `[[` and `]]`. */
function partsOf(inner: string, embed: boolean) {
  // A leading bar separates nothing: `[[|a]]` is a link to `|a`.
  const bar = inner.indexOf('|', 1);
  // In a table, the bar is written `\|`.
  const link = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, '').trim();
  const alias =
    bar < 0
      ? ''
      : inner
          .slice(bar + 1)
          .replace(/\\\|/g, '|')
          .trim();
  const hash = link.indexOf('#');
  const target = (hash < 0 ? link : link.slice(0, hash)).trim();
  const subpath = hash < 0 ? null : link.slice(hash + 1).trim();
  const shown = embed ? (alias.split('|').find((part) => !size.test(part.trim())) ?? '') : alias;
  return { link, target, subpath, shown };
}

/** Parses the text between `[[` and `]]`. */
export function parseWikilink(inner: string, embed = false): NoteLink {
  const { link, target, subpath, shown } = partsOf(inner, embed);
  return { target, subpath, display: shown || shownOf(link), embed };
}

/**
 * The name of a link in the headings that identify cards. The history has stored this form since its first line; with
 * the display name of `parseWikilink`, cards below such a heading would no longer be recognized.
 */
export function keptName(inner: string, embed = false): string {
  // Before these were links, their text was kept as written.
  if (inner.startsWith('|')) return `[[${inner}]]`;
  const { target, subpath, shown } = partsOf(inner, embed);
  return shown || pageName(target) || (subpath ?? '').replace(/^\^/, '');
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A Markdown link or image as a link into the vault, or null if it leads outside. */
function fromUrl(url: string, display: string, embed: boolean): NoteLink | null {
  if (url === '' || scheme.test(url)) return null;
  const hash = url.indexOf('#');
  const target = decode(hash < 0 ? url : url.slice(0, hash));
  return {
    target,
    subpath: hash < 0 ? null : decode(url.slice(hash + 1)),
    display: display || pageName(target),
    embed,
  };
}

const maybeLink = /\[\[|\]\(|\]:|\]\[/;

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map((child) => textOf(child)).join('');
  return 'value' in node && node.type !== 'html' ? node.value : '';
}

interface PlacedLink {
  readonly at: number;
  readonly link: NoteLink;
}

/**
 * All links and embeds into the vault in a piece of Markdown, in order. As in the app, code, math and `<!-- -->`
 * contain none, but `%%` comments do.
 */
export function findLinks(markdown: string): readonly NoteLink[] {
  if (!maybeLink.test(markdown)) return [];
  const { text, comments } = mask(markdown);
  const inText = linksIn(markdown, text);
  const inComments = comments.flatMap((comment) => linksInComment(markdown, comment));
  const found = inComments.length === 0 ? inText : [...inText, ...inComments].sort((a, b) => a.at - b.at);
  return found.map(({ link }) => link);
}

function linksInComment(markdown: string, { start, end }: Span): readonly PlacedLink[] {
  if (!markdown.startsWith('%%', start)) return [];
  const inside = markdown.slice(start + 2, markdown.endsWith('%%', end) ? end - 2 : end);
  if (!maybeLink.test(inside)) return [];
  return linksIn(inside, mask(inside).text).map(({ at, link }) => ({ at: start + 2 + at, link }));
}

function linksIn(markdown: string, masked: string): readonly PlacedLink[] {
  const inline = scanInlineSpans(masked);
  if (!inline) return parsedLinks(markdown, masked);
  const linksAt = (
    { start, end }: Span,
    parse: (text: string) => readonly Nodes[],
  ): readonly PlacedLink[] => {
    const inside = masked.slice(start, end);
    return maybeLink.test(inside) ? linksOf(parse(inside), markdown, start) : [];
  };
  const links = inline.spans.flatMap((span) => linksAt(span, (text) => parseInline(withoutQuoteMarks(text))));
  if (inline.tables.length === 0) return links;
  const inTables = inline.tables.flatMap((table) => linksAt(table, (text) => parseBlocks(text).children));
  return [...links, ...inTables].sort((a, b) => a.at - b.at);
}

/** The same using only remark, the reference. */
export function parsedLinks(markdown: string, masked: string): readonly PlacedLink[] {
  const root = parseBlocks(masked);
  const definitions = new Map<string, string>();
  const define = (node: Nodes): void => {
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(define);
  };
  define(root);
  return linksOf(root.children, markdown, 0, definitions);
}

/** The links in nodes located at `offset` in the text. */
function linksOf(
  nodes: readonly Nodes[],
  markdown: string,
  offset: number,
  definitions?: ReadonlyMap<string, string>,
): PlacedLink[] {
  const links: PlacedLink[] = [];
  const visit = (node: Nodes): void => {
    let link: NoteLink | null = null;
    const { start, end } = spanOf(node);
    if (node.type === 'wikiLink' || node.type === 'embed') {
      const raw = markdown.slice(offset + start, offset + end).replace(/^!/, '');
      link = parseWikilink(raw.slice(2, -2), node.type === 'embed');
    } else if (node.type === 'link') link = fromUrl(node.url, textOf(node), false);
    else if (node.type === 'image') link = fromUrl(node.url, (node.alt ?? '').replace(/\|[^]*/, ''), true);
    else if (node.type === 'linkReference')
      link = fromUrl(definitions?.get(node.identifier) ?? '', textOf(node), false);
    if (link) links.push({ at: offset + start, link });
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return links;
}
