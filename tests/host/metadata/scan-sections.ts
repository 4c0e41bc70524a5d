// Headings, sections, list items and block ids of a note, by its lines.
import type { CachedMetadata, HeadingCache, ListItemCache, SectionCache } from 'obsidian';
import { position, span, type Line } from './lines.ts';

type Found = Pick<CachedMetadata, 'headings' | 'sections' | 'blocks' | 'listItems'>;

const listItem = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[(.)\]\s)?/;
const blockId = /(?:^|\s)\^([A-Za-z\d-]+)\s*$/;
const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;

function typeOf(line: Line): string {
  if (line.kind !== 'text') return line.kind;
  const { text } = line;
  if (atx.test(text)) return 'heading';
  if (/^\s*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) return 'thematicBreak';
  if (/^\s*>\s*\[![^\]]+\]/.test(text)) return 'callout';
  if (/^\s*>/.test(text)) return 'blockquote';
  if (listItem.test(text)) return 'list';
  if (/^\s*\|/.test(text)) return 'table';
  if (/^\s*<[a-z!/]/i.test(text)) return 'html';
  if (/^\[\^[^\]]+\]:/.test(text)) return 'footnoteDefinition';
  return 'paragraph';
}

/** Whether a line of type `next` goes on with the section of type `type`, with nothing blank between them. */
function goesOn(type: string, next: string): boolean {
  if (type === 'heading' || type === 'thematicBreak') return false;
  if (type === 'callout') return next === 'blockquote' || next === 'paragraph';
  if (type === next) return true;
  return next === 'paragraph' && !['code', 'math', 'yaml', 'comment'].includes(type);
}

function setext(section: SectionCache, lines: readonly Line[]): 1 | 2 | null {
  const { start, end } = section.position;
  const last = lines[end.line];
  if (section.type !== 'paragraph' || end.line === start.line || !last) return null;
  if (/^ {0,3}=+[ \t]*$/.test(last.text)) return 1;
  return /^ {0,3}-+[ \t]*$/.test(last.text) ? 2 : null;
}

function sectionsOf(lines: readonly Line[]): SectionCache[] {
  const sections: SectionCache[] = [];
  let first: Line | null = null;
  let last: Line | null = null;
  let type = '';
  const close = () => {
    if (first && last) sections.push({ type, position: span(first, last) });
    first = last = null;
  };
  for (const line of lines) {
    if (line.kind === 'text' && line.text.trim() === '') {
      close();
      continue;
    }
    const next: string = typeOf(line);
    // The underline of a setext heading looks like a rule, and so belongs to the paragraph above it.
    const underline = first && type === 'paragraph' && /^ {0,3}(-+|=+)[ \t]*$/.test(line.text);
    if (!first || !(underline || goesOn(type, next))) {
      close();
      first = line;
      type = next;
    }
    last = line;
    if (underline) close();
  }
  close();
  return sections;
}

function headingOf(section: SectionCache, lines: readonly Line[]): HeadingCache | null {
  const line = lines[section.position.start.line];
  if (!line) return null;
  if (section.type === 'heading') {
    const [, marks = '', heading = ''] = atx.exec(line.text) ?? [];
    return { heading: heading.trim(), level: marks.length, position: section.position };
  }
  const level = setext(section, lines);
  if (!level) return null;
  const text = lines.slice(section.position.start.line, section.position.end.line);
  return { heading: text.map((one) => one.text.trim()).join(' '), level, position: section.position };
}

function itemsOf(section: SectionCache, lines: readonly Line[]): ListItemCache[] {
  const items: ListItemCache[] = [];
  const open: { indent: number; line: number }[] = [];
  const { start, end } = section.position;
  for (const line of lines.slice(start.line, end.line + 1)) {
    const match = listItem.exec(line.text);
    if (!match) continue;
    const indent = (match[1] ?? '').replaceAll('\t', '    ').length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const id = blockId.exec(line.text)?.[1];
    items.push({
      // As documented: for an item of the first level, the negative of the list's first line.
      parent: open.at(-1)?.line ?? -start.line,
      position: position(line, match[1]?.length ?? 0, line.text.length),
      ...(match[2] !== undefined && { task: match[2] }),
      ...(id !== undefined && { id }),
    });
    open.push({ indent, line: line.number });
  }
  return items;
}

export function findSections(lines: readonly Line[]): Found {
  const sections = sectionsOf(lines);
  const headings: HeadingCache[] = [];
  const listItems: ListItemCache[] = [];
  const blocks: NonNullable<Found['blocks']> = {};
  for (const section of sections) {
    const heading = headingOf(section, lines);
    if (heading) {
      headings.push(heading);
      section.type = 'heading';
    }
    if (section.type === 'list') listItems.push(...itemsOf(section, lines));
    const last = lines[section.position.end.line];
    const id = last?.kind === 'text' ? blockId.exec(last.text)?.[1] : undefined;
    if (id !== undefined) {
      section.id = id;
      blocks[id.toLowerCase()] = { id, position: section.position };
    }
  }
  for (const item of listItems) {
    if (item.id !== undefined) blocks[item.id.toLowerCase()] = { id: item.id, position: item.position };
  }
  return {
    ...(sections.length > 0 && { sections }),
    ...(headings.length > 0 && { headings }),
    ...(listItems.length > 0 && { listItems }),
    ...(Object.keys(blocks).length > 0 && { blocks }),
  };
}
