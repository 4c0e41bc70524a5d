// A note: as text to edit, or as it reads.
import type * as Obsidian from 'obsidian';
import { CodeView } from './code-mirror.ts';
import { documented } from './documented.ts';
import { TextEditor } from './editor.ts';
import { TextFileView } from './file-view.ts';
import { setIcon } from './icons.ts';
import { Keymap } from './keymap.ts';
import { Menu } from './menu.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { stripHeading } from './paths.ts';
import { MarkdownPreviewView } from './preview-view.ts';

interface Ephemeral {
  readonly line?: number;
  readonly subpath?: string;
  readonly cursor?: { from: Obsidian.EditorPosition; to?: Obsidian.EditorPosition };
}

export class MarkdownView extends documented<Obsidian.MarkdownView & TextFileView, [WorkspaceLeaf]>(
  TextFileView,
) {
  override icon = 'file-text';
  override editor: TextEditor;
  override hoverPopover: Obsidian.HoverPopover | null = null;
  override previewMode: MarkdownPreviewView;
  override currentMode: Obsidian.MarkdownSubView;
  private readonly editMode: Obsidian.MarkdownSubView;
  /** What extensions see of the editor. */
  readonly code: CodeView;
  /** Whether the editor shows the text as it is written, without live preview. */
  private isSource = true;
  private mode: Obsidian.MarkdownViewModeType = 'source';
  private readonly areaEl: HTMLTextAreaElement;
  private readonly previewEl: HTMLElement;
  private readonly modeButton: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const source = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
    this.areaEl = source.createEl('textarea', {
      cls: 'cm-content host-editor',
      attr: { spellcheck: false, 'aria-label': 'Note text' },
    });
    this.previewMode = this.addChild(new MarkdownPreviewView(this));
    this.contentEl.append(this.previewMode.containerEl);
    this.previewEl = this.previewMode.previewEl;
    this.editor = new TextEditor(this.areaEl);
    this.code = new CodeView(this.areaEl, source, {
      info: () => this,
      isLive: () => !this.isSource,
    });
    this.register(() => this.code.destroy());
    this.editMode = {
      getScroll: () => this.lineAtTop(),
      applyScroll: (line) => this.goTo(Math.floor(line)),
      get: () => this.getViewData(),
      set: (data, clear) => this.setViewData(data, clear),
    };
    this.currentMode = this.editMode;
    this.modeButton = this.addAction('book-open', 'Reading view', () => this.toggleMode());
    this.areaEl.addEventListener('input', () => {
      this.code.changed();
      this.requestSave();
      this.app.workspace.trigger('editor-change', this.editor, this);
    });
    this.areaEl.addEventListener('contextmenu', (event) => this.editorMenu(event));
    this.listenToLinks();
    this.showMode();
  }

  override getViewType(): string {
    return 'markdown';
  }

  override getMode(): Obsidian.MarkdownViewModeType {
    return this.mode;
  }

  override getViewData(): string {
    return this.areaEl.value;
  }

  override setViewData(data: string, clear: boolean): void {
    const { selectionStart, scrollTop } = this.areaEl;
    this.areaEl.value = data;
    if (clear) this.areaEl.setSelectionRange(0, 0);
    else this.areaEl.setSelectionRange(selectionStart, selectionStart);
    this.areaEl.scrollTop = clear ? 0 : scrollTop;
    this.editor.loaded(clear);
    this.code.changed();
    if (this.mode === 'preview') this.previewMode.set(data, clear);
  }

  override clear(): void {
    this.areaEl.value = '';
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.isSource };
  }

  override async setState(state: unknown, result: Obsidian.ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const { mode, source } = (state ?? {}) as { mode?: unknown; source?: unknown };
    if (typeof source === 'boolean' && source !== this.isSource) {
      this.isSource = source;
      this.code.restart();
    }
    if ((mode === 'source' || mode === 'preview') && mode !== this.mode) {
      this.mode = mode;
      this.showMode();
    }
    await this.previewMode.rendering;
  }

  toggleMode(): void {
    void this.leaf.setViewState({
      type: 'markdown',
      state: { ...this.getState(), mode: this.mode === 'source' ? 'preview' : 'source' },
    });
  }

  /** As in the app, a scroll is told in lines of the note. */
  private lineAtTop(): number {
    return (this.areaEl.scrollTop * this.editor.lineCount()) / this.areaEl.scrollHeight;
  }

  /** The app's menu of an editor has items of its own; plugins add theirs. In reading view there is none. */
  private editorMenu(event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    menu.addItem((item) =>
      item.setTitle('Paste as plain text').setIcon('clipboard-type').setSection('clipboard'),
    );
    this.app.workspace.trigger('editor-menu', menu, this.editor, this);
    menu.showAtMouseEvent(event);
  }

  private showMode(): void {
    const reading = this.mode === 'preview';
    this.containerEl.setAttr('data-mode', this.mode);
    this.areaEl.parentElement?.toggle(!reading);
    this.previewEl.parentElement?.toggle(reading);
    setIcon(this.modeButton, reading ? 'pencil' : 'book-open');
    this.modeButton.setAttr('aria-label', reading ? 'Edit' : 'Reading view');
    this.currentMode = reading ? this.previewMode : this.editMode;
    if (reading) this.previewMode.set(this.areaEl.value, false);
    else this.code.moved();
  }

  override onResize(): void {
    this.previewMode.measure();
    this.code.moved();
  }

  override setEphemeralState(state: unknown): void {
    const { line, subpath, cursor } = (state ?? {}) as Ephemeral;
    if (cursor) {
      this.editor.setSelection(cursor.from, cursor.to ?? cursor.from);
      this.editor.focus();
    }
    const target = line ?? (subpath === undefined ? cursor?.from.line : this.lineOf(subpath));
    if (target !== undefined) this.goTo(target);
  }

  override getEphemeralState(): Record<string, unknown> {
    return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') } };
  }

  private lineOf(subpath: string): number | undefined {
    const cache = this.file && this.app.metadataCache.getFileCache(this.file);
    const name = subpath.slice(subpath.lastIndexOf('#') + 1);
    if (name.startsWith('^')) return cache?.blocks?.[name.slice(1).toLowerCase()]?.position.start.line;
    const wanted = stripHeading(name).toLowerCase();
    const heading = cache?.headings?.find((one) => stripHeading(one.heading).toLowerCase() === wanted);
    return heading?.position.start.line;
  }

  private goTo(line: number): void {
    if (this.mode === 'source') {
      this.editor.focus();
      if (this.editor.getCursor().line !== line) this.editor.setCursor({ line, ch: 0 });
      this.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } }, true);
      return;
    }
    void this.previewMode.rendering.then(() => this.previewMode.flash(line));
  }

  private listenToLinks(): void {
    const source = () => this.file?.path ?? '';
    this.previewEl.on('click', 'a.internal-link', (event, link) => {
      event.preventDefault();
      const target = link.getAttr('data-href') ?? '';
      void this.app.workspace.openLinkText(target, source(), Keymap.isModEvent(event));
    });
    this.previewEl.on('mouseover', 'a.internal-link', (event, link) => {
      this.app.workspace.trigger('hover-link', {
        event,
        source: 'preview',
        hoverParent: this,
        targetEl: link,
        linktext: link.getAttr('data-href') ?? '',
        sourcePath: source(),
      });
    });
  }
}
