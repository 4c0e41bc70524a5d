import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';
import { Keymap, Scope } from './keymap.ts';

export class App extends documented<Obsidian.App>(Nothing) {
  override scope: Obsidian.Scope = new Scope();
  override keymap: Keymap;
  override lastEvent: Obsidian.UserEvent | null = null;
  declare workspace: Obsidian.Workspace;
  declare vault: Obsidian.Vault;
  declare metadataCache: Obsidian.MetadataCache;
  declare fileManager: Obsidian.FileManager;

  /** `vaultId` keeps the local storage of one vault apart from that of another. */
  constructor(private readonly vaultId: string) {
    super();
    this.keymap = new Keymap(() => this.workspace.activeLeaf?.view.scope ?? this.scope);
    for (const type of ['click', 'keydown', 'touchstart'] as const) {
      window.addEventListener(type, (event) => (this.lastEvent = event), { capture: true });
    }
  }

  override isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  override loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(`${this.vaultId}-${key}`);
    if (text === null) return null;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return null;
    }
  }

  override saveLocalStorage(key: string, data: unknown): void {
    const name = `${this.vaultId}-${key}`;
    if (data === null || data === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(data));
  }
}
