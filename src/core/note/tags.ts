import type { Nodes } from 'mdast';
import { parseBlocks, parseInline, parseNote, spanOf } from './parse/markdown.ts';
import type { Outline } from './outline.ts';
import { valuesFor, type Properties } from './properties.ts';
import { scanParagraphs } from './scan/scan.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

export interface Tag {
  /** Without `#`, as written. */
  readonly name: string;
  /** Offset of a tag in the body, or -1 for one from the frontmatter. */
  readonly at: number;
}

/** Letters, digits, `_`, `-`, `/` and whatever is no ASCII punctuation, as Obsidian allows. */
const inlineTag = /(^|[\s(])#([^\s!-,.:-@[-^`{-~\u2000-\u206F\u2E00-\u2E7F]+)/g;

const manyTags = /[,\s]/;

/** Tags of the frontmatter: `tags` or `tag`, a list or text with commas or blanks, with or without `#`. */
export function frontmatterTags(properties: Properties): readonly Tag[] {
  const tags: Tag[] = [];
  for (const value of valuesFor(properties, ['tags', 'tag'])) {
    for (const written of manyTags.test(value) ? value.split(/[,\s]+/) : [value]) {
      const name = written.startsWith('#') ? written.slice(1) : written;
      if (name !== '') tags.push({ name, at: -1 });
    }
  }
  return tags;
}

/** Where `#` and one of the roots stand, whatever their case. */
function candidates(masked: string, from: number, roots: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = masked.indexOf('#', from); at >= 0; at = masked.indexOf('#', at + 1)) {
    if (roots.some((root) => masked.slice(at + 1, at + 1 + root.length).toLowerCase() === root))
      found.push(at);
  }
  return found;
}

/** The tags in the text of some nodes, which stand at `offset` in the note. */
function tagsIn(nodes: readonly Nodes[], masked: string, offset: number): Tag[] {
  const tags: Tag[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      const start = offset + spanOf(node).start;
      const end = offset + spanOf(node).end;
      // The character before the text decides whether a `#` at its start opens a tag.
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

/** The tags of a list, quote or table, which `text` is and which stands at `offset` in the note. */
function tagsInContainer(text: string, masked: string, offset: number): Tag[] {
  const paragraphs = scanParagraphs(text);
  if (!paragraphs) return tagsIn(parseBlocks(text).children, masked, offset);
  return paragraphs.flatMap(({ start, end }) => {
    const inside = text.slice(start, end);
    // The marks of quotes before its lines are none of the paragraph.
    const plain = inside.replace(/\n[ \t]*(?:>[ \t]*)+/g, (marks) => `\n${' '.repeat(marks.length - 1)}`);
    return inside.includes('#') ? tagsIn(parseInline(plain), masked, offset + start) : [];
  });
}

/**
 * Tags in the body whose root is one of `roots` (lower case). Parses only the blocks in which one may be, or the whole
 * note where link definitions could make links of its text.
 */
export function bodyTags(outline: Outline, roots: readonly string[]): readonly Tag[] {
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
  return found.filter(({ name }) => roots.some((root) => isUnder(name, root)));
}

/** Whether a tag is `root` or nested below it, whatever its case. */
export function isUnder(name: string, root: string): boolean {
  const [tag, base] = [name.toLowerCase(), root.toLowerCase()];
  return tag === base || tag.startsWith(`${base}/`);
}
