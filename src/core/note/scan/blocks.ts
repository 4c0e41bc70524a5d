// Scans the blocks of a note in one pass over its lines, with the same result as remark.
import { codeAt } from '../../text/code-at.ts';
import type { Span } from '../span.ts';
import { blockStart } from './block-start.ts';
import { bar, carriageReturn, colon, dash, equals } from './codes.ts';
import { Containers, type ContainerKind } from './containers.ts';
import { endsRawHtml } from './html.ts';
import { closesFence, fenceSize, mayBeRefused, underlineDepth } from './line.ts';
import { Paragraph } from './paragraph.ts';
import { headingBlock, plainBlock, underlinedBlock, type BlockDoubt, type RawBlock } from './raw-block.ts';

/** The innermost open block. `raw` HTML continues across blank lines, other HTML ends at one. */
type Leaf = 'none' | 'paragraph' | 'fence' | 'code' | 'raw' | 'html' | 'table';

export class BlockScanner {
  readonly blocks: RawBlock[] = [];
  /** All paragraphs, including those in containers. */
  readonly paragraphs: Span[] = [];
  /** Whether a container holds headings, tables, quotes or link definitions. */
  isMixed = false;
  /** Whether there is any code, HTML or footnote, containers included. */
  hasOthers = false;
  doubt: BlockDoubt | null = null;
  readonly #text: string;
  readonly #containers: Containers;
  #lineStart = 0;
  #lineEnd = 0;
  /** The outermost container. */
  #outer: { kind: ContainerKind; start: number } | null = null;
  /** The end of the last text or marker in it. */
  #outerEnd = 0;
  #leaf: Leaf = 'none';
  #start = 0;
  #end = 0;
  #fenceSign = 0;
  #fenceSize = 0;
  readonly #paragraph: Paragraph;

  constructor(text: string) {
    this.#text = text;
    this.#containers = new Containers(text);
    this.#paragraph = new Paragraph(text);
  }

  run(from: number): void {
    const text = this.#text;
    for (let at = from; at < text.length && !this.doubt;) {
      const next = text.indexOf('\n', at);
      const end = next < 0 ? text.length : next;
      this.#lineStart = at;
      this.#lineEnd = end > at && codeAt(text, end - 1) === carriageReturn ? end - 1 : end;
      this.#readLine();
      at = end + 1;
    }
    this.#closeNote();
  }

