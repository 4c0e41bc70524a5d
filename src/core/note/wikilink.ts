import type { Nodes } from 'mdast';
import { parseBlocks, spanOf } from './parse/markdown.ts';
import { mask } from './mask.ts';

/** A link or embed as written, not yet resolved. */
export interface NoteLink {
  /** The page as written, without `#…`; empty for a link into the same note. */
  readonly target: string;
  /** Without its `#`. */
  readonly subpath: string | null;
  /** What a reader sees: the alias, or the page's name. */
  readonly display: string;
  readonly embed: boolean;
}

/** The last part of a path, without `.md`. */
export function pageName(target: string): string {
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** `300` or `300x200`: the size of an image, not its name. */
const size = /^\d+(?:x\d+)?$/;

/** Reads what stands between `[[` and `]]`. */
export function parseWikilink(inner: string, embed = false): NoteLink {
  const bar = inner.indexOf('|');
  // In a table the bar is written `\|`.
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
  return { target, subpath, display: shown || pageName(target) || (subpath ?? '').replace(/^\^/, ''), embed };
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A Markdown link or image as a link into the vault, or null where it leads outside. */
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

/** Every link and embed into the vault of a piece of Markdown, in order; code, maths and comments hold none. */
export function findLinks(markdown: string): readonly NoteLink[] {
  if (!maybeLink.test(markdown)) return [];
  const links: NoteLink[] = [];
  const definitions = new Map<string, string>();
  const root = parseBlocks(mask(markdown).text);
  const visit = (node: Nodes): void => {
    let link: NoteLink | null = null;
    if (node.type === 'wikiLink' || node.type === 'embed') {
      const { start, end } = spanOf(node);
      const raw = markdown.slice(start, end).replace(/^!/, '');
      link = parseWikilink(raw.slice(2, -2), node.type === 'embed');
    } else if (node.type === 'link') link = fromUrl(node.url, textOf(node), false);
    else if (node.type === 'image') link = fromUrl(node.url, (node.alt ?? '').replace(/\|[^]*/, ''), true);
    else if (node.type === 'linkReference') {
      link = fromUrl(definitions.get(node.identifier) ?? '', textOf(node), false);
    }
    if (link) links.push(link);
    if ('children' in node) node.children.forEach(visit);
  };
  const define = (node: Nodes): void => {
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(define);
  };
  define(root);
  visit(root);
  return links;
}
