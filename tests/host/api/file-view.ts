// Views of a file: which one they show, and how they save it.
import type * as Obsidian from 'obsidian';
import { debounce } from './debounce.ts';
import { byDefault, documented } from './documented.ts';
import { TFile } from './files.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { ItemView } from './view.ts';

/** ms after the last key press. */
const saveDelay = 500;

export abstract class FileView extends documented<Obsidian.FileView & ItemView, [WorkspaceLeaf]>(ItemView) {
  override allowNoFile = false;
  override navigation = true;
  override file: TFile | null = null;

  override onload(): void {
    this.registerEvent(this.app.vault.on('rename', (file) => this.file === file && this.renamed(this.file)));
    this.registerEvent(this.app.vault.on('delete', (file) => this.file === file && this.leaf.detach()));
  }

  private renamed(file: TFile): void {
    void this.onRename(file);
    this.showTitle();
  }

  private showTitle(): void {
    this.titleEl.setText(this.getDisplayText());
    if (this.leaf instanceof WorkspaceLeaf) this.leaf.refresh();
  }

  override getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path };
  }

  override async setState(state: unknown, result: Obsidian.ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const { file: path } = (state ?? {}) as { file?: unknown };
    const file = typeof path === 'string' ? this.app.vault.getFileByPath(path) : null;
    if (file === this.file || !(file instanceof TFile)) return;
    if (this.file) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
    this.showTitle();
    if (this.leaf instanceof WorkspaceLeaf) this.leaf.workspace.fileShown();
  }
}

// What a view may do, and by default does not.
byDefault(FileView, {
  onLoadFile: () => Promise.resolve(),
  onUnloadFile: () => Promise.resolve(),
  onRename: () => Promise.resolve(),
  canAcceptExtension: () => false,
});

export abstract class TextFileView extends documented<Obsidian.TextFileView & FileView, [WorkspaceLeaf]>(
  FileView,
) {
  override data = '';
  override requestSave: Obsidian.Debouncer<[], void>;
  private dirty = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const later = debounce(() => void this.save(), saveDelay, true);
    this.requestSave = Object.assign(() => {
      this.dirty = true;
      return later();
    }, later);
  }

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on('modify', (file) => file === this.file && void this.reload(this.file)),
    );
    this.registerDomEvent(window, 'pagehide', () => void this.save());
  }

  override async onLoadFile(file: Obsidian.TFile): Promise<void> {
    this.data = await this.app.vault.read(file);
    this.dirty = false;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(): Promise<void> {
    await this.save();
    this.clear();
  }

  /** Someone else wrote the file: their text is shown, unless the person is in the middle of typing. */
  private async reload(file: TFile): Promise<void> {
    if (this.dirty) return;
    const text = await this.app.vault.cachedRead(file);
    if (text === this.data || file !== this.file) return;
    this.data = text;
    this.setViewData(text, false);
  }

  override async save(clear = false): Promise<void> {
    const { file } = this;
    if (file && this.dirty) {
      this.data = this.getViewData();
      this.dirty = false;
      await this.app.vault.modify(file, this.data);
    }
    if (clear) this.clear();
  }
}

/** A picture or another file that is no note. */
export class ImageView extends FileView {
  override icon = 'image';

  override getViewType(): string {
    return 'image';
  }

  override async onLoadFile(file: Obsidian.TFile): Promise<void> {
    this.contentEl.empty();
    const src = this.app.vault.getResourcePath(file);
    this.contentEl.createDiv('image-container').createEl('img', { attr: { src, alt: file.name } });
    await Promise.resolve();
  }
}
