// What the metadata cache knows of one note. A scanner of its own, on purpose: it shares nothing with the plugin's
// parser, so that a fault of one is not hidden by the same fault in the other.
import type { CachedMetadata, EmbedCache, LinkCache, Pos, ReferenceCache, TagCache } from 'obsidian';
import { parse } from 'yaml';
import { position, span, splitLines, visibleText, type Line } from './lines.ts';
import { findSections } from './scan-sections.ts';

const tagPattern = /(?<=^|[\s(>*_"'.,;]|\\\[)#([\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Cf}_/-]+)/gu;
const wikiPattern = /(!?)\[\[([^[\]\n]+?)\]\]/g;
const linkPattern =
  /(!?)\[((?:[^[\]\\]|\\.)*)\]\((<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g;

function frontmatterOf(lines: readonly Line[]): Pick<CachedMetadata, 'frontmatter' | 'frontmatterPosition'> {
  const yaml = lines.filter(({ kind }) => kind === 'yaml');
  const [first, last] = [yaml[0], yaml.at(-1)];
  if (!first || !last) return {};
  const source = yaml
    .slice(1, -1)
    .map(({ text }) => text)
    .join('\n');
  try {
    const value: unknown = parse(source);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    return { frontmatter: value, frontmatterPosition: span(first, last) };
  } catch {
    // As in the app: with broken YAML a note has no properties.
    return {};
  }
}

/** What the app shows of a wikilink without an alias: `N > H` for `[[N#H]]`. */
function shownOf(link: string): string {
  return link
    .split('#')
    .filter((part) => part !== '')
    .join(' > ')
    .trim();
}

function reference(original: string, target: string, display: string | undefined, at: Pos): ReferenceCache {
  return { link: target, original, displayText: display ?? shownOf(target), position: at };
}

function linksOf(line: Line, visible: string): { embed: boolean; reference: ReferenceCache }[] {
  const found: { embed: boolean; reference: ReferenceCache }[] = [];
  for (const match of visible.matchAll(wikiPattern)) {
    const [original, mark = '', inner = ''] = match;
    // A bar at the start parts nothing: `[[|a]]` is a link to `|a`.
    const [, link = inner, alias] = /^(.[^|]*?)\\?\|(.*)$/.exec(inner) ?? [];
    const target = link.trim();
    const display = alias?.trim();
    const at = position(line, match.index, match.index + original.length);
    found.push({ embed: mark === '!', reference: reference(original, target, display, at) });
  }
  for (const match of visible.matchAll(linkPattern)) {
    const [original, mark = '', label = '', raw = ''] = match;
    const target = raw.replace(/^<|>$/g, '');
    if (target === '' || /^[a-z][a-z\d+.-]*:/i.test(target)) continue;
    const at = position(line, match.index, match.index + original.length);
    found.push({ embed: mark === '!', reference: reference(original, decoded(target), label, at) });
  }
  return found.sort((a, b) => a.reference.position.start.col - b.reference.position.start.col);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function tagsOf(line: Line, visible: string): TagCache[] {
  const bare = visible
    .replace(/\[\[[^\]]*\]\]/g, (part) => ' '.repeat(part.length))
    .replace(/\]\([^)]*\)/g, (part) => ' '.repeat(part.length))
    .replace(/https?:\S+/g, (part) => ' '.repeat(part.length));
  return [...bare.matchAll(tagPattern)]
    .filter(([, name = '']) => !/^\d+$/.test(name))
    .map((match) => ({
      tag: `#${match[1] ?? ''}`,
      position: position(line, match.index, match.index + match[0].length),
    }));
}

function frontmatterLinks(value: unknown, key: string): NonNullable<CachedMetadata['frontmatterLinks']> {
  if (typeof value === 'string') {
    const match = /^\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]$/.exec(value);
    if (!match) return [];
    const [original, link = '', display] = match;
    return [{ key, link, original, displayText: display ?? shownOf(link) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    frontmatterLinks(child, key === '' ? name : `${key}.${name}`),
  );
}

export function scanNote(text: string): CachedMetadata {
  const lines = splitLines(text);
  const cache: CachedMetadata = frontmatterOf(lines);
  const links: LinkCache[] = [];
  const embeds: EmbedCache[] = [];
  const tags: TagCache[] = [];
  for (const line of lines) {
    if (line.kind !== 'text' && line.kind !== 'comment') continue;
    if (!/[#[]/.test(line.text)) continue;
    const visible = visibleText(line.text);
    for (const { embed, reference } of linksOf(line, visible)) (embed ? embeds : links).push(reference);
    tags.push(...tagsOf(line, visible));
  }
  const inFrontmatter = frontmatterLinks(cache.frontmatter, '');
  if (links.length > 0) cache.links = links;
  if (embeds.length > 0) cache.embeds = embeds;
  if (tags.length > 0) cache.tags = tags;
  if (inFrontmatter.length > 0) cache.frontmatterLinks = inFrontmatter;
  return Object.assign(cache, findSections(lines));
}
