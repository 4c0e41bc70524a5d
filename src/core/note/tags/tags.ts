// The tags in a note's properties and text, as Obsidian reads them.
import { isAt } from '../../text/is-under.ts';
import type { Nodes } from 'mdast';
import { parseBlocks, parseInline, parseNote, spanOf } from '../parse/markdown.ts';
import type { Outline } from '../outline.ts';
import { mask } from '../mask.ts';
import type { Properties } from '../properties.ts';
import { scanParagraphs, withoutQuoteMarks } from '../scan/scan.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';

export interface Tag {
  /** Without `#`, as written. */
  readonly name: string;
  /** Offset of a tag in the body, or -1 if it is from the frontmatter. */
  readonly at: number;
}

/** Letters, digits, `_`, `-`, `/` and anything that isn't ASCII punctuation, as in Obsidian; also after `\[`. */
export const inlineTag = /(^|[\s(]|\\\[)#([^\s!-,.:-@[-^`{-~\u2000-\u206F\u2E00-\u2E7F]+)/g;

/** What separates several tags in one text. */
const tagBreak = /[,\s]+/;

const withoutHash = (name: string): string => (name.startsWith('#') ? name.slice(1) : name);

/** The tags that a text appears to name. */
export function tagsNamed(text: string): readonly string[] {
  return text
    .split(tagBreak)
    .map(withoutHash)
    .filter((name) => name !== '');
}

/** Whether a text is not a tag because it contains a comma or whitespace. */
export function isManyTags(text: string): boolean {
  return tagBreak.test(text.trim());
}

/**
 * Tags from the frontmatter by Obsidian's rules since 1.9, whatever the installed version: only the key `tags` counts;
 * a text with a comma or whitespace is one text and not a tag.
 */
export function frontmatterTags({ list }: Properties): readonly Tag[] {
  const values = list.flatMap((property) => (property.key === 'tags' ? property.values : []));
  return values.flatMap((value) => {
    const name = withoutHash(value.trim());
    return name === '' || isManyTags(value) ? [] : [{ name, at: -1 }];
  });
}

/** A property that Obsidian read as tags before 1.9 and no longer does. */
export interface MistakenTags {
  readonly key: string;
  /** Offset of the key. */
  readonly at: number;
  /** Without `#`. */
  readonly names: readonly string[];
}

/** `tag: a`, `Tags: [a]`, `tags: a, b`: looks like tags but yields none. */
export function mistakenTags({ list }: Properties): readonly MistakenTags[] {
  return list.flatMap(({ key, values, keyStart }) => {
    if (!/^tags?$/i.test(key)) return [];
    const texts = key === 'tags' ? values.filter(isManyTags) : values;
    const names = texts.flatMap(tagsNamed);
    return names.length === 0 ? [] : [{ key, at: keyStart, names }];
  });
}

/**
 * Whether a note may have one of the tags, based on what its host knows. Broader than the rules above, so that only
 * reading the note decides, and notes with mistaken tags are read, too.
 *
 * @param inBody the body's tags as the host knows them, with or without `#`
 */
export function mayHaveTag(
  frontmatter: Readonly<Record<string, unknown>>,
  inBody: readonly string[],
  roots: readonly string[],
): boolean {
  const inProperties: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'string' || typeof value === 'number')
      inProperties.push(...tagsNamed(String(value)));
  };
  for (const [key, value] of Object.entries(frontmatter)) if (/^tags?$/i.test(key)) visit(value);
  return [...inProperties, ...inBody.map(withoutHash)].some((name) =>
    roots.some((root) => isTagUnder(name, root)),
  );
}

/** Positions of `#` followed by one of the roots, ignoring case. */
function candidates(masked: string, from: number, roots: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = masked.indexOf('#', from); at >= 0; at = masked.indexOf('#', at + 1)) {
    if (roots.some((root) => masked.slice(at + 1, at + 1 + root.length).toLowerCase() === root))
      found.push(at);
  }
  return found;
}

