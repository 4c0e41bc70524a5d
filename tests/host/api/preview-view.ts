// The reading view of a note, section by section. As in the app, a section that has not changed keeps its element and
// is not processed again, and only those near what is seen are in the page.
import type * as Obsidian from 'obsidian';
import { renderSection, sectionsOf, type NoteSection } from '../renderer/render-note.ts';
import { Component } from './component.ts';
import { documented } from './documented.ts';
import { MarkdownRenderer } from './markdown-renderer.ts';

interface Shown extends NoteSection {
  readonly el: HTMLElement;
  readonly owner: Component;
  /** In px, as measured last. */
  height: number;
}

/** The part of its view that it needs. */
interface Host {
  readonly app: Obsidian.App;
  readonly file: Obsidian.TFile | null;
}

/** ms until sections that are not seen leave the page; by then embeds and formulas have come. */
const dropAfter = 150;

export class MarkdownPreviewView extends documented<
  Obsidian.MarkdownPreviewView & MarkdownRenderer,
  [HTMLElement]
>(MarkdownRenderer) {
  readonly previewEl: HTMLElement;
  override hoverPopover: Obsidian.HoverPopover | null = null;
  rendering: Promise<void> = Promise.resolve();
  private readonly sizer: HTMLElement;
  private readonly pusher: HTMLElement;
  private readonly header: HTMLElement;
  private text = '';
  private sections: Shown[] = [];
  private byEl = new Map<Element, Shown>();
  private round = 0;
  private timer = 0;

  constructor(private readonly host: Host) {
    super(createDiv('markdown-reading-view'));
    this.app = host.app;
    this.previewEl = this.containerEl.createDiv({
      cls: 'markdown-preview-view markdown-rendered',
      attr: { tabindex: -1 },
    });
    this.sizer = this.previewEl.createDiv('markdown-preview-sizer markdown-preview-section');
    this.pusher = this.sizer.createDiv('markdown-preview-pusher');
    this.header = this.sizer.createDiv('mod-header').createDiv('inline-title');
    this.previewEl.addEventListener('scroll', () => this.window());
  }

  override get file(): Obsidian.TFile {
    if (!this.host.file) throw new Error('the view shows no file');
    return this.host.file;
  }

  override onunload(): void {
    this.round += 1;
    window.clearTimeout(this.timer);
  }

  override get(): string {
    return this.text;
  }

  override set(data: string, clear: boolean): void {
    this.text = data;
    if (clear) this.previewEl.scrollTop = 0;
    this.render(false);
  }

  override clear(): void {
    this.set('', true);
  }

  override rerender(full = false): void {
    this.render(full);
  }

  override getScroll(): number {
    const top = this.previewEl.scrollTop;
    return this.sections.filter((_, nth) => this.topOf(nth) <= top).at(-1)?.lineStart ?? 0;
  }

  override applyScroll(line: number): void {
    const at = this.sections.filter(({ lineStart }) => lineStart <= line).length - 1;
    const section = this.sections[at];
    if (!section) return;
    const lines = section.lineEnd - section.lineStart + 1;
    const share = Math.min(1, (line - section.lineStart) / lines);
    this.previewEl.scrollTop = this.topOf(at) + section.height * share;
    this.window();
  }

  /** Shows a line, and that it is the one. */
  flash(line: number): void {
    const section = this.sections.filter(({ lineStart }) => lineStart <= line).at(-1) ?? this.sections[0];
    if (!section) return;
    if (!section.el.isConnected) this.applyScroll(section.lineStart);
    section.el.scrollIntoView({ block: 'center' });
    section.el.addClass('is-flashing');
    window.setTimeout(() => section.el.removeClass('is-flashing'), 1500);
  }

  /** Measures what is in the page. */
  measure(): void {
    for (const [nth, section] of this.sections.entries()) {
      const next = this.sections[nth + 1]?.el;
      if (!section.el.isConnected) continue;
      // Margins of neighbors are one.
      section.height = next?.isConnected ? next.offsetTop - section.el.offsetTop : section.el.offsetHeight;
    }
  }

  private readonly info = (el: HTMLElement): Obsidian.MarkdownSectionInformation | null => {
    const box = el.parentElement ? el.closest('.markdown-preview-sizer > div') : el;
    const section = box === null ? undefined : this.byEl.get(box);
    return section ? { text: this.text, lineStart: section.lineStart, lineEnd: section.lineEnd } : null;
  };

  private render(full: boolean): void {
    const round = (this.round += 1);
    this.rendering = this.draw(round, full).catch(reportError);
  }

  private async draw(round: number, full: boolean): Promise<void> {
    const sourcePath = this.host.file?.path ?? '';
    const kept = new Map<string, Shown[]>();
    for (const one of full ? [] : this.sections) kept.set(one.raw, [...(kept.get(one.raw) ?? []), one]);
    const next: Shown[] = [];
    let isDrawing = true;
    for (const section of sectionsOf(this.text)) {
      const same = kept.get(section.raw)?.shift();
      if (same) next.push({ ...section, el: same.el, owner: same.owner, height: same.height });
      else {
        const owner = this.addChild(new Component());
        const job = { app: this.app, sourcePath, component: owner };
        // A section that is being drawn is not in the list yet.
        const info = (el: HTMLElement): Obsidian.MarkdownSectionInformation | null =>
          this.info(el) ??
          (isDrawing ? { text: this.text, lineStart: section.lineStart, lineEnd: section.lineEnd } : null);
        next.push({ ...section, el: await renderSection(job, section, info), owner, height: 0 });
      }
    }
    isDrawing = false;
    if (round !== this.round) return;
    const owners = new Set(next.map(({ owner }) => owner));
    for (const { owner } of this.sections) if (!owners.has(owner)) this.removeChild(owner);
    this.sections = next;
    this.byEl = new Map(next.map((one) => [one.el, one]));
    this.header.setText(this.host.file?.basename ?? '');
    this.pusher.setCssStyles({ height: '' });
    this.sizer.setCssStyles({ minHeight: '' });
    this.put(next.map(({ el }) => el));
    this.measure();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.window(), dropAfter);
  }

  /** Puts these sections into the page and takes the others out; those that stay are not moved. */
  private put(els: readonly HTMLElement[]): void {
    const wanted = new Set<Node>([this.pusher, this.header.parentElement ?? this.header, ...els]);
    for (const child of [...this.sizer.childNodes]) if (!wanted.has(child)) child.remove();
    let last: Element = this.header.parentElement ?? this.header;
    for (const el of els) {
      if (last.nextSibling !== el) last.after(el);
      last = el;
    }
  }

  private topOf(nth: number): number {
    const before = this.sections.slice(0, nth).reduce((sum, { height }) => sum + height, 0);
    return (this.header.parentElement?.offsetHeight ?? 0) + before;
  }

  /** Only what is seen, and a screen above and below it, is in the page. */
  private window(): void {
    const { scrollTop, clientHeight } = this.previewEl;
    if (clientHeight === 0 || !this.previewEl.isConnected) return;
    this.measure();
    let top = this.header.parentElement?.offsetHeight ?? 0;
    let above = 0;
    const seen: HTMLElement[] = [];
    for (const { el, height } of this.sections) {
      const bottom = top + height;
      if (bottom < scrollTop - clientHeight) above += height;
      else if (top <= scrollTop + 2 * clientHeight) seen.push(el);
      top = bottom;
    }
    this.pusher.setCssStyles({ height: `${above}px` });
    this.sizer.setCssStyles({ minHeight: `${top}px` });
    this.put(seen);
  }
}
