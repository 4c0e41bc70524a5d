// What is known of each note, and which note links to which.
import type * as Obsidian from 'obsidian';
import { FileNames } from '../metadata/link-target.ts';
import { scanNote } from '../metadata/scan-note.ts';
import { documented } from './documented.ts';
import { Events } from './events.ts';
import { TFile } from './files.ts';
import { getLinkpath } from './paths.ts';
import { inSlices } from './slices.ts';
import type { Vault } from './vault.ts';

/** Notes read in one request while the app starts. */
const batch = 200;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const linkKey = (name: string) => name.normalize('NFC').toLowerCase().replace(/\.md$/, '');

export class MetadataCache extends documented<Obsidian.MetadataCache>(Events) {
  override resolvedLinks: Record<string, Record<string, number>> = {};
  override unresolvedLinks: Record<string, Record<string, number>> = {};
  private readonly caches = new Map<Obsidian.TFile, Obsidian.CachedMetadata>();
  private readonly names = new FileNames<TFile>();
  /** Notes by the names that their links end in: those to look at again when a file of that name comes or goes. */
  private readonly linkers = new Map<string, Set<Obsidian.TFile>>();
  private pending = 0;
  private started = false;

  constructor(private readonly vault: Vault) {
    super();
    vault.on('create', (file) => file instanceof TFile && this.created(file));
    vault.on('modify', (file) => file instanceof TFile && this.started && void this.refresh(file));
    vault.on('delete', (file) => file instanceof TFile && this.deleted(file));
    vault.on('rename', (file, before) => file instanceof TFile && this.renamed(file, before));
  }

  /** Reads all notes. `tell` sends `changed` for each, as an app does that has never seen this vault. */
  async load(tell: boolean): Promise<void> {
    const notes = this.vault.getMarkdownFiles();
    for (let at = 0; at < notes.length; at += batch) {
      const part = notes.slice(at, at + batch);
      const texts = await this.vault.adapter.readMany(part.map(({ path }) => path));
      await inSlices([...part.entries()], ([i, file]) => this.take(file, texts[i] ?? '', tell));
    }
    this.started = true;
    await inSlices([...this.caches.keys()], (file) => this.resolve(file));
    this.trigger('resolved');
  }

  private take(file: TFile, text: string, tell: boolean): void {
    const cache = scanNote(text);
    this.caches.set(file, cache);
    if (tell) this.trigger('changed', file, text, cache);
  }

  private created(file: TFile): void {
    this.names.add(file);
    if (!this.started) return;
    void this.refresh(file).then(() => this.resolveLinksTo(file.name));
  }

  private async refresh(file: TFile): Promise<void> {
    if (file.extension !== 'md') return;
    this.pending += 1;
    try {
      this.take(file, await this.vault.cachedRead(file), true);
      this.resolve(file);
    } catch {
      // Gone again, or not readable now: what is known of it stays.
    }
    this.pending -= 1;
    if (this.pending === 0) this.trigger('resolved');
  }

  private deleted(file: TFile): void {
    this.names.remove(file);
    const before = this.caches.get(file) ?? null;
    this.caches.delete(file);
    this.unlink(file.path);
    this.trigger('deleted', file, before);
    this.resolveLinksTo(file.name);
  }

  /** As in the app: a rename brings no `changed`. */
  private renamed(file: TFile, before: string): void {
    this.names.remove(file, before);
    this.names.add(file);
    this.unlink(before);
    if (!this.started) return;
    this.resolve(file);
    this.resolveLinksTo(nameOf(before));
    this.resolveLinksTo(file.name);
    this.trigger('resolved');
  }

  private unlink(path: string): void {
    Reflect.deleteProperty(this.resolvedLinks, path);
    Reflect.deleteProperty(this.unresolvedLinks, path);
  }

  private resolveLinksTo(name: string): void {
    if (!this.started) return;
    for (const file of this.linkers.get(linkKey(name)) ?? []) if (this.caches.has(file)) this.resolve(file);
  }

  /** Tells only if the links of the note lead elsewhere than before, or were not known. */
  private resolve(file: Obsidian.TFile): void {
    const { links = [], embeds = [], frontmatterLinks = [] } = this.caches.get(file) ?? {};
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
      const target = getLinkpath(link);
      const key = linkKey(nameOf(target));
      this.linkers.set(key, (this.linkers.get(key) ?? new Set()).add(file));
      const found = this.getFirstLinkpathDest(target, file.path);
      const counts = found ? resolved : unresolved;
      const name = found?.path ?? target;
      if (name !== '') counts[name] = (counts[name] ?? 0) + 1;
    }
    const before = JSON.stringify([this.resolvedLinks[file.path], this.unresolvedLinks[file.path]]);
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
    if (JSON.stringify([resolved, unresolved]) !== before) this.trigger('resolve', file);
  }

  override getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.names.target(linkpath, sourcePath);
  }

  override getFileCache(file: Obsidian.TFile): Obsidian.CachedMetadata | null {
    return this.caches.get(file) ?? null;
  }

  override getCache(path: string): Obsidian.CachedMetadata | null {
    const file = this.vault.getFileByPath(path);
    return file && this.getFileCache(file);
  }

  /** The shortest text that leads to `file` and to no other. */
  override fileToLinktext(file: Obsidian.TFile, sourcePath: string, omitMdExtension = true): string {
    const note = file.extension === 'md' && omitMdExtension;
    const cut = (text: string) => (note ? text.slice(0, -'.md'.length) : text);
    if (this.names.named(file.name).length <= 1) return cut(file.name);
    return this.getFirstLinkpathDest(file.name, sourcePath) === file && file.parent?.isRoot()
      ? cut(file.name)
      : cut(file.path);
  }
}
