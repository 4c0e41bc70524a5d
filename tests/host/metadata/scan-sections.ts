// Headings, sections, list items and block ids of a note, by its lines.
import type { CachedMetadata, HeadingCache, ListItemCache, SectionCache } from 'obsidian';
import { span, type Line } from './lines.ts';
import { indentOf, itemMark, itemsOf, type ItemMark } from './scan-lists.ts';

type Found = Pick<CachedMetadata, 'headings' | 'sections' | 'blocks' | 'listItems'>;

const blockId = /(?:^|\s)\^([A-Za-z\d-]+)\s*$/;
const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;

function typeOf(line: Line): string {
  if (line.kind !== 'text') return line.kind;
  const { text } = line;
  if (atx.test(text)) return 'heading';
  if (/^\s*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) return 'thematicBreak';
  if (/^\s*>\s*\[![^\]]+\]/.test(text)) return 'callout';
  if (/^\s*>/.test(text)) return 'blockquote';
  if (itemMark(text)) return 'list';
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

/** The list that a section is, by its last item of the first level. */
interface OpenList {
  readonly item: ItemMark;
  /** Whether the last line is code of it. */
  inCode: boolean;
}

/** Whether a list goes on with the line: with text that is indented as far, a line of its text, or the next item. */
function listGoesOn({ item, inCode }: OpenList, line: Line, type: string, afterBlank: boolean): boolean {
  if (inCode && line.kind === 'code' && !line.opens) return true;
  if (indentOf(line.text) >= item.content) return true;
  if (type === 'list') return itemMark(line.text)?.sign === item.sign;
  return type === 'paragraph' && !afterBlank && !inCode;
}

const ownsId: ReadonlySet<string> = new Set(['list', 'callout', 'blockquote', 'table']);
const idAlone = /^ {0,3}\^([A-Za-z\d-]+)[ \t]*$/;

/** The block id that a line is, where it belongs to the block before the blank line above it. */
function idBelow(line: Line, above: SectionCache | undefined, next: Line | undefined): string | undefined {
  if (line.kind !== 'text' || !above || !ownsId.has(above.type)) return undefined;
  if (next && (next.kind !== 'text' || next.text.trim() !== '')) return undefined;
  return idAlone.exec(line.text)?.[1];
}

function sectionsOf(lines: readonly Line[]): SectionCache[] {
  const sections: SectionCache[] = [];
  let first: Line | null = null;
  let last: Line | null = null;
  let type = '';
  let list: OpenList | null = null;
  let afterBlank = false;
  const close = () => {
    if (first && last) sections.push({ type, position: span(first, last) });
    first = last = list = null;
  };
  const open = (line: Line, next: string) => {
    close();
    first = line;
    type = next;
  };
  for (const line of lines) {
    if (line.kind === 'text' && line.text.trim() === '') {
      // A list may go on after it.
      if (!list) close();
      afterBlank = true;
      continue;
    }
    const next = typeOf(line);
    // The underline of a setext heading looks like a rule, and so belongs to the paragraph above it.
    const underline = first !== null && type === 'paragraph' && /^ {0,3}(-+|=+)[ \t]*$/.test(line.text);
    const goes: boolean = list
      ? listGoesOn(list, line, next, afterBlank)
      : first !== null && !line.opens && (underline || goesOn(type, next));
    if (!goes) {
      close();
      const id = afterBlank ? idBelow(line, sections.at(-1), lines[line.number + 1]) : undefined;
      const above = sections.at(-1);
      if (id !== undefined && above) {
        above.id = id;
        continue;
      }
      open(line, next);
    }
    last = line;
    const item = type === 'list' && line.kind === 'text' ? itemMark(line.text) : null;
    if (item && (!list || item.indent < list.item.content)) list = { item, inCode: false };
    else if (list) list.inCode = line.kind === 'code';
    if (underline) close();
    afterBlank = false;
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
    const { start, end } = section.position;
    if (['list', 'callout', 'blockquote'].includes(section.type))
      listItems.push(...itemsOf(lines, start.line, end.line));
    const last = lines[end.line];
    const id = section.id ?? (last?.kind === 'text' ? blockId.exec(last.text)?.[1] : undefined);
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
