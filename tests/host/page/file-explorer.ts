// The list of notes on the left.
import type * as Obsidian from 'obsidian';
import { debounce } from '../api/debounce.ts';
import { TFile, TFolder } from '../api/files.ts';
import { setIcon } from '../api/icons.ts';
import { Keymap } from '../api/keymap.ts';
import { Menu } from '../api/menu.ts';
import { ItemView } from '../api/view.ts';

/** With more files than this, folders start closed: the list has no virtual scrolling. */
const crowded = 300;

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export class FileExplorerView extends ItemView {
  override icon = 'folder';
  private readonly closed = new Set<string>();
  /** Paths selected with Alt; a plain click selects none. */
  private readonly selected = new Set<string>();

  override getViewType(): string {
    return 'file-explorer';
  }

  override getDisplayText(): string {
    return 'Files';
  }

  protected override async onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    const later = debounce(() => this.draw(), 20);
    for (const name of ['create', 'delete', 'rename'] as const) {
      this.registerEvent((vault as Obsidian.Events).on(name, () => later()));
    }
    this.registerEvent(workspace.on('file-open', () => this.mark()));
    this.contentEl.on('contextmenu', '.nav-file-title, .nav-folder-title', (event, row) =>
      this.menu(event, row),
    );
    if (vault.getFiles().length > crowded) {
      for (const folder of vault.getAllFolders()) this.closed.add(folder.path);
    }
    this.draw();
    await Promise.resolve();
  }

  private draw(): void {
    this.contentEl.empty();
    const box = this.contentEl.createDiv({ cls: 'nav-files-container', attr: { tabindex: 0 } });
    this.fill(box, this.app.vault.getRoot());
    this.mark();
  }

  private fill(parent: HTMLElement, folder: Obsidian.TFolder): void {
    const rank = (file: Obsidian.TAbstractFile) => (file instanceof TFolder ? 0 : 1);
    const sorted = [...folder.children].sort((a, b) => rank(a) - rank(b) || order.compare(a.name, b.name));
    for (const child of sorted) {
      if (child instanceof TFolder) this.folderRow(parent, child);
      else if (child instanceof TFile) this.fileRow(parent, child);
    }
  }

  private folderRow(parent: HTMLElement, folder: TFolder): void {
    const item = parent.createDiv('tree-item nav-folder');
    const closed = this.closed.has(folder.path);
    const title = item.createDiv({
      cls: 'tree-item-self nav-folder-title is-clickable mod-collapsible',
      attr: { 'data-path': folder.path },
    });
    const arrow = title.createDiv('tree-item-icon collapse-icon');
    setIcon(arrow, closed ? 'chevron-right' : 'chevron-down');
    title.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
    if (!closed) this.fill(item.createDiv('tree-item-children nav-folder-children'), folder);
    title.addEventListener('click', (event) => {
      if (this.select(event, folder.path)) return;
      if (!this.closed.delete(folder.path)) this.closed.add(folder.path);
      this.draw();
    });
  }

  private fileRow(parent: HTMLElement, file: TFile): void {
    const title = parent
      .createDiv('tree-item nav-file')
      .createDiv({ cls: 'tree-item-self nav-file-title is-clickable', attr: { 'data-path': file.path } });
    title.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: file.basename });
    if (file.extension !== 'md') title.createDiv({ cls: 'nav-file-tag', text: file.extension });
    title.addEventListener('click', (event) => {
      if (this.select(event, file.path)) return;
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    });
  }

  /** As in the app, a click with Alt adds to the selection or takes away; every other click ends it. */
  private select({ altKey }: MouseEvent, path: string): boolean {
    if (!altKey) this.selected.clear();
    else if (!this.selected.delete(path)) this.selected.add(path);
    this.mark();
    return altKey;
  }

  private mark(): void {
    const active = this.app.workspace.getActiveFile()?.path;
    for (const row of this.contentEl.findAll('.nav-file-title, .nav-folder-title')) {
      const path = row.dataset['path'] ?? '';
      row.toggleClass('is-active', path === active);
      row.toggleClass('is-selected', this.selected.has(path));
    }
  }

  private menu(event: MouseEvent, row: HTMLElement): void {
    const { vault, workspace } = this.app;
    const path = row.dataset['path'] ?? '';
    const file = vault.getAbstractFileByPath(path);
    if (!file) return;
    if (this.selected.size > 1 && this.selected.has(path)) {
      event.preventDefault();
      this.menuOfSeveral(event);
      return;
    }
    event.preventDefault();
    const menu = new Menu();
    if (file instanceof TFile)
      menu.addItem((item) =>
        item
          .setTitle('Open in new tab')
          .setIcon('file-plus')
          .setSection('open')
          .onClick(() => void workspace.getLeaf('tab').openFile(file)),
      );
    workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
    menu.addItem((item) =>
      item
        .setTitle('Delete')
        .setIcon('trash-2')
        .setSection('danger')
        .setWarning(true)
        .onClick(() => void this.app.fileManager.trashFile(file)),
    );
    menu.showAtMouseEvent(event);
  }

  private menuOfSeveral(event: MouseEvent): void {
    const { vault, workspace, fileManager } = this.app;
    const files = [...this.selected].flatMap((path) => vault.getAbstractFileByPath(path) ?? []);
    const menu = new Menu();
    workspace.trigger('files-menu', menu, files, 'file-explorer-context-menu', this.leaf);
    menu.addItem((item) =>
      item
        .setTitle('Delete')
        .setIcon('trash-2')
        .setSection('danger')
        .setWarning(true)
        .onClick(async () => {
          for (const file of files) await fileManager.trashFile(file);
        }),
    );
    menu.showAtMouseEvent(event);
  }
}
