import type * as Obsidian from 'obsidian';
import { parse, stringify } from 'yaml';
import { documented, Nothing } from './documented.ts';

const frontmatter = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;

export class FileManager extends documented<Obsidian.FileManager>(Nothing) {
  constructor(
    private readonly vault: Obsidian.Vault,
    private readonly cache: Obsidian.MetadataCache,
  ) {
    super();
  }

  /** The app's default: new notes stand at the root of the vault. */
  override getNewFileParent(): Obsidian.TFolder {
    return this.vault.getRoot();
  }

  /** Renames without changing the links of other notes: a host never writes a note on its own. */
  override renameFile(file: Obsidian.TAbstractFile, newPath: string): Promise<void> {
    return this.vault.rename(file, newPath);
  }

  override trashFile(file: Obsidian.TAbstractFile): Promise<void> {
    return this.vault.trash(file, false);
  }

  override generateMarkdownLink(
    file: Obsidian.TFile,
    sourcePath: string,
    subpath = '',
    alias?: string,
  ): string {
    const text = this.cache.fileToLinktext(file, sourcePath, true) + subpath;
    const shown = alias === undefined || alias === '' ? '' : `|${alias}`;
    return `${file.extension === 'md' ? '' : '!'}[[${text}${shown}]]`;
  }

  override async processFrontMatter(file: Obsidian.TFile, change: (data: unknown) => void): Promise<void> {
    await this.vault.process(file, (text) => {
      const match = frontmatter.exec(text);
      const data = (match ? (parse(match[1] ?? '') as unknown) : null) ?? {};
      change(data);
      const body = text.slice(match?.[0].length ?? 0);
      if (Object.keys(data).length === 0) return body;
      return `---\n${stringify(data, { lineWidth: 0 })}---\n${body}`;
    });
  }
}
