// The tree of files in memory, kept equal to the folder; each difference becomes an event.
import type * as Obsidian from 'obsidian';
import type { Change, Entry } from '../protocol.ts';
import type { HostAdapter } from './adapter.ts';
import { documented } from './documented.ts';
import { Events } from './events.ts';
import { TFile, TFolder, type TAbstractFile } from './files.ts';
import { normalizePath, parentOf } from './paths.ts';
import { inSlices } from './slices.ts';

const hidden = (path: string) => path.split('/').some((part) => part.startsWith('.'));
const statOf = ({ ctime, mtime, size }: Entry): Obsidian.FileStats => ({ ctime, mtime, size });

export class Vault extends documented<Obsidian.Vault>(Events) {
  override configDir = '.obsidian';
  override adapter: HostAdapter;
  private readonly files = new Map<string, TFile | TFolder>();
  private readonly texts = new Map<string, { mtime: number; size: number; text: string }>();

  constructor(adapter: HostAdapter) {
    super();
    this.adapter = adapter;
    adapter.listener = {
      changed: (path, entry) => this.reconcile({ path, entry }),
      renamed: (path, entry) => this.moved(path, entry),
    };
  }

  /** Fills the tree; a `create` event for each file and folder, as the app sends while it starts. */
  async load(self: Vault, entries: readonly Entry[]): Promise<void> {
    this.files.set('/', new TFolder(self, '/'));
    await inSlices(entries, (entry) => this.reconcile({ path: entry.path, entry }));
  }

  /** Takes over what is on disk now at one path. */
  reconcile({ path, entry }: Change): void {
    if (hidden(path)) return;
    const known = this.files.get(path);
    if (!entry) {
      if (known) this.forget(known);
    } else if (!known) {
      this.add(entry);
    } else if (
      known instanceof TFile &&
      (known.stat.mtime !== entry.mtime || known.stat.size !== entry.size)
    ) {
      known.stat = statOf(entry);
      this.trigger('modify', known);
    }
  }

  private root(): TFolder {
    const root = this.files.get('/');
    if (!(root instanceof TFolder)) throw new Error('the vault is not loaded');
    return root;
  }

  private add(entry: Entry): TFile | TFolder {
    const root = this.root();
    const file =
      entry.type === 'folder'
        ? new TFolder(root.vault, entry.path)
        : new TFile(root.vault, entry.path, statOf(entry));
    this.attach(file);
    this.trigger('create', file);
    return file;
  }

  private attach(file: TFile | TFolder): void {
    const parentPath = parentOf(file.path);
    let parent = this.files.get(parentPath);
    parent ??= this.add({ path: parentPath, type: 'folder', ctime: 0, mtime: 0, size: 0 });
    if (!(parent instanceof TFolder)) throw new Error(`${parentPath} is not a folder`);
    parent.children.push(file);
    file.parent = parent;
    this.files.set(file.path, file);
  }

  private release(file: TAbstractFile): void {
    const siblings = file.parent?.children ?? [];
    siblings.splice(siblings.indexOf(file), 1);
    this.files.delete(file.path);
  }

  private forget(file: TFile | TFolder): void {
    if (file instanceof TFolder) for (const child of [...file.children]) this.forget(this.own(child));
    this.release(file);
    this.texts.delete(file.path);
    this.trigger('delete', file);
  }

  /** A rename keeps the object; folders tell of each file inside them, too. */
  private moved(from: string, to: Entry): void {
    const file = this.files.get(from);
    if (hidden(to.path) || !file) {
      if (file) this.forget(file);
      else this.reconcile({ path: to.path, entry: to });
      return;
    }
    this.release(file);
    file.setPath(to.path);
    if (file instanceof TFile) file.stat = statOf(to);
    this.attach(file);
    this.trigger('rename', file, from);
    if (file instanceof TFolder) this.movedInside(file, from);
  }

  private movedInside(folder: TFolder, from: string): void {
    for (const child of folder.children.map((one) => this.own(one))) {
      const before = `${from}/${child.name}`;
      this.files.delete(before);
      child.setPath(`${folder.path}/${child.name}`);
      this.files.set(child.path, child);
      this.trigger('rename', child, before);
      if (child instanceof TFolder) this.movedInside(child, before);
    }
  }

  private own(file: Obsidian.TAbstractFile): TFile | TFolder {
    if (file instanceof TFile || file instanceof TFolder) return file;
    throw new TypeError(`${file.path} is no file of this vault`);
  }