/** The tags in the text of nodes located at `offset` in the note. */
function tagsIn(nodes: readonly Nodes[], masked: string, offset: number): Tag[] {
  const tags: Tag[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      const start = offset + spanOf(node).start;
      const end = offset + spanOf(node).end;
      // The character before the text decides whether a leading `#` opens a tag.
      const from = Math.max(0, start - 1);
      for (const { index, 1: before = '', 2: name = '' } of masked.slice(from, end).matchAll(inlineTag)) {
        const at = from + index + before.length;
        if (at >= start && !/^\d+$/.test(name)) tags.push({ name: trimEndSigns(name, '/'), at });
      }
    } else if ('children' in node && node.type !== 'link' && node.type !== 'linkReference')
      node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return tags;
}

/** The tags in `text`, a list, quote or table at `offset` in the note. */
function tagsInContainer(text: string, masked: string, offset: number): Tag[] {
  const paragraphs = scanParagraphs(text);
  if (!paragraphs) return tagsIn(parseBlocks(text).children, masked, offset);
  return paragraphs.flatMap(({ start, end }) => {
    const inside = text.slice(start, end);
    return inside.includes('#') ? tagsIn(parseInline(withoutQuoteMarks(inside)), masked, offset + start) : [];
  });
}

/** The tags in `%%` comments, which Obsidian counts although readers don't see them. */
function tagsInComments(text: string, { hidden }: Outline, roots: readonly string[]): Tag[] {
  return hidden.flatMap(({ start, end }) => {
    if (!text.startsWith('%%', start)) return [];
    const inside = text.slice(start + 2, text.endsWith('%%', end) ? end - 2 : end);
    if (candidates(inside, 0, roots).length === 0) return [];
    const masked = mask(inside).text;
    const tags = tagsIn(parseBlocks(masked).children, `%%${masked}`, 2);
    return tags.map(({ name, at }) => ({ name, at: start + at }));
  });
}

/**
 * The tags in the body whose root is one of `roots` (lowercase), in order. Parses only the blocks that may contain one,
 * or the whole note if link definitions could turn its text into links.
 */
export function bodyTags(text: string, outline: Outline, roots: readonly string[]): readonly Tag[] {
  const inText = tagsInText(outline, roots);
  const inComments = text.includes('%%') ? tagsInComments(text, outline, roots) : [];
  const found = inComments.length === 0 ? inText : [...inText, ...inComments].sort((a, b) => a.at - b.at);
  return found.filter(({ name }) => roots.some((root) => isTagUnder(name, root)));
}

function tagsInText(outline: Outline, roots: readonly string[]): Tag[] {
  const { masked, bodyStart } = outline;
  const places = candidates(masked, bodyStart, roots);
  if (places.length === 0) return [];
  const found: Tag[] = [];
  if (masked.includes(']:')) {
    const root = bodyStart > 0 ? parseNote(masked) : parseBlocks(masked);
    found.push(...tagsIn(root.children, masked, 0));
  } else {
    let next = 0;
    for (const block of outline.blocks) {
      while ((places[next] ?? Infinity) < block.start) next += 1;
      if ((places[next] ?? Infinity) >= block.end) continue;
      if (block.kind === 'paragraph') {
        found.push(...tagsIn(parseInline(masked.slice(block.start, block.end)), masked, block.start));
      } else if (block.kind === 'heading') {
        const { start, end } = block.title;
        found.push(...tagsIn(parseInline(masked.slice(start, end)), masked, start));
      } else if (block.kind !== 'code' && block.kind !== 'html') {
        let { start } = block;
        while (start > 0 && !/[\r\n]/.test(masked.charAt(start - 1))) start -= 1;
        found.push(...tagsInContainer(masked.slice(start, block.end), masked, start));
      }
    }
  }
  return found;
}

/** Whether a tag is `root` or nested below it, ignoring case. */
export function isTagUnder(name: string, root: string): boolean {
  return isAt(name.toLowerCase(), root.toLowerCase());
}
