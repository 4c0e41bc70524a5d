import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';

export abstract class TAbstractFile extends documented<Obsidian.TAbstractFile>(Nothing) {
  override path = '';
  override name = '';
  override parent: Obsidian.TFolder | null = null;
  override vault: Obsidian.Vault;

  constructor(vault: Obsidian.Vault, path: string) {
    super();
    this.vault = vault;
    this.setPath(path);
  }

  setPath(path: string): void {
    this.path = path;
    this.name = path.slice(path.lastIndexOf('/') + 1);
  }
}

export class TFile extends documented<Obsidian.TFile & TAbstractFile, [Obsidian.Vault, string]>(
  TAbstractFile,
) {
  override basename = '';
  override extension = '';
  override stat: Obsidian.FileStats;

  constructor(vault: Obsidian.Vault, path: string, stat: Obsidian.FileStats) {
    super(vault, path);
    this.stat = stat;
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends documented<Obsidian.TFolder & TAbstractFile, [Obsidian.Vault, string]>(
  TAbstractFile,
) {
  override children: Obsidian.TAbstractFile[] = [];

  override isRoot(): boolean {
    return this.path === '/';
  }
}
