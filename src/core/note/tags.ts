import type { Nodes } from 'mdast';
import { parseBlocks, parseNote, spanOf } from './markdown.ts';
import { valuesFor, type Properties } from './properties.ts';

export interface Tag {
  /** Without `#`, as written. */
  readonly name: string;
  /** Offset of a tag in the body, or -1 for one from the frontmatter. */
  readonly at: number;
}

/** Letters, digits, `_`, `-`, `/` and whatever is no ASCII punctuation, as Obsidian allows. */
const inlineTag = /(^|[\s(])#([^\s!-,.:-@[-^`{-~\u2000-\u206F\u2E00-\u2E7F]+)/g;

/** Tags of the frontmatter: `tags` or `tag`, a list or text with commas or blanks, with or without `#`. */
export function frontmatterTags(properties: Properties): readonly Tag[] {
  return valuesFor(properties, ['tags', 'tag'])
    .flatMap((value) => value.split(/[,\s]+/))
    .map((name) => ({ name: name.replace(/^#/, ''), at: -1 }))
    .filter(({ name }) => name !== '');
}

/**
 * Tags in the body whose root is one of `roots` (lower case). Parses only where one of them may be.
 * `masked` is the whole note, masked.
 */
export function bodyTags(masked: string, bodyStart: number, roots: readonly string[]): readonly Tag[] {
  const lower = masked.toLowerCase();
  if (!roots.some((root) => lower.includes(`#${root}`, bodyStart))) return [];
  const tags: Tag[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      const { start, end } = spanOf(node);
      // The character before the text decides whether a `#` at its start opens a tag.
      const from = Math.max(0, start - 1);
      for (const { index, 1: before = '', 2: name = '' } of masked.slice(from, end).matchAll(inlineTag)) {
        const at = from + index + before.length;
        if (at >= start && !/^\d+$/.test(name)) tags.push({ name: name.replace(/\/+$/, ''), at });
      }
    } else if ('children' in node && node.type !== 'link' && node.type !== 'linkReference')
      node.children.forEach(visit);
  };
  visit(bodyStart > 0 ? parseNote(masked) : parseBlocks(masked));
  return tags.filter(({ name }) => roots.some((root) => isUnder(name, root)));
}

/** Whether a tag is `root` or nested below it, whatever its case. */
export function isUnder(name: string, root: string): boolean {
  const [tag, base] = [name.toLowerCase(), root.toLowerCase()];
  return tag === base || tag.startsWith(`${base}/`);
}