  /** An unclosed fence or raw HTML block extends to the end of the note. */
  #closeNote(): void {
    if (this.#isRaw() && !this.#outer) {
      this.#end = this.#text.length;
      this.#endLeaf();
    }
    this.#closeTo(0);
  }

  #isRaw(): boolean {
    return this.#leaf === 'fence' || this.#leaf === 'raw';
  }

  #readLine(): void {
    const containers = this.#containers;
    const { cursor, stack } = containers;
    containers.startLine(this.#lineStart, this.#lineEnd);
    if (containers.hasNewItem) this.#closeLeaf();
    const depth = stack.length;
    const continues = containers.continued === depth;
    const isConcrete = continues && (this.#isRaw() || this.#leaf === 'html');
    let hasOpened = containers.hasNewItem;
    if (!isConcrete) {
      const interrupts = continues && !hasOpened && (this.#leaf === 'paragraph' || this.#leaf === 'code');
      // After indented code, micromark treats an item as interrupting something and may refuse it.
      if (this.#leaf === 'code' && cursor.indent < 4 && mayBeRefused(this.#text, cursor.first, this.#lineEnd))
        this.doubt = 'an item after indented code';
      hasOpened = this.#openContainers(interrupts);
    }
    const isLazy = !hasOpened && !continues;
    if (cursor.isBlank) this.#readBlank(isLazy);
    else this.#readText(isLazy);
    if (stack.length > 0 && (containers.hasPrefix || !cursor.isBlank)) this.#outerEnd = this.#lineEnd;
  }

  #openContainers(interrupts: boolean): boolean {
    const containers = this.#containers;
    let { continued: depth, hasNewItem: hasOpened } = containers;
    for (;;) {
      const { first } = containers.cursor;
      const opened = containers.open(depth, interrupts);
      if (!opened) return hasOpened;
      this.#closeLeaf();
      if (depth === 0) this.#closeOuter();
      hasOpened = true;
      depth += 1;
      if (depth > 1 && opened.kind === 'quote') this.isMixed = true;
      if (opened.kind === 'definition') this.hasOthers = true;
      this.#outer ??= { kind: opened.kind, start: first };
    }
  }

  #readBlank(isLazy: boolean): void {
    if (isLazy) this.#closeTo(this.#containers.continued);
    else if (this.#leaf === 'code') {
      if (this.#containers.cursor.indent > 3) this.doubt = 'a blank line in indented code';
    } else if (!this.#isRaw()) this.#closeLeaf();
  }

  #readText(isLazy: boolean): void {
    const containers = this.#containers;
    if (isLazy) {
      if (this.#leaf === 'table') this.doubt = 'a lazy line';
      if (this.#leaf === 'paragraph' && !this.#isInterrupted(true)) this.#addLine(true);
      else {
        this.#closeTo(containers.continued);
        // In micromark, indented code that begins on a lazy line is one line long.
        if (containers.cursor.indent > 3) this.doubt = 'a lazy line';
        this.#openLeaf();
      }
    } else this.#goOn();
  }

  #goOn(): void {
    const { cursor } = this.#containers;
    const text = this.#text;
    const lineEnd = this.#lineEnd;
    const isDeep = cursor.indent > 3;
    switch (this.#leaf) {
      case 'fence':
        this.#end = lineEnd;
        if (!isDeep && closesFence(text, cursor.first, lineEnd, this.#fenceSign, this.#fenceSize))
          this.#endLeaf();
        return;
      case 'raw':
        this.#end = lineEnd;
        if (endsRawHtml(text, cursor.first, lineEnd)) this.#endLeaf();
        return;
      case 'html':
        this.#end = lineEnd;
        return;
      case 'code':
        if (isDeep) this.#end = lineEnd;
        else this.#openLeaf();
        return;
      case 'paragraph':
        this.#goOnParagraph();
        return;
      case 'table':
        if (isDeep || this.#isInterrupted(false)) this.#openLeaf();
        else this.#end = lineEnd;
        return;
      case 'none':
        this.#openLeaf();
    }
  }

  #goOnParagraph(): void {
    const { first, indent } = this.#containers.cursor;
    const text = this.#text;
    const lineEnd = this.#lineEnd;
    if (indent < 4) {
      const code = codeAt(text, first);
      const level = code === equals || code === dash ? underlineDepth(text, first, lineEnd) : 0;
      if (level > 0) {
        this.#closeSetext(level);
        return;
      }
      if ((code === bar || code === colon || code === dash) && this.#paragraph.isHeadOf(first, lineEnd)) {
        this.#openTable();
        return;
      }
    }
    if (this.#isInterrupted(false)) this.#openLeaf();
    else this.#addLine(false);
  }

  #closeSetext(depth: number): void {
    const paragraph = this.#paragraph;
    if (paragraph.mayDefine()) this.doubt = 'a link definition';
    this.#leaf = 'none';
    this.#push(underlinedBlock(this.#text, paragraph, this.#lineEnd, depth));
  }

  #openTable(): void {
    const paragraph = this.#paragraph;
    if (paragraph.isLastLazy) this.doubt = 'a lazy line';
    const before = paragraph.beforeLast();
    if (before && paragraph.mayDefine()) this.doubt = 'a link definition';
    if (before) this.#push(plainBlock('paragraph', before.start, before.end));
    this.#startLeaf('table', paragraph.lastStart);
  }

  /** Whether the line begins another block, so that it can't continue a paragraph or table. */
  #isInterrupted(isLazy: boolean): boolean {
    const { first, indent } = this.#containers.cursor;
    if (indent > 3) return false;
    const start = blockStart(this.#text, first, this.#lineEnd);
    if (start === 'text') {
      const code = codeAt(this.#text, first);
      // How tables treat lazy lines varies.
      if (isLazy && (code === bar || code === colon)) this.doubt = 'a lazy line';
      return false;
    }
    if (start === 'unsure') this.doubt = 'HTML of a rare kind';
    if (start === 'complete' && isLazy) this.doubt = 'a lazy line';
    return start !== 'complete' || this.#leaf === 'table';
  }

  #openLeaf(): void {
    this.#closeLeaf();
    const { first, indent } = this.#containers.cursor;
    if (indent > 3) {
      this.#startLeaf('code', this.#lineStart);
      return;
    }
    switch (blockStart(this.#text, first, this.#lineEnd)) {
      case 'heading':
        this.#push(headingBlock(this.#text, first, this.#lineEnd));
        return;
      case 'fence':
        this.#startLeaf('fence', first);
        this.#fenceSign = codeAt(this.#text, first);
        this.#fenceSize = fenceSize(this.#text, first, this.#lineEnd);
        return;
      case 'rule':
        this.#push(plainBlock('rule', first, this.#lineEnd));
        return;
      case 'raw':
        this.#startLeaf('raw', this.#lineStart);
        if (endsRawHtml(this.#text, first, this.#lineEnd)) this.#endLeaf();
        return;
      case 'block':
      case 'complete':
        this.#startLeaf('html', this.#lineStart);
        return;
      case 'unsure':
        this.doubt = 'HTML of a rare kind';
        return;
      case 'text':
        this.#leaf = 'paragraph';
        this.#paragraph.open(first, this.#lineEnd);
    }
  }

  #startLeaf(leaf: Leaf, start: number): void {
    this.#leaf = leaf;
    this.#start = start;
    this.#end = this.#lineEnd;
  }

  #addLine(isLazy: boolean): void {
    const { first, indent } = this.#containers.cursor;
    this.#paragraph.add(first, this.#lineEnd, isLazy, indent > 3);
  }

  #closeLeaf(): void {
    // How far a block ended by its container extends depends on how that container ends.
    if (this.#isRaw()) this.doubt = 'code that its container ends';
    this.#endLeaf();
  }

  #endLeaf(): void {
    const leaf = this.#leaf;
    const paragraph = this.#paragraph;
    this.#leaf = 'none';
    if (leaf === 'paragraph') this.paragraphs.push({ start: paragraph.start, end: paragraph.end });
    else if (leaf !== 'none' && leaf !== 'table') this.hasOthers = true;
    if (this.#outer && (leaf === 'table' || (leaf === 'paragraph' && paragraph.mayDefine())))
      this.isMixed = true;
    if (leaf === 'none' || this.#outer) return;
    if (leaf === 'paragraph') {
      if (paragraph.mayDefine()) this.doubt = 'a link definition';
      this.#push(plainBlock(leaf, paragraph.start, paragraph.end));
    } else {
      const kind = leaf === 'fence' ? 'code' : leaf === 'raw' ? 'html' : leaf;
      this.#push(plainBlock(kind, this.#start, this.#end));
    }
  }

  /** Only top-level blocks count. */
  #push(block: RawBlock): void {
    if (!this.#outer) this.blocks.push(block);
    else if (block.kind === 'heading') this.isMixed = true;
  }

  #closeOuter(): void {
    const outer = this.#outer;
    this.#outer = null;
    if (outer) this.#push(plainBlock(outer.kind, outer.start, this.#outerEnd));
  }

  #closeTo(depth: number): void {
    this.#closeLeaf();
    const { stack } = this.#containers;
    if (depth === 0 && stack.length > 0) this.#closeOuter();
    stack.length = depth;
  }
}
