// Watches the vault's notes for changes. Start it when the layout is ready: before that, Obsidian reports every file as
// created.
import type { App, EventRef } from 'obsidian';

export interface VaultListener {
  /** A Markdown file was created, changed or deleted. */
  touch(path: string): void;
  /** A file or folder was renamed or moved. */
  renamed(from: string, to: string): void;
  /** All links are known. */
  linksChanged(): void;
}

const isMarkdown = (path: string): boolean => /\.md$/i.test(path);

/** Returns the event references to release at the end. */
export function watchVault({ vault, metadataCache }: App, listener: VaultListener): readonly EventRef[] {
  const touch = ({ path }: { readonly path: string }): void => {
    if (isMarkdown(path)) listener.touch(path);
  };
  return [
    vault.on('create', touch),
    vault.on('delete', touch),
    vault.on('rename', ({ path }, from) => listener.renamed(from, path)),
    // Fires after the file's tags are known, unlike `modify`.
    metadataCache.on('changed', touch),
    metadataCache.on('resolved', () => listener.linksChanged()),
  ];
}
