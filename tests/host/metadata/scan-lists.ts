// Items of lists by the lines of their section, in quotes and callouts too.
import type { ListItemCache, Pos } from 'obsidian';
import { position, type Line } from './lines.ts';

/** The mark that opens an item. */
export interface ItemMark {
  /** Columns before it, and before its text; tabs reach to the next multiple of four. */
  readonly indent: number;
  readonly content: number;
  /** `-`, `*`, `+`, `.` or `)`: another sign begins another list. */
  readonly sign: string;
  /** Whether it may follow a line of text, with nothing blank between. */
  readonly interrupts: boolean;
  readonly task: string | undefined;
  /** What follows the mark and the task box. */
  readonly rest: string;
}

const item = /^(\s*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*)|$)/;
const taskBox = /^\[(.)\]\s(.*)$/;
const blockId = /(?:^|\s)\^([A-Za-z\d-]+)\s*$/;
const quoteMarks = /^(?: {0,3}> ?)+/;

function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += sign === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

export function indentOf(text: string): number {
  return columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '');
}

export function itemMark(text: string): ItemMark | null {
  const [whole, before = '', mark = '', after = '', inside = ''] = item.exec(text) ?? [];
  if (whole === undefined) return null;
  const [indent, end] = [columnsOf(before), columnsOf(before + mark)];
  const width = columnsOf(before + mark + after) - end;
  const [, task, rest = inside] = taskBox.exec(inside) ?? [];
  return {
    indent,
    // Text that is more than four columns away is code, one column after the mark.
    content: end + (inside === '' || width > 4 ? 1 : width),
    sign: mark.slice(-1),
    interrupts: inside !== '' && (mark.length === 1 || mark.length === 2) && !/^[02-9]/.test(mark),
    task,
    rest,
  };
}

/** How many characters take up that many columns; a tab that reaches beyond counts whole. */
function charactersFor(text: string, columns: number): number {
  let count = 0;
  while (count < text.length && columnsOf(text.slice(0, count)) < columns) count += 1;
  return count;
}

interface OpenItem {
  readonly entry: ListItemCache;
  readonly mark: ItemMark;
  readonly line: number;
  /** The line on which its list begins. */
  readonly listStart: number;
  /** The last line of its own text. */
  last: Line;
  /** Whether an item below it has begun: what comes after that is not in its position. */
  isCut: boolean;
}

class Lists {
  readonly found: ListItemCache[] = [];
  readonly #lines: readonly Line[];
  #open: OpenItem[] = [];
  #afterBlank = false;
  #quote = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  read(line: Line): void {
    const prefix = quoteMarks.exec(line.text)?.[0] ?? '';
    const depth = prefix.split('>').length;
    // A line without the marks of its quote goes on with its text.
    const isLazy = depth < this.#quote && this.#open.length > 0 && !itemMark(line.text.slice(prefix.length));
    if (depth !== this.#quote && !isLazy) this.end();
    if (!isLazy) this.#quote = depth;
    const text = line.text.slice(prefix.length);
    const mark = line.kind === 'text' ? itemMark(text) : null;
    if (line.kind === 'text' && text.trim() === '') this.#afterBlank = true;
    else {
      if (!mark || !this.#openItem(line, prefix.length, text, mark)) this.#addText(line, indentOf(text));
      this.#afterBlank = false;
    }
  }

  end(): void {
    this.#closeTo(0, null);
    this.#afterBlank = false;
  }

  #openItem(line: Line, base: number, text: string, mark: ItemMark): boolean {
    const level = this.#open.findIndex((one) => mark.indent < one.mark.content);
    const depth = level < 0 ? this.#open.length : level;
    const parent = this.#open[depth - 1];
    const sibling = this.#open[depth];
    const isFarIn = mark.indent >= (parent?.mark.content ?? 0) + 4;
    const isInText = !this.#afterBlank && this.#open.length > 0;
    const goesOn = sibling?.mark.sign === mark.sign;
    // Code, or a line that goes on with the text above it.
    if (isFarIn || (isInText && !sibling && !mark.interrupts)) return false;
    this.#closeTo(depth, goesOn ? line : null);
    if (parent) cut(parent);
    const start = charactersFor(text, parent?.mark.content ?? 0);
    const listStart = goesOn ? sibling.listStart : line.number;
    this.#add(line, base + start, mark, listStart, parent);
    this.#addInside(line, mark);
    return true;
  }

  #add(line: Line, from: number, mark: ItemMark, listStart: number, parent: OpenItem | undefined): void {
    const entry: ListItemCache = {
      // For an item of the first level, the negative of its list's first line; line 0 counts as 1.
      parent: parent?.line ?? -Math.max(1, listStart),
      position: position(line, from, line.text.length),
      ...(mark.task !== undefined && { task: mark.task }),
    };
    this.found.push(entry);
    this.#open.push({ entry, mark, line: line.number, listStart, last: line, isCut: false });
  }

  /** `- - a` is an item in an item; for the app `- [ ] 1. a` is one, too. */
  #addInside(line: Line, mark: ItemMark): void {
    const inside = itemMark(mark.rest);
    const parent = this.#open.at(-1);
    if (!inside || !parent || /^\s/.test(mark.rest)) return;
    const from = line.text.length - mark.rest.length;
    const moved = { ...inside, indent: from, content: from + inside.content };
    this.#add(line, from, moved, line.number, parent);
    parent.isCut = true;
    this.#addInside(line, moved);
  }

  #addText(line: Line, indent: number): void {
    if (this.#afterBlank) {
      const level = this.#open.findIndex((one) => indent < one.mark.content);
      if (level >= 0) this.#closeTo(level, null);
    }
    const owner = this.#open.at(-1);
    if (owner) owner.last = line;
  }

  /** Closes items; the first of them reaches to the line of `sibling`, where one follows in the same list. */
  #closeTo(depth: number, sibling: Line | null): void {
    this.#open.slice(depth).forEach((one, index) => {
      const before = sibling && this.#lines[sibling.number - 1];
      if (before && index === 0 && !one.isCut) reach(one.entry.position, before);
      else cut(one);
      const id = one.last.kind === 'text' ? blockId.exec(one.last.text)?.[1] : undefined;
      if (id !== undefined) one.entry.id = id;
    });
    this.#open.length = Math.min(depth, this.#open.length);
  }
}

function reach(pos: Pos, line: Line): void {
  pos.end = position(line, 0, line.text.length).end;
}

function cut(one: OpenItem): void {
  if (!one.isCut) reach(one.entry.position, one.last);
  one.isCut = true;
}

/** The items of a section whose lines are `from` to `to`. */
export function itemsOf(lines: readonly Line[], from: number, to: number): ListItemCache[] {
  const lists = new Lists(lines);
  for (const line of lines.slice(from, to + 1)) lists.read(line);
  lists.end();
  return lists.found;
}
