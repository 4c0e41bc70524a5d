// An editor over a plain text area. What it lacks of the app's editor throws.
import type * as Obsidian from 'obsidian';
import { NotImplemented } from './complete-from-docs.ts';
import { documented, Nothing } from './documented.ts';

type Position = Obsidian.EditorPosition;

interface Moment {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export class TextEditor extends documented<Obsidian.Editor>(Nothing) {
  private readonly past: Moment[] = [];
  private readonly future: Moment[] = [];
  private last: Moment;
  /** Several selections, of which a text area shows the main one; gone once that one has moved. */
  private several: { readonly at: Moment; readonly all: Obsidian.EditorSelection[] } | null = null;

  constructor(private readonly area: HTMLTextAreaElement) {
    super();
    this.last = this.moment();
    area.addEventListener('input', () => this.record());
    area.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) this.redo();
      else this.undo();
    });
  }

  private moment(): Moment {
    const { value, selectionStart: start, selectionEnd: end } = this.area;
    return { value, start, end };
  }

  /** As in the app, each edit is a step of one history, whoever makes it; a text area forgets what scripts do. */
  private record(): void {
    const now = this.moment();
    if (now.value === this.last.value) return;
    this.past.push(this.last);
    this.future.length = 0;
    this.last = now;
  }

  /** Another note, or another text of it from elsewhere. */
  loaded(isOther: boolean): void {
    if (isOther) this.past.length = this.future.length = 0;
    this.last = this.moment();
  }

  override getDoc(): this {
    return this;
  }

  override refresh(): void {}

  override getValue(): string {
    return this.area.value;
  }

  override setValue(content: string): void {
    this.area.value = content;
    this.changed();
  }

  private changed(): void {
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private lines(): string[] {
    return this.area.value.split('\n');
  }

  override getLine(line: number): string {
    return this.lines()[line] ?? '';
  }

  override lineCount(): number {
    return this.lines().length;
  }

  override lastLine(): number {
    return this.lineCount() - 1;
  }

  override posToOffset({ line, ch }: Position): number {
    const lines = this.lines();
    const before = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    return Math.min(before + Math.min(ch, lines[line]?.length ?? 0), this.area.value.length);
  }

  override offsetToPos(offset: number): Position {
    const before = this.area.value.slice(0, offset).split('\n');
    return { line: before.length - 1, ch: before.at(-1)?.length ?? 0 };
  }

  override getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): Position {
    const { selectionStart, selectionEnd, selectionDirection } = this.area;
    const backwards = selectionDirection === 'backward';
    const atStart = side === 'from' || (side === 'head' ? backwards : side === 'anchor' && !backwards);
    return this.offsetToPos(atStart ? selectionStart : selectionEnd);
  }

  override setCursor(pos: Position | number, ch = 0): void {
    const offset = this.posToOffset(typeof pos === 'number' ? { line: pos, ch } : pos);
    this.area.setSelectionRange(offset, offset);
  }

  override setSelection(anchor: Position, head: Position = anchor): void {
    const [a, b] = [this.posToOffset(anchor), this.posToOffset(head)];
    this.area.setSelectionRange(Math.min(a, b), Math.max(a, b), a <= b ? 'forward' : 'backward');
  }

  override setSelections(ranges: Obsidian.EditorSelectionOrCaret[], main = 0): void {
    const range = ranges[main];
    if (range) this.setSelection(range.anchor, range.head);
    const all = ranges.map(({ anchor, head = anchor }) => ({ anchor, head }));
    this.several = all.length > 1 ? { at: this.moment(), all } : null;
  }

  override listSelections(): Obsidian.EditorSelection[] {
    const { value, start, end } = this.moment();
    const at = this.several?.at;
    if (this.several && at?.value === value && at.start === start && at.end === end) return this.several.all;
    return [{ anchor: this.getCursor('anchor'), head: this.getCursor('head') }];
  }

  override getSelection(): string {
    return this.area.value.slice(this.area.selectionStart, this.area.selectionEnd);
  }

  override somethingSelected(): boolean {
    return this.area.selectionStart !== this.area.selectionEnd;
  }

  override getRange(from: Position, to: Position): string {
    return this.area.value.slice(this.posToOffset(from), this.posToOffset(to));
  }

  override replaceRange(replacement: string, from: Position, to: Position = from): void {
    this.area.setRangeText(replacement, this.posToOffset(from), this.posToOffset(to), 'preserve');
    this.changed();
  }

  override replaceSelection(replacement: string): void {
    this.area.setRangeText(replacement, this.area.selectionStart, this.area.selectionEnd, 'end');
    this.changed();
  }

  override setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  override focus(): void {
    this.area.focus();
  }

  override blur(): void {
    this.area.blur();
  }

  override hasFocus(): boolean {
    return document.activeElement === this.area;
  }

  override getScrollInfo(): { top: number; left: number } {
    return { top: this.area.scrollTop, left: this.area.scrollLeft };
  }

  override scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.area.scrollLeft = x;
    if (typeof y === 'number') this.area.scrollTop = y;
  }

  override scrollIntoView(range: Obsidian.EditorRange, center = false): void {
    const top = this.topOf(range.from.line);
    const { clientHeight, scrollTop } = this.area;
    if (center) this.area.scrollTop = top - clientHeight / 2;
    else if (top < scrollTop || top > scrollTop + clientHeight - 40)
      this.area.scrollTop = Math.max(0, top - 40);
  }

  override undo(): void {
    this.step(this.past, this.future);
  }

  override redo(): void {
    this.step(this.future, this.past);
  }

  private step(from: Moment[], to: Moment[]): void {
    const next = from.pop();
    if (!next) return;
    to.push(this.moment());
    this.last = next;
    this.area.value = next.value;
    this.area.setSelectionRange(next.start, next.end);
    this.changed();
  }

  override exec(command: Obsidian.EditorCommandName): void {
    throw new NotImplemented(`Editor.exec("${command}")`);
  }

  /** All changes are of the text as it is, and one step of the history. */
  override transaction({
    changes = [],
    replaceSelection,
    selection,
    selections,
  }: Obsidian.EditorTransaction): void {
    if (replaceSelection !== undefined || selections)
      throw new NotImplemented('Editor.transaction with these');
    const spans = changes.map(({ from, to = from, text }) => {
      return { start: this.posToOffset(from), end: this.posToOffset(to), text };
    });
    for (const { start, end, text } of spans.sort((a, b) => b.start - a.start || b.end - a.end))
      this.area.setRangeText(text, start, end, 'preserve');
    if (selection) this.setSelection(selection.from, selection.to);
    if (spans.length > 0) this.changed();
  }

  override wordAt(): never {
    throw new NotImplemented('Editor.wordAt');
  }

  /** Pixels from the top of the text to a line, measured on a copy, since a text area tells nothing of its lines. */
  private topOf(line: number): number {
    const copy = createDiv({ cls: this.area.className, parent: document.body });
    const { width, padding, lineHeight, font, letterSpacing } = getComputedStyle(this.area);
    copy.setCssStyles({ width, padding, font, lineHeight, letterSpacing, height: 'auto' });
    copy.setCssStyles({
      position: 'absolute',
      visibility: 'hidden',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'break-word',
    });
    copy.setText(this.lines().slice(0, line).join('\n'));
    const height = copy.offsetHeight;
    copy.detach();
    return line === 0 ? 0 : height;
  }
}
