// Suggests the vault's folders or tags under a field of the settings.
import { AbstractInputSuggest, getAllTags, prepareSimpleSearch, type App } from 'obsidian';

export type NameKind = 'folders' | 'tags';

function namesIn({ vault, metadataCache }: App, kind: NameKind): readonly string[] {
  if (kind === 'folders') return vault.getAllFolders().map(({ path }) => path);
  const tags = vault.getMarkdownFiles().flatMap((file) => {
    const cache = metadataCache.getFileCache(file);
    return (cache && getAllTags(cache)) ?? [];
  });
  return [...new Set(tags.map((tag) => tag.replace(/^#/, '')))];
}

export class NameSuggest extends AbstractInputSuggest<string> {
  readonly #kind: NameKind;
  readonly #chosen: (name: string) => void;

  constructor(app: App, input: HTMLInputElement, kind: NameKind, chosen: (name: string) => void) {
    super(app, input);
    this.#kind = kind;
    this.#chosen = chosen;
  }

  override getSuggestions(query: string): string[] {
    const search = query.trim() === '' ? () => true : prepareSimpleSearch(query.trim());
    return namesIn(this.app, this.#kind)
      .filter((name) => search(name))
      .sort((one, other) => one.localeCompare(other));
  }

  override renderSuggestion(name: string, el: HTMLElement): void {
    el.setText(name);
  }

  override selectSuggestion(name: string): void {
    this.setValue(name);
    this.#chosen(name);
    this.close();
  }
}
