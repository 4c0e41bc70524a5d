// A plugin that uses each part of the API once; the host's own tests run it in place of the real one.
import {
  FuzzySuggestModal,
  ItemView,
  Keymap,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  Modal,
  Notice,
  Plugin,
  Scope,
  debounce,
  getAllTags,
  normalizePath,
  setIcon,
  type TFile,
  type WorkspaceLeaf,
} from 'obsidian';
import { TrySettings } from './settings.ts';

const viewType = 'try-view';

class TryView extends ItemView {
  override icon = 'layers';
  private ticks = 0;

  getViewType(): string {
    return viewType;
  }

  getDisplayText(): string {
    return 'Try view';
  }

  override async onOpen(): Promise<void> {
    this.contentEl.addClass('try-view');
    this.scope = new Scope(this.app.scope);
    this.scope.register([], 'x', () => {
      this.ticks += 1;
      this.contentEl.setAttr('data-ticks', this.ticks);
      return false;
    });
    this.draw();
    this.registerEvent(this.app.workspace.on('file-open', () => this.draw()));
    this.registerEvent(
      this.app.metadataCache.on(
        'changed',
        debounce(() => this.draw(), 10),
      ),
    );
    await Promise.resolve();
  }

  private draw(): void {
    const file = this.app.workspace.getActiveFile();
    const cache = file && this.app.metadataCache.getFileCache(file);
    this.contentEl.empty();
    this.contentEl.createEl('h4', { text: file?.basename ?? 'no note' });
    this.contentEl.createDiv({ cls: 'try-tags', text: (cache && getAllTags(cache))?.join(' ') ?? '' });
    const row = this.contentEl.createDiv('tree-item').createDiv('tree-item-self is-clickable');
    setIcon(row.createDiv('tree-item-icon'), 'chevron-right');
    row.createDiv({ cls: 'tree-item-inner', text: 'Due today' });
    row.createDiv('tree-item-flair-outer').createSpan({ cls: 'tree-item-flair', text: '12' });
    row.onClickEvent((event) => this.menu(event));
    this.contentEl.createEl('button', { cls: 'mod-cta', text: 'Study' });
  }

  private menu(event: MouseEvent): void {
    const menu = new Menu();
    menu.addItem((item) =>
      item
        .setTitle('Study this deck')
        .setIcon('play')
        .onClick(() => new Notice('Studied')),
    );
    menu.addSeparator();
    menu.addItem((item) => item.setTitle('Suspend').setIcon('ban').setWarning(true));
    menu.addItem((item) => item.setTitle('Not now').setDisabled(true));
    menu.showAtMouseEvent(event);
  }
}

class TryModal extends Modal {
  constructor(private readonly plugin: TryPlugin) {
    super(plugin.app);
  }

  override async onOpen(): Promise<void> {
    this.setTitle('A card');
    const file = this.app.workspace.getActiveFile();
    const body = this.contentEl.createDiv('try-answer markdown-rendered');
    if (file) {
      const text = await this.app.vault.cachedRead(file);
      await MarkdownRenderer.render(this.app, text, body, file.path, this.plugin);
      this.listen(body, file);
    }
    const buttons = this.contentEl.createDiv('modal-button-container');
    buttons.createEl('button', { cls: 'mod-warning', text: 'Again' });
    buttons.createEl('button', { text: 'Hard' });
    buttons.createEl('button', { cls: 'mod-cta', text: 'Good' });
    this.scope.register([], '3', () => {
      this.close();
      return false;
    });
  }

  private listen(body: HTMLElement, file: TFile): void {
    body.on('click', 'a.internal-link', (event, link) => {
      event.preventDefault();
      this.close();
      void this.app.workspace.openLinkText(
        link.getAttr('data-href') ?? '',
        file.path,
        Keymap.isModEvent(event),
      );
    });
    body.on('mouseover', 'a.internal-link', (event, targetEl) => {
      const linktext = targetEl.getAttr('data-href') ?? '';
      const hoverParent = { hoverPopover: null };
      this.app.workspace.trigger('hover-link', {
        event,
        source: 'try',
        hoverParent,
        targetEl,
        linktext,
        sourcePath: file.path,
      });
    });
  }
}

class TryPicker extends FuzzySuggestModal<TFile> {
  getItems(): TFile[] {
    return this.app.vault.getMarkdownFiles();
  }

  getItemText(file: TFile): string {
    return file.path;
  }

  onChooseItem(file: TFile): void {
    void this.app.workspace.getLeaf(false).openFile(file, { eState: { line: 3 } });
  }
}

export default class TryPlugin extends Plugin {
  data: { word: string } = { word: 'none' };

  override async onload(): Promise<void> {
    this.data = Object.assign(this.data, (await this.loadData()) as object | null);
    this.registerView(viewType, (leaf: WorkspaceLeaf) => new TryView(leaf));
    this.registerHoverLinkSource('try', { display: 'Try', defaultMod: false });
    this.registerObsidianProtocolHandler('try', ({ word = '' }) => new Notice(`word ${word}`));
    this.addSettingTab(new TrySettings(this.app, this));
    this.addRibbonIcon(
      'layers',
      'Open try view',
      () => void this.app.workspace.ensureSideLeaf(viewType, 'right'),
    );
    this.addStatusBarItem().setText('12 due');
    this.addCommand({ id: 'view', name: 'Open view', callback: () => this.openView() });
    this.addCommand({ id: 'modal', name: 'Open modal', callback: () => new TryModal(this).open() });
    this.addCommand({ id: 'pick', name: 'Pick a note', callback: () => new TryPicker(this.app).open() });
    this.addCommand({
      id: 'note-only',
      name: 'Only in a note',
      checkCallback: (checking) => {
        const view = this.app.workspace.getActiveViewOfType(MarkdownView);
        if (view && !checking) new Notice(view.file?.path ?? '');
        return view !== null;
      },
    });
    this.addCommand({
      id: 'log',
      name: 'Append to a log',
      callback: () => this.app.vault.adapter.append(normalizePath('/log.md'), 'line\n'),
    });
    this.addCommand({
      id: 'insert',
      name: 'Insert a line',
      editorCallback: (editor) => editor.replaceRange('inserted\n', { line: 1, ch: 0 }),
    });
  }

  private async openView(): Promise<void> {
    const [open] = this.app.workspace.getLeavesOfType(viewType);
    const leaf = open ?? this.app.workspace.getRightLeaf(false);
    if (!leaf) return;
    await leaf.setViewState({ type: viewType, active: true });
    await this.app.workspace.revealLeaf(leaf);
  }

  override async onExternalSettingsChange(): Promise<void> {
    this.data = (await this.loadData()) as { word: string };
    new Notice(`settings changed: ${this.data.word}`);
  }
}