  override getName(): string {
    return this.adapter.getName();
  }

  override getRoot(): TFolder {
    return this.root();
  }

  override getAbstractFileByPath(path: string): TFile | TFolder | null {
    return this.files.get(path) ?? null;
  }

  override getFileByPath(path: string): TFile | null {
    const file = this.files.get(path);
    return file instanceof TFile ? file : null;
  }

  override getFolderByPath(path: string): TFolder | null {
    const file = this.files.get(path);
    return file instanceof TFolder ? file : null;
  }

  override getAllLoadedFiles(): Obsidian.TAbstractFile[] {
    return [...this.files.values()];
  }

  override getAllFolders(includeRoot = false): TFolder[] {
    const folders = [...this.files.values()].filter((file) => file instanceof TFolder);
    return folders.filter((folder) => includeRoot || !folder.isRoot());
  }

  override getFiles(): TFile[] {
    return [...this.files.values()].filter((file) => file instanceof TFile);
  }

  override getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(({ extension }) => extension === 'md');
  }

  override async read(file: Obsidian.TFile): Promise<string> {
    const text = await this.adapter.read(file.path);
    this.remember(file, text);
    return text;
  }

  override async cachedRead(file: Obsidian.TFile): Promise<string> {
    const kept = this.texts.get(file.path);
    if (kept?.mtime === file.stat.mtime && kept.size === file.stat.size) return kept.text;
    return this.read(file);
  }

  remember(file: Obsidian.TFile, text: string): void {
    this.texts.set(file.path, { mtime: file.stat.mtime, size: file.stat.size, text });
  }

  override readBinary(file: Obsidian.TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  override getResourcePath(file: Obsidian.TFile): string {
    return `${this.adapter.getResourcePath(file.path)}?${file.stat.mtime}`;
  }

  override async create(path: string, data: string): Promise<TFile> {
    const clean = normalizePath(path);
    if (await this.adapter.exists(clean)) throw new Error('File already exists.');
    await this.adapter.write(clean, data);
    const file = this.getFileByPath(clean);
    if (!file) throw new Error(`${clean} is hidden and so no file of the vault`);
    return file;
  }

  override async createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
    const clean = normalizePath(path);
    if (await this.adapter.exists(clean)) throw new Error('File already exists.');
    await this.adapter.writeBinary(clean, data);
    const file = this.getFileByPath(clean);
    if (!file) throw new Error(`${clean} is hidden and so no file of the vault`);
    return file;
  }

  override appendBinary(file: Obsidian.TFile, data: ArrayBuffer): Promise<void> {
    return this.adapter.appendBinary(file.path, data);
  }

  override modifyBinary(file: Obsidian.TFile, data: ArrayBuffer): Promise<void> {
    return this.adapter.writeBinary(file.path, data);
  }

  override async createFolder(path: string): Promise<TFolder> {
    const clean = normalizePath(path);
    if (await this.adapter.exists(clean)) throw new Error('Folder already exists.');
    await this.adapter.mkdir(clean);
    const folder = this.getFolderByPath(clean);
    if (!folder) throw new Error(`${clean} is hidden and so no folder of the vault`);
    return folder;
  }

  override modify(file: Obsidian.TFile, data: string): Promise<void> {
    return this.adapter.write(file.path, data);
  }

  override append(file: Obsidian.TFile, data: string): Promise<void> {
    return this.adapter.append(file.path, data);
  }

  override process(file: Obsidian.TFile, change: (data: string) => string): Promise<string> {
    return this.adapter.process(file.path, change);
  }

  override async delete(file: Obsidian.TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force || file.children.length > 0);
    else await this.adapter.remove(file.path);
  }

  override async trash(file: Obsidian.TAbstractFile, system: boolean): Promise<void> {
    if (system && (await this.adapter.trashSystem())) return;
    await this.adapter.trashLocal(file.path);
  }

  override rename(file: Obsidian.TAbstractFile, to: string): Promise<void> {
    return this.adapter.rename(file.path, normalizePath(to));
  }

  override async copy<T extends Obsidian.TAbstractFile>(file: T, to: string): Promise<T> {
    const clean = normalizePath(to);
    await this.adapter.copy(file.path, clean);
    return this.files.get(clean) as unknown as T;
  }

  static recurseChildren(root: Obsidian.TFolder, callback: (file: Obsidian.TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }
}
